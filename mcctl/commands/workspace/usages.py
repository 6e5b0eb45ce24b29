"""`mcctl workspace usages`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._live import Live
from mcctl.commands.workspace._space import Workspace, tell_odd
from mcctl.errors import InputError, NotFound
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.address import Address, parse_address
from mcctl.workspace.references import PAGE
from mcctl.workspace.usages import Found

_COLUMNS = {"ADDRESS": "address", "FILE": "path", "LINE": "line", "HOW": "how"}
_CHAIN_COLUMNS = {"USES": "uses"}
_LIVE_COLUMNS = {"STATUS": "status", "INSIDE": "inside"}


@verb(READ)
def usages(
    session: Session,
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="Such as asset:nto-footer, or a file of it.")],
    deep: Annotated[bool, typer.Option("--deep", help="Also who uses those, up to journeys and sends.")] = False,
    forward: Annotated[bool, typer.Option("--forward", help="The other way round: what the object uses.")] = False,
    live: Annotated[bool, typer.Option("--live", help="Ask for the state of the journeys and sends found.")] = False,
) -> None:
    """Show who uses an object: with file and line, and, if wanted, up to journeys and sends.

    It is read from the files: content blocks by key, id and name, data extensions in AMPscript, JavaScript and SQL,
    addresses of images, pages of CloudPages by number (page:123), and what the properties of e-mails, journeys, sends
    and automations name. Nobody is asked, but with --live.

    Examples:
      mcctl workspace usages asset:nto-footer
      mcctl workspace usages asset:nto-footer --deep --live
      mcctl workspace usages journey:nto-thank-you --forward --deep
    """
    space = Workspace(session, None)
    meant = _meant(space, address)
    walk = space.usages.by if forward else space.usages.of
    found = list(walk(meant, deep=deep))
    if not found and space.lock.by_address(meant) is None and meant.folded not in space.local.strays:
        raise NotFound(f"This workspace knows no {meant}", "mcctl workspace inventory lists what it knows")
    states = Live(space) if live else None
    columns = _COLUMNS | (_CHAIN_COLUMNS if deep or forward else {}) | (_LIVE_COLUMNS if live else {})
    session.show_list([_told(one, via, states) for one, via in found], columns)
    users = {str(one.used if forward else one.user) for one, _ in found}
    told = f"{meant} uses {counted(len(users), 'object')}" if forward else f"{counted(len(users), 'user')} of {meant}"
    tell_odd(space.local.odd, told)
    session.output.note(told)


def _meant(space: Workspace, text: str) -> Address:
    """Return the address that is meant: it is named, or one of its files is."""
    owners = space.usages.owners
    found = owners.get(text.replace("\\", "/").removeprefix("./"))
    if found is not None:
        return found
    if ":" not in text:
        raise InputError(f"{text!r} is no address, and no file of this workspace", "An address is asset:nto-footer")
    kind, _, key = text.partition(":")
    return Address(kind, key) if kind == PAGE and key else parse_address(text)


def _told(found: Found, via: Address, states: Live | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "address": str(found.user),
        "path": found.path,
        "line": found.use.line,
        "column": found.use.column,
        "how": found.use.how,
        "value": found.use.value,
        "uses": str(found.used or via),
    }
    if states is None:
        return told
    return {**told, **states.of(found.user)}
