"""How many requests were made: a line for each command in a file for each day, so that counting costs no time.

usage/2026-11-27.tsv holds profile, group and requests of one command a line. The first command of a day adds up the
days before it in usage/days.tsv. What a killed process made is not counted.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from mcctl.config import state_dir
from mcctl.errors import InputError

YEAR = timedelta(days=365)
WARNED_AT = 0.8  # of an allowance
_SUMS = "days.tsv"
_DAY = "????-??-??.tsv"
_MANY = 100  # requests of a command, after which an allowance is looked at anew


class Day(NamedTuple):
    """Requests of a profile in a group of commands on a day, as 2026-11-27."""

    day: str
    profile: str
    group: str
    requests: int


def count(profile: str, group: str, requests: int, today: date) -> bool:
    """Write down requests of a command; return whether it is a time to look at an allowance.

    A folder that cannot be written keeps nobody from working.
    """
    with suppress(OSError, InputError):
        path = _folder() / f"{today}.tsv"
        is_first = not path.exists()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if is_first:
            _add_up(path.parent)
        _append(path, f"{profile}\t{group}\t{requests}\n")
        return is_first or requests >= _MANY
    return False


def counted(since: date) -> list[Day]:
    """Return what was counted from a day on, newest first. Raises OSError."""
    return _sums(one for one in _lines(_folder()) if one.day >= str(since))[::-1]


def of_a_year(profile: str, today: date) -> int:
    """Return the requests of a profile in the 365 days that end today. Raises OSError."""
    return sum(one.requests for one in counted(today - YEAR) if one.profile == profile)


def warning(profile: str, allowance: int, today: date) -> str | None:
    """Return what is to be said of an allowance, once a day; None where there is nothing to say."""
    mark = _folder() / f"told-{profile}"
    with suppress(OSError):
        if mark.exists() and mark.read_text(encoding="utf-8") == str(today):
            return None
        used = of_a_year(profile, today)
        if used >= WARNED_AT * allowance:
            mark.write_text(str(today), encoding="utf-8")
            return f"Profile {profile}: {share(used, allowance)}; see mcctl usage"
    return None


def share(used: int, allowance: int) -> str:
    """Return in words how much of an allowance is used."""
    return f"{used:,} of {allowance:,} requests of a year ({100 * used // allowance} %)"


def _folder() -> Path:
    return state_dir() / "usage"


def _lines(folder: Path) -> Iterator[Day]:
    for path in folder.glob(f"{_DAY}*"):  # with those whose adding up was cut short
        yield from _read(path, path.name[: len("2026-11-27")])
    if (folder / _SUMS).exists():
        yield from _read(folder / _SUMS)


def _read(path: Path, *day: str) -> Iterator[Day]:
    """Yield the lines of a file, which may hold half a line at its end. day: of all of them, where they name none."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        parts = [*day, *line.split("\t")]
        if len(parts) == len(Day._fields) and parts[3].isdecimal():
            yield Day(parts[0], parts[1], parts[2], int(parts[3]))


def _add_up(folder: Path) -> None:
    """Put the sums of the days so far into one file. Each day is taken by one process only."""
    for path in folder.glob(_DAY):
        taken = path.with_name(f"{path.name}.{os.getpid()}")
        with suppress(FileNotFoundError):
            path.rename(taken)
            sums = _sums(_read(taken, path.name[: len("2026-11-27")]))
            _append(folder / _SUMS, "".join("\t".join(map(str, one)) + "\n" for one in sums))
            taken.unlink()


def _sums(days: Iterable[Day]) -> list[Day]:
    """Return days with their requests added up, oldest first."""
    sums: Counter[tuple[str, str, str]] = Counter()
    for one in days:
        sums[one[:3]] += one.requests
    return [Day(*key, requests) for key, requests in sorted(sums.items())]


def _append(path: Path, text: str) -> None:
    """Write at the end of a file in one piece, so that several processes can."""
    target = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(target, text.encode())
    finally:
        os.close(target)
