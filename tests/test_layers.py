"""The layers point one way, and each third-party name has one importer. Found by walking the imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from mcctl.commands._group import module_name
from tests.tree import TREE as WHOLE_TREE

PACKAGE = Path(__file__).parent.parent / "mcctl"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = [
    {"cli", "__main__"},
    {"commands"},
    {"session", "sessions", "senders"},
    {"credentials", "bulk", "workspace"},
    {"rest", "config", "locks", "usage", "output", "screen", "talk", "cells", "queries"},
    {"documents", "yaml_text", "files", "hosts", "choices", "streams"},
    {"errors", "escaping", "formats", "words", "masking", "reading", "signals", "copying", "help_pages"},
    {"checks", "pictures", "text_part", "clock"},
    {"ampscript", "recurrence", "sql", "zones"},
]
"""Each may import what stands below it, and its own kind. The version is everybody's."""

ONE_IMPORTER = {
    "httpx": "mcctl.rest.http",
    "keyring": "mcctl.credentials",
    "rich": "mcctl.screen",
    "jmespath": "mcctl.queries",
    "yaml": "mcctl.yaml_text",
    "phonenumbers": "mcctl.rest.address",
    "platformdirs": "mcctl.config",
    "waitress": "mcctl.emulator.serve",
    "babel": "mcctl.ampscript.cultures",
    "imagesize": "mcctl.pictures",
    "inscriptis": "mcctl.text_part",
    "jsonpath": "mcctl.ampscript.functions.rows",
    "merge3": "mcctl.workspace.merging",
    "pathspec": "mcctl.workspace.ignoring",
    "sqlglot": "mcctl.sql.grammar",
    "tzlocal": "mcctl.zones",
    "dateutil": "mcctl.recurrence",
    "lxml": "mcctl.ampscript.functions.rows",
    "regex": "mcctl.ampscript.functions.strings",
}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def part_of(module: str) -> str:
    """The part of the package that a module belongs to: its first name below mcctl."""
    names = module.split(".")
    return names[1] if len(names) > 1 else ""


def level(part: str) -> int:
    return next(depth for depth, parts in enumerate(LAYERS) if part in parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_downwards(path: Path) -> None:
    here = part_of(name_of(path))
    for imported in imports(path):
        if not imported.startswith("mcctl.") or imported == "mcctl.__version__":
            continue
        there = part_of(imported)
        if here == "emulator":
            assert there in ("emulator", "ampscript", "recurrence", "sql", "zones", "pictures", "text_part"), (
                f"the emulator imports {imported}"
            )
        elif there == "emulator":
            assert here in ("senders", "commands"), f"{here} imports {imported}"
        elif here and here != there:
            assert level(here) <= level(there), f"{here} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_third_party_name_has_one_importer(path: Path) -> None:
    for imported in imports(path):
        owner = ONE_IMPORTER.get(imported.split(".")[0])
        assert owner in (None, name_of(path)), f"{imported} belongs to {owner}"


def test_imports_stand_at_the_top() -> None:
    """One inside a function says why, on its line; but for cli.py, which loads what a command line needs."""
    assert [line for path in MODULES if path.name != "cli.py" for line in unexplained_imports(path)] == []


def unexplained_imports(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    inside = {
        node.end_lineno or 0
        for function in ast.walk(parsed(path))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    lines = text.splitlines()
    return [f"{path.name}: {lines[number - 1]}" for number in sorted(inside) if "  # " not in lines[number - 1]]


def test_only_the_emulator_knows_falcon() -> None:
    users = {name_of(path) for path in MODULES if any(name.split(".")[0] == "falcon" for name in imports(path))}
    assert all(user.startswith("mcctl.emulator.") for user in users)


# ---------------------------------------------------------------------- places

TESTS = Path(__file__).parent / "commands"
MOST_LINES = 400
TREE = [(path, command) for path, command in WHOLE_TREE if not hasattr(command, "commands")]
LOCAL = {"api", "bu", "completion", "emulator", "help", "run", "usage", "workspace"}
"""Groups that are about no app of Marketing Cloud."""
ACTIVITIES = dict.fromkeys(("query", "script", "import", "file-transfer", "data-extract", "file-location"), "activity")
"""Groups that are about one kind of activity of Automation Studio, whose routes are alike."""


@pytest.mark.parametrize("path", [path for path, _ in TREE], ids=" ".join)
def test_a_command_is_found_by_its_name(path: tuple[str, ...]) -> None:
    verb = path[-1]
    module = f"mcctl/commands/{'/'.join(map(module_name, path))}.py"
    assert (PACKAGE.parent / module).is_file()
    app = path[0]
    tested = app if app == "query" else "script" if app in ACTIVITIES else module_name(app)
    tests = [*(TESTS / tested).rglob("*.py"), *TESTS.glob(f"test_{app}.py")]
    assert any(re.search(rf"[\"' ]{re.escape(verb)}[\"' ,]", test.read_text(encoding="utf-8")) for test in tests)
    if app in LOCAL:
        return
    assert (PACKAGE / "rest" / f"{ACTIVITIES.get(app, module_name(app))}.py").is_file()
    played = "automation" if app in ACTIVITIES else module_name(app)
    assert (PACKAGE / "emulator" / played / "app.py").is_file() or (PACKAGE / "emulator" / f"{played}.py").is_file()


def test_every_module_of_commands_is_a_command_or_has_an_underscore() -> None:
    verbs = {tuple(map(module_name, path)) for path, _ in TREE}
    for module in (PACKAGE / "commands").rglob("*.py"):
        place = module.relative_to(PACKAGE / "commands").with_suffix("").parts
        assert place in verbs or place[-1].startswith("_"), f"{module} is no command"


def test_a_module_has_one_subject() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES} == {}


# ---------------------------------------------------------------------- words

_WORDS = re.compile(
    r"(?<![\w-])--[a-z][a-z-]+\b|\bmcctl (asset|folder|de|event|journey|contact|tx|sms|chat|ens|run|api)\b"
)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and text of every string of a module that is no docstring."""
    tree = parsed(path)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_the_api_layer_knows_no_flag_and_no_command() -> None:
    modules = sorted((PACKAGE / "rest").glob("*.py"))
    assert [(path.name, line, text) for path in modules for line, text in texts(path) if _WORDS.search(text)] == []


# ---------------------------------------------------------------------- tables of the emulator

EMULATOR = PACKAGE / "emulator"
DATA_VIEWS = "mcctl.emulator.tracking.views"
"""Shows to queries what all the others keep; it writes nothing."""
_STATEMENT = re.compile(r"\b(?:from|join|into|update)\s+(\w+)")


def owner_of(path: Path) -> str:
    return path.relative_to(EMULATOR).with_suffix("").parts[0]


OWNERS = {
    table: owner_of(path)
    for path in EMULATOR.rglob("*.py")
    for table in re.findall(r"create table (\w+)", path.read_text(encoding="utf-8"))
}


def test_a_table_has_one_owner() -> None:
    foreign = [
        (name_of(path), line, table)
        for path in sorted(EMULATOR.rglob("*.py"))
        if name_of(path) != DATA_VIEWS
        for line, text in texts(path)
        for table in _STATEMENT.findall(text)
        if OWNERS.get(table, owner_of(path)) != owner_of(path)
    ]
    assert foreign == []
