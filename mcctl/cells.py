"""What stands in the cells of a table: parts of objects, as text. For programs as it came, for people as it is read."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from typing import Any

from mcctl.clock import short_time, told_moment
from mcctl.escaping import visible, visible_json
from mcctl.formats import When
from mcctl.reading import get, is_never

_STREAM_WIDTH = 22  # characters of a column of which the cells are not known yet


def json_of(value: Any, indent: int | None = 2) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return visible_json(text)


Columns = Mapping[str, str | Callable[[Any], Any]]
"""Column header -> dotted path of the value in an item (`{"TYPE": "assetType.name"}`), or what works it out.

Names on the path are found in any casing.
"""


def pick(item: Any, path: str | Callable[[Any], Any]) -> Any:
    if not isinstance(path, str):
        return path(item)
    value = item[path] if isinstance(item, dict) and path in item else get(item, path)
    return None if isinstance(path, When) and is_never(value) else value


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return value.isoformat() if isinstance(value, datetime) else json_of(value, indent=None)


def readable(value: Any) -> str:
    """Return a value as a person reads it: lists and objects as their parts, yes and no for what is true or not."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(readable, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {readable(part)}" for name, part in value.items() if part is not None)
    return cell(value)


def readable_cell(item: Any, path: str | Callable[[Any], Any], now: float) -> str:
    """Return what an item holds at a path as a person reads it, its times in short. now: Unix time."""
    value = pick(item, path)
    moment = told_moment(value, path.zone) if isinstance(path, When) and isinstance(value, str) else value
    if not isinstance(moment, datetime):
        return readable(value)
    try:
        return short_time(moment, now)
    except (OverflowError, ValueError):  # beyond what this machine's zone reaches
        return cell(value)


def readable_row(item: Any, columns: Columns, now: float) -> list[str]:
    """Return the cells of an item as a person reads them."""
    return _row(item, columns, readable, lambda path: readable_cell(item, path, now))


def headed(item: Mapping[str, Any]) -> Columns:
    """Return the properties of an object as columns under headings in words: eventInstanceId as EVENT INSTANCE ID."""
    return {re.sub(r"([a-z0-9])(?=[A-Z])", r"\1 ", key).replace("_", " ").upper(): key for key in item}


def columns_of(items: list[Any]) -> Columns:
    """The keys of all objects in `items`, in order; the one column of a list of plain values is nameless."""
    keys = {key: key for item in items if isinstance(item, dict) for key in item}
    return keys or {"": ""}


def row_of(item: Any, columns: Columns) -> list[str]:
    return _row(item, columns, cell, lambda path: cell(pick(item, path)))


def _row(item: Any, columns: Columns, told: Callable[[Any], str], at: Callable[[Any], str]) -> list[str]:
    """Return the cells of an item. told: of a value by itself; at: of what is at a path in the item."""
    if isinstance(item, list):
        return [told(value) for value in item]
    if not isinstance(item, dict):
        return [told(item)]
    return [at(path) for path in columns.values()]


def aligned(items: Iterable[Any], columns: Columns, width: int | None) -> Iterator[str]:
    """Yield the lines of a table whose rows are not known beforehand, so that the widths of its columns are guessed.

    Its lines are read long after they came, so that times stay as they are. width: of the terminal; None where a line
    may be of any length.
    """
    rows = ([readable(pick(item, path)) for path in columns.values()] for item in items)
    for row in chain([list(columns)], rows):
        yield "  ".join(visible(cell).ljust(_STREAM_WIDTH) for cell in row).rstrip()[:width]
