"""`mcctl sms import-send-report`."""

from __future__ import annotations

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.sms._import_send import import_send_api
from mcctl.commands.sms._list_send import FileNameOption, tell_report
from mcctl.commands.sms._status import TokenArgument
from mcctl.session import Session


@verb(WRITE)
def import_send_report(session: Session, token: TokenArgument, file_name: FileNameOption) -> None:
    """Ask for the report of an import with a send. It is written to the account's FTP reports folder.

    Examples:
      mcctl sms import-send-report Mjg6Nzk6MA --file-name hikers-report.csv
    """
    import_send_api(session).import_send_report(token=token, file_name=file_name)
    tell_report(session, file_name)
