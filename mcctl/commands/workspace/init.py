"""`mcctl workspace init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.session import Session
from mcctl.workspace import project


@verb(READ)
def init_workspace(
    session: Session,
    folder: Annotated[str, typer.Argument(metavar="[DIR]", help="The folder; it is made where it is not there.")] = ".",
    targets: Annotated[
        list[str] | None,
        typer.Option(
            "--target", metavar="NAME=PROFILE[:MID]", help="A business unit and the login to it; several times."
        ),
    ] = None,
    home: Annotated[
        str | None, typer.Option("--home", metavar="NAME", help="The target that the files are; else the first one.")
    ] = None,
) -> None:
    """Make a workspace of a folder: say which business units it is of.

    The files are what the home business unit has. Nothing is asked for, and no file that is there is replaced; lines
    are added to .gitignore and .gitattributes.

    Examples:
      mcctl workspace init --target dev=emulator:510000001
      mcctl workspace init nto --home dev --target dev=nto:510000001 --target prod=nto-prod:510001234
    """
    name = session.profile.name if not targets else ""
    found = [project.parse_target(one) for one in targets or [f"{name}={name}{_mid(session)}"]]
    root = Path(folder)
    written = project.init(root, found, home or found[0].name)
    session.output.lines([f"{folder}/{name}" if folder != "." else name for name in written])
    session.done(f"{root.resolve()} is a workspace now", next_command="mcctl workspace pull")


def _mid(session: Session) -> str:
    return f":{session.account_id}" if session.account_id else ""
