"""What objects were before a run changed them: kept beside the run's ledger, so that it can be taken back."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from mcctl.errors import NotFound, PartlyDone
from mcctl.workspace.shape import Files

_SCHEMA = """
create table if not exists image (number integer not null, suffix text not null, content blob not null,
  primary key (number, suffix));
create table if not exists after (number integer primary key, files text not null, id text not null);
"""


class Images:
    """The files of objects before a run, by the numbers of its operations, and what these made of them.

    path: of the file. Raises PartlyDone when they cannot be kept.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.executescript(_SCHEMA)
        except (sqlite3.Error, OSError) as error:
            raise self._lost(error) from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def keep(self, number: int, files: Files) -> None:
        """Keep what an object was. What was kept first counts."""
        rows = [(number, suffix, content) for suffix, content in files.items()]
        try:
            self._db.executemany("insert or ignore into image values (?, ?, ?)", rows)
        except sqlite3.Error as error:
            raise self._lost(error) from error

    def note(self, number: int, files: dict[str, str], object_id: str) -> None:
        """Keep git's ids of what an operation made, and the object's id."""
        try:
            self._db.execute("insert or replace into after values (?, ?, ?)", [number, json.dumps(files), object_id])
        except sqlite3.Error as error:
            raise self._lost(error) from error

    def _lost(self, error: Exception) -> PartlyDone:
        return PartlyDone(f"Cannot keep what was there in {self._path}: {error}", "Nothing more was sent")


def read_images(path: Path) -> dict[int, tuple[Files, dict[str, str], str]]:
    """Return, for each operation that made something, what was there before, what is there since, and the id.

    Raises NotFound where nothing was kept, or what was kept cannot be read.
    """
    if not path.exists():
        raise NotFound(f"There is no {path}: what was there before is not kept")
    try:
        with closing(sqlite3.connect(path)) as db:
            return dict(_images(db))
    except (sqlite3.Error, ValueError) as error:
        raise NotFound(f"{path} cannot be read: {error}") from error


def _images(db: sqlite3.Connection) -> Iterator[tuple[int, tuple[Files, dict[str, str], str]]]:
    before: dict[int, Files] = {}
    for number, suffix, content in db.execute("select number, suffix, content from image"):
        before.setdefault(number, {})[suffix] = content
    for number, files, object_id in db.execute("select number, files, id from after"):
        yield number, (before.get(number, {}), json.loads(files), object_id)
