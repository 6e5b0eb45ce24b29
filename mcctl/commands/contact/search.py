"""`mcctl contact search`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.choices import choice
from mcctl.commands._verb import READ, verb
from mcctl.commands.contact._common import ADDRESS_COLUMNS, api
from mcctl.errors import InputError
from mcctl.reading import get, objects, text
from mcctl.session import Session

_FOUND_MOST = 50
CHANNELS = ("EMAIL", "MOBILE", "PUSH", "LINE")


@verb(READ)
def search_contacts(
    session: Session,
    emails: Annotated[
        list[str] | None,
        typer.Option("--email", metavar="ADDRESS", help="Contacts with this address; may be repeated."),
    ] = None,
    channel: Annotated[
        str | None, typer.Option("--channel", metavar="CHANNEL", help="Addresses of EMAIL, MOBILE, PUSH or LINE.")
    ] = None,
) -> None:
    """Find contacts by e-mail address, or all addresses of a channel.

    Examples:
      mcctl contact search --email amelia@nto.example
      mcctl contact search --channel MOBILE -o csv
    """
    if bool(emails) == bool(channel):
        raise InputError("Which contacts?", "Give either --email ADDRESS or --channel CHANNEL")
    if channel:
        wanted = choice(channel, CHANNELS, f"--channel {channel!r}")
        session.show_list(api(session).addresses(attribute="Channel", value=wanted), ADDRESS_COLUMNS)
        return
    found = api(session).by_email(emails=emails or [], most=_FOUND_MOST)
    session.show_list(found, {"ADDRESS": "channelAddress", "CONTACTS": _contact_keys})


def _contact_keys(one: Any) -> str:
    return ", ".join(text(detail, "contactKey") for detail in objects(get(one, "contactKeyDetails")))
