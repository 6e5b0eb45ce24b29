"""What the commands of the audit trail share: a time, a person, and the words that they look for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import takewhile
from typing import Annotated, Any

import typer

from mcctl.clock import told_moment
from mcctl.commands._times import moment_since
from mcctl.reading import text

SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE|DURATION", help="What came after: 2026-01-31, or 12h ago. Else 30 days."),
]
ByOption = Annotated[str | None, typer.Option("--by", metavar="TEXT", help="Only of people whose name has this.")]
_PEOPLE = ("employee.employeeName", "employee.userName")


def events(listed: Callable[..., Iterator[Any]], begin: str | None, by: str | None) -> Iterator[Any]:
    """Yield events that came after a time, of some people. Raises InputError for a time that is none."""
    after = None if begin is None else moment_since(begin, "--since")
    # A day more is asked for: nobody tells the zone that days are counted in.
    start = (after - timedelta(days=1)).date().isoformat() if after else ""
    found = listed(start=start)
    recent = takewhile(lambda one: after is None or (told_moment(text(one, "createdDate")) or after) >= after, found)
    return (one for one in recent if by is None or has(one, by, *_PEOPLE))


def has(one: Any, words: str, *paths: str) -> bool:
    """Whether some words stand in one of several parts of an event, in any case."""
    return any(words.casefold() in text(one, path).casefold() for path in paths)
