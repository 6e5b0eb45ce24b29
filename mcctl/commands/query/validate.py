"""`mcctl query validate`."""

from __future__ import annotations

from mcctl.cells import Columns
from mcctl.commands._activities import api
from mcctl.commands._verb import READ, verb
from mcctl.commands.query._common import FileOption, ModeOption, SqlOption, TargetOption, mode_number, needed_sql
from mcctl.errors import Refused
from mcctl.reading import flag, get, reasons_in
from mcctl.session import Session

VERDICT_COLUMNS: Columns = {
    "VALID": "queryValid",
    "ERRORS": lambda verdict: "; ".join(reasons_in(get(verdict, "errors") or [])),
    "WARNINGS": lambda verdict: "; ".join(reasons_in(get(verdict, "warnings") or [])),
}


@verb(READ)
def validate_query(
    session: Session,
    sql: SqlOption = None,
    file: FileOption = None,
    target: TargetOption = None,
    mode: ModeOption = None,
) -> None:
    """Check SQL without saving or running it, also against a data extension.

    Examples:
      mcctl query validate --sql "SELECT SubscriberKey FROM _Subscribers"
      mcctl query validate --file names.sql --target nto-customers
    """
    text, number = needed_sql(sql, file), mode_number(mode) or 0
    verdict = api(session).validate(sql=text, target=target or "", update_type=number)
    session.show(verdict, VERDICT_COLUMNS)
    problems = reasons_in(get(verdict, "errors") or [])
    if problems or not flag(get(verdict, "queryValid")):
        raise Refused(problems[0] if problems else "Marketing Cloud gives no reason", details=problems[1:])
    for warning in reasons_in(get(verdict, "warnings") or []):
        session.output.note(f"Warning: {warning}")
