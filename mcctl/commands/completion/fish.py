"""`mcctl completion fish`."""

from __future__ import annotations

from mcctl.commands._verb import READ, verb
from mcctl.commands.completion._common import print_script
from mcctl.session import Session


@verb(READ)
def fish(session: Session) -> None:
    """Print the script for fish.

    Examples:
      mcctl completion fish > ~/.config/fish/completions/mcctl.fish
    """
    print_script(session, "fish")
