"""`mcctl tx unsent`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._options import LimitOption
from mcctl.commands._recent import SinceOption, UntilOption, within
from mcctl.commands._verb import READ, verb
from mcctl.commands.tx._common import QueuedChannelOption, api
from mcctl.formats import When
from mcctl.reading import text
from mcctl.rest.tx import CHANNELS, reason_of
from mcctl.session import Session

UNSENT_COLUMNS: Columns = {
    "EVENT ID": "eventID",
    "AT": When("timestamp"),
    "DEFINITION": "definitionKey",
    "CODE": lambda status: reason_of(status)[0],
    "REASON": lambda status: reason_of(status)[1],
    "MESSAGE KEY": "info.messageKey",
    "CONTACT": "info.contactKey",
}


@verb(READ)
def unsent(
    session: Session,
    channel: QueuedChannelOption = "email",
    definition: Annotated[
        str | None, typer.Option("--definition", metavar="DEFINITION", help="Only messages of this definition.")
    ] = None,
    contact: Annotated[
        str | None, typer.Option("--contact", metavar="KEY", help="Only messages to this contact.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="ADDRESS", help="Only messages to this address.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    after: Annotated[
        int | None, typer.Option("--after", metavar="EVENT_ID", min=0, help="Only what came after this event.")
    ] = None,
    limit: LimitOption = None,
) -> None:
    """List the messages that were accepted but not sent, oldest first, and why.

    Examples:
      mcctl tx unsent --definition nto-order-confirmation
      mcctl tx unsent --contact nto-1001 --since 7d
      mcctl tx unsent --channel sms --after 35774 -o jsonl
    """
    wanted = {"definitionKey": definition, "info.contactKey": contact, "info.to": to}
    found = within(api(session, channel, CHANNELS).not_sent(after=after), "timestamp", since, until)
    meant = (one for one in found if all(_is(one, path, value) for path, value in wanted.items()))
    session.show_list(islice(meant, limit), UNSENT_COLUMNS)


def _is(one: Any, path: str, value: str | None) -> bool:
    return value is None or text(one, path).casefold() == value.casefold()
