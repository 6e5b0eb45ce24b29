"""What the commands of workspaces share: the workspace that is meant, its login, and reading the business unit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.errors import InputError, NotFound, PartlyDone
from mcctl.rest.asset import AssetApi
from mcctl.rest.platform import token_context
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace import snapshot
from mcctl.workspace.address import Address, Selection
from mcctl.workspace.bases import Bases
from mcctl.workspace.compare import Difference
from mcctl.workspace.ignoring import Ignoring
from mcctl.workspace.kind import Present, Remote, Source
from mcctl.workspace.kinds import KINDS
from mcctl.workspace.known import Known
from mcctl.workspace.local import Local
from mcctl.workspace.lock import Entry
from mcctl.workspace.looking import Looking
from mcctl.workspace.project import Target, find_project
from mcctl.workspace.shape import Files
from mcctl.workspace.snapshot import Gone
from mcctl.workspace.tree import blob_id
from mcctl.workspace.usages import Usages

SelectorsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SELECTOR]...", help="Addresses (asset:nto-*), paths or globs of paths; else everything."),
]
OfflineOption = Annotated[bool, typer.Option("--offline", help="Ask nobody: compare with what was last seen.")]
_SCOPE_CHARS = 12
_MINUTES = len("2026-11-26T19:57")
COLUMNS: Columns = {
    "STATE": "state",
    "ADDRESS": "address",
    "FILE": "path",
    "CHANGED BY": "changedBy",
    "AT": lambda told: (told["at"] or "")[:_MINUTES].replace("T", " "),
    "DETAIL": "detail",
}


class Workspace:
    """The workspace that the current folder is in, beside its home business unit."""

    def __init__(self, session: Session, selectors: list[str] | None) -> None:
        self.session = session
        here = _here()
        self.project = find_project(here)
        self._selectors = selectors or []
        self._inside = here.relative_to(self.project.root).as_posix()
        self.selection = Selection(self._selectors, self._inside)
        self.lock = self.project.lock()
        self.ignoring = Ignoring(self.project.root)
        self.local = Local(self.project.tree, self.lock, self.ignoring)
        self.bases = Bases(self.project.root, self.project.private)
        self.there: dict[Address, Files | None] = {}
        """The files of objects that changed in the business unit, once it was read; None for what is gone."""

    @cached_property
    def source(self) -> Source:
        """The home business unit, read anew only where it changed. Raises InputError where it is another one."""
        mid = self._checked(self.project.home)
        return Source(
            self.session.client,
            mid,
            self.lock,
            False,
            self.project.max_file,
            lambda kind: self.project.ignored.get(kind, ()),
            Known(self.lock),
            self.selection.is_everything,
        )

    @property
    def scope(self) -> str:
        """What tells one setting of what is left out from another."""
        told = [self.project.max_file, sorted(self.project.ignored.items()), self.ignoring.lines]
        return blob_id(json.dumps(told).encode())[:_SCOPE_CHARS]

    def read(self) -> Iterator[Remote | Present | Gone]:
        """Yield what there is in the business unit: what is selected, and not ignored."""
        source = self.source
        with self.session.output.progress("Reading the business unit") as advance:
            for found in snapshot.read(source, self._kinds()):
                advance(1)
                if isinstance(found, Present) or self._is_meant(found):
                    yield found

    def differences(self) -> list[Difference]:
        """Return what is not the same here and in the business unit, which is read for it."""
        found: list[Difference] = []
        read: set[tuple[str, str]] = set()
        for one in self.read():
            if isinstance(one, Present):
                continue
            read.add((one.entry.kind, one.entry.id.lower()))
            with self._spared():
                difference = self._gone(one) if isinstance(one, Gone) else self.looking.seen(one).difference(one)
                if difference is not None:
                    self.there[one.entry.address] = one.files if isinstance(one, Remote) else None
                    found.append(difference)
        return self._chosen([*found, *self.local_differences(read)])

    def local_differences(self, but: set[tuple[str, str]]) -> list[Difference]:
        """Return what is not as it was last seen. but: kind and id of objects that are left out."""
        found: list[Difference] = []
        for entry in self.lock:
            if entry.files and (entry.kind, entry.id.lower()) not in but:
                with self._spared():
                    difference = self.looking.unseen(entry)
                    found += [difference] if difference else []
        return [*found, *self.looking.new_here()]

    def offline_differences(self) -> list[Difference]:
        """Return what is selected and is not as it was last seen."""
        return self._chosen(self.local_differences(set()))

    def sides(self, difference: Difference) -> tuple[Files, Files]:
        """Return the files of an object in the business unit, and here. Raises InputError."""
        entry = self.lock.by_address(difference.address)
        stray = self.local.strays.get(difference.address.folded) if entry is None or not entry.files else None
        if stray is not None:
            here = self.local.files(stray.path, stray.suffixes)
        else:
            here = {} if entry is None else self.local.files(difference.path, self.local.at(entry)[1] or ())
        if difference.address in self.there:
            return self.there[difference.address] or {}, here
        return self._last_seen(entry, here) if entry else {}, here

    def _last_seen(self, entry: Entry, here: Files) -> Files:
        """Return the files of an object as they were last seen, from wherever they can be had."""
        found: Files = {}
        for suffix, blob in entry.files.items():
            content = here.get(suffix)
            if content is None or blob_id(content) != blob:
                content = self.bases.get(blob) if suffix else self._file_there(entry)
            if content is None:
                raise InputError(
                    f"What {entry.address} was when it was last seen is not kept here", "mcctl workspace pull --full"
                )
            found[suffix] = content
        return found

    def _file_there(self, entry: Entry) -> bytes:
        """Return the file that an asset is, which is not kept besides: it may be large."""
        return AssetApi(self.source.client).get_file(asset_id=int(entry.id))

    def check_selected(self) -> None:
        """Raise NotFound for a selector that chooses nothing that is known."""
        known = [(entry.address, entry.path) for entry in self.lock]
        known += [(one.address, one.path) for one in self.local.strays.values()]
        for text in self._selectors:
            alone = Selection([text], self._inside)
            if not any(alone.takes(address, path) for address, path in known):
                raise NotFound(f"{text!r} chooses nothing here", "mcctl workspace inventory lists what there is")

    def odd(self) -> list[str]:
        """Return what could not be read, here or there, in sentences."""
        there = self.source.odd if "source" in vars(self) else []
        return [*there, *self.local.odd]

    @cached_property
    def looking(self) -> Looking:
        """What compares the business unit with the files."""
        return Looking(self.local, self.lock)

    @cached_property
    def usages(self) -> Usages:
        """Who uses what, by the files."""
        return Usages(self.local, self.lock, self.project.private)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other commands from writing to the workspace. Raises InputError where one does already."""
        from filelock import FileLock, Timeout  # dear to load, and for writing only

        lock = FileLock(self.project.private / "lock", timeout=0)
        try:
            self.project.private.mkdir(exist_ok=True)
            lock.acquire()
        except Timeout:
            raise InputError(
                f"Another mcctl is writing to {self.project.root}; nothing was done", "Wait until it has ended"
            ) from None
        except OSError as error:
            raise InputError(f"Cannot write {self.project.private}: {error.strerror or error}") from error
        with lock:
            yield

    @contextmanager
    def _spared(self) -> Iterator[None]:
        """Tell of files that cannot be read, and go on with the next object."""
        try:
            yield
        except InputError as error:
            self.local.odd.append(error.message)

    def _gone(self, gone: Gone) -> Difference | None:
        seen = self.looking.gone(gone.entry)
        return Difference(seen.state, gone.entry.address, seen.place) if gone.entry.path else None

    def _chosen(self, found: list[Difference]) -> list[Difference]:
        chosen = [one for one in found if self.selection.takes(one.address, one.path)]
        return sorted(chosen, key=lambda one: (one.address.kind, one.path, one.address.key))

    def _is_meant(self, found: Remote | Gone) -> bool:
        path = found.entry.path or f"{found.folder}/{found.stem}" if isinstance(found, Remote) else found.entry.path
        before = self.lock.by_id(found.entry.kind, found.entry.id)
        where = before.path if before and before.path else path
        return self.selection.takes(found.entry.address, where) and not self._is_ignored(found, where)

    def _is_ignored(self, found: Remote | Gone, path: str) -> bool:
        """Whether .mcctlignore keeps out an object: its properties, or the file that it is."""
        suffixes = {*found.files, *found.lacks} if isinstance(found, Remote) else set(found.entry.files)
        own = [suffix for suffix in suffixes if not suffix or suffix.endswith(".yaml")] or [""]
        return any(self.ignoring.takes(path + suffix) for suffix in own)

    def _kinds(self) -> list[str]:
        named = self.selection.kinds
        if named is None:
            return list(self.project.kinds)
        wanted = {name for name in self.project.kinds if named & {*KINDS[name].names}}
        if wanted & {"event", "journey", "send"}:  # whose ids have names only where these are known
            wanted |= {name for name in ("asset", "de") if not self.lock.of_kind(name)}
        return [name for name in self.project.kinds if name in wanted]

    def _checked(self, target: Target) -> int:
        """Return the MID of the business unit that the login is for. Raises InputError where it is another one."""
        session = self.session
        session.prefer(target.profile, str(target.mid) if target.mid else None)
        mid = token_context(session.client).business_unit
        expected = target.mid or self.lock.header.mid or mid
        if mid != expected:
            raise InputError(f"The login is for business unit {mid}; the target {target.name} is {expected}")
        host, known = session.profile.rest_url, self.lock.header.host
        if known and known != host:
            raise InputError(f"{self.lock.path} is of {known}; the login is for {host}")
        self.lock.header.host, self.lock.header.mid = host, int(mid or 0)
        return int(mid or 0)


def shown(difference: Difference) -> dict[str, Any]:
    """Return a difference as it is printed."""
    return {
        "state": difference.state,
        "address": str(difference.address),
        "path": difference.path,
        "changedBy": difference.by or None,
        "at": difference.at or None,
        "detail": difference.detail or None,
    }


def tell_odd(odd: list[str], done: str) -> None:
    """Raise PartlyDone where something could not be read. done: what was done, as a sentence without its end."""
    if odd:
        raise PartlyDone(f"{done}; {counted(len(odd), 'object')} could not be read", details=odd)


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise InputError(f"The current folder is gone: {error.strerror}") from error
