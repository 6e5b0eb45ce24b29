"""`mcctl contact delete`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import IRREVERSIBLE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.contact._common import api, following
from mcctl.errors import InputError
from mcctl.formats import When
from mcctl.reading import get, whole
from mcctl.session import Session
from mcctl.words import counted


@verb(IRREVERSIBLE)
def delete_contacts(
    session: Session,
    keys: Annotated[list[str] | None, typer.Argument(metavar="CONTACT...", help="Contact keys.")] = None,
    data_extension: Annotated[
        str | None,
        typer.Option("--data-extension", metavar="KEY", help="Everybody in this sendable data extension, instead."),
    ] = None,
    *,
    waiting: Wait,
) -> None:
    """Delete contacts, in every business unit and every channel, for good.

    They are suppressed at once and cannot be sent to, and removed when the suppression period is over. --wait waits for
    the suppression, which may take hours. Confirm with the contact key, with how many they are, or with the key of the
    data extension.

    Examples:
      mcctl contact delete nto-1001
      mcctl contact delete nto-1001 nto-1002 --confirm 2 --wait
      mcctl contact delete --data-extension nto-customers --confirm nto-customers
    """
    if bool(keys) == (data_extension is not None):
        raise InputError("Which contacts?", "Give either contact keys or --data-extension KEY")
    wanted = list(dict.fromkeys(keys or []))
    if "" in (*wanted, data_extension):
        raise InputError("A key is empty; nothing was deleted")
    name = data_extension or (wanted[0] if len(wanted) == 1 else str(len(wanted)))
    what = f"everybody in {data_extension}" if data_extension else counted(len(wanted), "contact")
    session.confirm_name(f"Delete {what}, everywhere and for good?", name)
    routes = api(session)
    started = routes.delete(keys=wanted, list_key=data_extension)
    following(session, routes, whole(get(started, "operationID")) or 0).begin(
        session,
        started,
        {"OPERATION": "operationID", "STARTED": When("operationInitiated")},
        waiting,
        done=f"Deleting {what}",
    )
    if waiting.wait:
        session.done(f"Suppressed {what}; they are removed when the suppression period is over")
