"""`mcctl chat send`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.chat._body import Message
from mcctl.commands.chat._common import PlatformArgument, following, platform_of
from mcctl.commands.chat.register._common import api
from mcctl.documents import read_document
from mcctl.errors import InputError
from mcctl.session import Session


@verb(WRITE)
def send(
    session: Session,
    platform: PlatformArgument,
    sender: Annotated[str, typer.Option("--sender", metavar="ID", help="Id of the page or channel to send from.")],
    to: Annotated[str | None, typer.Option("--to", metavar="ID", help="Id of the user on the network.")] = None,
    reference: Annotated[
        str | None,
        typer.Option(
            "--reference", metavar="TEXT", help="user_ref (messenger) or reply_token (LINE); goes before --to."
        ),
    ] = None,
    texts: Annotated[list[str] | None, typer.Option("--text", metavar="TEXT", help="A text.")] = None,
    images: Annotated[list[str] | None, typer.Option("--image", metavar="URL", help="A picture.")] = None,
    videos: Annotated[list[str] | None, typer.Option("--video", metavar="URL", help="A film.")] = None,
    audios: Annotated[list[str] | None, typer.Option("--audio", metavar="URL", help="A sound.")] = None,
    templates: Annotated[
        list[str] | None,
        typer.Option("--template", metavar="FILE", help="An object in the network's own format, JSON or YAML."),
    ] = None,
    contents: Annotated[
        str | None,
        typer.Option("--contents", metavar="FILE", help="All contents as a JSON or YAML list, in their order."),
    ] = None,
    alt_url: Annotated[
        str | None, typer.Option("--alt-url", metavar="URL", help="LINE: preview of an --image or --video.")
    ] = None,
    duration: Annotated[
        int | None, typer.Option("--duration", metavar="MS", min=1, help="LINE: length of an --audio.")
    ] = None,
    reusable: Annotated[
        bool, typer.Option("--reusable", help="Messenger: keep what is attached.", show_default=False)
    ] = False,
    subject: Annotated[str | None, typer.Option("--subject", metavar="TEXT", help="Subject.")] = None,
    messaging_type: Annotated[
        str | None, typer.Option("--messaging-type", metavar="TYPE", help="Messenger: RESPONSE, UPDATE, MESSAGE_TAG.")
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", metavar="TAG", help="With MESSAGE_TAG: the tag.")] = None,
    notification: Annotated[
        str | None, typer.Option("--notification", metavar="TYPE", help="Messenger: REGULAR, SILENT_PUSH, NO_PUSH.")
    ] = None,
    message_key: Annotated[
        str | None, typer.Option("--message-key", metavar="KEY", help="Your own key; made up if not given.")
    ] = None,
    group_key: Annotated[
        str | None, typer.Option("--group-key", metavar="KEY", help="Your own key of a group of messages.")
    ] = None,
    *,
    waiting: Wait,
) -> None:
    """Send a message to one user: one content by Messenger, up to five by LINE.

    Several are sent in the order text, image, video, audio, template; for another one use --contents. Marketing Cloud
    is not said to recognise a key that was used before, so a lost answer is told (exit code 7), never tried again.

    Examples:
      mcctl chat send messenger --sender 1732555047000001 --to 2468 --text "It is on its way" --messaging-type UPDATE
      mcctl chat send line --sender 1653000001 --to U4af49 --text Hello --audio https://nto.example/a.m4a --duration 900
      mcctl chat send messenger --sender 1732555047000001 --to 2468 --template card.json --messaging-type RESPONSE
    """

    unread: list[str] = []
    key = os.urandom(16).hex() if message_key is None else message_key
    body = Message(
        platform=platform_of(platform),
        sender=sender,
        key=key,
        ott_id=to,
        reference=reference,
        texts=texts or (),
        images=images or (),
        videos=videos or (),
        audios=audios or (),
        templates=_read_all(templates or (), unread),
        contents=next(iter(_read_all([contents], unread)), None) if contents else None,
        alt_url=alt_url,
        duration=duration,
        reusable=reusable,
        subject=subject,
        messaging_type=messaging_type,
        tag=tag,
        notification=notification,
        group_key=group_key,
        unread=unread,
    ).body()
    routes = api(session)
    answer = routes.send(body=body)
    following(session, routes, key).begin(
        session,
        answer,
        {"MESSAGE KEY": lambda _: key, "REQUEST": "ottRequestId"},
        waiting,
        accepted=f"Accepted as {key}",
        done=f"Accepted as {key}",
    )


def _read_all(names: Sequence[str], unread: list[str]) -> list[Any]:
    """Return the documents in files; why one cannot be read is added to `unread`."""
    found = []
    for name in names:
        try:
            found.append(read_document(name))
        except InputError as error:
            unread.append(error.message)
    return found
