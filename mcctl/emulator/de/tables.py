"""The rows of data extensions: one SQLite table for each, its columns named c0, c1... in the order of the fields.

Values are kept as text, in one form whatever form they came in: numbers without leading zeros, dates as ISO 8601,
booleans as True and False. docs silent on all of this but that rows are read as strings.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from mcctl.emulator.core.web import is_unicode

MAX_TEXT_CHARS = 4000
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"\+?[\d\s().-]{1,50}")
_NUMBER = re.compile(r"[+-]?\d{1,10}")
_US_DATES = ("%m/%d/%Y", "%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %I:%M:%S %p")
_BOOLEANS = {"true": "True", "false": "False", "1": "True", "0": "False", "yes": "True", "no": "False"}

_SPELLED = ("Number", "Decimal", "Date", "Boolean")
"""Types whose values are kept in one spelling."""

Row = Mapping[str, Any]


class BadRow(Exception):
    """A row that the data extension cannot hold; says why."""


@dataclass(frozen=True)
class Column:
    """One field. length: of text in characters, of a decimal in digits."""

    name: str
    type: str
    length: int | None
    scale: int
    nullable: bool
    is_key: bool

    def stored(self, value: Any) -> str | None:
        """Return `value` as it is kept; None for an empty one. Raises BadRow where it does not fit."""
        if value is None or (value == "" and (self.type != "Text" or not self.nullable)):
            if not self.nullable:
                raise BadRow(f"{self.name} is required")
            return None
        if isinstance(value, dict | list):
            raise BadRow(f"{self.name} must not be an object or a list")
        text = value if isinstance(value, str) else _spelled(value)
        if not text.isascii() and not is_unicode(text):
            raise BadRow(f"{self.name} holds half a character")
        return _STORE[self.type](self, text)


class _Where(NamedTuple):
    """A condition in SQL, and the values of its question marks."""

    sql: str
    values: list[str | None]


class Table:
    """The table of the data extension with the number `number`."""

    def __init__(self, db: sqlite3.Connection, number: int, fields: Sequence[Mapping[str, Any]]) -> None:
        self._db = db
        self.name = f"de_row_{number}"
        self.columns = [_column(field) for field in fields]
        self._places = {column.name.lower(): place for place, column in enumerate(self.columns)}
        self._indexes: set[int] = set()
        self._selects: dict[tuple[str, tuple[str, bool] | None], str] = {}
        self.keys = [place for place, column in enumerate(self.columns) if column.is_key]

    def create(self) -> None:
        """Make the table."""
        columns = ", ".join(f"c{place} text" for place in range(len(self.columns)))
        self._db.execute(f"create table {self.name} (id integer primary key autoincrement, {columns})")
        if self.keys:
            names = ", ".join(f"c{place}" for place in self.keys)
            self._db.execute(f"create unique index {self.name}_key on {self.name} ({names})")

    def add_columns(self, first: int, defaults: Sequence[Any]) -> None:
        """Add columns behind the others. first: the place of the first one. defaults: their values in earlier rows."""
        for place, default in enumerate(defaults, first):
            self._db.execute(f"alter table {self.name} add column c{place} text")
            if default not in (None, ""):
                self._db.execute(f"update {self.name} set c{place} = ?", [str(default)])

    def drop(self) -> None:
        """Remove the table."""
        self._db.execute(f"drop table {self.name}")

    def clear(self) -> None:
        """Remove every row."""
        self._db.execute(f"delete from {self.name}")

    @cached_property
    def has_key(self) -> bool:
        """Whether there is a primary key."""
        return bool(self.keys)

    def count(self, where: str = "", values: Sequence[Any] = ()) -> int:
        """Return the number of rows that match a condition."""
        sql = f"select count(*) from {self.name} {where}"
        return int(self._db.execute(sql, values).fetchone()[0])

    def last_id(self) -> int:
        """Return the id of the newest row; 0 if there is none."""
        return int(self._db.execute(f"select ifnull(max(id), 0) from {self.name}").fetchone()[0])

    def checked(self, row: Any) -> dict[int, str | None]:
        """Return place -> kept value of the columns that a row gives. Raises BadRow."""
        if not isinstance(row, dict):
            raise BadRow("A row must be an object")
        found: dict[int, str | None] = {}
        for name, value in row.items():
            place = self._places.get(name.lower())
            if place is None:
                raise BadRow(f"There is no column {name}")
            found[place] = self.columns[place].stored(value)
        for place in self.keys:
            if found.get(place) is None:
                raise BadRow(f"{self.columns[place].name} is required")
        return found

    def insert(self, rows: Iterable[dict[int, str | None]]) -> None:
        """Add rows. Raises BadRow for one whose key is taken, or that leaves out a required column."""
        for places, group in _alike(rows):
            self._check_complete(places)
            try:
                self._db.executemany(self._insert(places), group)
            except sqlite3.IntegrityError as error:
                told = f"Violation of PRIMARY KEY constraint 'PK_{self.name}'. Cannot insert duplicate key"
                raise BadRow(told) from error

    def upsert(self, rows: Iterable[dict[int, str | None]]) -> None:
        """Add rows, or change the given columns of those whose key is there. Raises BadRow."""
        for places, group in _alike(rows):
            if not self.keys:
                self._check_complete(places)
            self._db.executemany(self._insert(places) + self._on_conflict(places), group)

    def take(self, source: str, chosen: Mapping[int, str], *, update: bool) -> None:
        """Add the rows of another table, or change those whose key is there.

        chosen: place of a column -> SQL of what goes there. Raises BadRow where a required column is left out,
        sqlite3.IntegrityError where a key is taken.
        """
        places = tuple(chosen)
        self._check_complete(places)
        names, values = ", ".join(f"c{place}" for place in places), ", ".join(chosen.values())
        clause = self._on_conflict(places) if update else ""
        self._db.execute(f"insert into {self.name} ({names}) select {values} from {source} where true{clause}")

    def _on_conflict(self, places: Sequence[int]) -> str:
        """Return the clause by which rows whose key is there are changed."""
        if not self.keys:
            return ""
        keys = ", ".join(f"c{place}" for place in self.keys)
        changes = ", ".join(f"c{place} = excluded.c{place}" for place in places if place not in self.keys)
        return f" on conflict ({keys}) do {f'update set {changes}' if changes else 'nothing'}"

    def increment(self, keys: dict[int, str | None], name: str, step: int) -> None:
        """Add `step` to a column of the row with these keys, or begin a row with it.

        Raises BadRow where the column is none that holds numbers, or cannot hold the sum.
        """
        place = self.place(name)
        if place is None or self.columns[place].type not in ("Number", "Decimal"):
            raise BadRow(f"{name} is no column of numbers")
        sql = f"select c{place} from {self.name} {self._keyed}"
        row = self._db.execute(sql, [keys[key] for key in self.keys]).fetchone()
        before = Decimal(row[0]) if row and row[0] is not None else Decimal(0)
        self.upsert([{**keys, place: self.columns[place].stored(str(before + step))}])

    def remove_keyed(self, keys: dict[int, str | None]) -> None:
        """Remove the row with a primary key: place -> kept value."""
        self._db.execute(f"delete from {self.name} {self._keyed}", [keys[place] for place in self.keys])

    @property
    def _keyed(self) -> str:
        return "where " + " and ".join(f"c{place} = ?" for place in self.keys)

    def rows(
        self, where: str, values: Sequence[Any], order: str, places: Sequence[int], limit: int, offset: int
    ) -> Iterator[tuple[Any, ...]]:
        """Yield the id, and the values at `places`, of rows that match."""
        columns = ", ".join(["id", *(f"c{place}" for place in places)])
        sql = f"select {columns} from {self.name} {where} order by {order} limit ? offset ?"
        for row in self._db.execute(sql, [*values, limit, offset]):
            yield tuple(row)

    def find(self, name: str, value: str) -> dict[str, str | None] | None:
        """Return the newest row that has a value in a column, by column name; None if there is none."""
        place = self._places[name.lower()]
        sql = f"select * from {self.name} where c{place} = ? order by id desc limit 1"
        row = self._db.execute(sql, [value]).fetchone()
        return None if row is None else {one.name: row[f"c{at}"] for at, one in enumerate(self.columns)}

    def change(self, name: str, value: str | None, *, where: str, is_: str) -> None:
        """Set a column in every row that has the value `is_` in the column `where`."""
        sql = f"update {self.name} set c{self._places[name.lower()]} = ? where c{self._places[where.lower()]} = ?"
        self._db.execute(sql, [value, is_])

    def remove(self, name: str, value: str) -> None:
        """Remove the rows that have a value in a column."""
        self._db.execute(f"delete from {self.name} where c{self._places[name.lower()]} = ?", [value])

    def select(
        self, pairs: Sequence[tuple[str, str]], *, exact: bool, order: tuple[str, bool] | None, limit: int
    ) -> list[tuple[str | None, ...]]:
        """Return rows that have the values (by column name), oldest first or in an order (column, whether down).

        exact: whether case counts. limit: below 0 is all.
        """
        where = self._where(pairs, exact=exact)
        if where is None:
            return []
        key = (where.sql, order)
        if key not in self._selects:
            columns = ", ".join(f"c{place}" for place in range(len(self.columns)))
            by = f"{self._order(*order)}, id" if order else "id"
            self._selects[key] = f"select {columns} from {self.name} {where.sql} order by {by} limit ?"
        return [tuple(row) for row in self._db.execute(self._selects[key], [*where.values, limit])]

    def change_all(self, pairs: Sequence[tuple[str, str]], values: Mapping[str, str | None], limit: int = -1) -> int:
        """Set columns of the rows that have the values, and return how many there are. Raises BadRow."""
        where = self._where(pairs, exact=False)
        if where is None:
            return 0
        places = [self._places[name.lower()] for name in values]
        stored = [self.columns[place].stored(value) for place, value in zip(places, values.values(), strict=True)]
        changes = ", ".join(f"c{place} = ?" for place in places)
        chosen = f"select id from {self.name} {where.sql} order by id limit ?"
        sql = f"update {self.name} set {changes} where id in ({chosen})"
        try:
            return self._db.execute(sql, [*stored, *where.values, limit]).rowcount
        except sqlite3.IntegrityError as error:
            raise BadRow("The key is taken by another row") from error

    def remove_all(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Remove the rows that have the values, by column name."""
        where = self._where(pairs, exact=False)
        if where is not None:
            self._db.execute(f"delete from {self.name} {where.sql}", where.values)

    def _where(self, pairs: Sequence[tuple[str, str]], *, exact: bool) -> _Where | None:
        """Return the condition that columns have values; None where a value cannot be in its column."""
        tests, values = [], []
        for name, value in pairs:
            place = self._places[name.lower()]
            try:
                stored = self.columns[place].stored(value) if self.columns[place].type in _SPELLED else value
            except BadRow:
                return None
            tests.append(f"c{place} = ? collate nocase and c{place} = ?" if exact else f"c{place} = ? collate nocase")
            values += [stored, stored] if exact else [stored]
            if place not in self._indexes:
                self._index(place)
        return _Where(f"where {' and '.join(tests)}" if tests else "", values)

    def _index(self, place: int) -> None:
        """Make the index that a search by a column needs, the first time there is one."""
        name = f"{self.name}_by_c{place}"
        self._db.execute(f"create index if not exists {name} on {self.name} (c{place} collate nocase)")
        self._indexes.add(place)

    def _order(self, name: str, down: bool) -> str:
        place = self._places[name.lower()]
        numeric = self.columns[place].type in ("Number", "Decimal")
        by = f"cast(c{place} as real)" if numeric else f"c{place} collate nocase"
        return f"{by} {'desc' if down else 'asc'}"

    def place(self, name: str) -> int | None:
        """Return the place of a column, by its name in any case."""
        return self._places.get(name.lower())

    def _insert(self, places: Sequence[int]) -> str:
        names, marks = ", ".join(f"c{place}" for place in places), ", ".join("?" * len(places))
        return f"insert into {self.name} ({names}) values ({marks})"

    def _check_complete(self, places: Sequence[int]) -> None:
        for place, column in enumerate(self.columns):
            if not column.nullable and place not in places:
                raise BadRow(f"{column.name} is required")


def _alike(rows: Iterable[dict[int, str | None]]) -> Iterator[tuple[tuple[int, ...], list[tuple[str | None, ...]]]]:
    """Yield (places, values of each row) for every run of rows that give the same columns."""
    for places, group in groupby(rows, key=tuple):
        yield places, [tuple(row.values()) for row in group]


def _column(field: Mapping[str, Any]) -> Column:
    return Column(
        name=str(field["name"]),
        type=str(field["type"]),
        length=field.get("length"),
        scale=int(field.get("scale") or 0),
        nullable=bool(field.get("isNullable", True)) and not field.get("isPrimaryKey"),
        is_key=bool(field.get("isPrimaryKey")),
    )


def _spelled(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _text(column: Column, value: str) -> str:
    most = column.length or MAX_TEXT_CHARS
    if len(value) > most:
        raise BadRow(f"{column.name} has {len(value)} characters, more than {most}")
    return value


def _matching(pattern: re.Pattern[str], told: str) -> Callable[[Column, str], str]:
    def store(column: Column, value: str) -> str:
        if not pattern.fullmatch(value):
            raise BadRow(f"{column.name}: {value[:100]!r} is not {told}")
        return _text(column, value)

    return store


def _number(column: Column, value: str) -> str:
    if not _NUMBER.fullmatch(value.strip()) or not -(2**31) <= int(value) < 2**31:
        raise BadRow(f"{column.name}: {value[:100]!r} is not a whole number of 32 bits")
    return str(int(value))


def _decimal(column: Column, value: str) -> str:
    digits = column.length or 18
    try:
        number = Decimal(value.strip())
        fits = number.is_finite() and abs(number) < Decimal(10) ** (digits - column.scale)
        rounded = number.quantize(Decimal(1).scaleb(-column.scale)) if fits else number
    except (InvalidOperation, ValueError):
        fits = False
    if not fits:
        raise BadRow(f"{column.name}: {value[:100]!r} is not a decimal of {digits} digits")
    return str(rounded)


def _date(column: Column, value: str) -> str:
    text = value.strip()
    with suppress(ValueError):
        return datetime.fromisoformat(text).strftime("%Y-%m-%dT%H:%M:%S")
    for form in _US_DATES:
        with suppress(ValueError):
            return datetime.strptime(text, form).strftime("%Y-%m-%dT%H:%M:%S")
    raise BadRow(f"{column.name}: {value[:100]!r} is not a date")


def _boolean(column: Column, value: str) -> str:
    found = _BOOLEANS.get(value.strip().lower())
    if found is None:
        raise BadRow(f"{column.name}: {value[:100]!r} is not a boolean")
    return found


_STORE: dict[str, Callable[[Column, str], str]] = {
    "Text": _text,
    "EmailAddress": _matching(_EMAIL, "an e-mail address"),
    "Phone": _matching(_PHONE, "a phone number"),
    "Locale": _text,
    "Number": _number,
    "Decimal": _decimal,
    "Date": _date,
    "Boolean": _boolean,
}
TYPES = tuple(_STORE)
