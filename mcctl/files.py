"""Files that mcctl writes, whole or not at all, and which files and links can be trusted."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import IO

from mcctl.errors import InputError

_WRITER_SECONDS = 10.0
_MAX_NAME = 200  # characters


def others_can_write(path: Path) -> bool:
    """Whether others than this user can change a file, or put another in its place. Raises OSError."""
    if os.name != "posix":
        return False
    folder = path.parent.stat().st_mode
    is_open = folder & stat.S_IWOTH and not folder & stat.S_ISVTX  # where it is sticky, each keeps his own
    return bool(is_open or path.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH))


def is_file(path: Path) -> bool:
    """Whether a path is a file. One that cannot even be asked for, such as a very long name, is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def opened(path: Path) -> IO[bytes]:
    """Open a file to read it. Raises OSError where that cannot be, or nobody writes into a named pipe within 10 s."""
    if not path.is_fifo():
        return path.open("rb")
    pipes: list[IO[bytes]] = []
    waiting = Thread(target=lambda: pipes.append(path.open("rb")), daemon=True)
    waiting.start()
    waiting.join(_WRITER_SECONDS)
    if not pipes:
        os.close(os.open(path, os.O_RDWR | os.O_NONBLOCK))  # a writer, so that nobody waits any more
        waiting.join()
        pipes[0].close()
        raise OSError(errno.ETIMEDOUT, "nobody writes into this pipe")
    return pipes[0]


def write_file(
    path: Path, content: bytes, *, overwrite: bool, private: bool = False, beside: Path | None = None
) -> None:
    """Write a file, whole or not at all; a private one so that only this user can read it. beside: as in `new_file`.

    Raises InputError when it cannot be written, or is there and may not be replaced.
    """
    with new_file(path, overwrite=overwrite, private=private, beside=beside) as file:
        file.write(content)


@contextmanager
def new_file(path: Path, *, overwrite: bool, private: bool = False, beside: Path | None = None) -> Iterator[IO[bytes]]:
    """Yield a file that is at `path` when all has gone well; otherwise nothing is left of it.

    beside: the folder in which it is made, where what is left of a killed process does no harm; else that of `path`.
    Raises InputError when it cannot be written, or is there and may not be replaced.
    """
    new = None
    try:
        target = behind_link(path)  # a link stays one
        if target.exists() and not target.is_file():
            raise InputError(f"{path} is no file; nothing was written")
        if target.exists() and not overwrite:
            raise InputError(f"{path} is already there; nothing was written", "Replace it with --overwrite")
        if beside:
            beside.mkdir(exist_ok=True)
        new = (beside or target.parent) / f".{target.name[:_MAX_NAME]}.{os.urandom(8).hex()}.new"  # unforeseeable
        with open(new, "x+b", opener=_private if private else None) as file:
            yield file
        if target.exists() and not private:
            shutil.copymode(target, new)
        new.replace(target)
    except OSError as error:
        raise InputError(f"Cannot write {path}: {error.strerror or error}") from error
    finally:
        if new:
            new.unlink(missing_ok=True)


def resolved(path: Path) -> Path:
    """Return where a path leads, links followed. Raises InputError where they go round in a circle, and OSError."""
    try:
        return path.resolve()
    except RuntimeError as error:  # an OSError from Python 3.13 on
        raise InputError(f"{path} leads nowhere: its links go round in a circle") from error


def behind_link(path: Path) -> Path:
    """Return where a path leads. Raises InputError for a link where others could have laid it."""
    if os.name == "posix" and path.is_symlink() and path.absolute().parent.stat().st_mode & stat.S_IWOTH:
        raise InputError(f"{path} is a link in a folder that anybody can write to; nothing was written")
    return resolved(path)


def absolute(name: str) -> Path:
    """Return where a path leads from the current folder. Raises InputError where that folder is gone."""
    try:
        return Path(name).absolute()
    except OSError as error:
        raise InputError(f"Cannot read {name}: {error.strerror or error}", "The current folder is gone") from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
