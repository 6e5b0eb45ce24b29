"""`mcctl run resume`."""

from __future__ import annotations

from typing import Any

import typer

from mcctl.bulk import runs
from mcctl.commands._replay import typed_words
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.run._common import RunArgument
from mcctl.session import Session


@verb(WRITE)
def resume_run(session: Session, run: RunArgument) -> None:
    """Go on with a run where it stopped: the same command again, with the same file and login.

    Examples:
      mcctl run resume 3f9a1c07d2
    """
    command = runs.get_run(run).get("command") or runs.about(run)["command"]  # an unreadable one is told
    root: Any = session.context.find_root().command
    options, _ = typed_words(session, leave_out=("profile", "business_unit"))
    end = command.index("--") if "--" in command else len(command)
    words = [*command[:end], *options, f"--run={run}", *command[end:]]
    raise typer.Exit(root.main(words, prog_name="mcctl", standalone_mode=False) or 0)
