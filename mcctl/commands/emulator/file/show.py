"""`mcctl emulator file show`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator._common import mid_of
from mcctl.errors import NotFound
from mcctl.escaping import is_writable
from mcctl.session import Session


@verb(READ)
def show_file(session: Session, name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the file.")]) -> None:
    """Print a file of the account's Enhanced FTP.

    Examples:
      mcctl emulator file show hikers.csv
    """
    admin = session.emulator.admin
    content = admin.file(name, mid_of(session)) if is_writable(name) else None
    if content is None:
        raise NotFound(f"There is no file {name}", "mcctl emulator file list")
    session.output.raw(content)
