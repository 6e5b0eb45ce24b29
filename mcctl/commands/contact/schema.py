"""`mcctl contact schema`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.contact._common import api
from mcctl.errors import InputError, NotFound
from mcctl.reading import get, objects, text
from mcctl.session import Session

_KEY = "Contact Key"


@verb(READ)
def show_schema(
    session: Session,
    set_name: Annotated[str | None, typer.Argument(metavar="SET", help="Name of an attribute set.")] = None,
    versions: Annotated[
        bool, typer.Option("--versions", help="Show the schemas with their versions, instead.", show_default=False)
    ] = False,
    groups: Annotated[
        bool, typer.Option("--groups", help="Show the attribute groups, instead.", show_default=False)
    ] = False,
    rows: Annotated[
        bool, typer.Option("--rows", help="Show what is in the attribute set SET.", show_default=False)
    ] = False,
    limit: LimitOption = None,
) -> None:
    """Show the attribute sets of the contact model, the attributes of one, or what is in it.

    The version of the schema is what activities of a journey call schemaVersionId.

    Examples:
      mcctl contact schema
      mcctl contact schema "Email Addresses"
      mcctl contact schema "Email Addresses" --rows --limit 10
      mcctl contact schema --groups
      mcctl contact schema --versions -o json -q "[0].version"
    """
    kinds = {"--versions": versions, "--groups": groups, "--rows": rows}
    given = [name for name, is_given in kinds.items() if is_given]
    if len(given) > 1:
        raise InputError(f"Give either {given[0]} or {given[1]}")
    if set_name is not None and (versions or groups):
        raise InputError(f"{given[0]} shows all of them, and takes no SET")
    if rows:
        _show_rows(session, set_name, limit)
        return
    if groups:
        schemas = api(session).schemas()
        found = (one for schema in schemas for one in api(session).attribute_groups(schema_id=text(schema, "id")))
        session.show_list(islice(found, limit), {"NAME": _name, "KEY": "key", "ID": "id"})
        return
    if versions:
        columns = {"ID": "id", "VERSION": "version", "TYPE": "schemaType", "ENTERPRISE": "enterpriseID"}
        session.show_list(api(session).schemas(), columns)
        return
    if set_name is None:
        columns = {"NAME": "name.value", "KEY": "key", "ID": "id", "SENDABLE": "isSendable"}
        session.show_list(islice(api(session).attribute_sets(), limit), columns)
        return
    attributes = {"NAME": "name.value", "TYPE": "dataType", "LENGTH": "length", "KEY": "key", "READ ONLY": "isReadOnly"}
    session.show_list(islice(objects(get(_set(session, set_name), "attributes")), limit), attributes)


def _show_rows(session: Session, set_name: str | None, limit: int | None) -> None:
    if set_name is None:
        raise InputError("--rows of which attribute set?", "mcctl contact schema")
    found = _set(session, set_name)
    columns = {name: name for name in (_KEY, *map(_name, objects(get(found, "attributes"))))}
    session.show_list(islice(api(session).attribute_rows(name=_name(found)), limit), columns)


def _set(session: Session, name: str) -> Any:
    """Return an attribute set by its name or key. Raises NotFound."""
    sets = api(session).attribute_sets()
    found = next((one for one in sets if name.lower() in (_name(one).lower(), text(one, "key").lower())), None)
    if found is None:
        raise NotFound(f"There is no attribute set {name!r}", "mcctl contact schema")
    return found


def _name(one: Any) -> str:
    return text(one, "name.value", "name")
