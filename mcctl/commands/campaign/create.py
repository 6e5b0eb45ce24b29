"""`mcctl campaign create`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.campaign._common import ITEM_COLUMNS, api
from mcctl.errors import refuse_all
from mcctl.reading import text
from mcctl.rest.campaign import MAX_CHARS
from mcctl.session import Session


@verb(WRITE)
def create_campaign(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name, at most 128 characters.")],
    code: Annotated[
        str, typer.Option("--code", metavar="CODE", help="What identifies it, at most 36 characters.")
    ] = "",
    description: Annotated[
        str, typer.Option("--description", metavar="TEXT", help="Description, at most 512 characters.")
    ] = "",
    color: Annotated[str, typer.Option("--color", metavar="HEX", help="Its color in calendars.")] = "00a1e0",
    favorite: Annotated[bool, typer.Option("--favorite", help="Mark it as a favorite.", show_default=False)] = False,
) -> None:
    """Create a campaign.

    Examples:
      mcctl campaign create "Autumn boots" --code autumn-boots --description "Boots and coats"
    """
    body = {"name": name, "description": description, "campaignCode": code, "color": color.removeprefix("#")}
    refuse_all(_problems(body))
    created = api(session).create(body={**body, "favorite": favorite})
    session.show(created, ITEM_COLUMNS)
    session.done(f"Created the campaign {name}", next_command=f"mcctl campaign attach {text(created, 'id')} KEY")


def _problems(body: dict[str, str]) -> list[str]:
    long = [(name, most) for name, most in MAX_CHARS.items() if len(body[name]) > most]
    found = [f"{name} has {len(body[name])} characters, more than {most}" for name, most in long]
    if not body["name"].strip():
        found.append("The campaign needs a name")
    if not re.fullmatch(r"[0-9a-fA-F]{6}", body["color"]):
        found.append(f"--color {body['color']!r} must be six hex digits, such as 00a1e0")
    return found
