"""The workspace that the current folder is in, and one of its business units: the home one, or another target."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Annotated

import typer

from mcctl.errors import InputError, NotFound, PartlyDone, Unavailable
from mcctl.rest.platform import token_context
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.address import Selection
from mcctl.workspace.bases import Bases
from mcctl.workspace.ignoring import Ignoring
from mcctl.workspace.kind import Source
from mcctl.workspace.known import Known
from mcctl.workspace.links import Links
from mcctl.workspace.local import Local
from mcctl.workspace.project import find_project
from mcctl.workspace.rendering import PLACED, Rendering
from mcctl.workspace.settings import read_settings
from mcctl.workspace.sides import Sides, Unit
from mcctl.workspace.tree import blob_id
from mcctl.workspace.usages import Resolver, Usages, hosts_of

SelectorsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="[SELECTOR]...", help="Addresses (asset:nto-*), paths or globs of paths; else everything."),
]
TargetOption = Annotated[
    str | None, typer.Option("--target", metavar="NAME", help="A business unit of mcctl.yaml; else the home one.")
]
_SCOPE_CHARS = 12


class Workspace:
    """A workspace, and a business unit beside it. target: its name in mcctl.yaml; the home one if none is named.

    here: the folder to begin in; else the current one. home: what was last seen of the home business unit, lock: of
    the one that is meant.
    """

    def __init__(
        self, session: Session, selectors: list[str] | None, target: str | None = None, here: Path | None = None
    ) -> None:
        self.session = session
        here = here or _here()
        self.project = find_project(here)
        self.target = self.project.target(target)
        self.is_home = self.target == self.project.home
        self.home = self.project.lock()
        self.lock = self.home if self.is_home else self.project.lock(self.target)
        self.settings = read_settings(self.project.root, self.target.name)
        self._selectors = selectors or []
        self._inside = here.relative_to(self.project.root).as_posix()
        self.selection = Selection(self._selectors, self._inside)
        self.ignoring = Ignoring(self.project.root)
        self.local = Local(self.project.tree, self.home, self.ignoring)
        self.bases = Bases(self.project.root, self.project.private)

    @cached_property
    def source(self) -> Source:
        """The business unit, read anew only where it changed. Raises InputError where the login is for another one."""
        mid = self._checked()
        return Source(
            self.session.client,
            mid,
            self.lock,
            False,
            self.project.max_file,
            self._ignored,
            Known(self.lock, self.settings.names if self.is_home else None),
            self.selection.is_everything,
        )

    @cached_property
    def unit(self) -> Unit:
        """The business unit as one that can be written to. Raises as `source` does."""
        return Unit(self.target, self.home, self.lock, self.rendering.links, self.rendering, self.source, self.scope)

    @cached_property
    def rendering(self) -> Rendering:
        """What makes of the files what the business unit is to have."""
        links = Links(self.target, self.settings, self.home, self.lock)
        hosts = self.usages.hosts | hosts_of(self.lock)
        return Rendering(
            self.target.name,
            self.settings,
            links,
            self.home,
            lambda use: self._resolver.resolved(use),
            Resolver(self.lock, {}).resolved,
            hosts,
        )

    @cached_property
    def _resolver(self) -> Resolver:
        """What tells which object in the files is referred to; only whoever asks has all files looked through."""
        return Resolver(self.home, self.local.strays, self.usages.renamed)

    @cached_property
    def sides(self) -> Sides:
        """The objects in the files beside those of the business unit."""
        return Sides(self.unit, self.local)

    @cached_property
    def usages(self) -> Usages:
        """Who uses what, by the files."""
        return Usages(self.local, self.home, self.project.private)

    @property
    def scope(self) -> str:
        """What tells one setting of what is left out, and of what is put in, from another."""
        told = [self.project.max_file, sorted(self.project.ignored.items()), self.ignoring.lines]
        if not self.is_home:
            told += [sorted(self.settings.variables.items()), sorted(self.target.keys.items()),
                     {kind: dict(names) for kind, names in self.settings.names.items()}]  # fmt: skip
        return blob_id(json.dumps(told, sort_keys=True).encode())[:_SCOPE_CHARS]

    def check_selected(self) -> None:
        """Raise NotFound for a selector that chooses nothing that is known."""
        known = [(entry.address, entry.path) for entry in self.home]
        known += [(one.address, one.path) for one in self.local.strays.values()]
        for text in self._selectors:
            alone = Selection([text], self._inside)
            if not any(alone.takes(address, path) for address, path in known):
                raise NotFound(f"{text!r} chooses nothing here", "mcctl workspace inventory lists what there is")

    def odd(self) -> list[str]:
        """Return what could not be read, here or there, in sentences."""
        there = self.source.odd if "source" in vars(self) else []
        return [*there, *self.local.odd]

    def _ignored(self, kind: str) -> tuple[str, ...]:
        """Return the properties of a kind that are left out; elsewhere, the folders of data extensions, too."""
        found = self.project.ignored.get(kind, ())
        if self.is_home or (kind == "de" and "de-folder" in self.settings.names):
            return found
        return (*found, *(("categoryId",) if kind == "de" else PLACED.get(kind, ())))

    def _checked(self) -> int:
        """Return the MID of the business unit that the login is for. Raises InputError where it is another one."""
        session, target, header = self.session, self.target, self.lock.header
        session.prefer(target.profile, str(target.mid) if target.mid else None)
        mid = token_context(session.client).business_unit
        if mid is None:
            raise Unavailable("The answer about the login names no business unit")
        expected = target.mid or header.mid or mid
        if mid != expected:
            raise InputError(f"The login is for business unit {mid}; the target {target.name} is {expected}")
        host = session.profile.rest_url
        if header.host and header.host != host:
            raise InputError(f"{self.lock.path} is of {header.host}; the login is for {host}")
        header.host, header.mid = host, mid
        return mid


@contextmanager
def held(
    session: Session, selectors: list[str] | None = None, target: str | None = None, here: Path | None = None
) -> Iterator[Workspace]:
    """Yield a workspace that no other command writes to meanwhile. Raises InputError where one does already."""
    from filelock import FileLock, Timeout  # dear to load, and for writing only

    project = find_project(here or _here())
    lock = FileLock(project.private / "lock", timeout=0)
    try:
        project.private.mkdir(exist_ok=True)
        lock.acquire()
    except Timeout:
        raise InputError(
            f"Another mcctl is writing to {project.root}; nothing was done", "Wait until it has ended"
        ) from None
    except OSError as error:
        raise InputError(f"Cannot write {project.private}: {error.strerror or error}") from error
    with lock:
        yield Workspace(session, selectors, target, here)  # read only now: what it knows is what the last one wrote


def tell_odd(odd: list[str], done: str) -> None:
    """Raise PartlyDone where something could not be read. done: what was done, as a sentence without its end."""
    if odd:
        raise PartlyDone(f"{done}; {counted(len(odd), 'object')} could not be read", details=odd)


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError as error:
        raise InputError(f"The current folder is gone: {error.strerror}") from error
