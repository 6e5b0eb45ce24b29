"""`mcctl automation delete`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.automation._common import KeyArgument, api
from mcctl.errors import NotFound, Refused
from mcctl.reading import text
from mcctl.session import Session


@verb(DANGEROUS)
def delete_automation(session: Session, key: KeyArgument) -> None:
    """Delete an automation; its activities stay.

    No document names the route: where Marketing Cloud refuses it, the user interface and SOAP are the ways left.

    Examples:
      mcctl automation delete nto-nightly
      mcctl automation delete nto-nightly --yes
    """
    routes = api(session)
    found = routes.find(ref=key)
    name = text(found, "name")
    session.confirm(f"Delete the automation {name!r}? It is {text(found, 'status')}")
    try:
        routes.delete(automation_id=text(found, "id"))
    except (NotFound, Refused) as error:
        error.hint = "REST may not delete automations here: the user interface does, and SOAP's Delete of Automation"
        raise
    session.done(f"Deleted the automation {name}")
