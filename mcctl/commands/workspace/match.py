"""`mcctl workspace match`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import PLANNED_DANGEROUS, verb
from mcctl.commands.workspace._space import SelectorsArgument, TargetOption, held, tell_odd
from mcctl.errors import refuse_all
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.matching import By, Match, matches

_COLUMNS = {"ADDRESS": "address", "THERE": "there", "BY": "by", "THE SAME": "same", "FILE": "path"}


@verb(PLANNED_DANGEROUS)
def match(
    session: Session,
    selectors: SelectorsArgument = None,
    target: TargetOption = None,
    by: Annotated[
        list[By] | None, typer.Option("--by", help="By what objects are told to be the same; else by all of these.")
    ] = None,
) -> None:
    """Link objects in the files to those that a business unit has already. Nothing is written there.

    An object is linked by its key, or the key that it is to have there; assets by name, folder and type, too, and by
    their texts. What is linked is compared from then on, and changed there instead of made.

    Examples:
      mcctl workspace match --target prod --dry-run
      mcctl workspace match --target prod asset:nto-* --by key --yes
    """
    with held(session, selectors, target) as space:
        space.check_selected()
        chosen = [one for one in space.sides.items if space.selection.takes(one.address, one.path)]
        found = list(matches(space.sides, chosen, by or list(By)))
        refuse_all([str(one) for one in space.rendering.problems], "Nothing was linked")
        session.show_list([_told(one) for one in found], _COLUMNS)
        if found and not session.dry_run:
            session.confirm(f"Link {counted(len(found), 'object')} to those of {space.target.name}?")
            for one in found:
                space.lock.put(one.entry("" if space.is_home else space.scope))
            space.lock.save()
    tell_odd(space.odd(), f"{counted(len(found), 'object')} linked")
    session.done(f"{counted(len(found), 'object')} linked" if found else "Nothing to link")


def _told(found: Match) -> dict[str, str]:
    return {
        "address": str(found.item.address),
        "there": str(found.remote.entry.address),
        "id": found.remote.entry.id,
        "by": found.by.value,
        "same": "yes" if found.is_same else "no",
        "path": found.item.path,
    }
