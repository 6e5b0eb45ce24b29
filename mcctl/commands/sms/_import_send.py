"""How an import with a send is followed."""

from __future__ import annotations

from functools import partial

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.commands.sms._task import Answer, following
from mcctl.formats import When
from mcctl.rest.sms_automation import SmsAutomationApi
from mcctl.session import Session

IMPORT_SEND_COLUMNS: Columns = {
    "STATUS": "status",
    "SOURCE": "source",
    "INSERTED": "inserted",
    "UPDATED": "updated",
    "INVALID": "invalid",
    "STARTED": When("startTime"),
    "COMPLETED": When("completedTime"),
}


def import_send_api(session: Session) -> SmsAutomationApi:
    return SmsAutomationApi(session.client)


def import_send_task(session: Session, token: str) -> Following[Answer]:
    ask = partial(import_send_api(session).import_send_status, token=token)
    return following(session, ask, IMPORT_SEND_COLUMNS, "import-send-status", token)
