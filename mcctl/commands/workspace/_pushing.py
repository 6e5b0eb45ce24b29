"""A plan made, shown, asked for and carried out."""

from __future__ import annotations

from mcctl.commands.workspace._applying import carry_out
from mcctl.commands.workspace._linting import refuse_errors
from mcctl.commands.workspace._planning import PlanOptions, planned, show_plan, tell_plan
from mcctl.commands.workspace._space import Workspace
from mcctl.workspace.plan import Plan


def pushed(space: Workspace, options: PlanOptions, name: str, results: str | None = None) -> None:
    """Plan what is selected, and carry it out. name: of the command. Raises what both do."""
    plan = planned(space, options)
    refuse_errors(space, plan)
    carried_out(space, plan, name, results)


def carried_out(space: Workspace, plan: Plan, name: str, results: str | None = None) -> None:
    """Tell a plan, ask for it, and carry it out. In a dry run it is only told."""
    session = space.session
    if session.dry_run:
        show_plan(session, plan)
        session.done("")
        return
    tell_plan(session, plan)
    if plan.operations:
        carry_out(space, plan, name, asks=True, results=results)
    else:
        session.done("Nothing to write")
