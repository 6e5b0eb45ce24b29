"""`mcctl contact delete-status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.contact._common import STATUS_COLUMNS, api, deletion, following
from mcctl.formats import When
from mcctl.session import Session

OPERATION_COLUMNS: Columns = {
    "OPERATION": "operationID",
    "STATUS": "status",
    "CONTACTS": "expectedListCount",
    "LIST": "listKey",
    "CREATED": When("createdDate"),
    "ENDED": When("endTime"),
}


@verb(READ)
def show_delete_status(
    session: Session,
    operation: Annotated[int | None, typer.Argument(metavar="OPERATION", help="Id of the operation.")] = None,
    *,
    waiting: Wait,
) -> None:
    """Show how far a deletion is, or without an id all deletions.

    Examples:
      mcctl contact delete-status
      mcctl contact delete-status 1 --wait --wait-timeout 3600
    """
    routes = api(session)
    if operation is None:
        session.show_list(routes.delete_operations(), OPERATION_COLUMNS)
    elif waiting.wait:
        following(session, deletion(routes), operation).wait(waiting.wait_timeout)
    else:
        session.show(routes.delete_status(operation_id=operation), STATUS_COLUMNS)
