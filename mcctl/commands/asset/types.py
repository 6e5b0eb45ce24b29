"""`mcctl asset types`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.rest.asset_types import asset_type, asset_types, descendants
from mcctl.session import Session


@verb(READ)
def list_types(
    session: Session,
    under: Annotated[str | None, typer.Option("--under", metavar="TYPE", help="Only this type and its kinds.")] = None,
) -> None:
    """List the asset types that Marketing Cloud knows.

    Examples:
      mcctl asset types --under image
      mcctl asset types | grep email
    """
    types = descendants(asset_type(under)) if under else asset_types()
    session.show_list([kind.as_json() for kind in types], {"ID": "id", "NAME": "name", "IS A": "parent"})
