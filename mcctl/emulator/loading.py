"""Another account in the place of the demo's: its folders, assets, data extensions, events, journeys, definitions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mcctl.emulator import folder
from mcctl.emulator.core.account import ENTERPRISE, EUROPE, USER
from mcctl.emulator.core.app import Load, Loaded
from mcctl.emulator.core.state import State
from mcctl.emulator.core.web import Caller, Refusal


class Arrival(NamedTuple):
    """An object on its way in. address: how it is told of."""

    kind: str
    address: str
    one: Loaded


def load(state: State, loads: Mapping[str, Load], mid: int, arrivals: Iterable[Arrival]) -> list[str]:
    """Make the emulator the account of these objects, in their order, and return what could not be taken, and why."""
    told: list[str] = []
    who = Caller(mid, ENTERPRISE, "", frozenset(), USER)

    def content(db: sqlite3.Connection) -> None:
        told.clear()
        for kind, address, one in arrivals:
            try:
                db.execute("savepoint one")
                loads[kind](db, who, one)
            except (Refusal, sqlite3.IntegrityError) as error:
                db.execute("rollback to one")
                body = error.body if isinstance(error, Refusal) else {"message": str(error)}
                told.append(f"{address}: {body.get('message') or body.get('Message')}")
            finally:
                db.execute("release one")
        for unit in (ENTERPRISE, EUROPE):
            folder.add_root(db, unit, ENTERPRISE)

    state.reset(content)
    return told
