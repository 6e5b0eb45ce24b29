"""Activities that are made from documents such as `get` shows: imports, file transfers, data extracts."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import typer

from mcctl.commands._activities import api, check_key, item_columns
from mcctl.copying import argument
from mcctl.documents import compose
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.rest.activity import Activity
from mcctl.session import Session

_TOLD = ("createdDate", "modifiedDate", "createdBy", "modifiedBy")
"""What only the platform says of an activity."""


class Document(NamedTuple):
    """What an activity shall be."""

    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="The activity as JSON or YAML; - for stdin. Flags win.")
    ] = None
    assignments: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="PATH=VALUE", help="Set any property: description=Nightly; may be given often."),
    ] = None
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name.")] = None

    def body(self, kind: Activity) -> dict[str, Any]:
        """Return it as JSON, without what only the platform says. Raises InputError for what cannot be read."""
        flags = {} if self.name is None else {"name": self.name}
        return _own(kind, compose(self.data, self.assignments or [], flags))


def create_activity(session: Session, kind: Activity, key: str, document: Document) -> None:
    """Create an activity. Raises InputError for a document without content, and what the routes raise."""
    check_key(key)
    body = document.body(kind)
    if not body.keys() - {"name"}:
        raise InputError(f"What is the {kind.name}?", f"Give --data FILE, such as mcctl {_group(kind)} get KEY -o json")
    created = api(session).create(kind, body={"name": key, **body, kind.key: key})
    session.show(created, item_columns(kind))
    session.done(f"Created the {kind.name} {key}", next_command=f"mcctl {_group(kind)} run {argument(key)}")


def update_activity(session: Session, kind: Activity, ref: str, document: Document) -> None:
    """Change an activity; what is not named stays. Raises InputError where nothing is, and what the routes raise."""
    changes = document.body(kind)
    if not changes:
        raise InputError("Nothing to change", "Say what: --data FILE, --set PATH=VALUE, --name")
    routes = api(session)
    stored = routes.find(kind, ref=ref)
    routes.update(kind, activity_id=kind.id_of(stored), body={**_own(kind, stored), **changes})
    session.show(routes.get(kind, activity_id=kind.id_of(stored)), item_columns(kind))
    session.done(f"Changed the {kind.name} {text(stored, 'name')}")


def delete_activity(session: Session, kind: Activity, ref: str) -> None:
    """Delete an activity, which is asked about. Raises what the routes raise."""
    routes = api(session)
    found = routes.find(kind, ref=ref)
    name = text(found, "name")
    session.confirm(f"Delete the {kind.name} {name!r}?")
    routes.delete(kind, activity_id=kind.id_of(found))
    session.done(f"Deleted the {kind.name} {name}")


def _own(kind: Activity, body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in (*_TOLD, kind.id)}


def _group(kind: Activity) -> str:
    return kind.name.replace(" ", "-")
