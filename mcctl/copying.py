"""Commands that are told to be copied: into the same business unit of the same login, and right whatever the names are.

What the user typed last is one for the whole process, as its arguments are.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence

_LOGIN = {"-p": "-p", "--profile": "-p", "--business-unit": "--business-unit"}
_SUBGROUPS = "definition|queue|keyword|register|privacy|report|callback|subscription|field|folder"
_given: list[str] = []
_groups: list[str] = []


def remember(args: Sequence[str], groups: Iterable[str]) -> None:
    """Take note of the login and business unit that a command line names. groups: those whose commands log in."""
    _given.clear()
    _groups[:] = groups
    for position, arg in enumerate(args):
        name, equals, value = arg.partition("=")
        if arg in _LOGIN and position + 1 < len(args):
            _given.extend([_LOGIN[arg], args[position + 1]])
        elif equals and name in _LOGIN:
            _given.extend([_LOGIN[name], value])
        elif cluster := re.fullmatch(r"-[yv]*p(.*)", arg):  # such as -yp NAME and -pNAME
            value = cluster[1] or next(iter(args[position + 1 :]), "")
            _given.extend(["-p", value])


def repeat(text: str) -> str:
    """Return a text with the login and business unit that were named put into every command in it."""
    if not _given:
        return text
    words = shlex.join(_given)
    verbs = rf"(?:{'|'.join(_groups)})(?: (?:{_SUBGROUPS}))? [a-z-]+"
    command = re.compile(rf"\bmcctl (?:{verbs}|api|auth status)\b(?! (?:-p|--profile)\b)")
    return command.sub(lambda found: f"{found[0]} {words}", text)


def word(text: object) -> str:
    """Return a text as a shell takes it for one word, such as the value of an option."""
    return shlex.quote(str(text))


def argument(name: object) -> str:
    """Return the name of something as the last words of a command: one that begins with a dash is no option."""
    return ("-- " if str(name).startswith("-") else "") + word(name)
