"""`mcctl emulator event click`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator.event._common import OfOption, ToOption, let_happen
from mcctl.session import Session


@verb(READ)
def click_link(
    session: Session,
    to: ToOption,
    of: OfOption = None,
    url: Annotated[str, typer.Option("--url", metavar="URL", help="The link.")] = "https://www.nto.example/",
) -> None:
    """Let a reader click a link in the newest e-mail to an address.

    The data view _Click has it, and callbacks of EngagementEvents.EmailClick are told.

    Examples:
      mcctl emulator event click --to amelia@nto.example --url https://www.nto.example/boots
    """
    let_happen(session, "click", to, of, url)
