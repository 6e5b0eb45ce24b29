"""`mcctl contact schema`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.contact._common import api
from mcctl.errors import NotFound
from mcctl.reading import get, objects, text
from mcctl.session import Session


@verb(READ)
def show_schema(
    session: Session,
    set_name: Annotated[str | None, typer.Argument(metavar="SET", help="Name of an attribute set.")] = None,
    versions: Annotated[
        bool, typer.Option("--versions", help="Show the schemas with their versions, instead.", show_default=False)
    ] = False,
) -> None:
    """Show the attribute sets of the contact model, or the attributes of one.

    The version of the schema is what activities of a journey call schemaVersionId.

    Examples:
      mcctl contact schema
      mcctl contact schema "Email Addresses"
      mcctl contact schema --versions -o json -q "[0].version"
    """
    if versions:
        columns = {"ID": "id", "VERSION": "version", "TYPE": "schemaType", "ENTERPRISE": "enterpriseID"}
        session.show_list(api(session).schemas(), columns)
        return
    sets = api(session).attribute_sets()
    if set_name is None:
        columns = {"NAME": "name.value", "KEY": "key", "ID": "id", "SENDABLE": "isSendable"}
        session.show_list(sets, columns)
        return
    found = next((one for one in sets if set_name.lower() in (_name(one).lower(), text(one, "key").lower())), None)
    if found is None:
        raise NotFound(f"There is no attribute set {set_name!r}", "mcctl contact schema")
    attributes = {"NAME": "name.value", "TYPE": "dataType", "LENGTH": "length", "KEY": "key", "READ ONLY": "isReadOnly"}
    session.show_list(objects(get(found, "attributes")), attributes)


def _name(one: Any) -> str:
    return text(one, "name.value", "name")
