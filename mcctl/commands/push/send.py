"""`mcctl push send`."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, NamedTuple

import typer

from mcctl.clock import PLATFORM
from mcctl.commands._verb import SEVERE, verb
from mcctl.commands.push._common import AUDIENCES, MessageArgument, api
from mcctl.copying import argument
from mcctl.documents import given
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.rest.push import APP, CONTACT, LIST, MAX_RECIPIENTS, TAG
from mcctl.session import Session


class Audience(NamedTuple):
    """Whom a message is sent to."""

    contacts: Annotated[
        list[str] | None, typer.Option("--contact", metavar="KEY", help="Every device of this contact; repeatable.")
    ] = None
    devices: Annotated[
        list[str] | None, typer.Option("--device", metavar="TOKEN", help="The device with this token; repeatable.")
    ] = None
    tags: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="Devices with this tag; repeatable.")
    ] = None
    without_tags: Annotated[
        list[str] | None, typer.Option("--without-tag", metavar="TAG", help="But not those with this tag; repeatable.")
    ] = None
    lists: Annotated[
        list[str] | None, typer.Option("--list", metavar="LIST_ID", help="Members of this list; repeatable.")
    ] = None
    data_extensions: Annotated[
        list[str] | None,
        typer.Option("--data-extension", metavar="KEY", help="Contacts in this data extension; repeatable."),
    ] = None
    everybody: Annotated[bool, typer.Option("--everybody", help="Every user of the app.", show_default=False)] = False


class Words(NamedTuple):
    """What a send says in place of the message, and when."""

    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="This text instead of the message's.")] = (
        None
    )
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="With --text: this title.")] = None
    subtitle: Annotated[str | None, typer.Option("--subtitle", metavar="TEXT", help="With --text: this subtitle.")] = (
        None
    )
    send_time: Annotated[
        str | None, typer.Option("--send-time", metavar="TIME", help="Not now: 2030-12-01T09:00Z, or local time.")
    ] = None


@verb(SEVERE)
def send(session: Session, message: MessageArgument, audience: Audience, words: Words) -> None:
    """Send a push message: to contacts, devices, tags, lists, or everybody.

    Marketing Cloud does not recognise a send that is repeated, so a lost answer is told (exit code 7) and never tried
    again. More than one contact is confirmed first; in production, whoever reaches people that nobody has counted
    confirms by the id of the message.

    Examples:
      mcctl push send "NTO Snow" --contact nto-1001
      mcctl push send "NTO Snow" --tag boots --text "New boots, %%FirstName%%" --title Boots --yes
      mcctl push send "NTO Snow" --data-extension nto-customers --dry-run
    """
    kind, body, told, count = _audience(audience)
    body |= _said(words)
    routes = api(session)
    found = routes.find(ref=message)
    message_id, name = text(found, "id"), text(found, "name")
    if count != 1:
        session.confirm_many(f"Send {name} to {told}?", message_id, count)
    answer = routes.send(audience=kind, message_id=message_id, body=body)
    session.show(answer, {"TOKEN": "tokenId"})
    named = next(name for name, one in AUDIENCES.items() if one == kind)
    shown = f"mcctl push status --audience {named} --message {argument(message_id)} {text(answer, 'tokenId')}"
    session.done(f"Sent {name} to {told}", next_command=shown)


def _audience(one: Audience) -> tuple[str, dict[str, Any], str, int | None]:
    """Return the route, the body, and the audience in words with its size, None where nobody knows that.

    Raises InputError for none, or for several that do not go together.
    """
    people = [*(one.contacts or []), *(one.devices or [])]
    listed = [*(one.lists or []), *(one.data_extensions or [])]
    given = [bool(people), bool(one.tags) and not people, bool(listed), one.everybody]
    if sum(given) != 1 or (one.without_tags and (listed or one.everybody)):
        raise InputError("To whom?", "Give --contact or --device, --tag, --list or --data-extension, or --everybody")
    if "" in [*people, *listed, *(one.tags or []), *(one.without_tags or [])]:
        raise InputError("A key, token or tag is empty; nothing was sent")
    if len(people) > MAX_RECIPIENTS:
        raise InputError(f"A push reaches {MAX_RECIPIENTS:,} contacts or devices at once, not {len(people):,}")
    tags = _filled({"inclusionTags": one.tags, "exclusionTags": one.without_tags})
    if people:
        body = _filled({"subscriberKeys": one.contacts, "deviceTokens": one.devices})
        told = people[0] if len(people) == 1 else f"{len(people)} contacts or devices"
        return CONTACT, {**body, **tags}, told, len(people)
    if one.tags:
        return TAG, tags, f"everybody with {', '.join(one.tags)}", None
    if listed:
        body = _filled({"inclusionListIds": one.lists, "InclusionDataExtensionIds": one.data_extensions})
        return LIST, body, f"everybody in {', '.join(listed)}", None
    return APP, {}, "every user of the app", None


def _filled(given: dict[str, list[str] | None]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if value}


def _said(words: Words) -> dict[str, Any]:
    """Return what the send says itself. Raises InputError for a title without a text, and for a time that is none."""
    if words.text is None and (words.title is not None or words.subtitle is not None):
        raise InputError("--title and --subtitle go with --text")
    if words.text is not None and not words.text.strip():
        raise InputError("--text is empty; nothing was sent")
    said = {"override": True, "messageText": words.text} if words.text is not None else {}
    return {**said, **given({"title": words.title, "subtitle": words.subtitle}), **_when(words.send_time)}


def _when(told: str | None) -> dict[str, str]:
    if told is None:
        return {}
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        raise InputError(f"--send-time {told!r} is no date and time", "Such as 2030-12-01T09:00Z") from None
    there = (moment if moment.tzinfo else moment.astimezone()).astimezone(PLATFORM)
    return {"sendTime": f"{there:%Y-%m-%d %H:%M}"}
