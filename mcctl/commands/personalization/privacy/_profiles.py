"""Which states profiles are to have, as the command line or a file says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mcctl.bulk.columns import map_columns, text_of
from mcctl.bulk.readers import is_stream, keep, survey
from mcctl.commands.personalization._states import hashed, problem_of, states_of
from mcctl.documents import read_object
from mcctl.errors import InputError, refuse_all

PROFILE, STATES_COLUMN = "id", "states"


class ProfileStates(NamedTuple):
    """The states that a profile is to have. place: where that is said. plain: the id before it was hashed.

    problem: why it makes no sense.
    """

    profile: str
    states: list[str]
    place: str = ""
    plain: str = ""
    problem: str | None = None


def checked_profiles(
    assignments: Sequence[str], source: str | None, format: str | None, mapping: Sequence[str], hash_name: str | None
) -> list[ProfileStates]:
    """Return what is to be set. Raises InputError with everything that is wrong."""
    if assignments and source is not None:
        raise InputError("Give either ID=STATE,STATE... or --from FILE, not both")
    if not assignments and source is None:
        raise InputError("Which profiles?", "Give ID=STATE,STATE... or --from FILE")
    if hash_name not in (None, "sha256"):
        raise InputError(f"--hash {hash_name!r} must be sha256")
    given = list(_assigned(assignments) if source is None else _read(source, format, mapping))
    problems = []
    known: set[str] = set()
    for one in given:
        problem = one.problem or problem_of(one.profile, one.states)
        if problem is None and one.profile in known:
            problem = f"{one.profile} is given twice"
        known.add(one.profile)
        if problem:
            problems.append(f"{one.place}: {problem}" if one.place else problem)
    refuse_all(problems)
    if not given:
        raise InputError(f"There are no profiles in {source}")
    return given if hash_name is None else _hashed(given)


def _assigned(assignments: Sequence[str]) -> Iterator[ProfileStates]:
    for text in assignments:
        profile, equals, states = text.rpartition("=")
        problem = None if equals else f"{text!r} is not of the form ID=STATE,STATE; to clear all states: {text}="
        yield ProfileStates(profile.strip(), states_of(states), problem=problem)


def _read(source: str, format: str | None, mapping: Sequence[str]) -> Iterator[ProfileStates]:
    """Yield what a file says: an object of profiles in JSON, else a row for each."""
    if format == "json" or (format is None and Path(source).suffix.lower() == ".json"):
        yield from _read_json(source)
    elif not is_stream(source):
        yield from _read_rows(Path(source), source, format, mapping)
    else:
        with TemporaryDirectory() as folder:
            kept = Path(folder) / "rows"
            keep(source, kept)
            yield from _read_rows(kept, source, format, mapping)


def _read_rows(path: Path, name: str, format: str | None, mapping: Sequence[str]) -> Iterator[ProfileStates]:
    """Yield the rows of a file. What clears a profile's states is said by an empty cell or list, never left out."""
    file = survey(path, name=name, format=format)
    columns = map_columns(file, (PROFILE, STATES_COLUMN), mapping, required=(PROFILE, STATES_COLUMN))
    for row in file.rows():
        place = f"Line {row.line} of {name}"
        states = row.values.get(columns[STATES_COLUMN])
        problem = row.problem
        if not isinstance(states, str | list):
            problem = problem or f"{columns[STATES_COLUMN]} is missing; to clear all states, leave it empty: []"
            states = []
        yield ProfileStates(text_of(row.values.get(columns[PROFILE])), states_of(states), place, problem=problem)


def _read_json(source: str) -> Iterator[ProfileStates]:
    """Yield the profiles of an object of them, or of a whole request."""
    document = read_object(source)
    batch = document.get("batch", document)
    if not isinstance(batch, dict) or ("batch" in document and len(document) > 1):
        raise InputError(f"{source} must hold an object: profile id -> list of states")
    for profile, states in batch.items():
        is_list = isinstance(states, list)
        problem = None if is_list else f"The states of {profile} must be a list"
        yield ProfileStates(profile.strip(), states_of(states) if is_list else [], source, problem=problem)


def _hashed(profiles: Sequence[ProfileStates]) -> list[ProfileStates]:
    return [one._replace(profile=hashed(one.profile), plain=one.profile) for one in profiles]
