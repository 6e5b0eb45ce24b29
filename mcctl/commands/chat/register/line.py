"""`mcctl chat register line`."""

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
def register_line(
    session: Session,
    channel_id: Annotated[str | None, typer.Option("--channel-id", metavar="ID", help="Id of the channel.")] = None,
    channel_name: Annotated[
        str | None, typer.Option("--channel-name", metavar="NAME", help="Name of the channel.")
    ] = None,
    channel_secret: Annotated[str | None, secret_option("--channel-secret-file", "channel's secret")] = None,
    connect_secret: Annotated[
        str | None,
        typer.Option(
            "--connect-secret-file", metavar="FILE", help="Read the secret of LINE's Switcher API there, if it is used."
        ),
    ] = None,
    endpoint_url: EndpointOption = None,
    transactional: Annotated[
        bool | None, typer.Option("--transactional/--reseller", help="Which kind of channel it is.", show_default=False)
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
    secrets, unread = read_files({"channelSecret": channel_secret, "customerConnectSecret": connect_secret})
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
    register_sender(session, "line", attributes, flags, unread)
