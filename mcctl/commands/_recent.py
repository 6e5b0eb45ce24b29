"""Lists by time: what happened, or was changed, since a date or for so long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from mcctl.clock import told_moment
from mcctl.commands._times import moment_since
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


def within(found: Iterable[Any], path: str, since: str | None, until: str | None) -> Iterable[Any]:
    """Return what has its time, at a path, between two moments. Raises InputError for times that are none."""
    first = datetime.min.replace(tzinfo=UTC) if since is None else moment_since(since, "--since")
    last = datetime.max.replace(tzinfo=UTC) if until is None else moment_since(until, "--until")
    if since is None and until is None:
        return found
    return (one for one in found if (at := told_moment(text(one, path))) is not None and first <= at <= last)


def changed(found: Iterable[Any], since: str | None, path: str = "modifiedDate") -> Iterable[Any]:
    """Return what was changed since a time; everything where none is told. Raises InputError for what is no time."""
    if since is None:
        return found
    first = moment_since(since, "--modified-since")
    return (one for one in found if (at := told_moment(text(one, path))) is not None and at >= first)
