"""`mcctl emulator file add`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator._common import mid_of
from mcctl.documents import read_text
from mcctl.errors import InputError
from mcctl.escaping import is_writable
from mcctl.session import Session


@verb(READ)
def add_file(
    session: Session, path: Annotated[str, typer.Argument(metavar="FILE", help="A file of this machine.")]
) -> None:
    """Put a file into the account's Enhanced FTP, in the place of one of the same name.

    Examples:
      mcctl emulator file add hikers.csv
    """
    admin = session.emulator.admin
    content, name = read_text(path), Path(path).name
    if not is_writable(name):
        raise InputError(f"{name!r} is no name of a file on FTP")
    admin.put_file(name, content, mid_of(session))
    session.output.note(f"Added {name}")
