"""`mcctl campaign attach`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.choices import choice
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.asset._lookup import api as asset_api
from mcctl.commands.asset._lookup import asset_id_of
from mcctl.commands.campaign._common import ATTACHED_COLUMNS, CampaignArgument, api
from mcctl.reading import text
from mcctl.session import Session
from mcctl.words import counted

_ASSET = "CMS_asset"
_KINDS = (
    "EMAIL", "automation_definition", "calendar_event", "triggered", "list", "group", "data_extension",
    "sendable_custom_object", "landing_page", "sms_message", "push_message", _ASSET,
)  # fmt: skip


@verb(WRITE)
def attach(
    session: Session,
    campaign: CampaignArgument,
    objects: Annotated[
        list[str], typer.Argument(metavar="OBJECT...", help="External keys of assets; with --type, ids of objects.")
    ],
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="list, data_extension, triggered, EMAIL and others.")
    ] = None,
) -> None:
    """Attach objects of one kind to a campaign.

    Without --type they are assets of Content Builder. E-mails of the classic editor go by their legacy ids, with --type
    EMAIL.

    Examples:
      mcctl campaign attach nto-spring nto-welcome-series nto-logo
      mcctl campaign attach nto-spring 4711 --type list
    """
    routes = api(session)
    found = routes.find(ref=campaign)
    if kind is None:
        objects = [str(asset_id_of(asset_api(session), one, False)) for one in objects]
    chosen = choice(kind or _ASSET, _KINDS, f"--type {kind!r}")
    answer = routes.attach(campaign_id=text(found, "id"), kind=chosen, ids=objects)
    session.show_list(answer, ATTACHED_COLUMNS)
    session.done(f"Attached {counted(len(objects), 'object')} to {text(found, 'name')}")
