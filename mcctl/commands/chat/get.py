"""`mcctl chat get`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.chat._common import SENDER_COLUMNS, PlatformArgument, platform_of
from mcctl.commands.chat.register._common import api
from mcctl.session import Session


@verb(READ)
def get_sender(
    session: Session,
    platform: PlatformArgument,
    sender: Annotated[str, typer.Argument(metavar="ID", help="Id of the page or channel.")],
) -> None:
    """Show how a page or channel is registered; its secrets are never told.

    Examples:
      mcctl chat get messenger 1732555047000001
    """
    session.show(api(session).get(platform=platform_of(platform), sender=sender), SENDER_COLUMNS)
