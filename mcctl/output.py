"""What the user sees: data on stdout in the format asked for, everything said on stderr.

What the server sends is data. Its markup is never interpreted, and characters that would steer a terminal
(escape sequences, line breaks in a cell, direction overrides) are shown in escaped form.

The only importer of rich and jmespath.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from shutil import which
from typing import Any

from mcctl.cells import Columns, aligned, cell, columns_of, json_of, pick, row_of
from mcctl.copying import word
from mcctl.documents import dump_yaml
from mcctl.errors import InputError
from mcctl.escaping import visible, visible_lines, writable
from mcctl.formats import Format
from mcctl.masking import mask, mask_texts
from mcctl.queries import compiled
from mcctl.streams import give_up

_IDENTIFIERS = ("ADDRESS", "ID", "KEY", "PATH", "STATE")
_WHOLE = ("MEANING", "STATES", "PLACE", "PROBLEM")
"""Columns whose text goes on in the next line where it is too long, in place of being cut."""
_LEAST_CHARS = 4  # a narrower column would show nothing
_KEPT_ITEMS = 5000  # of a list that is printed as JSON; a longer one leaves as it comes
_LIST_WAIT = 10.0  # seconds between two progress lines where no terminal can show a bar


class Output:
    """Where one command writes.

    format: the `--output` asked for; None means a table on a terminal and its cells as TSV elsewhere.
    query: a JMESPath expression that is applied to the data before it is rendered.
    interactive: False forbids every question.
    """

    def __init__(self, format: Format | None = None, query: str | None = None, *, interactive: bool = True):
        self.format = format or (Format.TABLE if sys.stdout.isatty() else Format.TSV)
        self._query = compiled(query)
        self._interactive = interactive and sys.stdin.isatty() and sys.stderr.isatty()

    def unfiltered(self) -> Output:
        """Return where to write the same without the query."""
        return Output(self.format, interactive=self._interactive)

    @property
    def can_ask(self) -> bool:
        """Whether somebody is there to be asked."""
        return self._interactive

    @property
    def is_structured(self) -> bool:
        """Whether the format can show any data as it is, and needs no columns."""
        return self.format in (Format.JSON, Format.JSONL, Format.YAML)

    # ------------------------------------------------------------------ data

    def show(self, item: Any, columns: Columns | None = None) -> None:
        """Print one object. Tables have a line per column; without `columns`, per key."""
        if self._query:
            self._show_value(self._query(item))
        else:
            self._show_object(item, columns or {key: key for key in item})

    def show_any(self, value: Any) -> None:
        """Print whatever `value` is: the keys of its objects are the columns."""
        self._show_value(self._query(value) if self._query else value)

    def show_list(self, items: Iterable[Any], columns: Columns) -> None:
        """Print a list. jsonl, csv and tsv print each item as it arrives; the others need them all."""
        if self._query:
            self._show_value(self._query(list(items)))
        else:
            _LIST_WRITERS[self.format](items, columns)

    def show_stream(self, items: Iterable[Any], columns: Columns) -> None:
        """Print a list whose items come one at a time, each as it comes; json and yaml wait for the last."""
        if self.format is Format.TABLE and not self._query:
            self.lines(_flushed(aligned(items, columns)))
        else:
            self.show_list(_flushed(items), columns)

    def show_json(self, value: Any) -> None:
        """Print `value`, or what the query picks from it, as JSON (or YAML where that was asked for)."""
        self._show_plain(self._query(value) if self._query else value)

    def raw(self, text: str) -> None:
        """Print `text` as it is; on a terminal with steering characters escaped and a final line break."""
        if sys.stdout.isatty():
            text = visible_lines(text).rstrip("\n") + "\n"
        self.write(text)

    def lines(self, lines: Iterable[str]) -> None:
        """Print lines of text that may hold what the server sent."""
        for line in lines:
            self.write(visible(line) + "\n")

    def write(self, text: str) -> None:
        """Write `text` to stdout."""
        sys.stdout.write(text)

    def flush(self) -> None:
        """Have everything written so far leave."""
        sys.stdout.flush()

    def write_bytes(self, content: bytes) -> None:
        """Write `content` to stdout as it is. Raises InputError on a terminal, which it would steer."""
        if sys.stdout.isatty():
            raise InputError("A file is not written to a terminal", "Redirect it, or give --to PATH")
        sys.stdout.flush()
        sys.stdout.buffer.write(content)

    def _show_object(self, item: dict[str, Any], columns: Columns) -> None:
        if self.format in _GRIDS:
            _GRIDS[self.format]([(header, cell(pick(item, path))) for header, path in columns.items()])
        elif self.format is Format.JSON:
            self.write(json_of(item) + "\n")
        elif self.format is Format.YAML:
            self.write(dump_yaml(item))
        else:
            _LIST_WRITERS[self.format]([item], columns)

    def _show_value(self, value: Any) -> None:
        if isinstance(value, dict):
            self._show_object(value, {key: key for key in value})
        elif isinstance(value, list):
            _LIST_WRITERS[self.format](value, columns_of(value))
        elif self.is_structured:
            self._show_plain(value)
        else:
            self.write(visible(cell(value)) + "\n")

    def _show_plain(self, value: Any) -> None:
        self.write(dump_yaml(value) if self.format is Format.YAML else json_of(value) + "\n")

    # ------------------------------------------------------------------ talk

    def note(self, text: str) -> None:
        """Say something on stderr: one line, steering characters escaped, secrets masked."""
        say(text)

    def confirm(self, question: str, *, flag: str) -> None:
        """Ask y/N. Raises InputError when the answer is not yes, or, naming `flag`, when nobody can be asked."""
        self._require_interactive(question, flag)
        if self._ask(f"{question} [y/N] ").lower() not in ("y", "yes"):
            raise InputError("Not confirmed; nothing was done")

    def confirm_name(self, question: str, name: str, *, flag: str) -> None:
        """Ask for `name` to be typed. Raises InputError as `confirm` does."""
        self._require_interactive(question, f"{flag} {word(name)}")
        if self._ask(f"{question} Type {visible(name)} to go on: ") != name:
            raise InputError("The name typed is another; nothing was done")

    def ask(self, label: str, *, flag: str) -> str:
        """Ask for a line of text. Raises InputError, naming `flag`, when nobody can be asked or nothing is typed."""
        self._require_interactive(f"{label} is missing.", flag)
        return self._ask(f"{label}: ") or _missing(label, flag)

    def ask_secret(self, label: str, *, flag: str) -> str:
        """Ask for a secret without showing it. Raises InputError as `ask` does."""

        self._require_interactive(f"{label} is missing.", flag)
        import getpass  # for who is asked

        return getpass.getpass(f"{label} (not shown): ", stream=sys.stderr).strip() or _missing(label, flag)

    @contextmanager
    def progress(self, label: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
        """Show how far a long piece of work is: a bar on a terminal, else a line every ten seconds.

        Yields a function that is called with the number of items just done.
        """
        if sys.stderr.isatty():
            yield from _progress_bar(visible(label), total)
        else:
            yield _progress_lines(label, total)

    def _require_interactive(self, question: str, flag: str) -> None:
        if not self._interactive:
            raise InputError(f"{question} Nobody can be asked here", f"Say it on the command line: {flag}")

    def _ask(self, prompt: str) -> str:
        print(visible(prompt), end="", file=sys.stderr, flush=True)  # noqa: T201
        return sys.stdin.readline().strip()


def say(text: str) -> None:
    """Print one line on stderr, steering characters escaped and secrets masked."""
    tell(visible(mask(text)))


def say_json(value: Any) -> None:
    """Print a JSON object on stderr, secrets masked."""
    tell(json_of(mask_texts(value)))


def tell(text: str) -> None:
    """Print lines of our own, or what was made fit for a terminal, on stderr."""
    try:
        print(text, file=sys.stderr, flush=True)  # noqa: T201
    except OSError:  # what counts is still done, and the exit code tells it
        give_up(2)


def _missing(label: str, flag: str) -> str:
    raise InputError(f"{label} is missing", f"Give it with {flag}")


def _print_tsv(rows: Iterable[Iterable[str]]) -> None:
    for row in rows:
        print("\t".join(visible(cell) for cell in row))  # noqa: T201


def _write_tsv(items: Iterable[Any], columns: Columns) -> None:
    _print_tsv(row_of(item, columns) for item in items)


def _write_csv(items: Iterable[Any], columns: Columns) -> None:

    escape = visible if sys.stdout.isatty() else writable
    import csv  # for this format only

    writer = csv.writer(sys.stdout, lineterminator="\n")
    if "" not in columns:
        writer.writerow([escape(header) for header in columns])
    for item in items:
        writer.writerow([escape(cell) for cell in row_of(item, columns)])


def _flushed(items: Iterable[Any]) -> Iterator[Any]:
    """Yield `items`, and have what was written of each leave before the next is waited for."""
    for item in items:
        yield item
        sys.stdout.flush()


def _write_json(items: Iterable[Any], _columns: Columns) -> None:
    """Print one array. What is longer than it should be kept is printed as it comes."""
    rest = iter(items)
    first = list(islice(rest, _KEPT_ITEMS))
    if len(first) < _KEPT_ITEMS:
        print(json_of(first))  # noqa: T201
        return
    sys.stdout.write("[")
    for number, item in enumerate(chain(first, rest)):
        sys.stdout.write(("," if number else "") + "\n  " + json_of(item).replace("\n", "\n  "))
    sys.stdout.write("\n]\n")


def _write_jsonl(items: Iterable[Any], _columns: Columns) -> None:
    for item in items:
        print(json_of(item, indent=None), flush=True)  # noqa: T201


def _write_yaml(items: Iterable[Any], _columns: Columns) -> None:
    sys.stdout.write(dump_yaml(list(items)))


def _write_markdown(items: Iterable[Any], columns: Columns) -> None:
    _print_markdown([list(columns), ["---"] * len(columns), *(row_of(item, columns) for item in items)])


def _print_markdown(rows: Iterable[Iterable[str]]) -> None:
    for row in rows:
        cells = (visible(cell).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;") for cell in row)
        print(f"| {' | '.join(cells)} |")  # noqa: T201


def _write_table(items: Iterable[Any], columns: Columns) -> None:
    from rich.table import Table  # brings 30 ms, for tables and bars only

    rows = [row_of(item, columns) for item in items]
    if not rows:
        say("Nothing found")
        return
    table = Table(box=None, pad_edge=False, header_style="bold", show_header="" not in columns)
    for header, width in zip(columns, _widths(list(columns), rows), strict=True):
        is_whole = header in _WHOLE
        table.add_column(
            visible(header), overflow="fold" if is_whole else "ellipsis", no_wrap=not is_whole, width=width
        )
    _print_table(table, rows)


def _widths(headers: list[str], rows: list[list[str]]) -> list[int]:
    """Return the columns' widths. What names a thing in the next command stays whole; the widest others give way."""
    from rich.cells import cell_len  # brings 30 ms, for tables and bars only
    from rich.console import Console  # brings 30 ms, for tables and bars only

    widths = [
        max(cell_len(visible(cell)) for cell in (header, *(row[position] for row in rows if position < len(row))))
        for position, header in enumerate(headers)
    ]
    yielding = [position for position, header in enumerate(headers) if header not in _IDENTIFIERS]
    excess = sum(widths) + 2 * (len(widths) - 1) - Console().width
    for _ in range(excess):
        widest = max(yielding, key=widths.__getitem__, default=None)
        if widest is None or widths[widest] <= _LEAST_CHARS:
            break
        widths[widest] -= 1
    return widths


def _print_grid(rows: list[tuple[str, str]]) -> None:
    from rich.table import Table  # brings 30 ms, for tables and bars only

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    _print_table(grid, [list(row) for row in rows])


def _print_table(table: Any, rows: list[list[str]]) -> None:
    """Print through the pager where the table is higher than the terminal."""

    from rich.console import Console  # brings 30 ms, for tables and bars only
    from rich.text import Text  # brings 30 ms, for tables and bars only

    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    # NO_COLOR for rich still means bold; here it means no escape sequences at all.
    plain = bool(os.environ.get("NO_COLOR"))
    console = Console(markup=False, highlight=False, color_system=None if plain else "auto")
    if len(rows) < console.height:
        console.print(table)
        return
    os.environ.setdefault("LESS", "FRX")
    _forget_missing_pagers()
    with console.pager(styles=console.color_system is not None):
        console.print(table)


def _forget_missing_pagers() -> None:
    """Have another pager shown what one is named for that is not there, and say so."""

    for name in ("MANPAGER", "PAGER"):
        words = os.environ.get(name, "").split()
        if words and not which(words[0]):
            say(f"{name}: there is no pager {words[0]!r}")
            del os.environ[name]


_LIST_WRITERS: dict[Format, Callable[[Iterable[Any], Columns], None]] = {
    Format.TABLE: _write_table,
    Format.JSON: _write_json,
    Format.JSONL: _write_jsonl,
    Format.YAML: _write_yaml,
    Format.CSV: _write_csv,
    Format.TSV: _write_tsv,
    Format.MARKDOWN: _write_markdown,
}
_GRIDS: dict[Format, Callable[[list[tuple[str, str]]], None]] = {
    Format.TABLE: _print_grid,
    Format.TSV: _print_tsv,
    Format.MARKDOWN: lambda rows: _print_markdown([("", ""), ("---", "---"), *rows]),
}
"""What prints one object, a line for each of its properties."""


def _progress_bar(label: str, total: int | None) -> Iterator[Callable[[int], None]]:
    from rich import progress as bars  # brings 30 ms, for tables and bars only
    from rich.console import Console  # brings 30 ms, for tables and bars only

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


def _progress_lines(label: str, total: int | None) -> Callable[[int], None]:
    done, spoke = 0, time.monotonic()

    def advance(count: int) -> None:
        nonlocal done, spoke
        done += count
        if time.monotonic() - spoke >= _LIST_WAIT:
            spoke = time.monotonic()
            say(f"{label}: {done}" + (f" of {total}" if total else ""))

    return advance
