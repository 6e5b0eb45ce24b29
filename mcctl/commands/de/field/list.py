"""`mcctl de field list`."""

from __future__ import annotations

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.de._common import KeyArgument, api
from mcctl.reading import flag, get, whole
from mcctl.session import Session

_COLUMNS: Columns = {
    "NAME": "name",
    "TYPE": "type",
    "LENGTH": lambda field: get(field, "length") or None,
    "KEY": lambda field: "yes" if flag(get(field, "isPrimaryKey")) else None,
    "REQUIRED": lambda field: None if flag(get(field, "isNullable")) else "yes",
    "DEFAULT": "defaultValue",
}


@verb(READ)
def list_fields(session: Session, key: KeyArgument) -> None:
    """List the fields of a data extension, in order.

    Examples:
      mcctl de field list nto-customers
      mcctl de field list nto-customers -o json -q "[].name"
    """
    routes = api(session)
    fields = routes.fields(de_id=routes.find(key=key).id)
    session.show_list(sorted(fields, key=lambda field: whole(get(field, "ordinal")) or 0), _COLUMNS)
