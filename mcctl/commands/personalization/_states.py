"""Privacy states: which may stand together, what setting them adds and removes, and when a batch is through.

Rules are those of create-a-batch.md.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mcctl.escaping import is_writable
from mcctl.reading import get

STATES = ("do_not_track", "do_not_profile", "do_not_process")
DELETIONS = ("rtbf_delete", "rtbf_suppress")
ALONE = (*DELETIONS, "remove_rtbf_suppress")
_EFFECTS = {
    "rtbf_delete": "deletes the profile and its data at once",
    "rtbf_suppress": "deletes the profile and its data after the suppression period",
    "remove_rtbf_suppress": "takes back the deletion that is scheduled",
}
_SEPARATORS = re.compile(r"[\s,;|]+")


def states_of(value: str | list[Any]) -> list[str]:
    """Return the states in a text, separated by commas, semicolons, bars or spaces, or in a list."""
    parts = value if isinstance(value, list) else _SEPARATORS.split(value)
    return [str(part).strip().lower() for part in parts if str(part).strip()]


def problem_of(profile: str, states: Sequence[str]) -> str | None:
    """Return what is wrong with the states of a profile; None if nothing is."""
    if not profile:
        return "The id of a profile is empty"
    if not is_writable(profile):
        return f"The id {profile!r} is no text"
    if unknown := [state for state in states if state not in (*STATES, *ALONE)]:
        return f"{profile}: there is no state {unknown[0]!r}; there are: {', '.join((*STATES, *ALONE))}"
    if len(set(states)) < len(states):
        return f"{profile}: a state is given twice"
    if len(states) > 1 and (special := [state for state in states if state in ALONE]):
        return f"{profile}: {special[0]} must stand alone"
    return None


def effect_of(states: Sequence[str]) -> str:
    """Return in words what setting these states does, whatever the profile has now."""
    if states and states[0] in _EFFECTS:
        return _EFFECTS[states[0]]
    removed = [state for state in STATES if state not in states]
    sets = [f"sets {_listed(states)}"] if states else []
    return "; ".join([*sets, f"removes {_listed(removed)} if set"] if removed else sets)


def _listed(states: Sequence[str]) -> str:
    """Return "a", "a and b", "a, b and c"."""
    return " and ".join([", ".join(states[:-1]), states[-1]] if len(states) > 1 else states)


def deletes(states: Sequence[str]) -> bool:
    """Whether setting these states deletes a profile, at once or later."""
    return bool(set(states) & set(DELETIONS))


def hashed(profile: str) -> str:
    """Return the SHA-256 of a plain id, in hexadecimal digits of lower case. Spaces around it do not count."""
    return hashlib.sha256(profile.strip().encode()).hexdigest()


def is_failed(change: Mapping[str, Any]) -> bool:
    """Whether a change of a batch that is over was not made."""
    return str(get(change, "status")).lower() != "success" and not is_scheduled(change)


def is_over(changes: Iterable[Mapping[str, Any]]) -> bool:
    """Whether nothing more is to come of a batch for now: a deletion that waits for its period is as far as it goes."""
    told = list(changes)
    return bool(told) and all(_is_settled(change) for change in told)


def _is_settled(change: Mapping[str, Any]) -> bool:
    return is_scheduled(change) or str(get(change, "status")).lower() != "initiated"


def is_scheduled(change: Mapping[str, Any]) -> bool:
    """Whether a change is a deletion whose suppression period goes on."""
    action, status = str(get(change, "action")), str(get(change, "status")).lower()
    return "suppress" in action and not action.startswith("remove") and status == "initiated"
