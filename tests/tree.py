"""The command tree, whole."""

from __future__ import annotations

from typing import Any

from typer.main import get_command

from mcctl.cli import new_root


def commands(command: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:
    """Return every command and group of the tree under one, by path."""
    found = [(path, command)]
    for name, child in getattr(command, "commands", {}).items():
        found += commands(child, (*path, name))
    return found


def whole_tree() -> list[tuple[tuple[str, ...], Any]]:
    """Return every command and group."""
    root: Any = get_command(new_root())
    return commands(root.whole())[1:]


TREE = whole_tree()
