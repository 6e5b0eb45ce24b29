"""`mcctl contact restrict`."""

from __future__ import annotations

from mcctl.commands._verb import IRREVERSIBLE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.contact._common import (
    ContactsArgument,
    EverybodyOption,
    api,
    chosen,
    following,
    restriction,
)
from mcctl.reading import get, whole
from mcctl.session import Session


@verb(IRREVERSIBLE)
def restrict(
    session: Session,
    keys: ContactsArgument = None,
    data_extension: EverybodyOption = None,
    *,
    waiting: Wait,
) -> None:
    """Restrict the processing of contacts: nothing is sent to them any more, in any business unit.

    Their data stays. No API takes it back. Confirm with the contact key, with how many they are, or with the key of the
    data extension.

    Examples:
      mcctl contact restrict nto-1001
      mcctl contact restrict nto-1001 nto-1002 --confirm 2 --wait
    """
    who, routes = chosen(keys, data_extension), api(session)
    session.confirm_name(f"Restrict {who.told}, everywhere?", who.name)
    started = routes.restrict(keys=who.keys, list_key=data_extension)
    following(session, restriction(routes), whole(get(started, "operationID")) or 0).begin(
        session, started, {"OPERATION": "operationID"}, waiting, done=f"Restricting {who.told}"
    )
    if waiting.wait:
        session.done(f"Restricted {who.told}")
