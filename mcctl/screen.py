"""What is drawn for a person: tables that fit, records as blocks where they do not, bars. The only importer of rich.

Where a table does not fit, what says least gives way first: columns with nothing in them, then GUIDs, which are
shortened where a name stands beside them, then long texts. What must be copied, and why something failed, is never
cut: where it has no room, each record becomes a block of lines.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from shutil import which
from typing import Literal, NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from mcctl.escaping import visible
from mcctl.talk import say

_COPIED = frozenset((
    "#", "ADDRESS", "BUSINESS UNIT", "CALLBACK ID", "CODE", "CONTACT", "DEFINITION", "ENTERPRISE", "EVENT", "EVENT ID",
    "ID", "ID IN JOURNEYS", "KEY", "KEYWORD", "MESSAGE KEY", "MID", "NUMBER", "OBJECT ID", "OPERATION", "PARENT ID",
    "PATH", "RECORD", "REQUEST", "RUN", "STATE", "STATUS", "TOKEN",
))  # fmt: skip
"""Columns of what is typed again, and of single words: never cut."""
_TOLD = frozenset((
    "CHANGE", "DETAIL", "ERROR", "ERRORS", "MEANING", "MESSAGE", "PLACE", "PROBLEM", "REASON", "STATES", "TOLD",
    "WARNINGS",
))  # fmt: skip
"""Columns of sentences, which go on in the next line. A table that has one keeps its keys whole."""
_SPARED = frozenset(("CREATED BY", "MODIFIED BY"))
"""Columns that are shown where there is room."""
_STATES = frozenset(("LEVEL", "OUTCOME", "RESULT", "STATE", "STATUS"))
_COLOURS = {
    "green": "accepted active complete completed delivered done finished loaded processed published ready running same"
    " sent subscribed success succeeded verified",
    "yellow": "changed draft inactive paused pausedpublished pending processing queued retry scheduled skipped stopping"
    " unknown waiting warning",
    "red": "canceled conflict error errored failed failure interrupted notsent refused rejected stopped",
}
_COLOUR_OF = {word: colour for colour, words in _COLOURS.items() for word in words.split()}
_GUID = re.compile(r"\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?")
_SHORT_GUID = 9  # its first part, and a mark that there is more
_LEAST_TOLD = 24
_LEAST_CHARS = 12  # of other texts, so that times are always whole
_AT_ONCE = 3
_GAP = 2
_ENDLESS = 100_000  # characters of a line that need not fit


class _Column(NamedTuple):
    """A column to be drawn. width: that it takes whole. least: to which it narrows.

    spare: how soon it goes where there is no room; 0 for one that stays.
    """

    position: int
    header: str
    width: int
    least: int
    spare: int


def print_table(headers: Sequence[str], rows: list[list[str]]) -> None:
    """Print a table, or, where the terminal is too narrow for it, each row as a block of lines.

    headers: none are shown where all are empty. rows: cells, as they are read, also those that have no header.
    """
    headers = [*headers, *[""] * (max(map(len, rows), default=0) - len(headers))]
    columns = _fitting(headers, rows, _width())
    if columns is None:
        blocks = ([_grid(_block(headers, row)), Text("\n")] for row in rows)
        _print([*chain.from_iterable(blocks)][:-1], lines=len(rows) * len(headers))
        return
    table = Table(box=None, pad_edge=False, header_style="bold", show_header=any(headers))
    for column in columns:
        goes_on = column.header in _TOLD
        table.add_column(
            visible(column.header), overflow="fold" if goes_on else "ellipsis", no_wrap=not goes_on, width=column.width
        )
    for row in rows:
        table.add_row(*(_cell(column.header, _at(row, column.position)) for column in columns))
    _print([table], lines=len(rows))


def print_grid(rows: list[tuple[str, str]]) -> None:
    """Print one object, a line for each of its properties."""
    _print([_grid(rows)], lines=len(rows))


def _fitting(headers: Sequence[str], rows: list[list[str]], width: int | None) -> list[_Column] | None:
    """Return the columns as they fit into a width; None where they do not fit without what must not be cut."""
    columns = [_column(position, headers, rows) for position in range(len(headers))]
    if width is None or _total(columns) <= width:
        return columns
    columns = [one for one in columns if one.spare < _AT_ONCE]
    while _total(narrowed := _narrowed(columns, width)) > width:
        if not (spare := [one for one in columns if one.spare]):
            return None
        columns.remove(max(spare, key=lambda one: (one.spare, one.position)))
    return narrowed


def _narrowed(columns: list[_Column], width: int) -> list[_Column]:
    """Return the columns, the widest that can give way a bit narrower, until they fit or none can."""
    columns = list(columns)
    for _ in range(_total(columns) - width):
        widest = max((one for one in columns if one.width > one.least), key=_readiness, default=None)
        if widest is None:
            break
        columns[columns.index(widest)] = widest._replace(width=widest.width - 1)
    return columns


def _readiness(column: _Column) -> float:
    """Return how much a column should give way: a name is worth twice as much room as others."""
    return column.width / 2 if column.header == "NAME" else column.width


def _column(position: int, headers: Sequence[str], rows: list[list[str]]) -> _Column:
    header, cells = headers[position], [visible(_at(row, position)) for row in rows]
    is_list = "NAME" in headers and _TOLD.isdisjoint(headers)
    width = max(cell_len(text) for text in (visible(header), *cells))
    return _Column(position, header, width, min(width, _least(header, cells, is_list)), _spare(header, cells, is_list))


def _least(header: str, cells: list[str], is_list: bool) -> int:
    """Return how narrow a column may become. is_list: of things that have names."""
    if header not in _COPIED:
        return _LEAST_TOLD if header in _TOLD else _LEAST_CHARS
    whole = (text for text in (header, *cells) if not (is_list and _GUID.fullmatch(text)))
    return max(_SHORT_GUID, *map(cell_len, whole))


def _spare(header: str, cells: list[str], is_list: bool) -> int:
    """Return how early a column goes where there is no room for it; 0 for one that stays."""
    if header in _SPARED or all(text in ("", "0") for text in cells):
        return _AT_ONCE
    if not is_list or header == "NAME":
        return 0
    if header not in _COPIED:
        return 1
    return 2 if all(_GUID.fullmatch(text) for text in cells if text) else 0


def _total(columns: list[_Column]) -> int:
    return sum(one.width for one in columns) + _GAP * (len(columns) - 1)


def _at(row: list[str], position: int) -> str:
    return row[position] if position < len(row) else ""


def _block(headers: Sequence[str], row: list[str]) -> list[tuple[str, str]]:
    return [(header, text) for header, text in zip(headers, row, strict=False) if text]


def _grid(rows: list[tuple[str, str]]) -> Table:
    grid = Table.grid(padding=(0, _GAP))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for header, text in rows:
        grid.add_row(visible(header), _cell(header, text))
    return grid


def _cell(header: str, text: str) -> Text:
    letters = "".join(filter(str.isalpha, text)).lower()
    return Text(visible(text), style=_COLOUR_OF.get(letters, "") if header in _STATES else "")


def _width() -> int | None:
    """Return the width of the terminal; None where there is none, so that nothing has to fit."""
    return Console().width if sys.stdout.isatty() else None


def _print(parts: Iterable[object], *, lines: int) -> None:
    """Print through the pager what is higher than the terminal; for whoever is no terminal, without an end to lines."""
    # NO_COLOR for rich still means bold; here it means no escape sequences at all.
    plain = bool(os.environ.get("NO_COLOR"))
    color_system: Literal["auto"] | None = None if plain else "auto"
    console = Console(markup=False, highlight=False, color_system=color_system, width=_width() or _ENDLESS)
    if not sys.stdout.isatty() or lines < console.height:
        console.print(*parts, sep="", end="")
        return
    os.environ.setdefault("LESS", "FRX")
    _forget_missing_pagers()
    with console.pager(styles=console.color_system is not None):
        console.print(*parts, sep="", end="")


def _forget_missing_pagers() -> None:
    """Have another pager shown what one is named for that is not there, and say so."""
    for name in ("MANPAGER", "PAGER"):
        words = os.environ.get(name, "").split()
        if words and not which(words[0]):
            say(f"{name}: there is no pager {words[0]!r}")
            del os.environ[name]


def progress_bar(label: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Draw a bar on stderr until it is let go; yields what is called with the number of items just done."""
    from rich import progress as bars  # dear, and tables need none

    columns = (
        bars.TextColumn("{task.description}", markup=False), bars.BarColumn(), bars.MofNCompleteColumn(),
        bars.TextColumn("{task.fields[rate]}", markup=False), bars.TimeRemainingColumn(compact=True),
    )  # fmt: skip
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total, rate="")

        def advance(done: int) -> None:
            speed = bar.tasks[0].speed
            bar.update(task, advance=done, rate=f"{speed:,.0f}/s" if speed else "")

        yield advance
