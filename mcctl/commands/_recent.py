"""Lists by time: what happened, or was changed, since a date or for so long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from mcctl.clock import told_moment
from mcctl.commands._times import moment_since
from mcctl.errors import InputError
from mcctl.reading import text

SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="WHEN", help="From then on: a date and time, or 12h, 7d, 1d12h ago.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="WHEN", help="Up to then: a date and time, or 12h, 7d, 1d12h ago.")
]
ModifiedSinceOption = Annotated[
    str | None, typer.Option("--modified-since", metavar="WHEN", help="Changed since a date, or 12h, 7d, 1d12h ago.")
]


def span(since: str | None, until: str | None) -> tuple[datetime | None, datetime | None]:
    """Return the moments of --since and --until. Raises InputError for times that are none, or in the wrong order."""
    first = None if since is None else moment_since(since, "--since")
    last = None if until is None else moment_since(until, "--until")
    if first and last and last < first:
        raise InputError(f"--until {until} is before --since {since}")
    return first, last


def within(found: Iterable[Any], path: str, since: str | None, until: str | None) -> Iterable[Any]:
    """Return what has its time, at a path, between two moments. Raises InputError as `span` does."""
    if since is None and until is None:
        return found
    first, last = span(since, until)
    first, last = first or datetime.min.replace(tzinfo=UTC), last or datetime.max.replace(tzinfo=UTC)
    return (one for one in found if (at := told_moment(text(one, path))) is not None and first <= at <= last)


def changed(found: Iterable[Any], since: str | None, path: str = "modifiedDate") -> Iterable[Any]:
    """Return what was changed since a time; everything where none is told. Raises InputError for what is no time."""
    if since is None:
        return found
    first = moment_since(since, "--modified-since")
    return (one for one in found if (at := told_moment(text(one, path))) is not None and at >= first)
