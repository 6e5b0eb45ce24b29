"""A plan: what will be written to a business unit, in order, and what was seen of it. A file that others can read.

It is a zip of plan.json and one file for each of those that objects are to have. It does not depend on the files that
it was made from, and holds no secret: those stand in it by their names.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mcctl.errors import InputError
from mcctl.escaping import is_writable
from mcctl.files import write_file
from mcctl.workspace.address import Address
from mcctl.workspace.lock import Entry
from mcctl.workspace.lock_checks import wrong_entry
from mcctl.workspace.paths import compared
from mcctl.workspace.shape import Files, properties_file
from mcctl.workspace.tree import blob_id

FORMAT = 1
CREATE, CHANGE, RENAME, MOVE, NEW_VERSION = "create", "change", "rename", "move", "new version"
DELETE, PUBLISH, LINK = "delete", "publish", "link"
CHANGES = (CHANGE, RENAME, MOVE, NEW_VERSION)
"""Actions after which an object that was there is another."""
SIGNS = {CREATE: "+", **dict.fromkeys(CHANGES, "~"), DELETE: "-", PUBLISH: "!", LINK: "="}
_BARE = (DELETE, PUBLISH)
"""Actions that give no object its files."""
_DATE = (1980, 1, 1, 0, 0, 0)
_MAX_BYTES = 512 * 1024 * 1024
_DOCUMENT = "plan.json"


@dataclass
class Operation:
    """One write. entry: the object as the lock will know it; its id is empty for one that is to be made.

    home: its address in the files. before: git's ids of its files as they were there when the plan was made; None
    where it was not there. blobs: those of its files as they are to be. needs: numbers of those that come first.
    partial: what it refers to is not there yet, and is left out. told: what is changed, in a few words. version: of a
    journey. was: where its files were when it was last seen.
    """

    number: int
    action: str
    entry: Entry
    home: str
    before: dict[str, str] | None
    blobs: dict[str, str] = field(default_factory=dict)
    needs: list[int] = field(default_factory=list)
    partial: bool = False
    told: str = ""
    version: str = ""
    was: str = ""
    files: Files = field(default_factory=dict)

    @property
    def address(self) -> Address:
        """Its address there."""
        return self.entry.address

    @property
    def directory(self) -> str:
        """Where its files are."""
        return self.entry.path.rpartition("/")[0]

    @property
    def is_moved(self) -> bool:
        """Whether it is to be in another folder than it was."""
        before = compared(self.was.rpartition("/")[0])
        return self.entry.kind == "asset" and bool(self.was) and before != compared(self.directory)

    @property
    def is_second(self) -> bool:
        """Whether it changes what another operation has just made."""
        return self.action == CHANGE and self.before is None

    @property
    def is_reference(self) -> bool:
        """Whether the lock only learns what something is called there that others refer to."""
        return self.action == LINK and not self.entry.path

    @property
    def is_write(self) -> bool:
        """Whether a request is sent for it: all but those that only the lock learns of."""
        return self.action != LINK


@dataclass
class Plan:
    """What will be written to a target. host and mid: the business unit. left: what is left alone, and why.

    reaches: journeys and sends that use what is changed. scope: by which settings it was rendered. made: tells it from
    any other plan, of the same operations, too.
    """

    target: str
    host: str
    mid: int
    scope: str
    operations: list[Operation]
    left: list[dict[str, str]] = field(default_factory=list)
    reaches: list[dict[str, str]] = field(default_factory=list)
    unchanged: int = 0
    made: str = ""

    @property
    def writes(self) -> list[Operation]:
        """The operations that send something."""
        return [one for one in self.operations if one.is_write]

    def count(self, *actions: str) -> int:
        """Return how many operations there are of some kinds."""
        return sum(one.action in actions for one in self.operations)

    @property
    def digest(self) -> str:
        """What tells this plan from any other."""
        return hashlib.sha256(self._document()).hexdigest()

    def save(self, path: Path) -> None:
        """Write the plan to a file. Raises InputError when that fails."""
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo(_DOCUMENT, _DATE), self._document())
            for blob, text in sorted(self._texts().items()):
                archive.writestr(zipfile.ZipInfo(f"files/{blob}", _DATE), text)
        write_file(path, content.getvalue(), overwrite=True)

    def as_json(self) -> dict[str, Any]:
        """Return what a program is told of the plan."""
        return {
            "target": self.target,
            "mid": self.mid,
            "operations": [
                {
                    "number": one.number,
                    "action": one.action,
                    "address": str(one.address),
                    "home": one.home,
                    "path": one.entry.path,
                    "id": one.entry.id or None,
                    "change": one.told or None,
                    "needs": one.needs,
                }
                for one in self.operations
            ],
            "leftAlone": self.left,
            "reaches": self.reaches,
            "unchanged": self.unchanged,
        }

    def _texts(self) -> dict[str, bytes]:
        return {blob_id(content): content for one in self.operations for content in one.files.values()}

    def _document(self) -> bytes:
        told = {"mcctl": FORMAT, **{name: value for name, value in vars(self).items() if name != "operations"}}
        operations = [{**asdict(one), "files": None} for one in self.operations]
        return json.dumps({**told, "operations": operations}, ensure_ascii=False, indent=1).encode()


def address_of(home: str) -> Address:
    """Return the address that an operation calls an object in the files by."""
    kind, _, key = home.partition(":")
    return Address(kind, key)


def read_plan(path: Path) -> Plan:
    """Return the plan in a file. Raises InputError for anything else."""
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise InputError(f"{path} is too large for a plan")
        with zipfile.ZipFile(path) as archive:
            if sum(one.file_size for one in archive.infolist()) > _MAX_BYTES:
                raise InputError(f"{path} is too large for a plan")
            told = json.loads(archive.read(_DOCUMENT))
            texts = {
                name.removeprefix("files/"): archive.read(name) for name in archive.namelist() if name != _DOCUMENT
            }
    except FileNotFoundError:
        raise InputError(f"There is no {path}", "mcctl workspace plan --out FILE makes one") from None
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror or error}") from error
    except (zipfile.BadZipFile, KeyError, ValueError, RecursionError, NotImplementedError, EOFError) as error:
        raise InputError(f"{path} is no plan: {error}") from error
    try:
        return _plan(told, texts)
    except (KeyError, TypeError, ValueError, AttributeError, InputError) as error:
        raise InputError(f"{path} is no plan of this version of mcctl: {error}") from error


def _plan(told: dict[str, Any], texts: Mapping[str, bytes]) -> Plan:
    if told.pop("mcctl") != FORMAT:
        raise ValueError("its version is another")
    operations = [_operation(one, texts) for one in told.pop("operations")]
    numbers = [one.number for one in operations]
    if numbers != list(range(1, len(numbers) + 1)) or any(set(one.needs) - set(numbers) for one in operations):
        raise ValueError("its operations do not fit together")
    plan = Plan(operations=operations, **told)
    if not (isinstance(plan.host, str) and isinstance(plan.mid, int) and isinstance(plan.target, str)):
        raise ValueError("it names no business unit")
    return plan


def _operation(told: dict[str, Any], texts: Mapping[str, bytes]) -> Operation:
    entry = {name: value for name, value in told.pop("entry").items() if value not in ("", None, {})}
    line = json.dumps({"id": "", **entry}, ensure_ascii=False)
    checked = {**entry, "id": entry.get("id") or "1"}
    if wrong := wrong_entry(checked, line):
        raise ValueError(f"{wrong} of an object is not what it should be")
    told.pop("files")
    one = Operation(entry=Entry(**{"id": "", **entry}), **told)
    one.files = {suffix: texts[blob] for suffix, blob in one.blobs.items()} if one.action not in _BARE else {}
    if one.action not in SIGNS or any(blob_id(content) != one.blobs[suffix] for suffix, content in one.files.items()):
        raise ValueError("a file in it is not the one that it names")
    if one.action not in (*_BARE, LINK) and one.entry.kind != "folder":
        properties_file(one.files, one.entry.path)
    if not one.entry.path and one.action != LINK:
        raise ValueError("an object in it has no place")
    if not is_writable(json.dumps([told, one.before, one.home], ensure_ascii=False, default=str)):
        raise ValueError("a text in it is none")
    return one
