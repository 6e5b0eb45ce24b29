"""`mcctl completion values`."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from mcctl.bulk import runs
from mcctl.commands._verb import READ, verb
from mcctl.config import EMULATOR
from mcctl.reading import text
from mcctl.rest.activity import EXTRACT, IMPORT, QUERY, SCRIPT, TRANSFER, Activity, ActivityApi
from mcctl.rest.asset import AssetApi
from mcctl.rest.asset_query import condition
from mcctl.rest.asset_types import asset_types
from mcctl.rest.automation import AutomationApi
from mcctl.rest.event import EventApi
from mcctl.rest.folder import FolderApi, FolderTree
from mcctl.rest.journey import JourneyApi
from mcctl.rest.push import PushApi
from mcctl.rest.tx import CHANNELS, TxApi
from mcctl.session import Session


class Values(StrEnum):
    """What a completion script may ask for while it runs."""

    PROFILES = "profiles"
    ASSETS = "assets"
    FOLDERS = "folders"
    TYPES = "types"
    DEFINITIONS = "definitions"
    EVENTS = "events"
    JOURNEYS = "journeys"
    AUTOMATIONS = "automations"
    PUSH_MESSAGES = "push-messages"
    QUERIES = "queries"
    SCRIPTS = "scripts"
    IMPORTS = "imports"
    FILE_TRANSFERS = "file-transfers"
    DATA_EXTRACTS = "data-extracts"
    RUNS = "runs"


@verb(READ)
def values(session: Session, kind: Annotated[Values, typer.Argument(help="What to list.")]) -> None:
    """Print live values, one a line, for the completion scripts.

    Examples:
      mcctl completion values profiles
    """
    session.output.lines(_VALUES[kind](session))


def _profiles(session: Session) -> list[str]:
    return [*session.config.profiles, EMULATOR]


def _assets(session: Session) -> list[str]:
    found = AssetApi(session.client).query(query=condition("id", "greaterThan", 0), page_size=500)
    return list(filter(None, (text(asset, "customerKey") for asset in found)))


def _folders(session: Session) -> list[str]:
    folders = FolderTree(FolderApi(session.client).list())
    return [folders.path(folder) for folder in folders]


def _types(_session: Session) -> list[str]:
    return [kind.name for kind in asset_types()]


def _definitions(session: Session) -> list[str]:
    apis = (TxApi(session.client, channel) for channel in CHANNELS)
    return list(filter(None, (text(one, "definitionKey") for api in apis for one in api.list_definitions())))


def _events(session: Session) -> list[str]:
    return list(filter(None, (text(one, "eventDefinitionKey") for one in EventApi(session.client).list_definitions())))


def _journeys(session: Session) -> list[str]:
    return list(filter(None, (text(one, "key") for one in JourneyApi(session.client).list_journeys())))


def _automations(session: Session) -> list[str]:
    return list(filter(None, (text(one, "key") for one in AutomationApi(session.client).list_all())))


def _push_messages(session: Session) -> list[str]:
    return list(filter(None, (text(one, "id") for one in PushApi(session.client).messages())))


def _activities(kind: Activity) -> Callable[[Session], list[str]]:
    def listed(session: Session) -> list[str]:
        return list(filter(None, map(kind.key_of, ActivityApi(session.client).list_all(kind))))

    return listed


def _runs(_session: Session) -> list[str]:
    return [run["id"] for run in runs.list_runs()]


_VALUES = {
    Values.PROFILES: _profiles,
    Values.ASSETS: _assets,
    Values.FOLDERS: _folders,
    Values.TYPES: _types,
    Values.DEFINITIONS: _definitions,
    Values.EVENTS: _events,
    Values.JOURNEYS: _journeys,
    Values.AUTOMATIONS: _automations,
    Values.PUSH_MESSAGES: _push_messages,
    Values.QUERIES: _activities(QUERY),
    Values.SCRIPTS: _activities(SCRIPT),
    Values.IMPORTS: _activities(IMPORT),
    Values.FILE_TRANSFERS: _activities(TRANSFER),
    Values.DATA_EXTRACTS: _activities(EXTRACT),
    Values.RUNS: _runs,
}
