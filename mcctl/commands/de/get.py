"""`mcctl de get`."""

from __future__ import annotations

from typing import Any

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.de._common import LIST_COLUMNS, KeyArgument, api
from mcctl.commands.de._retention import told
from mcctl.reading import get, objects
from mcctl.rest.de_field import Field, fields_of
from mcctl.session import Session


def _fields_cell(definition: Any) -> str:
    return ", ".join(map(_field_told, fields_of(objects(get(definition, "fields")))))


def _field_told(field: Field) -> str:
    size = f"({field.length})" if field.length else ""
    return f"{field.name}:{field.type}{size}{' key' if field.is_key else ' required' if field.required else ''}"


ITEM_COLUMNS: Columns = {**LIST_COLUMNS, "ID": "id", "DESCRIPTION": "description", "KEPT": told, "FIELDS": _fields_cell}


@verb(READ)
def get_data_extension(session: Session, key: KeyArgument) -> None:
    """Show a data extension: its fields, primary key, what it is sent by, and how many rows it has.

    Examples:
      mcctl de get nto-customers
      mcctl de get nto-customers -o json -q "fields[].name"
    """
    routes = api(session)
    found = routes.find(key=key)
    count = {} if found.count is None else {"rowCount": found.count}
    definition = {**routes.get(de_id=found.id), **count}
    session.show({**definition, "fields": routes.fields(de_id=found.id)}, ITEM_COLUMNS)
