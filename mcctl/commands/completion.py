"""`mcctl completion`: static completion scripts, generated from the command tree.

A script answers by itself in under a millisecond and calls mcctl only for live values: profiles, asset keys, folders.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from mcctl.commands import App, Context, ReadCommand
from mcctl.reading import text

app = App("Completion for bash, zsh, fish and PowerShell.")


class Values(StrEnum):
    """What a completion script may ask for while it runs."""

    PROFILES = "profiles"
    ASSETS = "assets"
    FOLDERS = "folders"
    TYPES = "types"
    DEFINITIONS = "definitions"
    EVENTS = "events"
    JOURNEYS = "journeys"
    RUNS = "runs"


@app.add("bash", ReadCommand)
def bash(ctx: Context) -> None:
    """Print the script for bash.

    Examples:
      mcctl completion bash > ~/.local/share/bash-completion/completions/mcctl
    """
    _print(ctx, "bash")


@app.add("zsh", ReadCommand)
def zsh(ctx: Context) -> None:
    """Print the script for zsh.

    Examples:
      mcctl completion zsh > "${fpath[1]}/_mcctl"
    """
    _print(ctx, "zsh")


@app.add("fish", ReadCommand)
def fish(ctx: Context) -> None:
    """Print the script for fish.

    Examples:
      mcctl completion fish > ~/.config/fish/completions/mcctl.fish
    """
    _print(ctx, "fish")


@app.add("powershell", ReadCommand)
def powershell(ctx: Context) -> None:
    """Print the script for PowerShell.

    Examples:
      mcctl completion powershell >> $PROFILE
    """
    _print(ctx, "powershell")


@app.add("values", ReadCommand, hidden=True)
def values(ctx: Context, kind: Annotated[Values, typer.Argument(help="What to list.")]) -> None:
    """Print live values, one a line, for the completion scripts.

    Examples:
      mcctl completion values profiles
    """
    ctx.obj.output.lines(_VALUES[kind](ctx))


def _print(ctx: Context, shell: str) -> None:
    from mcctl.completion import script

    root: Any = ctx.find_root().command
    ctx.obj.output.write(script(root.whole(), shell))


def _profiles(ctx: Context) -> list[str]:
    from mcctl.config import EMULATOR

    return [*ctx.obj.config.profiles, EMULATOR]


def _assets(ctx: Context) -> list[str]:
    from mcctl.rest.asset import AssetApi
    from mcctl.rest.query import condition

    found = AssetApi(ctx.obj.client).query(query=condition("id", "greaterThan", 0), page_size=500)
    return list(filter(None, (text(asset, "customerKey") for asset in found)))


def _folders(ctx: Context) -> list[str]:
    from mcctl.rest.folder import FolderApi, FolderTree

    folders = FolderTree(FolderApi(ctx.obj.client).list())
    return [folders.path(folder) for folder in folders]


def _types(_ctx: Context) -> list[str]:
    from mcctl.rest.asset_types import asset_types

    return [kind.name for kind in asset_types()]


def _definitions(ctx: Context) -> list[str]:
    from mcctl.rest.tx import CHANNELS, TxApi

    apis = (TxApi(ctx.obj.client, channel) for channel in CHANNELS)
    return list(filter(None, (text(one, "definitionKey") for api in apis for one in api.list_definitions())))


def _events(ctx: Context) -> list[str]:
    from mcctl.rest.event import EventApi

    return list(filter(None, (text(one, "eventDefinitionKey") for one in EventApi(ctx.obj.client).list_definitions())))


def _journeys(ctx: Context) -> list[str]:
    from mcctl.rest.journey import JourneyApi

    return list(filter(None, (text(one, "key") for one in JourneyApi(ctx.obj.client).list_journeys())))


def _runs(_ctx: Context) -> list[str]:
    from mcctl.bulk import runs

    return [run["id"] for run in runs.list_runs()]


_VALUES = {
    Values.PROFILES: _profiles,
    Values.ASSETS: _assets,
    Values.FOLDERS: _folders,
    Values.TYPES: _types,
    Values.DEFINITIONS: _definitions,
    Values.EVENTS: _events,
    Values.JOURNEYS: _journeys,
    Values.RUNS: _runs,
}
