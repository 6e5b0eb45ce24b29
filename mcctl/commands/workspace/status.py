"""`mcctl workspace status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._comparing import (
    COLUMNS,
    Comparing,
    OfflineOption,
    elsewhere,
    shown,
    told_elsewhere,
)
from mcctl.commands.workspace._space import SelectorsArgument, TargetOption, Workspace, tell_odd
from mcctl.errors import Different
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.compare import INCOMING


@verb(READ)
def status(
    session: Session,
    selectors: SelectorsArgument = None,
    target: TargetOption = None,
    offline: OfflineOption = False,
    check: Annotated[bool, typer.Option("--check", help="Exit with 10 if anything differs.")] = False,
) -> None:
    """Show what is not the same here and in the business unit.

    With --target, what was written to another business unit, and is another there now, or would be written anew.

    Examples:
      mcctl workspace status
      mcctl workspace status --offline
      mcctl workspace status --check -o json content/Emails
      mcctl workspace status --target prod --check
    """
    space = Workspace(session, selectors, target)
    if space.is_home:
        comparing = Comparing(space)
        found = comparing.offline_differences() if offline else comparing.differences()
    else:
        found = [told_elsewhere(one, offline=offline) for one in elsewhere(space, offline=offline)]
    space.check_selected() if not found else None
    session.show_list([shown(one) for one in found], COLUMNS)
    compared = "what was last seen" if offline else "the business unit"
    told = f"{counted(len(found), 'object')} not as in {compared}" if found else f"Everything is as in {compared}"
    tell_odd(space.odd(), told)
    if found and check:
        raise Different(told, "mcctl workspace diff")
    incoming = any(one.state in INCOMING for one in found)
    session.done(told, next_command="mcctl workspace pull" if incoming else "")
