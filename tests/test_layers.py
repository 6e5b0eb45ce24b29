"""The layers point one way, and each third-party name has one importer. Found by walking the imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mcctl"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = [
    {"cli", "__main__"},
    {"commands"},
    {"session"},
    {"credentials", "bulk"},
    {"rest", "config", "output"},
    {"documents", "yaml_text", "files", "hosts", "choices", "streams"},
    {"errors", "escaping", "formats", "masking", "reading", "signals", "copying"},
]
"""Each may import what stands below it, and its own kind. The version is everybody's."""

ONE_IMPORTER = {
    "httpx": "mcctl.rest.http",
    "keyring": "mcctl.credentials",
    "rich": "mcctl.output",
    "jmespath": "mcctl.output",
    "yaml": "mcctl.yaml_text",
    "phonenumbers": "mcctl.rest.address",
    "platformdirs": "mcctl.config",
    "waitress": "mcctl.emulator.serve",
}


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
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
            assert there == "emulator", f"the emulator imports {imported}"
        elif there == "emulator":
            assert here in ("session", "commands"), f"{here} imports {imported}"
        elif here and here != there:
            assert level(here) <= level(there), f"{here} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_third_party_name_has_one_importer(path: Path) -> None:
    for imported in imports(path):
        owner = ONE_IMPORTER.get(imported.split(".")[0])
        assert owner in (None, name_of(path)), f"{imported} belongs to {owner}"


def test_only_the_emulator_knows_falcon() -> None:
    users = {name_of(path) for path in MODULES if any(name.split(".")[0] == "falcon" for name in imports(path))}
    assert all(user.startswith("mcctl.emulator.") for user in users)
