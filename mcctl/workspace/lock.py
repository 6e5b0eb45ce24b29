"""The lock file of a target: what was last seen of each object there, one JSON line each, sorted, to be kept in git."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mcctl.errors import InputError
from mcctl.escaping import is_writable
from mcctl.files import write_file
from mcctl.workspace.address import Address
from mcctl.workspace.lock_checks import wrong_entry
from mcctl.workspace.tree import PRIVATE

FORMAT = 1


@dataclass
class Entry:
    """An object as it was last seen. path: where its files begin; empty for one that has none, such as a shared one.

    id: the platform's. owner: the MID that it belongs to. version: what tells a change besides the time. object and
    legacy: the further ids of assets. parent: the id of the folder that a folder is in. url: where an image is
    published. files: what follows the path in the name of each file -> git's id of its content.

    Of a business unit that is not the files' own: home: the key in the files, where it is another one. source: what
    tells one state of the files here from another. seen: what is not the same on the platform as in `files`, such as
    what it has added: as `files`; empty for a file that it has not.
    """

    kind: str
    key: str
    id: str
    path: str = ""
    name: str = ""
    owner: int | None = None
    modified: str = ""
    version: str = ""
    object: str = ""
    legacy: str = ""
    parent: str = ""
    url: str = ""
    home: str = ""
    source: str = ""
    files: dict[str, str] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> Address:
        """Its kind and key."""
        return Address(self.kind, self.key)

    @property
    def home_address(self) -> Address:
        """The address of the object in the files."""
        return Address(self.kind, self.home or self.key)

    @property
    def is_managed(self) -> bool:
        """Whether its files are here, or were written or matched there."""
        return bool(self.files or self.seen)

    @property
    def files_there(self) -> dict[str, str]:
        """The files as the platform had them when it was last seen."""
        return {suffix: blob for suffix, blob in {**self.files, **self.seen}.items() if blob}

    def as_line(self) -> str:
        """Return its line in the file; what says nothing is left out."""
        told = {name: value for name, value in vars(self).items() if value not in ("", None, {})}
        told |= {name: dict(sorted(told[name].items())) for name in ("files", "seen") if name in told}
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=False)


@dataclass
class Header:
    """The first line of a lock file. watermark: the latest change that was seen, by kind, in the server's own time.

    reading: how far an interrupted first reading of a kind came. shared: how many shared assets there were. scope:
    tells one setting of what is left out from another; after a change, everything is read again.
    """

    host: str = ""
    mid: int = 0
    watermark: dict[str, str] = field(default_factory=dict)
    reading: dict[str, str] = field(default_factory=dict)
    shared: int = 0
    scope: str = ""


class Lock:
    """The objects of a target by id and by address. path: of the file; it is written by `save`."""

    def __init__(self, path: Path, header: Header, entries: Iterable[Entry]) -> None:
        self.path = path
        self.header = header
        self._by_id: dict[tuple[str, str], Entry] = {}
        self._by_address: dict[Address, Entry] = {}
        for entry in entries:
            self.put(entry)

    @classmethod
    def read(cls, path: Path) -> Lock:
        """Return the lock in a file, empty where there is none. Raises InputError for one that cannot be understood."""
        try:
            lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
        except FileNotFoundError:
            return cls(path, Header(), [])._caught_up()
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"Cannot read {path}: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from error
        header = _header(lines[0] if lines else "", path)
        return cls(path, header, _entries(lines[1:], path))._caught_up()

    def save(self) -> None:
        """Write the file, whole or not at all. Raises InputError when that fails."""
        head = {"mcctl": FORMAT, **{name: value for name, value in asdict(self.header).items() if value}}
        lines = sorted(entry.as_line() for entry in self)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        content = "\n".join([json.dumps(head, ensure_ascii=False), *lines, ""]).encode()
        write_file(self.path, content, overwrite=True, beside=self.path.parents[1] / PRIVATE)
        self._journal.unlink(missing_ok=True)

    def note(self, entry: Entry, *, gone: bool = False) -> None:
        """Know an object, or know it no more, at once and for good: this survives whatever ends the process.

        Raises InputError when that cannot be written.
        """
        self.drop(entry) if gone else self.put(entry)
        try:
            with self._journal.open("a", encoding="utf-8") as file:
                file.write(f"{'-' if gone else '+'}{entry.as_line()}\n")
        except OSError as error:
            raise InputError(f"Cannot write {self._journal}: {error.strerror or error}") from error

    @property
    def _journal(self) -> Path:
        """What happened since the file was written."""
        return self.path.parents[1] / PRIVATE / f"{self.path.name}.journal"

    def _caught_up(self) -> Lock:
        """Return this lock with what a process that was killed had noted. A line that is not whole never happened."""
        try:
            *lines, _torn = self._journal.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError):
            return self
        for line, entry in zip(lines, _entries([line[1:] for line in lines], self._journal), strict=True):
            self.drop(entry) if line.startswith("-") else self.put(entry)
        return self

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self._by_id.values()))

    def of_kind(self, kind: str) -> list[Entry]:
        """Return the objects of a kind."""
        return [entry for entry in self if entry.kind == kind]

    def by_id(self, kind: str, number: object) -> Entry | None:
        """Return the object of a kind with an id."""
        return self._by_id.get((kind, str(number).lower()))

    def by_address(self, address: Address) -> Entry | None:
        """Return the object at an address, its key in any casing."""
        return self._by_address.get(address.folded)

    def put(self, entry: Entry) -> None:
        """Keep an object, in the place of the one with its id. One that had its address is found by its id only."""
        number = (entry.kind, entry.id.lower())
        if number in self._by_id:
            self.drop(self._by_id[number])
        self._by_id[number] = entry
        self._by_address[entry.address.folded] = entry

    def drop(self, entry: Entry) -> None:
        """Forget an object."""
        self._by_id.pop((entry.kind, entry.id.lower()), None)
        if self._by_address.get(entry.address.folded) is entry:
            del self._by_address[entry.address.folded]


def _header(line: str, path: Path) -> Header:
    told = _object(line, path, 1)
    if told.get("mcctl") != FORMAT:
        raise InputError(f"{path}, line 1: this is no lock file of this version of mcctl", _TAKE_BACK)
    kinds = {"host": str, "mid": int, "watermark": dict, "reading": dict, "shared": int, "scope": str}
    known = {name: told[name] for name in kinds if name in told}
    header = Header(**known)
    wrong = next((name for name, kind in kinds.items() if not isinstance(getattr(header, name), kind)), None)
    texts = [*header.watermark.values(), *header.reading.values()] if not wrong else []
    wrong = wrong or ("" if all(isinstance(one, str) and is_writable(one) for one in texts) else "watermark")
    if wrong:
        raise InputError(f"{path}, line 1: {wrong} is not what it should be", _TAKE_BACK)
    return header


_TAKE_BACK = "Take it back from git; or delete it, and pull again"


def _entries(lines: list[str], path: Path) -> list[Entry]:
    """Return the objects in lines. They are parsed at once, which is quicker; one by one to tell which is wrong."""
    try:
        told = json.loads(f"[{','.join(lines)}]")
    except (ValueError, RecursionError):
        told = []
    if len(told) != len(lines):
        told = [_object(line, path, number) for number, line in enumerate(lines, 2)]
    return [_entry(one, line, path, number) for number, (one, line) in enumerate(zip(told, lines, strict=True), 2)]


def _entry(told: Any, line: str, path: Path, number: int) -> Entry:
    if not isinstance(told, dict):
        told = _object(line, path, number)
    if wrong := wrong_entry(told, line):
        raise InputError(f"{path}, line {number}: {wrong} is not what it should be", _TAKE_BACK)
    return Entry(**told)


def _object(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        conflict = line.startswith(("<<<<<<<", "=======", ">>>>>>>"))
        why = "a merge of git left its marks here" if conflict else "this is no JSON object"
        raise InputError(f"{path}, line {number}: {why}", _TAKE_BACK)
    return told
