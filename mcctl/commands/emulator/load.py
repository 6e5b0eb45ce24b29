"""`mcctl emulator load`."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from mcctl.bulk.readers import survey
from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator._common import mid_of
from mcctl.documents import read_object
from mcctl.emulator.core.app import Loaded
from mcctl.emulator.loading import Arrival
from mcctl.errors import InputError, PartlyDone
from mcctl.files import absolute
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.address import Address
from mcctl.workspace.ignoring import Ignoring
from mcctl.workspace.kinds import body_of
from mcctl.workspace.known import Known
from mcctl.workspace.local import Local
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.paths import CONTENT
from mcctl.workspace.project import find_project
from mcctl.workspace.shape import Files

_NAMES = {
    "folder": "folder", "asset": "asset", "de": "data extension", "event": "event definition", "journey": "journey",
    "send": "send definition", "push": "push definition", "query": "query", "script": "script",
    "automation": "automation", "keyword": "keyword",
}  # fmt: skip
"""The kinds that the emulator takes, in the order in which they must come -> what they are called."""
_ITSELF = ""
_DOCUMENTS = (".json", ".yaml", ".yml")


@verb(READ)
def load(
    session: Session,
    folder: Annotated[str, typer.Argument(metavar="DIR", help="The folder of a workspace.")],
    rows: Annotated[
        list[str] | None,
        typer.Option(
            "--rows",
            metavar="FILE",
            help="Rows: a table called KEY.csv, or JSON or YAML with a list for each key; several times.",
        ),
    ] = None,
) -> None:
    """Make the emulator the account in a workspace: rehearse with your own.

    Folders, assets, data extensions, event definitions, journeys and send definitions take the place of the demo
    account's, with the ids and keys that they have; queries, scripts and automations, too, where the workspace has
    these kinds. Journeys are drafts: publish those that are to run. Schedules are paused. Nothing is sent anywhere.
    `mcctl emulator reset` brings the demo account back.

    Examples:
      mcctl emulator load nto
      mcctl emulator load nto --rows nto-customers.csv --business-unit 510000002
    """
    project = find_project(absolute(folder))
    lock = project.lock()
    local = Local(project.tree, lock, Ignoring(project.root))
    given = _rows(rows or [])
    arrivals = list(_arrivals(local, lock, given))
    unknown = sorted(set(given) - {str(one.one.body.get("key")).casefold() for one in arrivals if one.kind == "de"})
    if unknown:
        raise InputError(f"The workspace has no data extension {unknown[0]!r}; nothing was loaded")
    problems = [*session.emulator.admin.load(mid_of(session), arrivals), *local.odd]
    told = _told(arrivals)
    if problems:
        raise PartlyDone(f"{told}; {counted(len(problems), 'object')} could not be taken", details=problems)
    session.output.note(told)
    session.output.note("Next: mcctl journey list --profile emulator, and publish what is to run")


def _arrivals(local: Local, lock: Lock, rows: dict[str, list[Any]]) -> Iterator[Arrival]:
    """Yield the objects in the files, what others refer to first. Raises InputError for files that make no sense."""
    known = Known(lock)
    folders = {entry.path: entry for entry in lock.of_kind("folder")}
    for kind in _NAMES:
        for entry in _in_order(lock.of_kind(kind)):
            if kind == "folder":
                yield Arrival(kind, str(entry.address), Loaded(entry.id, _folder(entry)))
            elif entry.files:
                path, found = local.at(entry)
                if found is not None:
                    yield _arrival(entry, path, local.files(path, found), known, folders, rows)
        for stray in local.new:
            if stray.address.kind == kind:
                entry = Entry(kind, stray.address.key, "", path=stray.path)
                yield _arrival(entry, stray.path, local.files(stray.path, stray.suffixes), known, folders, rows)


def _in_order(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.path.count("/"), len(entry.id), entry.id))


def _arrival(
    entry: Entry, path: str, files: Files, known: Known, folders: dict[str, Entry], rows: dict[str, list[Any]]
) -> Arrival:
    file = files.pop(_ITSELF, None)
    body = body_of(entry.kind, files, path, known)
    more: dict[str, Any] = {}
    if entry.kind == "asset":
        folder = _folder_of(path, folders)
        body |= {"category": {"id": int(folder.id)}} if folder else {}
        body |= {"file": base64.b64encode(file).decode()} if file is not None else {}
        more = _of_platform(entry)
    elif entry.kind == "de":
        more = {"rows": rows.get(entry.key.casefold(), [])}
    return Arrival(entry.kind, str(Address(entry.kind, entry.key)), Loaded(entry.id, body, more))


def _folder_of(path: str, folders: dict[str, Entry]) -> Entry | None:
    """Return the folder that an asset's files are in, or the nearest one above that the lock knows."""
    above = [path[:at] for at, char in enumerate(path) if char == "/"]
    return next((folders[one] for one in reversed(above) if one in folders), None)


def _folder(entry: Entry) -> dict[str, Any]:
    is_root = entry.parent in ("", "0")
    kind = "asset-shared" if is_root and entry.path != CONTENT else "asset"
    return {"name": entry.name, "parentId": 0 if is_root else int(entry.parent), "categoryType": kind}


def _of_platform(entry: Entry) -> dict[str, Any]:
    """Return what the lock knows of an asset that no file says."""
    told: dict[str, Any] = {"objectID": entry.object, "modifiedDate": entry.modified}
    if entry.legacy.isdecimal():
        told["legacyData"] = {"legacyId": int(entry.legacy), "legacyKey": entry.key, "legacyType": "email"}
    return {name: value for name, value in told.items() if value}


def _rows(names: list[str]) -> dict[str, list[Any]]:
    """Return the rows in files, by the keys of their data extensions. Raises InputError."""
    found: dict[str, list[Any]] = {}
    for name in names:
        path = Path(name)
        if path.suffix.lower() not in _DOCUMENTS:
            found[path.stem.casefold()] = [row.values for row in survey(path, name=name).rows()]
            continue
        for key, rows in read_object(name).items():
            if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
                raise InputError(f"{name}: {key} must be a list of rows")
            found[key.casefold()] = rows
    return found


def _told(arrivals: list[Arrival]) -> str:
    counts = Counter(one.kind for one in arrivals)
    told = ", ".join(counted(counts[kind], name) for kind, name in _NAMES.items() if counts[kind])
    return f"The emulator is this account now: {told or 'nothing'}"
