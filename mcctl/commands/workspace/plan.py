"""`mcctl workspace plan`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._linting import refuse_errors
from mcctl.commands.workspace._planning import PlanOptions, planned, show_plan
from mcctl.commands.workspace._space import SelectorsArgument, TargetOption, Workspace
from mcctl.copying import argument
from mcctl.errors import Different
from mcctl.files import absolute
from mcctl.session import Session
from mcctl.words import counted


@verb(READ)
def plan(
    session: Session,
    selectors: SelectorsArgument = None,
    target: TargetOption = None,
    out: Annotated[str | None, typer.Option("--out", metavar="FILE", help="Keep the plan, for apply.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Exit with 10 if anything would be written.")] = False,
    *,
    options: PlanOptions,
) -> None:
    """Say what would be written to a business unit, in order, and whom it reaches. Nothing is written.

    What changed here since it was last seen is written; what changed there is left alone, and told. Whatever keeps it
    from being written is told now: variables without a value, names that are taken, references to what is not there.
    A plan that was kept names all that it saw: once something is another there, apply refuses it.

    Examples:
      mcctl workspace plan
      mcctl workspace plan --target prod --out plan.zip
      mcctl workspace plan asset:nto-footer --check -o json
    """
    space = Workspace(session, selectors, target)
    space.check_selected()
    made = planned(space, options)
    refuse_errors(space, made)
    if out is not None:
        made.save(absolute(out))
    show_plan(session, made)
    if check and made.writes:
        raise Different(f"{counted(len(made.writes), 'write')} would be made", "mcctl workspace diff")
    if out is not None and made.operations:
        session.done(f"The plan is in {out}", next_command=f"mcctl workspace apply {argument(out)}")
