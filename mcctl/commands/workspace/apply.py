"""`mcctl workspace apply`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcctl.bulk import runs
from mcctl.commands._verb import PLANNED_SEVERE, verb
from mcctl.commands.workspace._applying import ResultsOption, carry_out
from mcctl.commands.workspace._space import held
from mcctl.errors import InputError
from mcctl.files import absolute
from mcctl.session import Session
from mcctl.workspace.plan import read_plan


@verb(PLANNED_SEVERE)
def apply_plan(
    session: Session,
    file: Annotated[str, typer.Argument(metavar="FILE", help="What `workspace plan --out FILE` made.")],
    results: ResultsOption = None,
    run: Annotated[str | None, typer.Option("--run", metavar="RUN", hidden=True, help="Only as this run.")] = None,
) -> None:
    """Carry out a plan. The same command again goes on where it stopped, and does nothing twice.

    Everything that the plan saw is looked up first: where something is another now, nothing is written. What depends on
    something that did not come off is left out and named; all else goes on. A production target asks, by its number
    where something is deleted or published, or where there are more than 50 writes.

    Examples:
      mcctl workspace apply plan.zip
      mcctl workspace apply plan.zip --confirm 510001234 --results applied.jsonl
    """
    path = absolute(file)
    plan = read_plan(path)
    root = Path(runs.about(run)["fixed"]["root"]) if run else None
    with held(session, target=plan.target, here=root) as space:
        header = space.unit.lock.header
        if (header.host, header.mid) != (plan.host, plan.mid):
            raise InputError(
                f"The plan is for business unit {plan.mid} of {plan.host};"
                f" {plan.target} is {header.mid} of {header.host}"
            )
        carry_out(space, plan, path.name, asks=False, results=results)
