"""`mcctl chat register messenger`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.chat.register._common import (
    ActiveOption,
    EndpointOption,
    read_files,
    register_sender,
    secret_option,
)
from mcctl.session import Session


@verb(DANGEROUS)
def register_messenger(
    session: Session,
    app_id: Annotated[str | None, typer.Option("--app-id", metavar="ID", help="Id of the Facebook app.")] = None,
    app_secret: Annotated[str | None, secret_option("--app-secret-file", "app's secret")] = None,
    page_id: Annotated[str | None, typer.Option("--page-id", metavar="ID", help="Id of the page.")] = None,
    page_name: Annotated[str | None, typer.Option("--page-name", metavar="NAME", help="Name of the page.")] = None,
    page_token: Annotated[str | None, secret_option("--page-token-file", "page's access token")] = None,
    endpoint_url: EndpointOption = None,
    verify_token: Annotated[str | None, secret_option("--verify-token-file", "callback's verify token")] = None,
    active: ActiveOption = None,
) -> None:
    """Register a Facebook page, or overwrite its registration.

    All of it is wanted every time. Secrets are asked for without being shown, or read from files: never an argument. A
    registration cannot be removed; --inactive keeps everybody from sending with it.

    Examples:
      mcctl chat register messenger --app-id 109 --page-id 173 --page-name NTO --endpoint-url https://x.example --active
    """
    files = {"applicationSecret": app_secret, "pageAccessToken": page_token, "callbackVerifyToken": verify_token}
    secrets, unread = read_files(files)
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
    register_sender(session, "messenger", attributes, flags, unread)
