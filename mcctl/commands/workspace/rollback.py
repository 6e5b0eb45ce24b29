"""`mcctl workspace rollback`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcctl.bulk import runs
from mcctl.commands._verb import PLANNED_SEVERE, verb
from mcctl.commands.run._common import RunArgument
from mcctl.commands.workspace._applying import KIND, ResultsOption, images_path, plan_path
from mcctl.commands.workspace._planning import show_plan
from mcctl.commands.workspace._pushing import carried_out
from mcctl.commands.workspace._space import Workspace, held
from mcctl.copying import argument
from mcctl.errors import InputError, refuse_all
from mcctl.files import absolute
from mcctl.session import Session
from mcctl.workspace.images import read_images
from mcctl.workspace.plan import DELETE, Plan, address_of, read_plan
from mcctl.workspace.pruning import Pruning
from mcctl.workspace.rollback import taken_back


@verb(PLANNED_SEVERE)
def rollback(
    session: Session,
    run: RunArgument,
    out: Annotated[str | None, typer.Option("--out", metavar="FILE", help="Keep the plan, for apply.")] = None,
    results: ResultsOption = None,
) -> None:
    """Take back what a run of apply or push did: a plan like any other, made of what was there before.

    What was changed becomes what it was, what was made is deleted, what was deleted is made again, under another id.
    Only where all is still as the run left it is anything written. The files here stay as they are.

    Examples:
      mcctl workspace rollback 3f9a1c07d2
      mcctl workspace rollback 3f9a1c07d2 --out back.zip
    """
    about = runs.get_run(run)
    if about.get("kind") != KIND:
        raise InputError(f"The run {run} is none of a workspace", "mcctl run list")
    done = read_plan(plan_path(run))
    with held(session, target=done.target, here=Path(about["fixed"]["root"])) as space:
        plan = taken_back(done, read_images(images_path(run)), space.lock)
        _check_unused(space, plan)
        if out is None:
            carried_out(space, plan, "rollback", results)
            return
    plan.save(absolute(out))
    show_plan(session, plan)
    session.done(f"The plan is in {out}", next_command=f"mcctl workspace apply {argument(out)}")


def _check_unused(space: Workspace, plan: Plan) -> None:
    """Raise InputError where something uses what is to be deleted, and is not taken back itself."""
    homes = {address_of(one.home).folded for one in plan.operations}
    deleted = {address_of(one.home).folded for one in plan.operations if one.action == DELETE}
    items = [item for item in space.sides.items if item.address.folded in deleted]
    space.sides.look(items)
    refuse_all(Pruning(space.sides, space.usages).problems(items, homes), "Nothing was written")
