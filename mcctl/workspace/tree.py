"""The files of a workspace: read, hashed as git does it, written whole or not at all, and never through a link."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from mcctl.errors import InputError
from mcctl.files import write_file

PRIVATE = ".mcctl"
"""The folder that never goes into git."""
MAX_BYTES = 32 * 1024 * 1024
_SKIPPED = frozenset({".git", PRIVATE, "targets"})


def blob_id(content: bytes) -> str:
    """Return the id that git gives to a file with some content."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


class Tree:
    """The files below a folder. root: of the workspace. Paths are POSIX paths from there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._real: set[Path] = {root}
        """Folders that are known to be no links, since asking costs more than writing."""

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None where there is none, or a link. Raises InputError, for over 32 MB, too."""
        place = self.root / path
        try:
            if not self._is_plain(place):
                return None
            with place.open("rb") as file:
                content = file.read(MAX_BYTES + 1)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None
        except OSError as error:
            raise InputError(f"Cannot read {path}: {error.strerror or error}") from error
        if len(content) > MAX_BYTES:
            raise InputError(f"{path} is larger than 32 MB, the most that an answer can hold")
        return content

    def blob(self, path: str) -> str | None:
        """Return git's id of a file; None where there is none. Raises InputError."""
        content = self.read(path)
        return None if content is None else blob_id(content)

    def blobs(self, path: str, suffixes: Iterable[str]) -> dict[str, str]:
        """Return git's ids of those files of an object that are there. Raises InputError."""
        found = ((suffix, self.blob(path + suffix)) for suffix in suffixes)
        return {suffix: blob for suffix, blob in found if blob is not None}

    def write(self, path: str, content: bytes) -> None:
        """Write a file, and the folders above it. Raises InputError, for a link or a file on the way, too."""
        place = self.root / path
        self._prepare(place.parent, path)
        if place.is_symlink() or place.is_dir():
            raise InputError(f"Cannot write {path}: it is a {'link' if place.is_symlink() else 'folder'}")
        write_file(place, content, overwrite=True, beside=self.root / PRIVATE)

    def remove(self, path: str) -> None:
        """Remove a file, and the folders above it that are empty then. Raises InputError."""
        place = self.root / path
        if not self._is_real(place.parent):
            raise InputError(f"Cannot remove {path}: a link leads there")
        try:
            place.unlink(missing_ok=True)
            for folder in place.parents:
                if folder == self.root:
                    break
                folder.rmdir()
                self._real.discard(folder)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            if place.exists():
                raise InputError(f"Cannot remove {path}: {error.strerror or error}") from error

    def walk(self) -> Iterator[tuple[str, os.stat_result]]:
        """Yield every file with what the file system tells of it. Links are not followed. Raises InputError."""
        left = [("", str(self.root))]
        while left:
            prefix, folder = left.pop()
            try:
                found = list(os.scandir(folder))
            except OSError as error:
                raise InputError(f"Cannot read {folder}: {error.strerror or error}") from error
            for one in found:
                if one.is_dir(follow_symlinks=False):
                    if prefix or one.name not in _SKIPPED:
                        left.append((f"{prefix}{one.name}/", one.path))
                elif one.is_file(follow_symlinks=False):
                    yield f"{prefix}{one.name}", one.stat(follow_symlinks=False)

    def _is_plain(self, place: Path) -> bool:
        """Whether something is a file, and no link leads there. Raises OSError."""
        return self._is_real(place.parent) and stat.S_ISREG(place.lstat().st_mode)

    def _is_real(self, folder: Path) -> bool:
        """Whether a folder is where its path says: neither it nor one above it is a link."""
        if folder not in self._real and folder.is_dir():
            if folder.is_symlink() or not self._is_real(folder.parent):
                return False
            self._real.add(folder)
        return True

    def _prepare(self, folder: Path, path: str) -> None:
        """Make a folder, and those above it. Raises InputError where one of them is a link or no folder."""
        if folder in self._real:
            return
        self._prepare(folder.parent, path)
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise InputError(f"Cannot write {path}: {folder.relative_to(self.root)} is no folder")
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise InputError(f"Cannot write {path}: {error.strerror or error}") from error
        self._real.add(folder)
