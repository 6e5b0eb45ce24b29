"""`mcctl workspace promote`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import PLANNED_SEVERE, verb
from mcctl.commands.workspace._applying import ResultsOption
from mcctl.commands.workspace._planning import PlanOptions
from mcctl.commands.workspace._pulling import Pull, pulled
from mcctl.commands.workspace._pushing import pushed
from mcctl.commands.workspace._space import SelectorsArgument, Workspace, held
from mcctl.errors import InputError
from mcctl.session import Session
from mcctl.workspace.pull import Side


@verb(PLANNED_SEVERE)
def promote(
    session: Session,
    selectors: SelectorsArgument = None,
    source: Annotated[
        str | None, typer.Option("--from", metavar="NAME", help="The business unit to take from; else the home one.")
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="NAME", help="The business unit to write to.")] = None,
    results: ResultsOption = None,
    *,
    options: PlanOptions,
) -> None:
    """Bring objects from one business unit to another: pulled from the one, pushed to the other.

    Ids, keys and addresses of images are those of the other business unit there; the files here stay what the home one
    has. With --deep, what the objects refer to comes along. What cannot be translated is told before anything is
    written.

    Examples:
      mcctl workspace promote asset:nto-welcome-series --from dev --to prod --deep
      mcctl workspace promote journey:nto-thank-you --to prod --deep --dry-run
    """
    if to is None:
        raise InputError("Where to?", "Say it: --to NAME, one of the targets in mcctl.yaml")
    if not selectors:
        raise InputError("What is to be promoted?", "Name addresses or paths: asset:nto-*, journeys/")
    project = Workspace(session, None).project
    first, other = project.target(source), project.target(to)
    if first == other:
        raise InputError(f"{to} is where it comes from")
    beside = type(session)(session.settings, session.context)  # pulling may take another login
    pulled(session, selectors, Pull(Side.NONE, deep=options.deep, dry=session.dry_run, quiet=True), first.name)
    with held(beside, selectors, other.name) as space:
        space.check_selected()
        pushed(space, options, "promote", results)
