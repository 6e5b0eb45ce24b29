"""What an emulated app is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sqlite3 import Connection
from types import MappingProxyType
from typing import Any, NamedTuple

from mcctl.emulator.core.web import Caller

Change = Callable[[Connection], None]


class Loaded(NamedTuple):
    """An object to put there as it was elsewhere. id: its own. body: as the API takes it; file: in base64.

    more: what only the platform says of it.
    """

    id: str
    body: dict[str, Any]
    more: Mapping[str, Any] = MappingProxyType({})


Load = Callable[[Connection, Caller, Loaded], None]
"""Puts an object into a business unit. Raises Refusal for one that the API would not take."""


class App(NamedTuple):
    """One emulated app.

    routes: path -> resource. schema: SQL of its tables, which nobody else touches. seeds: what fills them with the demo
    account, in order. content: likewise what is of the account's own making, in the place of which another account can
    be loaded. loads: kind of object -> what puts one of them there. elapse: brings them up to the clock. secrets:
    names, in lower case, of what the request log does not show.
    """

    routes: Mapping[str, Any]
    schema: str = ""
    seeds: tuple[Change, ...] = ()
    content: tuple[Change, ...] = ()
    loads: Mapping[str, Load] = MappingProxyType({})
    elapse: Change | None = None
    secrets: tuple[str, ...] = ()
