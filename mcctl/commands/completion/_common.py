"""Printing a completion script."""

from __future__ import annotations

from typing import Any

from mcctl.commands.completion._scripts import script
from mcctl.session import Session


def print_script(session: Session, shell: str) -> None:
    root: Any = session.context.find_root().command
    session.output.write(script(root.whole(), shell))
