"""`mcctl sms list-send-report`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.sms._common import api
from mcctl.commands.sms._list_send import FileNameOption, tell_report
from mcctl.commands.sms._status import MessageOption, TokenArgument
from mcctl.session import Session


@verb(WRITE)
def list_send_report(session: Session, token: TokenArgument, message: MessageOption, file_name: FileNameOption) -> None:
    """Ask for the report of a list send. It is written to the account's FTP reports folder.

    Examples:
      mcctl sms list-send-report Mjk6Nzg6MA --message MzE6Nzg6MA --file-name trails.csv
    """
    api(session).list_report(message_id=message, token=token, file_name=file_name)
    tell_report(session, file_name)
