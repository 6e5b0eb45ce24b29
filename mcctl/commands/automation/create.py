"""`mcctl automation create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api as activities
from mcctl.commands._activities import folder_number
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.automation._common import ITEM_COLUMNS, DataOption, api, finder
from mcctl.copying import argument
from mcctl.documents import given, read_object
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.rest.automation_body import to_send
from mcctl.session import Session


@verb(WRITE)
def create_automation(
    session: Session,
    data: DataOption,
    key: Annotated[
        str | None, typer.Option("--key", metavar="KEY", help="Key; else the document's, or a made one.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name; else the document's.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Its folder, by id or path; else the top one.")
    ] = None,
) -> None:
    """Create an automation from a document.

    The document has name, key, steps and, if something is to start it, schedule or file. A step has activities, each
    named by its kind and key: query, script, import, file-transfer, data-extract; wait: 2h; event and send by ids.
    A schedule has start, zone and every (15 minutes, 1 day...), and until or times. What `automation get` shows is
    taken, too. A schedule is not live before `automation resume`.

    Examples:
      mcctl automation create --data automation.yaml
      mcctl automation get nto-nightly -o yaml | mcctl automation create --data - --key nightly-2 --name "Nightly 2"
    """
    document = {**read_object(data), **given({"key": key, "name": name})}
    if not document.get("name"):
        raise InputError("An automation needs a name", "Give --name, or name in the document")
    if folder is not None:
        document["categoryId"] = folder_number(activities(session).folders("automations"), folder)
    body = to_send(document, finder(session))
    created = api(session).create(body=body)
    session.show(created, ITEM_COLUMNS)
    verb_next = "resume" if body.get("startSource") else "run --wait"
    session.done(
        f"Created the automation {text(created, 'name')}",
        next_command=f"mcctl automation {verb_next} {argument(text(created, 'key'))}",
    )
