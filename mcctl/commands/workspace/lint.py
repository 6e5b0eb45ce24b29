"""`mcctl workspace lint`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._linting import findings, scene_of
from mcctl.commands.workspace._space import SelectorsArgument, Workspace
from mcctl.errors import InputError
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.address import Address
from mcctl.workspace.lint import RULES
from mcctl.workspace.lint.finding import ERROR, Finding

_COLUMNS: Columns = {"LEVEL": "level", "PLACE": "place", "PROBLEM": "message", "RULE": "rule"}


@verb(READ)
def lint(
    session: Session,
    selectors: SelectorsArgument = None,
    rules: Annotated[
        list[str] | None, typer.Option("--rule", metavar="RULE", help="Only what is against this rule; several times.")
    ] = None,
) -> None:
    """Say what is wrong with the objects in the files. Nobody is asked.

    The rules of `asset check`, and those for references, files, keys, data extensions and journeys. Errors end in exit
    code 2; warnings do not. mcctl.yaml can change the level of a rule (lint: {alt: off}); a line below
    `<!-- mcctl: allow RULE -->` is left alone by that rule.

    Examples:
      mcctl workspace lint
      mcctl workspace lint content/Emails -o json
      mcctl workspace lint --rule missing-reference
    """
    space = Workspace(session, selectors)
    space.check_selected()
    if unknown := next((rule for rule in rules or () if rule not in RULES), None):
        raise InputError(f"There is no rule {unknown!r}", f"The rules are {', '.join(RULES)}")
    scene = scene_of(space)
    found = findings(space, scene)
    owners = space.usages.owners
    chosen = [one for one in found if (not rules or one.rule in rules) and _is_meant(space, one, owners.get(one.path))]
    ordered = sorted(set(chosen), key=lambda one: (one.level != ERROR, one.path, one.line, one.column, one.rule))
    session.show_list([_told(one) for one in ordered], _COLUMNS)
    errors = [*space.local.odd, *(one.message for one in ordered if one.level == ERROR)]
    things = [one for one in scene.things if space.selection.takes(one.address, one.path)]
    told = f"{counted(len(errors), 'error')}, {counted(len(ordered) + len(space.local.odd) - len(errors), 'warning')}"
    if errors:
        raise InputError(f"{told} in {counted(len(things), 'object')}", details=space.local.odd)
    session.output.note(f"{told} in {counted(len(things), 'object')}")


def _is_meant(space: Workspace, finding: Finding, owner: Address | None) -> bool:
    return space.selection.takes(owner or Address("", ""), finding.path)


def _told(finding: Finding) -> dict[str, Any]:
    place = f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path
    return {
        "level": finding.level,
        "rule": finding.rule,
        "place": place,
        "path": finding.path,
        "line": finding.line or None,
        "column": finding.column or None,
        "message": finding.message,
    }
