"""`mcctl script update`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api, item_columns
from mcctl.commands._verb import WRITE, verb
from mcctl.documents import given, read_text
from mcctl.errors import InputError
from mcctl.reading import get, text
from mcctl.rest.activity import SCRIPT
from mcctl.session import Session

_SENT = ("name", "key", "description", "script", "categoryId")


@verb(WRITE)
def update_script(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="SCRIPT", help="Key, id or name of the script activity.")],
    file: Annotated[str | None, typer.Option("--file", metavar="FILE", help="Its new code; - for stdin.")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="New name.")] = None,
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="New description.")] = None,
) -> None:
    """Change a script activity; what is not named stays.

    Examples:
      mcctl script update nto-hello-script --file hello.js
    """
    code = read_text(file) if file is not None else None
    if code is not None and not code.strip():
        raise InputError(f"{file} is empty; nothing was sent")
    changes = given({"script": code, "name": name, "description": description})
    if not changes:
        raise InputError("Nothing to change", "Say what: --file, --name, --description")
    routes = api(session)
    stored = routes.find(SCRIPT, ref=key)
    kept = given({field: get(stored, field) for field in _SENT})
    routes.update(SCRIPT, activity_id=SCRIPT.id_of(stored), body={**kept, **changes})
    session.show(routes.get(SCRIPT, activity_id=SCRIPT.id_of(stored)), item_columns(SCRIPT))
    session.done(f"Changed the script {text(stored, 'name')}")
