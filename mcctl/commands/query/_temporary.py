"""What a query from the shell needs for a while: a data extension and a query activity, gone afterwards.

A lock tells that somebody still uses them: the name holds it in the form mcctl-query-<day>-<random>.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, NamedTuple

from mcctl import locks
from mcctl.commands._activities import api as activities
from mcctl.errors import InputError, McctlError, NotFound, PartlyDone
from mcctl.reading import objects, text
from mcctl.rest.activity import QUERY, ActivityApi
from mcctl.rest.de import DeApi
from mcctl.session import Session

PREFIX = "mcctl-query-"
_LEFT = "mcctl query cleanup"


class Left(NamedTuple):
    """Something that is left behind. kind: query or data extension. is_used: a query on this machine still runs."""

    kind: str
    name: str
    id: str
    is_used: bool


class Made(NamedTuple):
    """What a query from the shell works with."""

    name: str
    de_id: str
    query_id: str


def new_name() -> str:
    """Return a name that nothing else has: at most 36 characters, as a key of a query activity may have."""
    return f"{PREFIX}{time.strftime('%Y%m%d', time.gmtime())}-{secrets.token_hex(6)}"


@contextmanager
def made(session: Session, sql: str, fields: list[dict[str, Any]], keep: str | None) -> Iterator[Made]:
    """Make a data extension and a query activity, and remove both, whatever happens in between.

    keep: the name of a data extension that stays. Raises PartlyDone where something could not be removed, and what the
    routes raise. A dry run plans both requests.
    """
    queries, extensions, name = activities(session), DeApi(session.client), new_name()
    target = keep or name
    definition = {"name": target, "key": target, "categoryId": _folder(extensions), "isSendable": False,
                  "fields": fields, "description": "Rows of a query that was run by mcctl"}  # fmt: skip
    body = {"name": name, "key": name, "description": "", "queryText": sql, "targetKey": target,
            "targetUpdateTypeId": 0, "categoryId": queries.root_folder(QUERY.folder)}  # fmt: skip
    begun: list[Callable[[], Any]] = []

    def make_extension() -> dict[str, Any]:
        if not keep and not session.dry_run:
            begun.append(partial(_remove_extension, extensions, name))
        return extensions.create(body=definition)

    def make_query() -> dict[str, Any]:
        if not session.dry_run:
            begun.append(partial(_remove_query, queries, name))
        return queries.create(QUERY, body=body)

    with locks.held(name, 0, "runs the same query"):
        try:
            extension, query = session.in_turn([make_extension, make_query])
            yield Made(target, text(extension, "id"), QUERY.id_of(query))
        finally:
            _remove(begun)


def _folder(routes: DeApi) -> int:
    usual = routes.usual_folder()
    if usual is None:
        raise InputError(
            "Nobody tells in which folder data extensions are", "mcctl de create makes one with --folder ID"
        )
    return usual[0]


def _remove_extension(routes: DeApi, key: str) -> None:
    """Remove a data extension, which may never have been made: its answer may not have come."""
    found = routes.find(key=key)
    routes.delete(de_id=found.id)


def _remove_query(routes: ActivityApi, key: str) -> None:
    """Remove a query activity; as above."""
    routes.delete(QUERY, activity_id=QUERY.id_of(routes.look_up(QUERY, ref=key)))


def _remove(begun: list[Callable[[], Any]]) -> None:
    """Remove what was made, the last first. Raises PartlyDone where that does not come off."""
    for remove in reversed(begun):
        try:
            remove()
        except NotFound:
            continue
        except McctlError as error:
            told = f"Something of the query is left behind: {error.message}"
            raise PartlyDone(told, _LEFT, details=error.details) from error


def left_behind(session: Session) -> list[Left]:
    """Return what queries from the shell left behind, queries first."""
    queries = objects(list(activities(session).list_all(QUERY)))
    extensions = objects(list(DeApi(session.client).list_all()))
    found = [("query", text(one, "key"), QUERY.id_of(one)) for one in queries]
    found += [("data extension", text(one, "key"), text(one, "id")) for one in extensions]
    ours = [one for one in found if one[1].startswith(PREFIX)]
    return [Left(*one, locks.is_held(one[1])) for one in ours]
