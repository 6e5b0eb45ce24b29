"""`mcctl sms history`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.sms._body import numbers
from mcctl.commands.sms._common import api
from mcctl.commands.sms._status import SUBSCRIBED, MessageOption, show_talk
from mcctl.errors import refuse_all
from mcctl.reading import get
from mcctl.session import Session


@verb(READ)
def history(
    session: Session,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The number, with its country code.")],
    message: MessageOption,
    token: Annotated[str, typer.Option("--token", metavar="TOKEN", help="Token that the send was answered with.")],
) -> None:
    """Show the text that a number got in a send.

    Examples:
      mcctl sms history 13175551212 --message MzA6Nzg6MA --token Mjg6Nzg6MA
    """

    problems: list[str] = []
    found = numbers([number], None, problems)
    refuse_all(problems)
    answer = api(session).history(message_id=message, token=token, number=found[0])
    show_talk(session, answer)
    if not get(answer, "history"):
        session.output.note(f"Nothing went to {found[0]} in this send; {SUBSCRIBED[0].lower()}{SUBSCRIBED[1:]}")
