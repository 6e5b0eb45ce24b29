"""Options that were called otherwise once, so that the same word means the same in every command now."""

from __future__ import annotations

from collections.abc import Sequence

OLD_OPTIONS = {
    "asset list": {"--name": "--search"},
    "asset download": {"--to": "--out"},
    "event list": {"--name": "--search"},
    "de rows": {"--filter": "--where"},
    "personalization report download": {"--to": "--out"},
}
"""Command -> options that were called otherwise, which go on working."""


def spelled_anew(command: str, args: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the arguments of a command with options as they are called now, and a sentence for each that was not."""
    names = OLD_OPTIONS.get(command, {})
    found, told = list(args), []
    end = found.index("--") if "--" in found else len(found)
    for place, arg in enumerate(found[:end]):
        old, equals, value = arg.partition("=")
        if old in names:
            found[place] = names[old] + equals + value
            told.append(f"{old} is called {names[old]} now")
    return found, told
