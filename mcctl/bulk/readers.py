"""Files of rows, read as streams: CSV, TSV and JSON lines, from a file or standard input.

A file is read twice: first as a whole, to find out whether it makes sense before anything is sent, how many rows it
has, and what identifies it; then row by row. Neither holds more than one row in memory.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple

from mcctl.documents import STDIN, encoding_of, not_text
from mcctl.errors import InputError
from mcctl.files import absolute, opened
from mcctl.reading import TwinNames, without_twins

MAX_CHARS = 12 * 1024 * 1024  # of a line, and of a cell, where a forgotten quote swallows the rest of a file
_CHECKED_ROWS = 500
_CHUNK = 1024 * 1024
MAX_STREAM_BYTES = 2 * 1024**3  # a device may never end
_DELIMITERS = {"csv": ",", "tsv": "\t"}
FORMATS = (*_DELIMITERS, "jsonl")
_FORMAT_OF = {".tab": "tsv", ".ndjson": "jsonl", **{f".{name}": name for name in FORMATS}}


class Row(NamedTuple):
    """One row. number: from 1, without the header. line: where it ends in the file. problem: why it is no row."""

    number: int
    line: int
    values: dict[str, Any]
    problem: str | None = None


@dataclass(frozen=True)
class Source:
    """A file of rows. name: what the user called it. columns: none for JSON lines. digest: SHA-256 of its bytes.

    stamp: its size and time of change. kept: `path` is a copy of a stream.
    """

    path: Path
    name: str
    format: str
    columns: tuple[str, ...]
    count: int
    digest: str
    stamp: tuple[int, int]
    kept: bool = False

    def rows(self) -> Iterator[Row]:
        """Yield the rows. Raises InputError where the file cannot be read, or was changed since it was surveyed."""
        with _opened(self.path, self.name) as file:
            if self.format == "jsonl":
                rows = _json_rows(_filled_lines(file, self.name))
            else:
                rows = _delimited_rows(_cells(file, self.name, self.format), self.columns)
            for row in rows:
                if row.number % _CHECKED_ROWS == 1:
                    self._check_unchanged()
                yield row
        self._check_unchanged()

    def _check_unchanged(self) -> None:
        if _stamp(self.path, self.name) != self.stamp:
            raise InputError(f"{_told(self.name)} was changed while it was read")


def survey(path: Path, *, name: str, format: str | None = None) -> Source:
    """Read a file once and return what it is. format: csv, tsv or jsonl; None goes by the name's ending.

    Raises InputError, with the line, for a file that cannot be read, is empty, is not UTF-8, or whose columns have no
    or the same name.
    """
    kind = _format_of(name) if format is None else _checked_format(format)
    stamp = _stamp(path, name)
    columns = () if kind == "jsonl" else _columns(path, name, kind)
    with _opened(path, name) as file:
        count = sum(1 for _ in (_filled_lines(file, name) if kind == "jsonl" else _cells(file, name, kind)))
    if not count:
        raise InputError(f"{_told(name)} holds no rows")
    return Source(path, name, kind, columns, count, _digest(path, name), stamp)


def copy_rows(source: Source, numbers: Iterator[int], file: IO[str]) -> int:
    """Write rows of a file to another one of its form, as they stand, and return how many there were.

    numbers: of the rows, in order. Raises InputError where the file cannot be read.
    """
    wanted = next(numbers, None)
    count = 0
    with _opened(source.path, source.name) as opened:
        if source.format == "jsonl":
            rows: Iterator[tuple[int, Any]] = _filled_lines(opened, source.name)
            write: Callable[[Any], object] = partial(_write_line, file)
        else:
            rows = _cells(opened, source.name, source.format)
            delimiter = _DELIMITERS[source.format]
            write = csv.writer(file, delimiter=delimiter, lineterminator="\n").writerow
            write(source.columns)
        for number, (_, row) in enumerate(rows, 1):
            if wanted is None:
                break
            if number == wanted:
                write(row)
                count += 1
                wanted = next(numbers, None)
    return count


def _write_line(file: IO[str], line: str) -> None:
    file.write(line.rstrip("\n") + "\n")


def is_stream(name: str) -> bool:
    """Whether `name` is standard input, a pipe or a device, which can be read only once. Raises InputError for ''."""
    if not name:
        raise InputError("The name of the file is empty")
    try:
        path = absolute(name)
        return (
            name == STDIN or path.is_relative_to("/dev") or (path.exists() and not path.is_file() and not path.is_dir())
        )
    except (OSError, InputError):
        return False  # what is wrong with it is told when it is read


def keep(name: str, path: Path) -> None:
    """Copy a stream to a file: it is read twice, and again when a run goes on.

    Raises InputError when it cannot be read or written.
    """
    try:
        with (
            nullcontext(sys.stdin.buffer) if name == STDIN else opened(Path(name)) as stream,
            path.open("wb") as file,
        ):
            copied = 0
            while chunk := stream.read(_CHUNK):
                copied += file.write(chunk)
                if copied > MAX_STREAM_BYTES:
                    raise InputError(f"{_told(name)} does not end after 2 GB; give it as a file")
    except OSError as error:
        raise InputError(f"Cannot keep {_told(name)} in {path}: {error.strerror or error}") from error


def format_named(name: str) -> str | None:
    """Return the format that a file's name tells; None where it tells none."""
    return _FORMAT_OF.get(Path(name).suffix.lower())


def _format_of(name: str) -> str:
    if found := format_named(name):
        return found
    raise InputError(
        f"{_told(name)} is of unknown format: its name does not tell", f"Say it: --format {'|'.join(FORMATS)}"
    )


def _checked_format(format: str) -> str:
    if format.lower() not in FORMATS:
        raise InputError(f"--format {format!r} must be one of {', '.join(FORMATS)}")
    return format.lower()


def _stamp(path: Path, name: str) -> tuple[int, int]:
    try:
        told = path.stat()
    except OSError as error:
        raise InputError(f"Cannot read {name}: {error.strerror or error}") from error
    return told.st_size, told.st_mtime_ns


def _digest(path: Path, name: str) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise InputError(f"Cannot read {name}: {error.strerror or error}") from error
    return digest.hexdigest()


@contextmanager
def _opened(path: Path, name: str) -> Iterator[IO[str]]:
    try:
        with path.open("rb") as file:
            encoding = encoding_of(file.read(4))
        with path.open(encoding=encoding, newline="") as file:
            yield file
    except UnicodeError as error:
        raise not_text(name, encoding, getattr(error, "reason", str(error))) from error
    except OSError as error:
        raise InputError(f"Cannot read {name}: {error.strerror or error}") from error


def _cells(file: IO[str], name: str, format: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of every row below the header."""
    csv.field_size_limit(MAX_CHARS)
    reader = csv.reader(_lines(file, name), delimiter=_DELIMITERS[format], strict=True)
    try:
        next(reader, None)
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except csv.Error as error:
        raise InputError(f"{_told(name)} is not valid {format.upper()} at line {reader.line_num}: {error}") from error


def _delimited_rows(rows: Iterator[tuple[int, list[str]]], columns: tuple[str, ...]) -> Iterator[Row]:
    width = len(columns)
    for number, (line, cells) in enumerate(rows, 1):
        if len(cells) == width:
            yield Row(number, line, dict(zip(columns, cells, strict=True)))
        else:
            yield Row(number, line, {}, f"The row has {len(cells)} cells, the header {width}")


def _columns(path: Path, name: str, format: str) -> tuple[str, ...]:
    with _opened(path, name) as file:
        try:
            header = next(csv.reader(_lines(file, name), delimiter=_DELIMITERS[format], strict=True), None)
        except csv.Error as error:
            raise InputError(f"The header of {_told(name)} is not valid {format.upper()}: {error}") from error
    if header is None:
        raise InputError(f"{_told(name)} is empty")
    if not header:
        raise InputError(f"The first line of {_told(name)} is blank; it must name the columns")
    columns = [column.strip() for column in header]
    if not all(columns):
        raise InputError(f"Column {columns.index('') + 1} of {_told(name)} has no name in the header")
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise InputError(f"{_told(name)} has two columns called {twice[0]!r}")
    return tuple(columns)


def _lines(file: IO[str], name: str) -> Iterator[str]:
    """Yield the lines of a file. Raises InputError for one that no request could carry, before it is in memory."""
    for number, line in enumerate(iter(lambda: file.readline(MAX_CHARS), ""), 1):
        if len(line) == MAX_CHARS:
            raise InputError(f"Line {number} of {_told(name)} is longer than {MAX_CHARS:,} characters")
        yield line


def _filled_lines(file: IO[str], name: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(_lines(file, name), 1):
        if not line.isspace():
            yield number, line


def _json_rows(rows: Iterator[tuple[int, str]]) -> Iterator[Row]:
    for number, (line, text) in enumerate(rows, 1):
        yield Row(number, line, *_json_object(text))


def _json_object(text: str) -> tuple[dict[str, Any], str | None]:
    """Return the object in a line, and what is wrong with it."""
    try:
        values = json.loads(text, parse_constant=_finite, parse_float=_finite, object_pairs_hook=without_twins)
        if "\\u" in text:
            json.dumps(values, ensure_ascii=False).encode()
    except TwinNames as error:
        return {}, f"In the line, {error}"
    except UnicodeEncodeError:
        return {}, "The line holds half a character"
    except (ValueError, RecursionError):
        return {}, "The line is not valid JSON"
    return (values, None) if isinstance(values, dict) else ({}, "The line is no JSON object")


def _finite(text: str) -> float:
    """Read a number. Raises ValueError for what JSON cannot say: NaN, infinities, and numbers that become one."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _told(name: str) -> str:
    return "Standard input" if name == STDIN else name
