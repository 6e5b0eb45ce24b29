"""`mcctl run discard`."""

from __future__ import annotations

from mcctl.bulk import runs
from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.run._common import RunArgument
from mcctl.session import Session


@verb(DANGEROUS)
def discard_run(session: Session, run: RunArgument) -> None:
    """Forget a run, and what came from a stream with it.

    Marketing Cloud goes on recognising its keys for a while; --new-run then sends the file to everybody once more.

    Examples:
      mcctl run discard 3f9a1c07d2 --yes
    """
    found = runs.get_run(run)
    session.confirm(
        f"Forget run {run}, in which {found.get('accepted', 0):,} rows of {found.get('file')} were accepted?"
    )
    if not session.dry_run:
        runs.discard(run)
    session.done(f"Forgot run {run}")
