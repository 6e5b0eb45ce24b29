"""`mcctl chat`: GroupConnect, messages by Facebook Messenger and LINE."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import App, Context, ReadCommand, WriteCommand, chat_register
from mcctl.commands.chat_register import api
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.errors import InputError, Refused, StillInProgress
from mcctl.reading import first, get

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.chat import ChatApi

app = App("GroupConnect: messages by Facebook Messenger and LINE.")
app.add_typer(chat_register.app, name="register")


def _attribute(*names: str) -> Any:
    """Return what picks the first of some attributes that a registration has."""

    def pick(one: Any) -> Any:
        return first(one, *(f"ottPlatformAttributes.{name}" for name in names))

    return pick


SENDER_COLUMNS: Columns = {
    "PLATFORM": "ottPlatformName",
    "ID": _attribute("pageId", "channelId"),
    "NAME": _attribute("pageName", "channelName"),
    "ACTIVE": _attribute("isActive"),
    "TEST": _attribute("isTestChannel"),
    "ENDPOINT": _attribute("endpointUrl"),
}
STATUS_COLUMNS: Columns = {
    "MESSAGE KEY": "requestBody.messageKey",
    "TO": lambda one: _user(one),
    "EVENT": lambda one: _last(one, "event"),
    "AT": lambda one: _last(one, "eventDateTime"),
}

PlatformArgument = Annotated[str, typer.Argument(metavar="messenger|line", help="The network.")]


@app.add("list", ReadCommand)
def list_senders(
    ctx: Context,
    platform: Annotated[
        str | None, typer.Argument(metavar="messenger|line", help="Only senders of this network.")
    ] = None,
) -> None:
    """List the registered pages and channels.

    Examples:
      mcctl chat list
      mcctl chat list messenger -o json -q "[].ottPlatformAttributes.pageId"
    """
    from mcctl.rest.chat import PLATFORMS

    routes = api(ctx)
    wanted = PLATFORMS if platform is None else (_platform(platform),)

    def found() -> Iterator[dict[str, Any]]:
        for name in wanted:
            yield from routes.list(platform=name)

    ctx.obj.show_list(found(), SENDER_COLUMNS)


@app.add("get", ReadCommand)
def get_sender(
    ctx: Context,
    platform: PlatformArgument,
    sender: Annotated[str, typer.Argument(metavar="ID", help="Id of the page or channel.")],
) -> None:
    """Show how a page or channel is registered; its secrets are never told.

    Examples:
      mcctl chat get messenger 1732555047000001
    """
    ctx.obj.show(api(ctx).get(platform=_platform(platform), sender=sender), SENDER_COLUMNS)


@app.add("send", WriteCommand)
def send(
    ctx: Context,
    platform: PlatformArgument,
    sender: Annotated[str, typer.Option("--sender", metavar="ID", help="Id of the page or channel to send from.")],
    to: Annotated[str | None, typer.Option("--to", metavar="ID", help="Id of the user on the network.")] = None,
    reference: Annotated[
        str | None, typer.Option("--reference", help="user_ref (messenger) or reply_token (LINE); goes before --to.")
    ] = None,
    texts: Annotated[list[str] | None, typer.Option("--text", help="A text.")] = None,
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
    subject: Annotated[str | None, typer.Option("--subject", help="Subject.")] = None,
    messaging_type: Annotated[
        str | None, typer.Option("--messaging-type", metavar="TYPE", help="Messenger: RESPONSE, UPDATE, MESSAGE_TAG.")
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", help="With MESSAGE_TAG: the tag.")] = None,
    notification: Annotated[
        str | None, typer.Option("--notification", metavar="TYPE", help="Messenger: REGULAR, SILENT_PUSH, NO_PUSH.")
    ] = None,
    message_key: Annotated[
        str | None,
        typer.Option("--message-key", metavar="KEY", help="Your own key; made up if not given."),
    ] = None,
    group_key: Annotated[
        str | None, typer.Option("--group-key", metavar="KEY", help="Your own key of a group of messages.")
    ] = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Send a message to one user: one content by Messenger, up to five by LINE.

    Several are sent in the order text, image, video, audio, template; for another one use --contents. Marketing Cloud
    is not said to recognise a key that was used before, so a lost answer is told (exit code 7), never tried again.

    Examples:
      mcctl chat send messenger --sender 1732555047000001 --to 2468 --text "It is on its way" --messaging-type UPDATE
      mcctl chat send line --sender 1653000001 --to U4af49 --text Hello --audio https://nto.example/a.m4a --duration 900
      mcctl chat send messenger --sender 1732555047000001 --to 2468 --template card.json --messaging-type RESPONSE
    """
    from mcctl.rest.chat_body import Message

    unread: list[str] = []
    key = os.urandom(16).hex() if message_key is None else message_key
    body = Message(
        platform=_platform(platform),
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
    routes = api(ctx)
    answer = routes.send(body=body)
    if ctx.obj.dry_run or not wait:
        ctx.obj.show(answer, {"MESSAGE KEY": lambda _: key, "REQUEST": "ottRequestId"})
        ctx.obj.done(f"Accepted as {key}", next_command=f"mcctl chat status {quote(key)}")
        return
    ctx.obj.output.note(f"Accepted as {key}")
    _wait(ctx, routes, key, wait_timeout, accepted=True)


def _read_all(names: Sequence[str], unread: list[str]) -> list[Any]:
    """Return the documents in files; why one cannot be read is added to `unread`."""
    from mcctl.documents import read_document

    found = []
    for name in names:
        try:
            found.append(read_document(name))
        except InputError as error:
            unread.append(error.message)
    return found


@app.add("status", ReadCommand)
def status(
    ctx: Context,
    message: Annotated[str, typer.Argument(metavar="MESSAGE", help="Message key, or request id.")],
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show what became of a message.

    Examples:
      mcctl chat status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl chat status order-4711 -o json -q "status[].event"
    """
    if wait:
        _wait(ctx, api(ctx), message, wait_timeout, accepted=False)
    else:
        ctx.obj.show(api(ctx).get_send(message=message), STATUS_COLUMNS)


def _platform(text: str) -> str:
    from mcctl.rest.chat import PLATFORMS

    if text.lower() not in PLATFORMS:
        raise InputError(f"{text!r} is not a network of GroupConnect; there are: {', '.join(PLATFORMS)}")
    return text.lower()


def _wait(ctx: Context, routes: ChatApi, message: str, seconds: float, *, accepted: bool) -> None:
    """Wait for the last event of a message, and show it. accepted: by this command.

    Raises StillInProgress, Refused.
    """
    ask = f"mcctl chat status {quote(message)}"
    answer, done = wait_until(
        lambda: routes.get_send(message=message),
        lambda one: _last(one, "event") in ("Sent", "Error"),
        seconds=seconds,
        accepted=ask if accepted else "",
    )
    ctx.obj.show(answer, STATUS_COLUMNS)
    if not done:
        raise StillInProgress(f"The message is {_last(answer, 'event') or 'unknown'} after {seconds:g} s", ask)
    if _last(answer, "event") != "Sent":
        raise Refused("The message could not be delivered")
    ctx.obj.output.note(f"Sent {message}")


def _last(one: dict[str, Any], name: str) -> Any:
    """Return what is told of the last event of a message under a name."""
    from mcctl.rest.chat import last_event

    return get(last_event(one), name)


def _user(one: dict[str, Any]) -> Any:
    return first(one, "requestBody.to.userReference", "requestBody.to.ottId")
