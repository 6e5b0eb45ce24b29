"""What a rule finds, and how rules are told to be silent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.workspace.address import Address
from mcctl.workspace.kinds import body_of
from mcctl.workspace.known import Known
from mcctl.workspace.local import Local
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.project import MailRules
from mcctl.workspace.shape import Files
from mcctl.workspace.usages import Found, Usages

ERROR, WARNING = "error", "warning"
_KEYS = (
    "customerKey", "eventDefinitionKey", "definitionKey", "key", "callbackName", "subscriptionName",
)  # fmt: skip
_ALLOWED = re.compile(r"mcctl:\s*allow\s+([\w, -]+)")


class Finding(NamedTuple):
    """Something that is against a rule. line and column: from 1; 0 where it concerns a file as a whole."""

    rule: str
    level: str
    path: str
    line: int
    column: int
    message: str


class Thing(NamedTuple):
    """An object in files. path: where they begin. files: what follows that in the name of each -> content.

    body: the object as the API takes it; None where the files do not describe one, and `problem` says why.
    """

    address: Address
    path: str
    files: Files
    body: dict[str, Any] | None
    problem: str = ""

    @property
    def key(self) -> str:
        """Its key as the files have it, which may be a new one."""
        return text(self.body, *_KEYS) or self.address.key

    @property
    def has_key(self) -> bool:
        """Whether the files say what it is called."""
        return bool(text(self.body, *_KEYS))

    @property
    def properties(self) -> str:
        """The file with its properties."""
        return self.path + next((suffix for suffix in sorted(self.files) if suffix.endswith(".yaml")), "")


@dataclass
class Scene:
    """All that rules look at. kinds: those of which the workspace has every object. mail: what mcctl.yaml asks for.

    foreign: address of an image, in one casing -> the other business unit that publishes it.

    wanted: in one casing, the only objects that are looked at; None looks at all of them.
    """

    local: Local
    lock: Lock
    usages: Usages
    kinds: Collection[str]
    mail: MailRules
    foreign: Mapping[str, str]
    wanted: Collection[Address] | None = None

    @cached_property
    def things(self) -> list[Thing]:
        """Every object in the files. Raises InputError for files that cannot be read."""
        known = Known(self.lock)
        found: list[Thing] = []
        places: set[str] = set()
        for entry in self.lock:
            is_meant = entry.files and self.is_wanted(entry.address)
            place, blobs = self.local.at(entry) if is_meant else ("", None)
            if blobs is not None:
                places.add(place)
                found.append(_thing(entry.address, place, self.local.files(place, blobs), known))
        for stray in self.local.strays.values():
            if stray.path not in places and self.is_wanted(stray.address):
                found.append(_thing(stray.address, stray.path, self.local.files(stray.path, stray.suffixes), known))
        return found

    @cached_property
    def uses(self) -> list[Found]:
        """Every reference in the files that are looked at."""
        if self.wanted is None:
            return self.usages.all
        return [found for found in self.usages.all if found.owner is not None and self.is_wanted(found.owner)]

    def is_wanted(self, address: Address) -> bool:
        """Whether an object is looked at."""
        return self.wanted is None or address.folded in self.wanted

    @cached_property
    def by_address(self) -> Mapping[Address, Thing]:
        """The objects in the files by their addresses, in one casing."""
        return {thing.address.folded: thing for thing in self.things}

    def entry(self, address: Address) -> Entry | None:
        """Return what the lock knows of an object; None where it knows none."""
        return self.lock.by_address(address)


def heard(findings: Iterable[Finding], levels: Mapping[str, str], local: Local) -> Iterator[Finding]:
    """Yield findings with the levels that the workspace gives to rules, but for those that are allowed.

    A rule is silent for a line where the line above says `mcctl: allow RULE`.
    """
    lines: dict[str, list[str]] = {}
    for finding in findings:
        level = levels.get(finding.rule, finding.level)
        if level == "off":
            continue
        if finding.line > 1:
            if finding.path not in lines:
                lines[finding.path] = (local.tree.read(finding.path) or b"").decode("utf-8", "replace").split("\n")
            above = lines[finding.path][finding.line - 2 : finding.line - 1]
            allowed = _ALLOWED.search(above[0]) if above else None
            if allowed and finding.rule in re.split(r"[,\s]+", allowed[1]):
                continue
        yield finding._replace(level=level)


def _thing(address: Address, path: str, files: Files, known: Known) -> Thing:
    texts = {suffix: content for suffix, content in files.items() if suffix}
    if not any(suffix.endswith(".yaml") for suffix in texts):
        return Thing(address, path, files, None, "The file with its properties is gone")
    try:
        return Thing(address, path, files, body_of(address.kind, texts, path, known))
    except InputError as error:
        return Thing(address, path, files, None, error.message)
