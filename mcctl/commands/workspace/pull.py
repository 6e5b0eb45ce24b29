"""`mcctl workspace pull`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._pulling import Pull, pulled
from mcctl.commands.workspace._space import SelectorsArgument, TargetOption
from mcctl.errors import InputError
from mcctl.session import Session
from mcctl.workspace.pull import Side


@verb(READ)
def pull(
    session: Session,
    selectors: SelectorsArgument = None,
    target: TargetOption = None,
    deep: Annotated[bool, typer.Option("--deep", help="Also what the selected objects refer to, and so on.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Read everything, not only what has changed.")] = False,
    mine: Annotated[bool, typer.Option("--mine", help="Where changes meet, keep the files as they are here.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Where changes meet, take what is there.")] = False,
    markers: Annotated[
        bool, typer.Option("--markers", help="Where changes meet, write both into the text, between marks.")
    ] = False,
    no_files: Annotated[bool, typer.Option("--no-files", help="Leave out images and documents themselves.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be done; write nothing.")] = False,
) -> None:
    """Take what changed in the business unit into the files; what changed here stays.

    Where both changed, texts are merged if the changes do not meet; else the files stay, and the exit code is 8. A
    file that is gone there is removed only if it was not changed here. An interrupted pull goes on where it was.

    With --target, what somebody changed in another business unit is brought into the files, with variables and the
    names of objects put back; where that cannot be told for sure, it is said.

    Examples:
      mcctl workspace pull
      mcctl workspace pull asset:nto-footer journeys/ --dry-run
      mcctl workspace pull --theirs asset:nto-footer
      mcctl workspace pull --markers asset:nto-footer
      mcctl workspace pull --target prod asset:nto-footer
      mcctl workspace pull journey:nto-thank-you --deep
    """
    if mine + theirs + markers > 1:
        raise InputError("Only one of --mine, --theirs and --markers can be given")
    if markers and target is not None:
        raise InputError("--markers is for the home business unit: what is there is no text of the files elsewhere")
    side = Side.MINE if mine else Side.THEIRS if theirs else Side.MARKED if markers else Side.NONE
    pulled(session, selectors, Pull(side, deep, full, no_files, dry_run), target)
