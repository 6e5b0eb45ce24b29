"""What the user sees: data on stdout in the format asked for, everything said on stderr.

What the server sends is data. Its markup is never interpreted, and characters that would steer a terminal
(escape sequences, line breaks in a cell, direction overrides) are shown in escaped form.

Tables, blocks and bars are drawn in `screen`, which only those load.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from shutil import get_terminal_size
from typing import Any

from mcctl.cells import (
    Columns,
    aligned,
    cell,
    columns_of,
    headed,
    json_of,
    pick,
    readable,
    readable_cell,
    readable_row,
    row_of,
)
from mcctl.clock import MACHINE
from mcctl.copying import word
from mcctl.documents import dump_yaml
from mcctl.errors import InputError
from mcctl.escaping import visible, visible_lines, writable
from mcctl.formats import Format
from mcctl.queries import compiled
from mcctl.talk import say

_KEPT_ITEMS = 5000  # of a list that is printed as JSON; a longer one leaves as it comes
_LIST_WAIT = 30.0  # seconds between two progress lines where no terminal can show a bar


class Output:
    """Where one command writes.

    format: the `--output` asked for; None means a table on a terminal and its cells as TSV elsewhere.
    query: a JMESPath expression that is applied to the data before it is rendered.
    interactive: False forbids every question.
    now: tells Unix time; tables show times as they are from there.
    """

    def __init__(
        self,
        format: Format | None = None,
        query: str | None = None,
        *,
        interactive: bool = True,
        now: Callable[[], float] = MACHINE.time,
    ):
        self.format = format or (Format.TABLE if sys.stdout.isatty() else Format.TSV)
        self._query = compiled(query)
        self._interactive = interactive and sys.stdin.isatty() and sys.stderr.isatty()
        self._now = now

    def unfiltered(self) -> Output:
        """Return where to write the same without the query."""
        return Output(self.format, interactive=self._interactive, now=self._now)

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
            self._show_object(item, columns or headed(item))

    def show_any(self, value: Any) -> None:
        """Print whatever `value` is: the keys of its objects are the columns."""
        self._show_value(self._query(value) if self._query else value)

    def show_list(self, items: Iterable[Any], columns: Columns) -> None:
        """Print a list. jsonl, csv and tsv print each item as it arrives; the others need them all."""
        if self._query:
            self._show_value(self._query(list(items)))
        else:
            self._write_list(items, columns)

    def show_stream(self, items: Iterable[Any], columns: Columns) -> None:
        """Print a list whose items come one at a time, each as it comes; json and yaml wait for the last."""
        if self.format is Format.TABLE and not self._query:
            width = get_terminal_size().columns if sys.stdout.isatty() else None
            self.lines(_flushed(aligned(items, columns, width)))
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
            raise InputError("A file is not written to a terminal", "Redirect it, or give --out PATH")
        sys.stdout.flush()
        sys.stdout.buffer.write(content)

    def _show_object(self, item: dict[str, Any], columns: Columns) -> None:
        if self.format is Format.TABLE:
            from mcctl.screen import print_grid  # brings 30 ms

            now = self._now()
            print_grid([(header, readable_cell(item, path, now)) for header, path in columns.items()])
        elif self.format in _GRIDS:
            _GRIDS[self.format]([(header, cell(pick(item, path))) for header, path in columns.items()])
        elif self.format is Format.JSON:
            self.write(json_of(item) + "\n")
        elif self.format is Format.YAML:
            self.write(dump_yaml(item))
        else:
            self._write_list([item], columns)

    def _show_value(self, value: Any) -> None:
        if isinstance(value, dict):
            self._show_object(value, {key: key for key in value})
        elif isinstance(value, list):
            self._write_list(value, columns_of(value))
        elif self.is_structured:
            self._show_plain(value)
        else:
            self.write(visible(readable(value) if self.format is Format.TABLE else cell(value)) + "\n")

    def _write_list(self, items: Iterable[Any], columns: Columns) -> None:
        if self.format is not Format.TABLE:
            _LIST_WRITERS[self.format](items, columns)
            return
        now = self._now()
        if not (rows := [readable_row(item, columns, now) for item in items]):
            say("Nothing found")
            return
        from mcctl.screen import print_table  # brings 30 ms

        print_table(list(columns), rows)

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
        """Show how far a long piece of work is: a bar on a terminal, else a line every half minute.

        Yields a function that is called with the number of items just done.
        """
        if sys.stderr.isatty():
            from mcctl.screen import progress_bar  # brings 30 ms

            yield from progress_bar(visible(label), total)
        else:
            yield _progress_lines(label, total)

    def _require_interactive(self, question: str, flag: str) -> None:
        if not self._interactive:
            raise InputError(f"{question} Nobody can be asked here", f"Say it on the command line: {flag}")

    def _ask(self, prompt: str) -> str:
        print(visible(prompt), end="", file=sys.stderr, flush=True)  # noqa: T201
        return sys.stdin.readline().strip()


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


_LIST_WRITERS: dict[Format, Callable[[Iterable[Any], Columns], None]] = {
    Format.JSON: _write_json,
    Format.JSONL: _write_jsonl,
    Format.YAML: _write_yaml,
    Format.CSV: _write_csv,
    Format.TSV: _write_tsv,
    Format.MARKDOWN: _write_markdown,
}
_GRIDS: dict[Format, Callable[[list[tuple[str, str]]], None]] = {
    Format.TSV: _print_tsv,
    Format.MARKDOWN: lambda rows: _print_markdown([("", ""), ("---", "---"), *rows]),
}
"""What prints one object, a line for each of its properties."""


def _progress_lines(label: str, total: int | None) -> Callable[[int], None]:
    done, spoke = 0, time.monotonic()

    def advance(count: int) -> None:
        nonlocal done, spoke
        done += count
        if time.monotonic() - spoke >= _LIST_WAIT:
            spoke = time.monotonic()
            say(f"{label}: {done}" + (f" of {total}" if total else ""))

    return advance
