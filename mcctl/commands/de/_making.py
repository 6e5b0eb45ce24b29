"""A new data extension, made in one request, or, if it can be sent to, in two."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from mcctl.errors import McctlError, PartlyDone
from mcctl.reading import text
from mcctl.rest.de import DeApi
from mcctl.session import Session

_NEW = "<id of the new data extension>"


def made(session: Session, routes: DeApi, key: str, body: dict[str, Any], sendable: dict[str, Any]) -> dict[str, Any]:
    """Make a data extension and return it. sendable: what makes it sendable afterwards; empty if nothing shall.

    Raises PartlyDone where it was made, and is not sendable. A dry run plans both requests.
    """
    steps: list[Callable[[], dict[str, Any]]] = [partial(routes.create, body=body)]
    found: list[dict[str, Any]] = []
    if sendable:
        steps.append(lambda: _make_sendable(routes, key, text(found[0], "id") if found else _NEW, sendable))
    for one in session.in_turn(steps):
        found.append(one)
    return found[-1]


def _make_sendable(routes: DeApi, key: str, de_id: str, sendable: dict[str, Any]) -> dict[str, Any]:
    try:
        return routes.update(de_id=de_id, body=sendable)
    except McctlError as error:
        hint = f"mcctl api PATCH /data/v1/customobjects/{de_id} --input FILE, with isSendable and both fields"
        raise PartlyDone(
            f"Created {key}, but it is not sendable: {error.message}", hint, details=error.details
        ) from error
