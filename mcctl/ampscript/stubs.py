"""Answers that the user gives for what only the platform could answer: CRM objects, HTTP calls, encryption."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from mcctl.ampscript.errors import NotRendered
from mcctl.ampscript.run import Run
from mcctl.ampscript.values import Rowset, Value, text


class Stub(NamedTuple):
    """An answer. function: in lower case. arguments: what the call must have; None fits every call.

    value: a scalar, or rows. sets: variables that get a value, too.
    """

    function: str
    arguments: tuple[str, ...] | None
    value: Value
    sets: dict[str, Value]


class Stubs:
    """A table of answers; the first that fits is given."""

    def __init__(self, stubs: Sequence[Stub] = ()) -> None:
        self._stubs = stubs

    def __call__(self, run: Run, name: str, args: list[Value]) -> Value:
        """Return the answer to a call. Raises NotRendered where there is none."""
        given = tuple(map(text, args))
        for stub in self._stubs:
            if stub.function == name.lower() and stub.arguments in (None, given):
                run.variables.update(stub.sets)
                return stub.value
        raise NotRendered(f"{name} needs the platform; --stub FILE can give its answer")


def read_stubs(entries: Any) -> Stubs:
    """Return a table of answers from a list of objects with function, arguments, value or rows, and set.

    Raises ValueError where an entry is not as it should be.
    """
    if not isinstance(entries, list):
        raise ValueError("it must be a list of answers")
    return Stubs([_stub(entry, number) for number, entry in enumerate(entries, 1)])


def _stub(entry: Any, number: int) -> Stub:
    if not isinstance(entry, dict) or not isinstance(entry.get("function"), str):
        raise ValueError(f"answer {number} must have a function")
    unknown = set(entry) - {"function", "arguments", "value", "rows", "set"}
    arguments, rows, sets = entry.get("arguments"), entry.get("rows"), entry.get("set") or {}
    if unknown or not isinstance(arguments, list | None) or not isinstance(sets, dict):
        raise ValueError(f"answer {number} may have function, arguments, value or rows, and set")
    value = _scalar(entry.get("value")) if rows is None else _rows(rows, number)
    wanted = None if arguments is None else tuple(text(_scalar(one)) for one in arguments)
    return Stub(entry["function"].lower(), wanted, value, {_variable(name): _scalar(one) for name, one in sets.items()})


def _variable(name: str) -> str:
    return name.lower() if name.startswith("@") else f"@{name.lower()}"


def _rows(rows: Any, number: int) -> Rowset:
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError(f"rows of answer {number} must be a list of objects")
    columns = list(dict.fromkeys(str(name) for row in rows for name in row))
    return Rowset(columns, [[_scalar(row.get(name)) for name in columns] for row in rows])


def _scalar(value: Any) -> Value:
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
