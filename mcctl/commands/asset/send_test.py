"""`mcctl asset send-test`."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, NamedTuple

import typer

from mcctl.ampscript.values import text as printed
from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import WAIT_SECONDS, SendWait, WaitTimeoutOption
from mcctl.commands.asset._lookup import IsKeyOption, KeyArgument, api, asset_id_of
from mcctl.commands.asset._people import as_whom
from mcctl.commands.tx._common import following
from mcctl.copying import argument
from mcctl.errors import InputError, NotFound
from mcctl.reading import get, text
from mcctl.rest.address import checked_address
from mcctl.rest.tx import TxApi
from mcctl.session import Session

_PREFIX = "mcctl-test-"
_LIST = "All Subscribers"


class _Test(NamedTuple):
    """An e-mail that is tested. definition: the key of the send definition for it."""

    asset: dict[str, Any]
    key: str
    definition: str


@verb(WRITE)
def send_test(
    session: Session,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    to: Annotated[str | None, typer.Option("--to", metavar="ADDRESS", help="Where the message goes.")] = None,
    contact: Annotated[str | None, typer.Option("--contact", metavar="KEY", help="As this contact.")] = None,
    row: Annotated[
        str | None, typer.Option("--row", metavar="DE:KEY", help="As the one in this row of a data extension.")
    ] = None,
    data: Annotated[
        list[str] | None, typer.Option("--attr", metavar="NAME=VALUE", help="Give an attribute a value.")
    ] = None,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
    cleanup: Annotated[
        bool, typer.Option("--cleanup", help="Remove the send definition that tests of this e-mail use.")
    ] = False,
) -> None:
    """Send an e-mail to oneself, and tell what became of it.

    Once for each e-mail a transactional send definition is made and kept; its key begins with mcctl-test-. With
    --cleanup it is removed, after the send where there is one.

    Examples:
      mcctl asset send-test nto-welcome-series --to me@example.com --attr FirstName=Amelia
      mcctl asset send-test nto-welcome-series --to me@example.com --row nto-customers:nto-1001
      mcctl asset send-test nto-welcome-series --cleanup
    """
    if to is None and not cleanup:
        raise InputError("Where does the message go?", "Give --to ADDRESS")
    test = _test_of(session, key, is_key)
    routes = TxApi(session.client, "email")
    steps: list[Callable[[], None]] = []
    if to is not None:
        address, problem = checked_address("email", to)
        if problem:
            raise InputError(f"--to: {problem}")
        attributes = as_whom(session, contact, row, data or [])
        waiting = SendWait(True, wait_timeout)
        steps += [
            partial(_make_ready, session, routes, test),
            partial(_send, session, routes, test, address, attributes, waiting),
        ]
    if cleanup and session.dry_run:
        steps.append(partial(_clean_up, session, routes, test))
    try:
        for _ in session.in_turn(steps):
            pass
    finally:
        if cleanup and not session.dry_run:
            _clean_up(session, routes, test)


def _test_of(session: Session, key: str, is_key: bool) -> _Test:
    assets = api(session)
    asset = assets.get(asset_id=asset_id_of(assets, key, is_key))
    if not get(asset, "views"):
        raise InputError(f"{text(asset, 'name') or key} is no e-mail")
    return _Test(asset, text(asset, "customerKey"), f"{_PREFIX}{text(asset, 'id')}")


def _make_ready(session: Session, routes: TxApi, test: _Test) -> None:
    """Make the definition of a test, unless it is there and as it should be."""
    try:
        found = routes.get_definition(key=test.definition)
    except NotFound:
        name = f"Test of {text(test.asset, 'name')}"[:100]
        body = {"definitionKey": test.definition, "name": f"{name} ({text(test.asset, 'id')})", "status": "Active"}
        routes.create_definition(body={**body, "content": {"customerKey": test.key}, "subscriptions": {"list": _LIST}})
        session.output.note(f"Made the send definition {test.definition}, which stays until --cleanup")
        return
    changes: dict[str, Any] = {}
    if text(found, "status").lower() != "active":
        changes["status"] = "Active"
    if text(found, "content.customerKey") != test.key:
        changes["content"] = {"customerKey": test.key}
    if changes:
        routes.update_definition(key=test.definition, body=changes)


def _send(
    session: Session, routes: TxApi, test: _Test, address: str, attributes: dict[str, Any], waiting: SendWait
) -> None:
    message_key = os.urandom(16).hex()
    contact_key = printed(attributes.pop("_subscriberkey", "")) or address
    given = {name: printed(value) for name, value in attributes.items() if name != "emailaddr"}
    recipient = {"contactKey": contact_key, "to": address, **({"attributes": given} if given else {})}
    answer = routes.send(message_key=message_key, definition_key=test.definition, recipient=recipient)
    following(session, routes, test.definition, message_key).begin(
        session,
        answer,
        {"MESSAGE KEY": lambda _: message_key, "REQUEST": "requestId"},
        waiting,
        accepted=f"Accepted as {message_key}",
        done=f"Accepted as {message_key}",
    )


def _clean_up(session: Session, routes: TxApi, test: _Test) -> None:
    try:
        routes.get_definition(key=test.definition)
    except NotFound:
        session.output.note(f"There is no send definition {test.definition}")
        return
    routes.delete_definition(key=test.definition)
    session.done(f"Removed the send definition {argument(test.definition)}")
