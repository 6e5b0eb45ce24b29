"""`mcctl contact preference set`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.contact._common import api
from mcctl.commands.contact.preference._common import COLUMNS, KeysArgument
from mcctl.errors import InputError
from mcctl.reading import get
from mcctl.session import Session
from mcctl.words import counted

_OPTED_OUT = {"on": False, "off": True}


@verb(WRITE)
def set_preferences(
    session: Session,
    keys: KeysArgument,
    tracking: Annotated[str, typer.Option("--tracking", metavar="on|off", help="Whether they may be tracked.")],
) -> None:
    """Say whether contacts may be tracked.

    Examples:
      mcctl contact preference set nto-1001 --tracking off
      mcctl contact preference set nto-1001 nto-1002 --tracking on
    """
    is_out = _OPTED_OUT.get(tracking.lower())
    if is_out is None:
        raise InputError(f"--tracking {tracking!r} must be on or off")
    routes = api(session)
    known = {key: get(routes.preference(key=key), "contactID") for key in dict.fromkeys(keys)}
    items = [{"contactID": number, "hasOptedOutTracking": is_out} for number in known.values()]
    kept = {str(get(one, "contactID")): one for one in routes.set_preferences(items=items)}
    told = [{"contactKey": key, **(kept.get(str(number)) or {"contactID": number})} for key, number in known.items()]
    session.show_list(told, COLUMNS)
    session.done(f"Tracking is {tracking.lower()} for {counted(len(known), 'contact')}")
