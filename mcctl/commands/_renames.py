"""Options that were called otherwise once, so that the same word means the same in every command now."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice

from mcctl.errors import InputError

OLD_OPTIONS = {
    "asset list": {"--name": "--search"},
    "asset create": {"--text": "--text-part"},
    "asset patch": {"--text": "--text-part"},
    "asset preview": {"--data": "--attr"},
    "asset send-test": {"--data": "--attr"},
    "asset download": {"--to": "--out"},
    "event fire": {"--data": "--set"},
    "journey pause": {"--days": "--for"},
    "sms import": {"--field": "--map"},
    "sms import-send": {"--field": "--map"},
    "event list": {"--name": "--search"},
    "de rows": {"--filter": "--where"},
    "personalization report download": {"--to": "--out"},
}
"""Command -> options that were called otherwise, which go on working."""


def spelled_anew(command: str, args: Iterable[str], valued: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the arguments of a command with options as they are called now, and a sentence for each that was not.

    valued: options that take a value, as they are called now. Raises InputError where both names of one are given.
    """
    names = OLD_OPTIONS.get(command, {})
    found: list[str] = []
    given: dict[str, None] = {}
    rest = iter(args)
    for arg in rest:
        name, equals, value = arg.partition("=")
        now = names.get(name, name)
        given[name] = None
        found.append(now + equals + value)
        if arg == "--":
            found += rest
        elif now in valued and not equals:
            found += islice(rest, 1)  # the value, whatever it looks like
    old = [name for name in given if name in names]
    for name in old:
        if names[name] in given:
            raise InputError(f"{name} and {names[name]} are the same; give one of them")
    return found, [f"{name} is called {names[name]} now" for name in old]
