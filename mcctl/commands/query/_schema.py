"""The columns of a query, so that a data extension can take them: by the tables that it reads, or as given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mcctl.errors import InputError
from mcctl.reading import objects, text
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import Field, complete_fields, fields_of
from mcctl.sql.kinds import Kind
from mcctl.sql.tables import Columns, TableName
from mcctl.sql.views import view

if TYPE_CHECKING:
    from mcctl.sql.select import Select  # the parser is dear to load

_HINT = 'Nothing was sent. Where Marketing Cloud takes it all the same, give --columns "Name:Type(length),..."'


class Shape(NamedTuple):
    """What a query gives. fields: of the data extension that takes it. order: of its rows, for the API; or ""."""

    fields: list[dict[str, Any]]
    names: list[str]
    order: str


def shape_of(routes: DeApi, sql: str, columns: list[str]) -> Shape:
    """Return what a query gives. columns: as the user names them; else they are found out.

    Raises InputError for a query that will be refused, and for one of which the columns cannot be found out.
    """
    from mcctl.sql.grammar import SqlError  # the parser is dear to load
    from mcctl.sql.ordering import order_of  # likewise
    from mcctl.sql.refusals import certain, one_select  # likewise
    from mcctl.sql.select import understood  # likewise

    if problems := certain(sql):
        raise InputError(problems[0], "Nothing was sent")
    order = ""
    try:
        tree = one_select(sql)
        order = order_of(tree)
        found = columns or _columns(understood(tree, lambda name: columns_of(routes, name)))
    except SqlError as error:
        if not columns:
            raise InputError(str(error), _HINT) from None
        found = columns  # what is not understood here may be right there
    fields = complete_fields(found, [])
    return Shape(fields, [field["name"] for field in fields], order)


def columns_of(routes: DeApi, name: TableName) -> Columns | None:
    """Return the columns of a data extension by its name, or of a data view; None where there is none."""
    known = view(name.name)
    if known is not None:
        return known.kinds
    listed = objects(list(routes.search(words=name.name)))
    found = next((one for one in listed if text(one, "name").lower() == name.name.lower()), None)
    if found is None:
        return None
    return {field.name: _kind(field) for field in fields_of(routes.fields(de_id=text(found, "id")))}


def _kind(field: Field) -> Kind:
    return Kind(field.type or "Text", field.length, field.scale)


def _columns(select: Select) -> list[str]:
    return [_spec(one.name, one.kind.field) for one in select.columns]


def _spec(name: str, kind: Kind) -> str:
    """Return a column as `de create --field` takes it."""
    size = (
        f"({kind.length},{kind.scale})"
        if kind.type == "Decimal"
        else f"({kind.length})"
        if kind.is_text and kind.length
        else ""
    )
    return f"{name}:{kind.type}{size}"
