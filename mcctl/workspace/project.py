"""mcctl.yaml: which business units a workspace is of, which kinds of objects are in it, and by what rules."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from mcctl.documents import dump_yaml, read_object
from mcctl.errors import InputError
from mcctl.files import is_file, write_file
from mcctl.reading import whole
from mcctl.workspace.address import KIND_NAMES
from mcctl.workspace.lock import Lock
from mcctl.workspace.tree import PRIVATE, Tree

FILE = "mcctl.yaml"
FORMAT = 1
KINDS = ("asset", "de", "event", "journey", "send", "ens")
"""The kinds of a new workspace."""
ALL_KINDS = (*KINDS, "query", "script", "automation", "push", "keyword")
"""Those, and the kinds of which no document describes the routes."""
LEVELS = ("off", "warning", "error")
KEY = "{key}"
MAX_FILE_BYTES = 3 * 1024 * 1024
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}", re.IGNORECASE)
_SIZE = re.compile(r"(\d{1,6}) ?(KB|MB)", re.IGNORECASE)
_UNITS = {"kb": 1024, "mb": 1024 * 1024}
_ATTRIBUTES = "# Line ends are content.\ncontent/** -text\n"
_IGNORED = ".mcctl/\n"
_MCCTLIGNORE = "# What is neither pulled nor pushed, as in .gitignore.\n"


class KeyRule(NamedTuple):
    """How the keys of a kind are made. home: of the key in the files, here: of that in the business unit."""

    home: str
    here: str

    def key(self, home: str) -> str:
        """Return the key in the business unit of the object that has a key in the files."""
        before, _, behind = self.home.partition(KEY)
        is_one = home.startswith(before) and home.endswith(behind) and len(home) > len(before) + len(behind)
        return self.here.replace(KEY, home[len(before) : len(home) - len(behind)]) if is_one else home


class Target(NamedTuple):
    """A business unit. profile: the login to it. mid: None is the login's own. keys: kind -> how its keys are made.

    production: it is asked for twice before anything is written there.
    """

    name: str
    profile: str
    mid: int | None
    production: bool = False
    keys: Mapping[str, KeyRule] = MappingProxyType({})


class MailRules(NamedTuple):
    """What is asked of mails. attributes: of contacts. suppression: lists that every mail of a journey leaves out."""

    attributes: tuple[str, ...] = ()
    suppression: tuple[str, ...] = ()


class Project(NamedTuple):
    """A workspace. root: its folder. max_file: bytes of the largest file that is pulled; 0 pulls none.

    ignored: properties, by kind, that are neither pulled nor compared. levels: of the rules of lint, where changed.
    mail: what lint asks of mails.
    """

    root: Path
    home: Target
    targets: Mapping[str, Target]
    kinds: tuple[str, ...]
    max_file: int
    ignored: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, str]
    mail: MailRules

    @property
    def tree(self) -> Tree:
        """Its files."""
        return Tree(self.root)

    @property
    def private(self) -> Path:
        """The folder that never goes into git."""
        return self.root / PRIVATE

    def lock(self, target: Target | None = None) -> Lock:
        """Return what was last seen of a business unit; the home one if none is named. Raises InputError."""
        return Lock.read(self.root / "targets" / f"{(target or self.home).name}.lock.jsonl")

    def target(self, name: str | None) -> Target:
        """Return the business unit called `name`; the home one if none is named. Raises InputError."""
        if name is None:
            return self.home
        if name not in self.targets:
            raise InputError(f"There is no target {name!r} in {FILE}; there are {', '.join(self.targets)}")
        return self.targets[name]


def find_project(start: Path) -> Project:
    """Return the workspace that a folder is in: the nearest mcctl.yaml upwards counts. Raises InputError."""
    for folder in (start, *start.parents):
        if is_file(folder / FILE):
            for name in ("targets", PRIVATE):
                if (folder / name).is_symlink():
                    raise InputError(f"{folder / name} is a link; mcctl writes through none")
            return _read(folder)
    raise InputError(
        f"There is no {FILE} in {start}, or above it", "mcctl workspace init makes a workspace of the current folder"
    )


def parse_target(text: str) -> Target:
    """Return the target that NAME=PROFILE[:MID] describes. Raises InputError."""
    name, sign, rest = text.partition("=")
    profile, colon, mid = rest.rpartition(":") if ":" in rest else (rest, "", "")
    if not sign or not profile or (colon and not mid.isdecimal()):
        raise InputError(f"{text!r} is no target", "A target is NAME=PROFILE or NAME=PROFILE:MID")
    return Target(_target_name(name), profile, int(mid) if mid else None)


def init(root: Path, targets: list[Target], home: str) -> list[str]:
    """Write what makes a workspace of a folder, and return the names of the files. Raises InputError."""
    if (root / FILE).exists():
        raise InputError(f"{root / FILE} is there already; nothing was written")
    if home not in {target.name for target in targets}:
        raise InputError(f"The home {home!r} is none of the targets: {', '.join(one.name for one in targets)}")
    try:
        (root / "targets").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"Cannot write {root / 'targets'}: {error.strerror or error}") from error
    files = {FILE: _document(targets, home), ".mcctlignore": _MCCTLIGNORE}
    new = {name: text for name, text in files.items() if not (root / name).exists()}
    for name, text in (*new.items(), (".gitignore", _IGNORED), (".gitattributes", _ATTRIBUTES)):
        write_file(root / name, _with_lines(root / name, text).encode(), overwrite=True)
    return [*new, ".gitignore", ".gitattributes"]


def _with_lines(path: Path, text: str) -> str:
    """Return a file with those lines of a text that it has not yet."""
    try:
        before = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return text
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Cannot read {path}: {error}") from error
    missing = [line for line in text.splitlines() if line not in before.splitlines()]
    gap = "" if before.endswith("\n") or not before else "\n"
    return before + gap + "".join(f"{line}\n" for line in missing)


def _document(targets: list[Target], home: str) -> str:
    told = {
        "workspace": FORMAT,
        "home": home,
        "targets": {one.name: {"profile": one.profile, **({"mid": one.mid} if one.mid else {})} for one in targets},
        "kinds": list(KINDS),
        "files": {"max": "3MB"},
    }
    return dump_yaml(told)


def _read(root: Path) -> Project:
    path = os.path.relpath(root / FILE)
    told = read_object(path)
    if told.get("workspace") != FORMAT:
        raise InputError(f"{path}: workspace must be {FORMAT}; is it of a newer mcctl?")
    _known(told, ("workspace", "home", "targets", *_PARTS), f"{path}: ")
    listed = _object(told.get("targets"), path, "targets")
    targets = {name: _target(name, one, path) for name, one in listed.items()}
    home = targets.get(str(told.get("home")))
    if home is None:
        raise InputError(f"{path}: home must be one of the targets: {', '.join(targets)}")
    parts = {name: read(told.get(name), path) for name, read in _PARTS.items()}
    return Project(root, home, targets, parts["kinds"], parts["files"], parts["fields"], parts["lint"], parts["mail"])


_OF_A_TARGET = ("profile", "mid", "production", "keys")


def _known(told: Mapping[str, Any], names: Collection[str], where: str) -> None:
    """Refuse a word that nobody reads: a business unit that is left out for a slip is another business unit."""
    unknown = next((name for name in told if name not in names), None)
    if unknown is not None:
        raise InputError(f"{where}{unknown} is not known; there are {', '.join(names)}")


def _target(name: str, told: Any, path: str) -> Target:
    body = _object(told, path, f"targets.{name}")
    _known(body, _OF_A_TARGET, f"{path}: targets.{name}.")
    profile, mid = body.get("profile"), whole(body.get("mid"))
    if not isinstance(profile, str) or not profile:
        raise InputError(f"{path}: targets.{name}.profile must name a login; see mcctl auth list")
    if body.get("mid") is not None and mid is None:
        raise InputError(f"{path}: targets.{name}.mid must be a number")
    if not isinstance(body.get("production", False), bool):
        raise InputError(f"{path}: targets.{name}.production must be true or false")
    rules = _object(body.get("keys") or {}, path, f"targets.{name}.keys")
    keys = {kind: _key_rule(kind, rule, f"{path}: targets.{name}.keys") for kind, rule in rules.items()}
    return Target(_target_name(name), profile, mid, body.get("production", False), keys)


def _key_rule(kind: str, told: Any, where: str) -> KeyRule:
    if kind not in KIND_NAMES or kind == "folder":
        raise InputError(f"{where}: {kind} has no keys; there are {', '.join(KIND_NAMES[1:])}")
    rule = KeyRule(KEY, told) if isinstance(told, str) else None
    if isinstance(told, dict) and set(told) == {"home", "here"}:
        rule = KeyRule(str(told["home"]), str(told["here"]))
    if rule is None or any(one.count(KEY) != 1 for one in rule):
        raise InputError(f'{where}.{kind} must be such as "{KEY}-EU", or {{home: "{KEY}_DEV", here: "{KEY}"}}')
    return rule


def _target_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise InputError(f"{name!r} is no name for a target; letters, digits, - and _ make one")
    return name


def _kinds(told: Any, path: str) -> tuple[str, ...]:
    if told is None:
        return KINDS
    if not isinstance(told, list):
        raise InputError(f"{path}: kinds must be a list")
    wrong = [one for one in told if one not in ALL_KINDS]
    if wrong:
        raise InputError(f"{path}: kinds: {wrong[0]!r} is not known; there are {', '.join(ALL_KINDS)}")
    return tuple(one for one in ALL_KINDS if one in told)


def _max_file(told: Any, path: str) -> int:
    if told is None:
        return MAX_FILE_BYTES
    if told == "none":
        return 0
    found = _SIZE.fullmatch(str(told.get("max"))) if isinstance(told, dict) else None
    if not found:
        raise InputError(f"{path}: files must be none, or {{max: 3MB}}")
    return int(found[1]) * _UNITS[found[2].lower()]


def _ignored(told: Any, path: str) -> dict[str, tuple[str, ...]]:
    listed = _object(_object(told or {}, path, "fields").get("ignore") or {}, path, "fields.ignore")
    for kind, names in listed.items():
        if kind not in ALL_KINDS or not isinstance(names, list):
            raise InputError(f"{path}: fields.ignore.{kind} must be a list of properties of a kind")
    return {kind: tuple(map(str, names)) for kind, names in listed.items()}


def _levels(told: Any, path: str) -> dict[str, str]:
    levels = {rule: _level(level) for rule, level in _object(told or {}, path, "lint").items()}
    wrong = next((rule for rule, level in levels.items() if level not in LEVELS), None)
    if wrong:
        raise InputError(f"{path}: lint.{wrong} must be one of {', '.join(LEVELS)}")
    return levels


def _mail(told: Any, path: str) -> MailRules:
    body = _object(told or {}, path, "mail")
    _known(body, ("attributes", "suppression-lists"), f"{path}: mail.")
    lists = [body.get(name) or [] for name in ("attributes", "suppression-lists")]
    if not all(isinstance(one, list) for one in lists):
        raise InputError(f"{path}: mail.attributes and mail.suppression-lists must be lists")
    return MailRules(*(tuple(map(str, one)) for one in lists))


def _level(told: Any) -> str:
    return "off" if told is False else str(told)  # YAML 1.1 says off for false


def _object(told: Any, path: str, name: str) -> dict[str, Any]:
    if not isinstance(told, dict):
        raise InputError(f"{path}: {name} must be an object")
    return told


_PARTS: dict[str, Any] = {"kinds": _kinds, "files": _max_file, "fields": _ignored, "lint": _levels, "mail": _mail}
