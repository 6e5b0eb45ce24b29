"""What stands in the cells of a table: parts of objects, as text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from shutil import get_terminal_size
from typing import Any

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
    return json_of(value, indent=None)


def columns_of(items: list[Any]) -> Columns:
    """The keys of all objects in `items`, in order; the one column of a list of plain values is nameless."""
    keys = {key: key for item in items if isinstance(item, dict) for key in item}
    return keys or {"": ""}


def row_of(item: Any, columns: Columns) -> list[str]:
    if isinstance(item, list):
        return [cell(value) for value in item]
    if not isinstance(item, dict):
        return [cell(item)]
    return [cell(pick(item, path)) for path in columns.values()]


def aligned(items: Iterable[Any], columns: Columns) -> Iterator[str]:
    """Yield the lines of a table whose rows are not known beforehand, so that its widths are guessed."""
    for row in chain([list(columns)], (row_of(item, columns) for item in items)):
        yield "  ".join(visible(cell).ljust(_STREAM_WIDTH) for cell in row).rstrip()[: get_terminal_size().columns]
