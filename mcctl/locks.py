"""Locks by which the processes of one user know of each other. One that ends, however it does, holds none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mcctl.config import state_dir
from mcctl.errors import InputError, Unavailable


@contextmanager
def held(name: str, patience: float, busy: str) -> Iterator[None]:
    """Hold the lock of a name.

    patience: seconds to wait for another process that holds it. busy: what that one does.
    Raises Unavailable when it is not done in that time, and InputError where there can be no locks.
    """
    from filelock import FileLock, Timeout  # brings asyncio

    path = _path(name)
    lock = FileLock(path, timeout=patience)
    try:
        lock.acquire()
    except Timeout as error:
        raise Unavailable(f"Another mcctl {busy}, and was not done within {patience:g} s") from error
    except OSError as error:
        raise InputError(f"Cannot lock {path}: {error}", "MCCTL_STATE_DIR names another folder") from error
    try:
        yield
    finally:
        lock.release()


def is_held(name: str) -> bool:
    """Return whether another process holds the lock of a name. Raises InputError where there can be no locks."""
    try:
        with held(name, 0, "holds it"):
            return False
    except Unavailable:
        return True


def _path(name: str) -> Path:
    folder = state_dir() / "locks"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        told = f"Cannot write {folder}: {error.strerror or error}"
        raise InputError(told, "MCCTL_STATE_DIR names another folder") from error
    return folder / f"{name}.lock"
