"""The help of a command as it was printed when the manual was made: what it is read from is a file, not the command.

Making a command from its function takes most of a start, and a help page changes only with the code: `.ci/generate`
writes the pages of the manual, and a check holds that they are what the commands say.
"""

from __future__ import annotations

import os

_MANUAL = os.path.join(os.path.dirname(__file__), "manual")  # noqa: PTH118, PTH120 pathlib is dear at a start
_FLAGS = ("-h", "--help")
_WIDTH = 80
EVERYWHERE = "everywhere.txt"
"""What stands below the help of every command: the options that all of them take."""


def kept_page(args: list[str]) -> str | None:
    """Return the help that a command line asks for; None where it asks for something else, or none is kept.

    The pages are for 80 columns, which is the most that help takes; a narrower terminal gets its own.
    """
    *path, flag = args or [""]
    if flag not in _FLAGS or len(path) < 2 or not all(map(_is_word, path)) or _columns() < _WIDTH:
        return None
    begin = f"## `mcctl {' '.join(path)}`\n\n```text\n"
    page = _read(f"{path[0]}.md").partition(begin)[2].partition("\n```\n")[0]
    return f"{page}\n{_read(EVERYWHERE)}" if page else None


def _is_word(arg: str) -> bool:
    return arg.replace("-", "").isalnum() and not arg.startswith("-")


def _columns() -> int:
    """Return how wide the terminal is; 80 where there is none, as Click takes it."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(1).columns or _WIDTH
    except (OSError, ValueError):
        return _WIDTH


def _read(name: str) -> str:
    try:
        with open(os.path.join(_MANUAL, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
            return file.read()
    except OSError:
        return ""
