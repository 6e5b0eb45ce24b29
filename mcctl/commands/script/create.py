"""`mcctl script create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._activities import api, check_key, item_columns, new_place
from mcctl.commands._verb import WRITE, verb
from mcctl.copying import argument
from mcctl.documents import read_text
from mcctl.errors import InputError
from mcctl.rest.activity import SCRIPT
from mcctl.session import Session


@verb(WRITE)
def create_script(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="SCRIPT", help="Key of the new script activity.")],
    file: Annotated[str, typer.Option("--file", metavar="FILE", help="Its code, script tags with it; - for stdin.")],
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name; the key if not given.")] = None,
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="Description.")] = None,
    folder: Annotated[
        str | None, typer.Option("--folder", metavar="FOLDER", help="Its folder, by id or path; else the top one.")
    ] = None,
) -> None:
    """Create a script activity from a file.

    Examples:
      mcctl script create hello --file hello.js
    """
    code = read_text(file)
    if not code.strip():
        raise InputError(f"{file} is empty; nothing was sent")
    check_key(key)
    routes = api(session)
    place = new_place(routes, SCRIPT, folder)
    body = {"name": name or key, "key": key, "description": description or "", "script": code, "categoryId": place}
    session.show(routes.create(SCRIPT, body=body), item_columns(SCRIPT))
    if "<script" not in code.lower():
        session.output.note("Warning: there are no script tags in it, so that it runs no script")
    session.done(f"Created the script {key}", next_command=f"mcctl script run {argument(key)}")
