"""`mcctl emulator file list`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator._common import mid_of
from mcctl.session import Session


@verb(READ)
def list_files(session: Session) -> None:
    """List the files in the account's Enhanced FTP: what imports read, and reports.

    Examples:
      mcctl emulator file list
    """
    session.show_list(session.emulator.admin.files(mid_of(session)), {"NAME": "name", "CHARACTERS": "chars"})
