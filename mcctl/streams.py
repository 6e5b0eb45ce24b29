"""The standard streams of a process, made to be as every command expects them.

Any of the three may be closed, or be of another encoding than UTF-8; what is written may not fit.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any

from mcctl.errors import InputError, McctlError


class OutputLost(McctlError):
    """Standard output takes no more, and somebody still wants it; whoever left early (BrokenPipeError) does not."""


class _StdinClosed(io.TextIOWrapper):
    """Stands in for a standard input that is closed: nobody answers there, and nothing can be read."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())

    @property
    def buffer(self) -> Any:
        raise InputError("Standard input is closed; there is nothing to read")


class _Stdout(io.FileIO):
    """Standard output; why it takes no more is told in a sentence."""

    def write(self, data: Any, /) -> int:
        """Write bytes. Raises OutputLost, and BrokenPipeError."""
        try:
            return super().write(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputLost(f"Cannot write to standard output: {error.strerror or error}") from error


def prepare() -> None:
    """Give this process streams that can be used. What is no terminal takes UTF-8, whatever the locale says.

    A terminal keeps its encoding, and shows what it cannot as escapes.
    """
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)  # takes its number, which the next file that is opened would have
        sys.stdin = _StdinClosed()
    if sys.stdout is None:
        os.open(os.devnull, os.O_RDONLY)
    if sys.stdout is None or not sys.stdout.isatty():
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Stdout(1, "w", closefd=False)), encoding="utf-8", newline="\n")
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 (for the life of the process)
    elif isinstance(sys.stderr, io.TextIOWrapper) and not sys.stderr.isatty():
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")


def arguments() -> list[str]:
    """Return the arguments of this process, which a locale that is not UTF-8 may have made unreadable."""
    return [os.fsencode(text).decode("utf-8", "surrogateescape") for text in sys.argv[1:]]


def give_up(number: int) -> None:
    """Have what is still to be written to a stream, by its number, go nowhere: Python would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), number)
