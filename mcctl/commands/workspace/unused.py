"""`mcctl workspace unused`."""

from __future__ import annotations

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._space import SelectorsArgument, Workspace, tell_odd
from mcctl.formats import When
from mcctl.session import Session
from mcctl.words import counted

_KINDS = ("asset", "de", "event", "query", "script")
_COLUMNS: Columns = {"ADDRESS": "address", "NAME": "name", "FILE": "path", "CHANGED": When("modified")}


@verb(READ)
def unused(session: Session, selectors: SelectorsArgument = None) -> None:
    """Show the assets, data extensions, events, queries and scripts that nothing in the files uses.

    What is used elsewhere is not known here: an e-mail in Email Studio, a data extension in an import, a page on the
    web. Look before you delete.

    Examples:
      mcctl workspace unused
      mcctl workspace unused asset:* -o csv
    """
    space = Workspace(session, selectors)
    used = {found.used.folded for found in space.usages.all if found.used and found.user != found.used}
    left = [
        {"address": str(entry.address), "name": entry.name, "path": entry.path, "modified": entry.modified}
        for entry in space.lock
        if entry.kind in _KINDS
        and entry.files
        and entry.address.folded not in used
        and space.selection.takes(entry.address, entry.path)
    ]
    session.show_list(sorted(left, key=lambda one: one["path"]), _COLUMNS)
    told = f"Nothing in the files uses {counted(len(left), 'object')}"
    tell_odd(space.local.odd, told)
    session.output.note(told)
