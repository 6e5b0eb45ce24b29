"""`mcctl sms refresh-list`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.sms._common import ListArgument, contact_api, refresh_task
from mcctl.commands.sms._task import begin
from mcctl.reading import get
from mcctl.session import Session


@verb(WRITE)
def refresh_list(session: Session, list_id: ListArgument, waiting: Wait) -> None:
    """Work out anew who is on a list.

    Examples:
      mcctl sms refresh-list MTIzOjYzOjA --wait
    """
    answer = contact_api(session).refresh_list(list_id=list_id)
    begin(session, answer, refresh_task(session, str(get(answer, "tokenId")), list_id), waiting)
