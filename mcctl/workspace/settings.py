"""targets/NAME.yaml: what is another in one business unit: variables, and what things are called or known by there."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mcctl.documents import read_object
from mcctl.errors import InputError
from mcctl.files import is_file
from mcctl.workspace.address import KIND_NAMES, Address
from mcctl.workspace.known import EXTERNALS

EXTERNAL = (*dict.fromkeys(EXTERNALS.values()), "de-folder", "page", "file-location")
"""Kinds of things that files refer to and no API tells; `map` says what each is in a business unit."""
_PARTS = ("variables", "map", "only", "skip")
_NAME = re.compile(r"[A-Za-z_]\w{0,59}")
SECRET_VARIABLE = "MCCTL_SECRET_"  # noqa: S105 (the beginning of a variable's name)


class Settings(NamedTuple):
    """What is said of one business unit. path: of the file that says it.

    variables: name -> value. names: kind -> name in the files -> what that is here: a key, or an id. only and skip:
    selectors of what is ever written here, and of what never is.
    """

    path: str
    variables: Mapping[str, str]
    names: Mapping[str, Mapping[str, str]]
    only: tuple[str, ...]
    skip: tuple[str, ...]

    def key_of(self, address: Address) -> str | None:
        """Return the key that an object has here; None where nothing is said of it."""
        named = self.names.get(address.kind, {})
        return next((key for name, key in named.items() if name.casefold() == address.key.casefold()), None)

    def name_of(self, kind: str, value: object) -> str | None:
        """Return what the files call something that is known by a value here; None where nothing is said of it."""
        found = (name for name, known in self.names.get(kind, {}).items() if known.lower() == str(value).lower())
        return next(found, None)


def read_settings(root: Path, target: str) -> Settings:
    """Return what the file of a target says; nothing where there is none. Raises InputError."""
    name = f"targets/{target}.yaml"
    if not is_file(root / name):
        return Settings(name, {}, {}, (), ())
    told = read_object(os.path.relpath(root / name))
    unknown = next((part for part in told if part not in _PARTS), None)
    if unknown:
        raise InputError(f"{name}: {unknown} is not known; there are {', '.join(_PARTS)}")
    return Settings(
        name,
        {
            _variable(one, name): _value(value, f"{name}: variables.{one}")
            for one, value in _of(told, "variables", name)
        },
        {kind: _mapped(kind, value, name) for kind, value in _of(told, "map", name)},
        *(_selectors(told.get(part), f"{name}: {part}") for part in ("only", "skip")),
    )


def secret(name: str) -> str | None:
    """Return the value of a secret, which only the environment has; None where it has none."""
    return os.environ.get(SECRET_VARIABLE + name.upper())


def given_secrets() -> dict[str, str]:
    """Return the values of all secrets that the environment has, by their names."""
    found = {name: value for name, value in os.environ.items() if name.startswith(SECRET_VARIABLE)}
    return {name.removeprefix(SECRET_VARIABLE).lower(): value for name, value in found.items()}


def _of(told: dict[str, Any], part: str, name: str) -> list[tuple[str, Any]]:
    found = told.get(part) or {}
    if not isinstance(found, dict):
        raise InputError(f"{name}: {part} must be an object")
    return list(found.items())


def _variable(name: str, path: str) -> str:
    if not _NAME.fullmatch(name):
        raise InputError(f"{path}: {name!r} is no name for a variable; letters, digits and _ make one")
    return name


def _value(told: Any, where: str) -> str:
    if told is None or isinstance(told, dict | list | bool):
        raise InputError(f'{where} must be text; an empty one is written ""')
    return str(told)


def _mapped(kind: str, told: Any, path: str) -> dict[str, str]:
    if kind not in (*KIND_NAMES, *EXTERNAL):
        raise InputError(f"{path}: map.{kind} is not known; there are {', '.join((*KIND_NAMES, *EXTERNAL))}")
    if not isinstance(told, dict):
        raise InputError(f"{path}: map.{kind} must be an object: name in the files, and what it is here")
    return {str(name): _value(value, f"{path}: map.{kind}.{name}") for name, value in told.items()}


def _selectors(told: Any, where: str) -> tuple[str, ...]:
    if told is None:
        return ()
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        raise InputError(f"{where} must be a list of addresses or paths")
    return tuple(told)
