"""`mcctl workspace push`."""

from __future__ import annotations

from mcctl.commands._verb import PLANNED_SEVERE, verb
from mcctl.commands.workspace._applying import ResultsOption
from mcctl.commands.workspace._planning import PlanOptions
from mcctl.commands.workspace._pushing import pushed
from mcctl.commands.workspace._space import SelectorsArgument, TargetOption, held
from mcctl.session import Session


@verb(PLANNED_SEVERE)
def push(
    session: Session,
    selectors: SelectorsArgument = None,
    target: TargetOption = None,
    results: ResultsOption = None,
    *,
    options: PlanOptions,
) -> None:
    """Write what changed here to a business unit: plan, question and apply in one.

    Examples:
      mcctl workspace push asset:nto-footer
      mcctl workspace push --target prod journeys/ --new-version --dry-run
    """
    with held(session, selectors, target) as space:
        space.check_selected()
        pushed(space, options, "push", results)
