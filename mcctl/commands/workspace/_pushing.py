"""A plan made, shown, asked for and carried out."""

from __future__ import annotations

from mcctl.commands.workspace._applying import carry_out
from mcctl.commands.workspace._linting import refuse_errors
from mcctl.commands.workspace._planning import PlanOptions, planned, show_plan, tell_plan
from mcctl.commands.workspace._space import Workspace
from mcctl.errors import InputError
from mcctl.workspace.plan import Plan


def pushed(space: Workspace, options: PlanOptions, results: str | None = None) -> None:
    """Plan what is selected, and carry it out. Raises what both do."""
    plan = planned(space, options)
    refuse_errors(space, plan)
    carried_out(space, plan, results)


def carried_out(space: Workspace, plan: Plan, results: str | None = None) -> None:
    """Tell a plan, ask for it, and carry it out. In a dry run it is only told."""
    session = space.session
    if session.dry_run:
        show_plan(session, plan)
        session.done("")
        return
    if not plan.operations:
        for one in plan.left:
            session.output.note(f"Left alone: {one['address']}: {one['why']}")
        session.output.note("Nothing to write")
        return
    if plan.writes and not session.output.is_structured and not session.settings.yes and not session.settings.confirm:
        tell_plan(session, plan)
    path = space.project.private / "plans" / f"{plan.digest[:10]}.zip"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"Cannot write {path.parent}: {error.strerror or error}") from error
    plan.save(path)
    carry_out(space, plan, path, asks=True, results=results)
