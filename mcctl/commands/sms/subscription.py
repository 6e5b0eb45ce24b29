"""`mcctl sms subscription`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.sms._body import numbers as checked_numbers
from mcctl.commands.sms._common import contact_api
from mcctl.commands.sms._options import RegionOption, checked_region
from mcctl.errors import refuse_all
from mcctl.formats import When
from mcctl.reading import get
from mcctl.rest.problems import objects_in
from mcctl.session import Session

SUBSCRIPTION_COLUMNS: Columns = {
    "NUMBER": "mobileNumber",
    "CODE": "shortCode",
    "KEYWORD": "keyword",
    "OPTED IN": When("optInDate"),
}


@verb(READ)
def subscription(
    session: Session,
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="NUMBER...", help="Numbers, with their country codes.")
    ] = None,
    keys: Annotated[
        list[str] | None, typer.Option("--subscriber", metavar="KEY", help="A subscriber key; repeatable.")
    ] = None,
    region: RegionOption = None,
) -> None:
    """List the subscriptions of numbers. Those that were ended are not told.

    Examples:
      mcctl sms subscription 13175551212
      mcctl sms subscription --subscriber c-001 -o json
    """

    problems: list[str] = []
    if not numbers and not keys:
        problems.append("Whose subscriptions? Give numbers, or --subscriber KEY")
    asked = checked_numbers(numbers or [], checked_region(region, problems), problems)
    refuse_all(problems)
    found = objects_in(contact_api(session).subscriptions(numbers=asked, keys=keys or []), "contacts")
    session.show_list(found, SUBSCRIPTION_COLUMNS)
    known = {str(get(one, "mobileNumber")) for one in found}
    for number in asked:
        if number not in known:
            session.output.note(f"{number} is not subscribed to anything")
    if keys and not found:
        session.output.note("No subscription found")
