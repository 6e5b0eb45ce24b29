"""`mcctl tx status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.tx._common import STATUS_COLUMNS, ChannelOption, api
from mcctl.errors import NotFound, PartlyDone, Refused
from mcctl.session import Session


@verb(READ)
def status(
    session: Session,
    message_keys: Annotated[list[str], typer.Argument(metavar="MESSAGE_KEY...", help="Keys of the messages.")],
    channel: ChannelOption = "email",
) -> None:
    """Show what became of messages. Marketing Cloud limits how often this may be asked.

    Times are those of this machine in a table, and of the platform elsewhere (UTC-6).

    Examples:
      mcctl tx status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl tx status order-4711 order-4712 --channel sms -o json
    """
    routes = api(session, channel)
    found, failures = [], []
    for key in message_keys:
        try:
            found.append({"messageKey": key, **routes.get_status(message_key=key)})
        except (NotFound, Refused) as error:
            if len(message_keys) == 1:
                raise
            failures.append(f"{key}: {error.message}")
    session.show_list(found, STATUS_COLUMNS)
    if failures:
        raise PartlyDone(f"{len(failures)} of {len(message_keys)} have no status", details=failures)
