"""What became of texts: waiting for it, showing it, and what it amounts to."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.commands._waiting import SendWait, Waiting
from mcctl.errors import PartlyDone, Refused, StillInProgress
from mcctl.formats import Format, When
from mcctl.reading import get
from mcctl.rest.problems import objects_in
from mcctl.rest.sms_codes import Progress
from mcctl.session import Session
from mcctl.words import counted

_DIRECTIONS = {"MT": "to handset", "MO": "from handset"}
DELIVERY_COLUMNS: Columns = {
    "NUMBER": "mobileNumber",
    "CODE": "code",
    "STATUS": "status",
    "MEANING": "meaning",
}
TOKEN_COLUMNS = {"TOKEN": "tokenId"}
TALK_COLUMNS: Columns = {
    "AT": When("date"),
    "DIRECTION": lambda one: _DIRECTIONS.get(str(get(one, "type")).upper(), get(one, "type")),
    "TEXT": "message",
}
_LEFT_OUT = "not sent to; only numbers that are subscribed to the code are"
_NOBODY = "Nobody who was sent to is subscribed to the code"
SUBSCRIBED = "Who is subscribed: mcctl sms subscription NUMBER"
Ask = Callable[[], dict[str, Any]]
MessageOption = Annotated[
    str, typer.Option("--message", metavar="MESSAGE_ID", help="Encoded id of the message, as MobileConnect shows it.")
]
TokenArgument = Annotated[str, typer.Argument(metavar="TOKEN", help="Token that Marketing Cloud answered with.")]


def status_command(name: str, token: str, message: str) -> str:
    """Return the command that shows what became of a send. name: status or list-send-status."""
    return shlex.join(["mcctl", "sms", name, token, "--message", message])


def show_talk(session: Session, answer: dict[str, Any]) -> None:
    """Show the texts of a history answer."""
    _show(session, answer, objects_in(answer, "history"), TALK_COLUMNS)


def following(session: Session, ask: Ask, again: str, sent: Sequence[str] = ()) -> Following[dict[str, Any]]:
    """Return how a send is followed. again: the command that asks once more. sent: the numbers, if they are known.

    Where nobody waits for the end, what is known so far is told.
    """

    def judge(answer: dict[str, Any]) -> None:
        progress = Progress.of(answer)
        _judge(progress, sent)
        _summarize(session, progress)

    return Following(
        clock=session.clock,
        ask=ask,
        is_over=lambda answer: Progress.of(answer).is_over(),
        show=lambda answer: show_deliveries(session, answer),
        judge=judge,
        still=_still,
        again=f"{again} --wait",
    )


def tell(session: Session, ask: Ask, again: str, waiting: Waiting) -> None:
    """Show what became of a send now, or in the end."""
    if waiting.wait:
        following(session, ask, again).wait(waiting.wait_timeout)
        return
    answer = ask()
    show_deliveries(session, answer)
    _summarize(session, Progress.of(answer))


def show_deliveries(session: Session, answer: dict[str, Any]) -> None:
    """Show a deliveries answer, its codes in words."""
    _show(session, answer, [one.as_json() for one in Progress.of(answer).deliveries], DELIVERY_COLUMNS)


def finish_send(
    session: Session, answer: dict[str, Any], ask: Ask, again: str, waiting: SendWait, sent: Sequence[str] = ()
) -> None:
    """Show the answer to a send, or, with --wait, what became of it. Raises as `Following.wait`."""
    following(session, ask, again, sent).begin(
        session,
        answer,
        TOKEN_COLUMNS,
        waiting,
        accepted=f"Accepted as {get(answer, 'tokenId')}",
        done="Accepted",
    )


def _still(answer: dict[str, Any], seconds: float) -> str:
    is_shared = any(one.code == "2000" for one in Progress.of(answer).deliveries)
    return f"Not all is known after {seconds:g} s" + ("; of a shared code nothing more comes" if is_shared else "")


def _summarize(session: Session, progress: Progress) -> None:
    """Say how many of those who are subscribed have got a text: Marketing Cloud tells nothing of others."""
    count = progress.count or 0
    delivered = f"delivered to {len(progress.delivered)} of {count} subscribed"
    session.output.note(
        f"{progress.state}: {delivered if progress.has_standard_codes else counted(count, 'recipient')}"
    )
    if progress.count == 0:
        session.output.note(f"{_NOBODY}. {SUBSCRIBED}")


def _judge(progress: Progress, sent: Sequence[str]) -> None:
    """Raise what a send amounts to, of which nothing more is to come. sent: the numbers of the request, if known."""
    if progress.has_failed:
        kind = PartlyDone if progress.delivered else Refused
        raise kind("Marketing Cloud ended the send with an error", "Look at it in MobileConnect")
    if progress.count == 0:
        raise Refused(_NOBODY, SUBSCRIBED)
    if progress.deliveries and not progress.has_standard_codes:
        if sent:
            raise StillInProgress("Marketing Cloud tells the carriers' own codes only, and so not who has got the text")
        return  # what list sends tell
    told = {one.number: one for one in progress.deliveries}
    wanted = sent or list(told)
    missed = [number for number in wanted if number not in progress.delivered]
    if not missed and len(wanted) >= (progress.count or 0):
        return
    kind = PartlyDone if len(missed) < len(wanted) else Refused
    total = max(len(wanted), progress.count or 0)
    raise kind(
        f"Delivered to {len(wanted) - len(missed)} of {counted(total, 'recipient')}",
        SUBSCRIBED if any(number not in told for number in missed) else "",
        details=[told[number].as_text() if number in told else f"{number}: {_LEFT_OUT}" for number in missed],
    )


def _show(session: Session, answer: dict[str, Any], rows: Sequence[Any], columns: Columns) -> None:
    """Show an answer: as it came where it is for a program, else its rows."""
    if session.settings.query or session.output.is_structured:
        session.show(answer)
    elif rows or session.output.format is not Format.TABLE:
        session.show_list(rows, columns)
