"""`mcctl chat register`: Messenger pages and LINE channels as senders."""

from __future__ import annotations

from collections.abc import Mapping
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import App, Context, DangerousCommand
from mcctl.copying import argument
from mcctl.documents import STDIN
from mcctl.errors import InputError

if TYPE_CHECKING:
    from mcctl.rest.chat import ChatApi

SECRETS = {
    "applicationSecret": "App secret",
    "pageAccessToken": "Page access token",
    "callbackVerifyToken": "Callback verify token",
    "channelSecret": "Channel secret",
}
"""Required secret -> what it is called when it is asked for."""
_LEAST_SECRET = 4  # characters; people choose verify tokens, and short ones

app = App("Register a Messenger page or LINE channel as a sender.")

EndpointOption = Annotated[
    str | None, typer.Option("--endpoint-url", metavar="URL", help="The network's URL for sends.")
]
ActiveOption = Annotated[
    bool | None, typer.Option("--active/--inactive", help="Whether it may be sent from.", show_default=False)
]


def _secret(flag: str, told: str) -> Any:
    return typer.Option(flag, metavar="FILE", help=f"Read the {told} there; - for stdin. Asked for if not given.")


@app.add("messenger", DangerousCommand)
def register_messenger(
    ctx: Context,
    app_id: Annotated[str | None, typer.Option("--app-id", metavar="ID", help="Id of the Facebook app.")] = None,
    app_secret: Annotated[str | None, _secret("--app-secret-file", "app's secret")] = None,
    page_id: Annotated[str | None, typer.Option("--page-id", metavar="ID", help="Id of the page.")] = None,
    page_name: Annotated[str | None, typer.Option("--page-name", metavar="NAME", help="Name of the page.")] = None,
    page_token: Annotated[str | None, _secret("--page-token-file", "page's access token")] = None,
    endpoint_url: EndpointOption = None,
    verify_token: Annotated[str | None, _secret("--verify-token-file", "callback's verify token")] = None,
    active: ActiveOption = None,
) -> None:
    """Register a Facebook page, or overwrite its registration.

    All of it is wanted every time. Secrets are asked for without being shown, or read from files: never an argument. A
    registration cannot be removed; --inactive keeps everybody from sending with it.

    Examples:
      mcctl chat register messenger --app-id 109 --page-id 173 --page-name NTO --endpoint-url https://x.example --active
    """
    files = {"applicationSecret": app_secret, "pageAccessToken": page_token, "callbackVerifyToken": verify_token}
    secrets, unread = _read_files(files)
    attributes = {
        "applicationId": app_id,
        "applicationSecret": secrets["applicationSecret"],
        "pageId": page_id,
        "pageName": page_name,
        "pageAccessToken": secrets["pageAccessToken"],
        "endpointUrl": endpoint_url,
        "callbackVerifyToken": secrets["callbackVerifyToken"],
        "isActive": active,
    }
    flags = {
        "applicationId": "--app-id",
        "applicationSecret": "--app-secret-file",
        "pageId": "--page-id",
        "pageName": "--page-name",
        "pageAccessToken": "--page-token-file",
        "endpointUrl": "--endpoint-url",
        "callbackVerifyToken": "--verify-token-file",
        "isActive": "--active or --inactive",
    }
    _register(ctx, "messenger", attributes, flags, unread)


@app.add("line", DangerousCommand)
def register_line(
    ctx: Context,
    channel_id: Annotated[str | None, typer.Option("--channel-id", metavar="ID", help="Id of the channel.")] = None,
    channel_name: Annotated[
        str | None, typer.Option("--channel-name", metavar="NAME", help="Name of the channel.")
    ] = None,
    channel_secret: Annotated[str | None, _secret("--channel-secret-file", "channel's secret")] = None,
    connect_secret: Annotated[
        str | None,
        typer.Option(
            "--connect-secret-file", metavar="FILE", help="Read the secret of LINE's Switcher API there, if it is used."
        ),
    ] = None,
    endpoint_url: EndpointOption = None,
    transactional: Annotated[
        bool | None,
        typer.Option("--transactional/--reseller", help="Which kind of channel it is.", show_default=False),
    ] = None,
    test_channel: Annotated[
        bool | None, typer.Option("--test/--live", help="Whether it is a test channel.", show_default=False)
    ] = None,
    active: ActiveOption = None,
) -> None:
    """Register a LINE channel, or overwrite its registration.

    All of it is wanted every time, but for --connect-secret-file. A registration cannot be removed; --inactive keeps
    everybody from sending with it.

    Examples:
      mcctl chat register line --channel-id 165 --channel-name N --endpoint-url https://x.io --reseller --live --active
    """
    secrets, unread = _read_files({"channelSecret": channel_secret, "customerConnectSecret": connect_secret})
    attributes = {
        "channelId": channel_id,
        "channelName": channel_name,
        **secrets,
        "endpointUrl": endpoint_url,
        "isTransactional": transactional,
        "isTestChannel": test_channel,
        "isActive": active,
    }
    flags = {
        "channelId": "--channel-id",
        "channelName": "--channel-name",
        "channelSecret": "--channel-secret-file",
        "endpointUrl": "--endpoint-url",
        "isTransactional": "--transactional or --reseller",
        "isTestChannel": "--test or --live",
        "isActive": "--active or --inactive",
    }
    _register(ctx, "line", attributes, flags, unread)


def api(ctx: Context) -> ChatApi:
    """Return the routes of GroupConnect."""
    from mcctl.rest.chat import ChatApi

    return ChatApi(ctx.obj.client)


def _read_files(files: Mapping[str, str | None]) -> tuple[dict[str, str | None], dict[str, str]]:
    """Return attribute -> the secret in its file, None where there is no file; and attribute -> why it is not read."""
    from mcctl.documents import read_text

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
    from mcctl.masking import protect

    return protect(secret, least=_LEAST_SECRET)


def _register(
    ctx: Context, platform: str, attributes: Mapping[str, Any], flags: Mapping[str, str], unread: Mapping[str, str]
) -> None:
    from mcctl.rest.chat_body import registration

    body = registration(platform, _completed(ctx, platform, attributes, flags, unread), flags, unread)
    sender = attributes["pageId" if platform == "messenger" else "channelId"]
    routes = api(ctx)
    if not ctx.obj.dry_run and routes.is_registered(platform=platform, sender=sender):
        ctx.obj.output.note(f"{platform} {sender} is registered already; this overwrites it, secrets included")
        ctx.obj.confirm(f"Overwrite the registration of {platform} {sender}?")
    answer = routes.register(body=body)
    if ctx.obj.dry_run:
        ctx.obj.show(answer)
    ctx.obj.done(f"Registered {platform} {sender}", next_command=f"mcctl chat get {argument(platform)} {quote(sender)}")


def _completed(
    ctx: Context, platform: str, attributes: Mapping[str, Any], flags: Mapping[str, str], unread: Mapping[str, str]
) -> Mapping[str, Any]:
    """Return the attributes with the secrets that are missing asked for, once all else is in order."""
    from mcctl.rest.chat_body import registration

    missing = [name for name in SECRETS if name in flags and name not in unread and attributes[name] is None]
    if not missing or not ctx.obj.output.can_ask:
        return attributes
    registration(platform, attributes, {name: flag for name, flag in flags.items() if name not in missing}, unread)
    told = {name: _protected(ctx.obj.output.ask_secret(SECRETS[name], flag=flags[name])) for name in missing}
    return {**attributes, **told}
