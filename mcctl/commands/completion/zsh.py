"""`mcctl completion zsh`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.completion._common import print_script
from mcctl.session import Session


@verb(READ)
def zsh(session: Session) -> None:
    """Print the script for zsh.

    Examples:
      mcctl completion zsh > "${fpath[1]}/_mcctl"
    """
    print_script(session, "zsh")
