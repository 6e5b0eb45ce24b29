"""`mcctl completion powershell`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.completion._common import print_script
from mcctl.session import Session


@verb(READ)
def powershell(session: Session) -> None:
    """Print the script for PowerShell.

    Examples:
      mcctl completion powershell >> $PROFILE
    """
    print_script(session, "powershell")
