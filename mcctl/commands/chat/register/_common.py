"""How a sender is registered: secrets from files or asked for, and what is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from shlex import quote
from typing import Annotated, Any

import typer

from mcctl.commands.chat._body import registration
from mcctl.copying import argument
from mcctl.documents import STDIN, read_text
from mcctl.errors import InputError
from mcctl.masking import protect
from mcctl.rest.chat import ChatApi
from mcctl.session import Session

SECRETS = {
    "applicationSecret": "App secret",
    "pageAccessToken": "Page access token",
    "callbackVerifyToken": "Callback verify token",
    "channelSecret": "Channel secret",
}
"""Required secret -> what it is called when it is asked for."""
_LEAST_SECRET = 4  # characters; people choose verify tokens, and short ones
EndpointOption = Annotated[
    str | None, typer.Option("--endpoint-url", metavar="URL", help="The network's URL for sends.")
]
ActiveOption = Annotated[
    bool | None, typer.Option("--active/--inactive", help="Whether it may be sent from.", show_default=False)
]


def secret_option(flag: str, told: str) -> Any:
    return typer.Option(flag, metavar="FILE", help=f"Read the {told} there; - for stdin. Asked for if not given.")


def api(session: Session) -> ChatApi:
    """Return the routes of GroupConnect."""
    return ChatApi(session.client)


def read_files(files: Mapping[str, str | None]) -> tuple[dict[str, str | None], dict[str, str]]:
    """Return attribute -> the secret in its file, None where there is no file; and attribute -> why it is not read."""
    if list(files.values()).count(STDIN) > 1:
        raise InputError("Only one secret can come from standard input")
    secrets: dict[str, str | None] = dict.fromkeys(files)
    unread = {}
    for name, file in files.items():
        try:
            secrets[name] = _protected(read_text(file).strip()) if file is not None else None
        except InputError as error:
            unread[name] = error.message
    return secrets, unread


def _protected(secret: str) -> str:
    return protect(secret, least=_LEAST_SECRET)


def register_sender(
    session: Session, platform: str, attributes: Mapping[str, Any], flags: Mapping[str, str], unread: Mapping[str, str]
) -> None:
    body = registration(platform, _completed(session, platform, attributes, flags, unread), flags, unread)
    sender = attributes["pageId" if platform == "messenger" else "channelId"]
    routes = api(session)
    if not session.dry_run and routes.is_registered(platform=platform, sender=sender):
        session.output.note(f"{platform} {sender} is registered already; this overwrites it, secrets included")
        session.confirm(f"Overwrite the registration of {platform} {sender}?")
    routes.register(body=body)
    session.done(f"Registered {platform} {sender}", next_command=f"mcctl chat get {argument(platform)} {quote(sender)}")


def _completed(
    session: Session, platform: str, attributes: Mapping[str, Any], flags: Mapping[str, str], unread: Mapping[str, str]
) -> Mapping[str, Any]:
    """Return the attributes with the secrets that are missing asked for, once all else is in order."""
    missing = [name for name in SECRETS if name in flags and name not in unread and attributes[name] is None]
    if not missing or not session.output.can_ask:
        return attributes
    registration(platform, attributes, {name: flag for name, flag in flags.items() if name not in missing}, unread)
    told = {name: _protected(session.output.ask_secret(SECRETS[name], flag=flags[name])) for name in missing}
    return {**attributes, **told}
