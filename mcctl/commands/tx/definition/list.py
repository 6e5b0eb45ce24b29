"""`mcctl tx definition list`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.choices import choice
from mcctl.commands._recent import ModifiedSinceOption, changed
from mcctl.commands._verb import READ, verb
from mcctl.commands.tx._common import ChannelOption, api
from mcctl.commands.tx.definition._common import LIST_COLUMNS
from mcctl.session import Session


@verb(READ)
def list_definitions(
    session: Session,
    channel: ChannelOption = "email",
    status: Annotated[
        str | None, typer.Option("--status", metavar="active|inactive|deleted", help="Only these.")
    ] = None,
    modified_since: ModifiedSinceOption = None,
) -> None:
    """List the send definitions of a channel.

    Examples:
      mcctl tx definition list
      mcctl tx definition list --channel sms --status inactive -o json
    """
    if status is not None:
        status = choice(status, ("active", "inactive", "deleted"), f"--status {status!r}")
    found = api(session, channel).list_definitions(status=status)
    session.show_list(changed(found, modified_since), LIST_COLUMNS)
