"""`mcctl chat list`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.chat._common import SENDER_COLUMNS, platform_of
from mcctl.commands.chat.register._common import api
from mcctl.rest.chat import PLATFORMS
from mcctl.session import Session


@verb(READ)
def list_senders(
    session: Session,
    platform: Annotated[
        str | None, typer.Argument(metavar="messenger|line", help="Only senders of this network.")
    ] = None,
) -> None:
    """List the registered pages and channels.

    Examples:
      mcctl chat list
      mcctl chat list messenger -o json -q "[].ottPlatformAttributes.pageId"
    """
    routes = api(session)
    wanted = PLATFORMS if platform is None else (platform_of(platform),)

    def found() -> Iterator[dict[str, Any]]:
        for name in wanted:
            yield from routes.list(platform=name)

    session.show_list(found(), SENDER_COLUMNS)
