"""`mcctl asset check`."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import typer

from mcctl.cells import Columns
from mcctl.checks.mail import ERROR, Finding, Mail, check
from mcctl.commands._verb import READ, verb
from mcctl.commands.asset._lookup import IsKeyOption
from mcctl.commands.asset._preview import Account, Message, Whom, account_of, attributes_of, message_of
from mcctl.errors import InputError
from mcctl.session import Session
from mcctl.words import counted


def _where(finding: dict[str, Any]) -> str:
    return f"{finding['asset']} {finding['part']} {finding['line']}:{finding['column']}"


FINDING_COLUMNS: Columns = {
    "LEVEL": "level",
    "PLACE": _where,
    "PROBLEM": "message",
    "RULE": "rule",
}


class _Checked(NamedTuple):
    """A message with what is against the rules in it."""

    name: str
    findings: list[Finding]


@verb(READ)
def check_assets(
    session: Session,
    sources: Annotated[list[str], typer.Argument(metavar="KEY|FILE...", help="Keys or ids of assets, or files.")],
    is_key: IsKeyOption = False,
    transactional: Annotated[
        bool,
        typer.Option("--transactional", help="Ask for no link to unsubscribe and no postal address."),
    ] = False,
    local: Annotated[bool, typer.Option("--local", help="Ask nobody whether content blocks are there.")] = False,
    *,
    whom: Whom,
) -> None:
    """Say what is wrong with messages before they go out.

    E-mails, blocks and pages: code that will not parse or will be refused, content blocks that are not there, images
    and links that lead nowhere, what a commercial mail must have, size, old text parts. Errors end in exit code 2;
    warnings do not.

    Examples:
      mcctl asset check nto-welcome-series
      mcctl asset check welcome.html footer.html --local
      mcctl asset check nto-welcome-series --transactional --row nto-customers:nto-1001 -o json
    """
    account = account_of(session, whom)
    known = attributes_of(session, whom, account)
    checked = []
    for source in sources:
        message = message_of(session, source, is_key)
        mail = _mail(
            message, account, is_local=local and whom.context is None, known=known, commercial=not transactional
        )
        checked.append(_Checked(message.name, check(mail)))
    found = [_told(one.name, finding) for one in checked for finding in one.findings]
    session.show_list(found, FINDING_COLUMNS)
    errors = sum(finding.level == ERROR for one in checked for finding in one.findings)
    summary = (
        f"{counted(errors, 'error')}, {counted(len(found) - errors, 'warning')} in {counted(len(checked), 'message')}"
    )
    if errors:
        raise InputError(summary, "mcctl asset preview shows how a message comes out")
    session.output.note(summary)


def _mail(
    message: Message, account: Account, *, is_local: bool, known: frozenset[str] | None, commercial: bool
) -> Mail:
    data = None if is_local else account.data
    return Mail(
        message.parts,
        is_email=message.is_email,
        is_commercial=commercial,
        has_block=None if data is None else lambda by, reference: data.block(by, reference) is not None,
        known=known,
    )


def _told(name: str, finding: Finding) -> dict[str, Any]:
    return {
        "asset": name,
        "part": finding.part,
        "line": finding.place.line,
        "column": finding.place.column,
        "level": finding.level,
        "rule": finding.rule,
        "message": finding.message,
    }
