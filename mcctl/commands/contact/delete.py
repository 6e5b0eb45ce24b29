"""`mcctl contact delete`."""

from __future__ import annotations

from mcctl.commands._verb import IRREVERSIBLE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.contact._common import ContactsArgument, EverybodyOption, api, chosen, deletion, following
from mcctl.formats import When
from mcctl.reading import get, whole
from mcctl.session import Session


@verb(IRREVERSIBLE)
def delete_contacts(
    session: Session,
    keys: ContactsArgument = None,
    data_extension: EverybodyOption = None,
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
    who, routes = chosen(keys, data_extension), api(session)
    session.confirm_name(f"Delete {who.told}, everywhere and for good?", who.name)
    started = routes.delete(keys=who.keys, list_key=data_extension)
    following(session, deletion(routes), whole(get(started, "operationID")) or 0).begin(
        session,
        started,
        {"OPERATION": "operationID", "STARTED": When("operationInitiated")},
        waiting,
        done=f"Deleting {who.told}",
    )
    if waiting.wait:
        session.done(f"Suppressed {who.told}; they are removed when the suppression period is over")
