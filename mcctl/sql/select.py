"""A query that is understood: its tables, the columns it gives, and what kind of value every part of it has."""

from __future__ import annotations

from typing import Any, NamedTuple

from mcctl.sql.functions import PARTS
from mcctl.sql.grammar import SYNTAX, SqlError, exp, qualified
from mcctl.sql.grouping import check_groups
from mcctl.sql.inference import give_kinds
from mcctl.sql.kinds import Kind
from mcctl.sql.tables import Columns, Lookup, TableName


class Column(NamedTuple):
    """A column that a query gives."""

    name: str
    kind: Kind


class Select(NamedTuple):
    """A query that is understood.

    tree: with every column under its table, in lower case, every star spelled out, and `meta["kind"]` on every value.
    tables: name in the tree -> what it was called. columns: what it gives, in order.
    """

    tree: Any
    tables: dict[str, TableName]
    columns: list[Column]


def understood(tree: Any, lookup: Lookup) -> Select:
    """Return what a query means, by the columns of its tables. Raises SqlError, in the platform's words.

    tree: what `one_select` returns; it is used up.
    """
    spelled = [_name_of(one) for one in tree.selects]
    _check_names(tree)
    tables, columns = _with_plain_tables(tree, lookup)
    for table in columns.values():
        spelled += table
    _unresolve_parts(tree)
    lower = {name: {column.lower(): column for column in table} for name, table in columns.items()}
    tree = qualified(tree, lower)
    _check_doubles(tree)
    give_kinds(tree, {name: {one.lower(): kind for one, kind in table.items()} for name, table in columns.items()})
    check_groups(tree)
    proper = {name.lower(): name for name in reversed(spelled)}
    found = [Column(proper.get(one.alias.lower(), one.alias), one.meta["kind"]) for one in tree.selects]
    return Select(tree, tables, found)


def _named(table: Any) -> TableName:
    return TableName(table.name, bool(table.args.get("db")))


def _with_plain_tables(tree: Any, lookup: Lookup) -> tuple[dict[str, TableName], dict[str, Columns]]:
    """Give every table a plain name, its own becoming its alias; return what each was called, and its columns."""
    names: dict[TableName, str] = {}
    columns: dict[str, Columns] = {}
    for table in list(tree.find_all(exp.Table)):
        name = _named(table)._replace(name=table.name.lower())
        if name not in names:
            found = lookup(_named(table))
            if found is None:
                raise SqlError(f"{SYNTAX}Invalid object name '{_named(table)}'.")
            names[name] = f"t{len(names)}"
            columns[names[name]] = found
        alias = table.args.get("alias") or exp.TableAlias(this=exp.to_identifier(table.name, quoted=True))
        table.replace(exp.Table(this=exp.to_identifier(names[name]), alias=alias.copy()))
    return {plain: name for name, plain in names.items()}, columns


def _unresolve_parts(tree: Any) -> None:
    """Make texts of the parts of dates, which look like columns: DATEADD(day, 1, x)."""
    for call in tree.find_all(exp.Anonymous):
        if call.name.upper() in PARTS and call.expressions:
            part = call.expressions[0]
            call.expressions[0].replace(exp.Literal.string(part.name.lower() or part.sql().lower()))


def _check_names(tree: Any) -> None:
    """Raise SqlError for an output column without a name, in the query or in one that it reads from."""
    for query in [tree, *_derived(tree)]:
        first = query
        while isinstance(first, exp.SetOperation):
            first = first.left.unnest() if isinstance(first.left, exp.Subquery) else first.left
        alias = query.parent.alias if isinstance(query.parent, exp.Subquery) else ""
        named_above = isinstance(query.parent, exp.Subquery) and query.parent.alias_column_names
        for place, one in enumerate(first.selects, 1):
            if not _name_of(one) and not one.is_star and not named_above:
                told = f"No column name was specified for column {place} of '{alias or 'querydef'}'."
                raise SqlError(SYNTAX + told)


def _name_of(one: Any) -> str:
    """Return the name of an output column: what is reckoned has none of its own."""
    name: str = one.alias or (one.name if isinstance(one, exp.Column) else "")
    return name


def _check_doubles(tree: Any) -> None:
    """Raise SqlError for two output columns of one name."""
    for query in [tree, *_derived(tree)]:
        names = [one.alias.lower() for one in query.selects]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            alias = query.parent.alias if isinstance(query.parent, exp.Subquery) else ""
            raise SqlError(f"{SYNTAX}The column '{twice}' was specified multiple times for '{alias or 'querydef'}'.")


def _derived(tree: Any) -> list[Any]:
    """Return the queries that a query reads from, as from tables."""
    return [one.this for one in tree.find_all(exp.Subquery)
            if isinstance(one.parent, (exp.From, exp.Join)) and isinstance(one.this, exp.Query)]  # fmt: skip
