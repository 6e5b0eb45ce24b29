"""Words of the platform that mcctl has a list of: spelled properly, told where they are misspelt, and passed on else.

No list of ours is complete: what the platform takes grows with its releases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mcctl.errors import InputError

_ALIKE = 0.8  # of two words; less is another word, not a slip


def choice(given: str, known: Sequence[str], told: str) -> str:
    """Return a word as the list spells it, or as it was given where it is none of the list's, nor nearly one.

    told: what the word is for, such as `--status 'Drft'`. Raises InputError for an empty one, and for a misspelt one.
    """
    word = given.strip()
    proper = next((one for one in known if one.lower() == word.lower()), None)
    if proper is not None:
        return proper
    if not word or _nearest(word.lower(), [one.lower() for one in known]):
        raise InputError(f"{told} must be one of {', '.join(known)}")
    return word


def filled(given: str | None, option: str) -> str | None:
    """Return what a filter was given; None where it was not. Raises InputError for an empty one, such as an unset
    variable leaves: it would let everything through.
    """
    if given is not None and not given.strip():
        raise InputError(f"{option} is empty; leave it out to filter by something else")
    return given


def per_second(given: str | None, named: str) -> float | None:
    """Read a number a second, such as 5 and 5/s; None where none was given. named: for errors. Raises InputError."""
    if given is None:
        return None
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)(?:/s)?", given)
    if not found or not float(found[1]):
        raise InputError(f"{named} {given!r} is no number a second, such as 50 or 50/s")
    return float(found[1])


def _nearest(word: str, known: list[str]) -> list[str]:
    from difflib import get_close_matches  # costs a start, and only a slip needs it

    return get_close_matches(word, known, 1, _ALIKE)
