"""A query that runs: its result, and how that gets into its target."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from mcctl.emulator.de.tables import BadRow, Table
from mcctl.emulator.sql.converting import converted
from mcctl.emulator.sql.failing import Failure
from mcctl.emulator.sql.functions import Failures, add_functions
from mcctl.emulator.sql.sources import Find, Source, kind_of_field
from mcctl.emulator.sql.translate import Clock, translated
from mcctl.sql.grammar import exp, sqlite
from mcctl.sql.kinds import Kind
from mcctl.sql.refusals import one_select
from mcctl.sql.select import Column, Select, understood
from mcctl.sql.tables import TableName

OVERWRITE, UPDATE, APPEND = 0, 1, 2
_RESULT = "temp.query_result"
_TRUNCATED = "String or binary data would be truncated."
_NULL = "Cannot insert the value NULL into column '{}'; column does not allow nulls. INSERT fails."
_DOUBLE = "Violation of PRIMARY KEY constraint. Cannot insert duplicate key in object '{}'."
_AMONG = "The result has the same primary key twice."


class Plan(NamedTuple):
    """A query, ready to run. sql: for SQLite, with `values` for its question marks. columns: what it gives."""

    sql: str
    values: list[Any]
    columns: list[Column]


def planned(sql: str, find: Find, clock: Clock, wanted: dict[str, Kind] | None = None) -> Plan:
    """Return how a query runs. wanted: name in lower case -> the kind that an output column becomes.

    Raises SqlError, in the platform's words.
    """
    sources: dict[TableName, Source | None] = {}

    def columns_of(name: TableName) -> Any:
        sources[name] = find(name)
        found = sources[name]
        return None if found is None else found.columns

    select = understood(one_select(sql), columns_of)
    needed = _needed(select)
    parts: list[str] = []
    values: list[Any] = []
    for plain, name in select.tables.items():
        source = next(one for known, one in sources.items() if one and _is_same(known, name))
        parts.append(f"{plain} as materialized ({source.select(sorted(needed.get(plain, ())))})")
        values += source.values
    body = sqlite(_wrapped(translated(select.tree, clock), select.columns, wanted or {}))
    return Plan(f"with {', '.join(parts)} {body}" if parts else body, values, select.columns)


def _is_same(one: TableName, other: TableName) -> bool:
    return one.shared == other.shared and one.name.lower() == other.name.lower()


def _needed(select: Select) -> dict[str, set[str]]:
    """Return which columns of each table a query reads."""
    plain: dict[str, set[str]] = {}
    for table in select.tree.find_all(exp.Table):
        plain.setdefault(table.alias_or_name, set()).add(table.name)
    needed: dict[str, set[str]] = {}
    for column in select.tree.find_all(exp.Column):
        for name in plain.get(column.table, ()):
            needed.setdefault(name, set()).add(column.name)
    return needed


def _wrapped(tree: Any, columns: list[Column], wanted: dict[str, Kind]) -> Any:
    """Return a query whose columns are r0, r1..., each of the kind that is wanted of it."""
    names = [one.alias for one in tree.selects]
    outputs = []
    for place, (name, column) in enumerate(zip(names, columns, strict=True)):
        value = exp.column(name, quoted=True)
        value.meta["kind"] = column.kind
        kind = wanted.get(column.name.lower())
        outputs.append(exp.alias_(converted(value, kind) if kind else value, f"r{place}"))
    return exp.select(*outputs).from_(exp.Subquery(this=tree, alias=exp.TableAlias(this=exp.to_identifier("querydef"))))


def run_into(db: sqlite3.Connection, plan: Plan, target: Table, update_type: int) -> int:
    """Put what a query gives into a data extension, and return how many rows that were. Raises Failure."""
    with _result(db, plan) as (count, failures):
        places = [target.place(column.name) for column in plan.columns]
        chosen = {place: f"r{at}" for at, place in enumerate(places) if place is not None}
        _check(db, target, chosen)
        if update_type == OVERWRITE:
            target.clear()
        stored = {place: _stored(db, target, place, name, failures) for place, name in chosen.items()}
        with _as_failures(target.name), _told(failures):
            target.take(_RESULT, stored, update=update_type == UPDATE)
        return count


def rows(db: sqlite3.Connection, plan: Plan) -> list[tuple[Any, ...]]:
    """Return what a query gives. Raises Failure."""
    failures = add_functions(db)
    with _told(failures):
        return [tuple(row) for row in db.execute(plan.sql, plan.values)]


@contextmanager
def _result(db: sqlite3.Connection, plan: Plan) -> Iterator[tuple[int, Failures]]:
    """Keep what a query gives for a while, apart from what it reads, which it may write to.

    Yields how many rows that are, and the list of what functions of ours say when they fail.
    """
    failures = add_functions(db)
    db.execute(f"drop table if exists {_RESULT}")
    with _told(failures):
        db.execute(f"create temp table query_result as {plan.sql}", plan.values)
    try:
        yield int(db.execute(f"select count(*) from {_RESULT}").fetchone()[0]), failures
    finally:
        db.execute(f"drop table if exists {_RESULT}")


@contextmanager
def _told(failures: list[str]) -> Iterator[None]:
    """Raise Failure for what fails within SQLite, with the reason that a function of ours gave."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.Error as error:
        raise Failure(failures[-1] if failures else str(error)) from error


@contextmanager
def _as_failures(name: str) -> Iterator[None]:
    try:
        yield
    except BadRow as error:
        raise Failure(str(error)) from error
    except sqlite3.IntegrityError as error:
        raise Failure(_DOUBLE.format(name)) from error


def _check(db: sqlite3.Connection, target: Table, chosen: dict[int, str]) -> None:
    """Raise Failure for a NULL where none may be, for text that is too long, and for a key that comes twice."""
    for place, name in chosen.items():
        field = target.columns[place]
        if not field.nullable and _exists(db, f"{name} is null"):
            raise Failure(_NULL.format(field.name))
        if kind_of_field(field).is_text and _exists(db, f"length({name}) > {field.length or 4000}"):
            raise Failure(_TRUNCATED)
    keys = [chosen[place] for place in target.keys if place in chosen]
    if keys and len(keys) == len(target.keys):
        listed = ", ".join(keys)
        if db.execute(f"select 1 from {_RESULT} group by {listed} having count(*) > 1 limit 1").fetchone():
            raise Failure(f"{_DOUBLE.format(target.name)} {_AMONG}")


def _exists(db: sqlite3.Connection, condition: str) -> bool:
    return db.execute(f"select 1 from {_RESULT} where {condition} limit 1").fetchone() is not None


def _stored(db: sqlite3.Connection, target: Table, place: int, name: str, failures: Failures) -> str:
    """Return the SQL that gives a value as the data extension keeps it: texts and whole numbers as they are."""
    field = target.columns[place]
    if field.type in ("Text", "Locale"):
        return name
    if field.type == "Number" and not _exists(db, f"typeof({name}) not in ('integer', 'null')"):
        return f"cast({name} as text)"
    if field.type == "Date" and not _exists(db, f"length({name}) <> 19"):
        return name

    def store(value: Any) -> str | None:
        try:
            return None if value is None else field.stored(value)
        except BadRow as error:
            failures.append(str(error))
            raise

    db.create_function(f"stored_{place}", 1, store)
    return f"stored_{place}({name})"
