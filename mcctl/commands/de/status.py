"""`mcctl de status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._following import Following
from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.de._common import api
from mcctl.copying import argument
from mcctl.errors import PartlyDone
from mcctl.formats import When
from mcctl.rest.de import DeApi, Progress
from mcctl.session import Session
from mcctl.words import counted

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
    waiting: Wait,
) -> None:
    """Show how far rows are that were queued, and why some were rejected.

    Examples:
      mcctl de status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl de status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --wait -o json
    """
    queued = _following(session, api(session), request)
    if waiting.wait:
        queued.wait(waiting.wait_timeout)
        return
    progress = queued.ask()
    queued.show(progress)
    queued.judge(progress)


def _following(session: Session, routes: DeApi, request: str) -> Following[Progress]:
    def judge(progress: Progress) -> None:
        if not progress.has_errors:
            return
        failed = [result.error for result in routes.request_results(request_id=request) if result.error]
        raise PartlyDone(
            f"{counted(len(failed), 'row')} of the request {'was' if len(failed) == 1 else 'were'} rejected",
            details=failed[:_TOLD_ERRORS],
        )

    def show(progress: Progress) -> None:
        session.show(progress.body, STATUS_COLUMNS)

    return Following(
        clock=session.clock,
        ask=lambda: routes.request_status(request_id=request),
        is_over=lambda progress: progress.is_done,
        show=show,
        judge=judge,
        still=lambda progress, _seconds: f"Still {progress.state or 'not picked up'}",
        again=f"mcctl de status {argument(request)} --wait",
    )
