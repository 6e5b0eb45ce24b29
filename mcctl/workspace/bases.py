"""The texts of files as they were last seen: what is needed to tell who changed what. Kept beside the workspace."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import zlib
from pathlib import Path

from mcctl.errors import InputError
from mcctl.workspace.tree import blob_id

_GIT_SECONDS = 10
_BLOB = re.compile("[0-9a-f]{40}")


class Bases:
    """Texts by git's ids of them. root: of the workspace. folder: where they are kept; it never goes into git."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root = root
        self._path = folder / "base.sqlite"
        self._db: sqlite3.Connection | None = None

    def keep(self, content: bytes) -> None:
        """Keep a text. Raises InputError when it cannot be written."""
        try:
            self._opened().execute(
                "insert or ignore into base values (?, ?)", [blob_id(content), zlib.compress(content)]
            )
        except (sqlite3.Error, OSError) as error:
            raise InputError(f"Cannot write {self._path}: {error}") from error

    def get(self, blob: str) -> bytes | None:
        """Return the text with an id; None where neither this folder nor git has it."""
        return self._kept(blob) or self._in_git(blob)

    def save(self) -> None:
        """Have what was kept survive. Raises InputError when it cannot be written."""
        if self._db is None:
            return
        try:
            self._db.commit()
        except sqlite3.Error as error:
            raise InputError(f"Cannot write {self._path}: {error}") from error

    def _kept(self, blob: str) -> bytes | None:
        if not self._path.exists():
            return None
        try:
            row = self._opened().execute("select content from base where id = ?", [blob]).fetchone()
            return zlib.decompress(row[0]) if row is not None and isinstance(row[0], bytes) else None
        except (sqlite3.Error, zlib.error, OSError):
            return None  # what is kept here can be had again

    def _in_git(self, blob: str) -> bytes | None:
        """Return a text from the repository: a fresh clone has nothing else."""
        if not _BLOB.fullmatch(blob):
            return None
        command = ["git", "-C", str(self._root), "cat-file", "blob", blob]
        try:
            return subprocess.run(command, capture_output=True, check=True, timeout=_GIT_SECONDS).stdout  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            return None

    def _opened(self) -> sqlite3.Connection:
        """Return the database; a broken one is made anew, since all that is in it can be had again."""
        if self._db is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._db = self._connected()
            except sqlite3.DatabaseError:
                self._path.unlink(missing_ok=True)
                self._db = self._connected()
        return self._db

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=30)
        db.execute("create table if not exists base (id text primary key, content blob not null)")
        return db
