"""What an emulated app is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sqlite3 import Connection
from typing import Any, NamedTuple

Change = Callable[[Connection], None]


class App(NamedTuple):
    """One emulated app.

    routes: path -> resource. schema: SQL of its tables, which nobody else touches. seeds: what fills them with the demo
    account, in order. elapse: brings them up to the clock. secrets: names, in lower case, of what the request log does
    not show.
    """

    routes: Mapping[str, Any]
    schema: str = ""
    seeds: tuple[Change, ...] = ()
    elapse: Change | None = None
    secrets: tuple[str, ...] = ()
