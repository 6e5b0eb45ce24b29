"""`mcctl de status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.commands.de._common import api
from mcctl.copying import argument
from mcctl.errors import PartlyDone, StillInProgress
from mcctl.formats import When, counted
from mcctl.session import Session

STATUS_COLUMNS = {
    "STATUS": "requestStatus",
    "ERRORS": "hasErrors",
    "RESULT": "resultStatus",
    "CALLED": When("callDateTime"),
    "COMPLETED": When("completionDateTime"),
}
_TOLD_ERRORS = 5


@verb(READ)
def show_status(
    session: Session,
    request: Annotated[str, typer.Argument(metavar="REQUEST", help="Id of the request, from results or the API.")],
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show how far rows are that were queued, and why some were rejected.

    Examples:
      mcctl de status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl de status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --wait -o json
    """
    routes = api(session)
    progress, done = wait_until(
        lambda: routes.request_status(request_id=request),
        lambda progress: not wait or progress.is_done,
        seconds=wait_timeout,
    )
    session.show(progress.body, STATUS_COLUMNS)
    if not done:
        raise StillInProgress(
            f"Still {progress.state or 'not picked up'}", f"mcctl de status {argument(request)} --wait"
        )
    if progress.has_errors:
        failed = [result.error for result in routes.request_results(request_id=request) if result.error]
        raise PartlyDone(
            f"{counted(len(failed), 'row')} of the request {'was' if len(failed) == 1 else 'were'} rejected",
            details=failed[:_TOLD_ERRORS],
        )
