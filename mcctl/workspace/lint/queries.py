"""Rules for queries: beside the data extensions in the files, and the data views."""

from __future__ import annotations

from collections.abc import Iterator

from mcctl.reading import get, objects, text
from mcctl.rest.de_field import Field, fields_of
from mcctl.sql.tables import Columns, TableName
from mcctl.workspace.address import Address
from mcctl.workspace.lint.finding import ERROR, WARNING, Finding, Scene, Thing
from mcctl.workspace.placeholders import MARK

_SUFFIX = ".sql"


def find(scene: Scene) -> Iterator[Finding]:
    """Yield what is wrong with queries."""
    queries = [thing for thing in scene.things if thing.address.kind == "query" and thing.body is not None]
    if not queries:
        return
    tables = {text(thing.body, "name").casefold(): thing for thing in scene.things if thing.address.kind == "de"}
    for thing in queries:
        if not text(thing.body, "targetKey"):
            yield Finding("no-target", ERROR, thing.properties, 0, 0, "No data extension takes the rows")
        if MARK not in thing.files[_SUFFIX]:  # or what it is, only the rendering will know
            yield from _of_sql(thing, scene, tables)


def _of_sql(thing: Thing, scene: Scene, tables: dict[str, Thing]) -> Iterator[Finding]:
    from mcctl.sql.grammar import SYNTAX, SqlError  # the parser is dear to load
    from mcctl.sql.refusals import certain, has_star, one_select  # likewise
    from mcctl.sql.select import understood  # likewise

    sql, unknown = text(thing.body, "queryText"), []

    def lookup(name: TableName) -> Columns | None:
        found = _columns(name, tables)
        unknown.extend([name] if found is None else [])
        return found

    if problems := certain(sql):
        yield _at(thing, "sql", ERROR, problems[0].removeprefix(SYNTAX))
        return
    try:
        tree = one_select(sql)
        if has_star(tree):
            yield _at(thing, "select-star", WARNING, "A new field of the table breaks SELECT *; name the columns")
        given = [column.name for column in understood(tree, lookup).columns]
    except SqlError as error:
        if not unknown:
            yield _at(thing, "sql", WARNING, str(error).removeprefix(SYNTAX))
        return
    target = scene.by_address.get(Address("de", text(thing.body, "targetKey")).folded)
    if target is not None and target.body is not None:
        yield from _of_target(thing, given, fields_of(objects(get(target.body, "fields"))), str(target.address))


def _columns(name: TableName, tables: dict[str, Thing]) -> Columns | None:
    """Return the columns of a table; None where nobody here knows it, such as one of the parent."""
    from mcctl.sql.kinds import Kind  # the parser is dear to load
    from mcctl.sql.views import view  # likewise

    thing = None if name.shared else tables.get(name.name.casefold())
    if thing is None:
        known = view(name.name)
        return known.kinds if known is not None else None
    fields = fields_of(objects(get(thing.body, "fields")))
    return {field.name: Kind(field.type or "Text", field.length, field.scale) for field in fields}


def _of_target(thing: Thing, given: list[str], fields: list[Field], target: str) -> Iterator[Finding]:
    names = {name.casefold() for name in given}
    missing = [field.name for field in fields if field.is_key or field.required]
    missing = [name for name in missing if name.casefold() not in names]
    if missing:
        told = f"{target} needs {', '.join(missing)}, which the query does not give"
        yield _at(thing, "missing-key-columns", ERROR, told)
    there = {field.name.casefold() for field in fields}
    for name in given:
        if name.casefold() not in there:
            yield _at(thing, "unknown-column", ERROR, f"{target} has no field {name!r}")


def _at(thing: Thing, rule: str, level: str, message: str) -> Finding:
    return Finding(rule, level, thing.path + _SUFFIX, 0, 0, message)
