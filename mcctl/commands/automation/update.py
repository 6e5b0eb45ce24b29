"""`mcctl automation update`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api as activities
from mcctl.commands._activities import folder_number
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.automation._common import ITEM_COLUMNS, KeyArgument, api, finder
from mcctl.copying import argument
from mcctl.documents import given, read_object
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.rest.automation_body import to_send
from mcctl.session import Session


@verb(WRITE)
def update_automation(
    session: Session,
    key: KeyArgument,
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="What changes, as JSON or YAML; - for stdin.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="New name.")] = None,
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="New description.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Its new folder, by id or path.")
    ] = None,
) -> None:
    """Change an automation; what the document leaves out stays.

    Steps, where they are given, replace all steps; likewise what starts it, which is paused then. The document is as
    that of `automation create`.

    Examples:
      mcctl automation update nto-nightly --description "Every night"
      mcctl automation update nto-nightly --data automation.yaml --dry-run
    """
    flags = given({"name": name, "description": description})
    document = {**(read_object(data) if data else {}), **flags}
    if folder is not None:
        document["categoryId"] = folder_number(activities(session).folders("automations"), folder)
    routes = api(session)
    body = to_send(document, finder(session))
    if not body:
        raise InputError("Nothing to change", "Say what: --data FILE, --name, --description, --folder")
    stored = routes.find(ref=key)
    updated = routes.update(automation_id=text(stored, "id"), body=body)
    session.show(updated, ITEM_COLUMNS)
    again = f"mcctl automation resume {argument(text(stored, 'key'))}" if body.get("startSource") else ""
    session.done(f"Changed the automation {text(stored, 'name')}", next_command=again)
