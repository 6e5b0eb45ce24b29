"""`mcctl completion bash`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.completion._common import print_script
from mcctl.session import Session


@verb(READ)
def bash(session: Session) -> None:
    """Print the script for bash.

    Examples:
      mcctl completion bash > ~/.local/share/bash-completion/completions/mcctl
    """
    print_script(session, "bash")
