"""`mcctl asset create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.asset._body import AssetChanges, with_type
from mcctl.commands.asset._lookup import (
    ITEM_COLUMNS,
    FolderOption,
    create_under_free_name,
    destination,
    folder_id_of,
)
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.session import Session


@verb(WRITE)
def create_asset(
    session: Session,
    type: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="Asset type, by name or id; htmlemail when --html is given."),
    ] = None,
    folder: FolderOption = None,
    *,
    changes: AssetChanges,
) -> None:
    """Create an asset. A name that is taken in its folder is refused.

    Examples:
      mcctl asset create --name "Spring Sale" --html sale.html --subject "20% off" --folder Emails
      mcctl asset create --name Footer --type htmlblock --content footer.html --external-key footer
      mcctl asset create --data asset.yaml --set channels.web=false
    """
    body = with_type(changes.body(), type)
    if not body.get("name"):
        raise InputError("The asset has no name", "Give --name")
    if folder:
        body["category"] = {"id": folder_id_of(session, folder)}
    if body.get("views") or body.get("content"):
        from mcctl.commands.asset._warnings import warn  # only messages have what it looks at

        warn(session, body)
    created = create_under_free_name(session, body, destination(session, body))
    session.show(created, ITEM_COLUMNS)
    session.done(
        f"Created asset {text(created, 'id')}, {text(created, 'name')!r}",
        next_command=f"mcctl asset get {argument(text(created, 'customerKey', 'id'))}",
    )
