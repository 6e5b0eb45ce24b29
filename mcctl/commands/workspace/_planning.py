"""What the commands that plan share: their options, the plan itself, and how it is told."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer

from mcctl.cells import Columns
from mcctl.commands.workspace._space import Workspace
from mcctl.formats import Format
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.draft import Wishes
from mcctl.workspace.plan import CHANGE, CREATE, DELETE, NEW_VERSION, PUBLISH, SIGNS, Plan
from mcctl.workspace.planning import Planning

_TOLD = 20  # of what is left alone, or reached
_COLUMNS: Columns = {
    "#": "number",
    "ACTION": lambda one: f"{SIGNS[one['action']]} {one['action']}",
    "ADDRESS": "address",
    "FILE": "path",
    "CHANGE": "change",
}


class PlanOptions(NamedTuple):
    """What a plan may do besides writing what changed here."""

    deep: Annotated[bool, typer.Option("--deep", help="Also what the selected objects refer to, and so on.")] = False
    prune: Annotated[bool, typer.Option("--prune", help="Delete there what was deleted here.")] = False
    new_version: Annotated[
        bool, typer.Option("--new-version", help="Make new versions of journeys that are running.")
    ] = False
    publish: Annotated[bool, typer.Option("--publish", help="Publish the journeys that are written.")] = False
    overwrite_drift: Annotated[
        bool, typer.Option("--overwrite-drift", help="Write over what was changed there meanwhile, too.")
    ] = False
    recreate: Annotated[
        bool, typer.Option("--recreate", help="Make again what was changed here, and deleted there.")
    ] = False

    @property
    def wishes(self) -> Wishes:
        """The options as a plan takes them."""
        return Wishes(*self)


def planned(space: Workspace, options: PlanOptions) -> Plan:
    """Return the plan for what is selected. Raises InputError with everything that keeps it from being made."""
    return Planning(space.sides, space.usages, space.selection, options.wishes).plan()


def show_plan(session: Session, plan: Plan) -> None:
    """Print a plan: for a program, for a comment in Markdown, or for a person."""
    out = session.output
    if out.is_structured:
        session.show_any(plan.as_json())
        return
    told = plan.as_json()["operations"]
    if out.format is Format.MARKDOWN:
        out.lines([f"### {_summary(plan)}", ""])
    if told or out.format is not Format.TABLE:
        session.show_list(told, _COLUMNS)
    say = (lambda text: out.lines([f"- {text}"])) if out.format is Format.MARKDOWN else out.note
    if out.format is Format.MARKDOWN:
        out.lines([""])
    else:
        say(_summary(plan))
    for text in _notes(plan):
        say(text)


def tell_plan(session: Session, plan: Plan) -> None:
    """Say what a plan would write, before it is asked for."""
    for one in plan.writes[:_TOLD]:
        session.output.note(f"{SIGNS[one.action]} {one.action} {one.address}  {one.told}".rstrip())
    for text in (*([f"{len(plan.writes) - _TOLD:,} more"] if len(plan.writes) > _TOLD else []), *_notes(plan)):
        session.output.note(text)


def _notes(plan: Plan) -> list[str]:
    reached = [f"{one['address']} (by {one['by']})" for one in plan.reaches]
    found = [f"Reaches {', '.join(_cut(reached))}: they keep what they have until they are published or sent anew"]
    left = [f"Left alone: {one['address']}: {one['why']}{_by(one)}" for one in plan.left]
    return [*(found if reached else []), *_cut(left)]


def _by(one: dict[str, str]) -> str:
    told = ", ".join(one[name] for name in ("changedBy", "at") if name in one)
    return f" ({told})" if told else ""


def _cut(told: list[str]) -> list[str]:
    return told if len(told) <= _TOLD else [*told[:_TOLD], f"{len(told) - _TOLD:,} more"]


def _summary(plan: Plan) -> str:
    deleted = plan.count(DELETE)
    counts = f"{plan.count(CREATE):,} to create, {plan.count(CHANGE, NEW_VERSION):,} to change, {deleted:,} to delete"
    more = f", {plan.count(PUBLISH):,} to publish" if plan.count(PUBLISH) else ""
    same = f"; {plan.unchanged:,} the same" if plan.unchanged else ""
    return f"Plan for {plan.target} ({plan.mid}): {counts}{more}{same}. {counted(len(plan.writes), 'write')}"
