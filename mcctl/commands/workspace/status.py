"""`mcctl workspace status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._common import COLUMNS, OfflineOption, SelectorsArgument, Workspace, shown, tell_odd
from mcctl.errors import Different
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.compare import INCOMING


@verb(READ)
def status(
    session: Session,
    selectors: SelectorsArgument = None,
    offline: OfflineOption = False,
    check: Annotated[bool, typer.Option("--check", help="Exit with 10 if anything differs.")] = False,
) -> None:
    """Show what is not the same here and in the business unit.

    Examples:
      mcctl workspace status
      mcctl workspace status --offline
      mcctl workspace status --check -o json content/Emails
    """
    space = Workspace(session, selectors)
    found = space.offline_differences() if offline else space.differences()
    space.check_selected() if not found else None
    session.show_list([shown(one) for one in found], COLUMNS)
    compared = "what was last seen" if offline else "the business unit"
    told = f"{counted(len(found), 'object')} not as in {compared}" if found else f"Everything is as in {compared}"
    tell_odd(space.odd(), told)
    if found and check:
        raise Different(told, "mcctl workspace diff")
    incoming = any(one.state in INCOMING for one in found)
    session.done(told, next_command="mcctl workspace pull" if incoming else "")
