"""`mcctl sms refresh-list`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands._waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption
from mcctl.commands.sms._common import ListArgument, contact_api, refresh_task
from mcctl.commands.sms._task import begin
from mcctl.reading import get
from mcctl.session import Session


@verb(WRITE)
def refresh_list(
    session: Session, list_id: ListArgument, wait: WaitOption = False, wait_timeout: WaitTimeoutOption = WAIT_SECONDS
) -> None:
    """Work out anew who is on a list.

    Examples:
      mcctl sms refresh-list MTIzOjYzOjA --wait
    """
    answer = contact_api(session).refresh_list(list_id=list_id)
    begin(session, answer, refresh_task(session, str(get(answer, "tokenId")), list_id), wait=wait, seconds=wait_timeout)
