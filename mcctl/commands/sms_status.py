"""What became of texts: waiting for it, showing it, and what it amounts to."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.errors import PartlyDone, Refused, StillInProgress, refuse_all
from mcctl.formats import Format, counted
from mcctl.reading import get

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.sms import SmsApi
    from mcctl.rest.sms_codes import Progress

_DIRECTIONS = {"MT": "to handset", "MO": "from handset"}
DELIVERY_COLUMNS: Columns = {
    "NUMBER": "mobileNumber",
    "CODE": "code",
    "STATUS": "status",
    "MEANING": "meaning",
}
TOKEN_COLUMNS = {"TOKEN": "tokenId"}
TALK_COLUMNS: Columns = {
    "AT (CST)": "date",
    "DIRECTION": lambda one: _DIRECTIONS.get(str(get(one, "type")).upper(), get(one, "type")),
    "TEXT": "message",
}
_LEFT_OUT = "not sent to; only numbers that are subscribed to the code are"
_NOBODY = "Nobody who was sent to is subscribed to the code"
_SUBSCRIBED = "Who is subscribed: mcctl sms subscription NUMBER"
Ask = Callable[[], dict[str, Any]]

MessageOption = Annotated[
    str, typer.Option("--message", metavar="MESSAGE_ID", help="Encoded id of the message, as MobileConnect shows it.")
]
TokenArgument = Annotated[str, typer.Argument(metavar="TOKEN", help="Token that Marketing Cloud answered with.")]


def api(ctx: Context) -> SmsApi:
    """Return the routes of sends, texts from handsets and keywords."""
    from mcctl.rest.sms import SmsApi

    return SmsApi(ctx.obj.client)


def status(
    ctx: Context,
    token: TokenArgument,
    message: MessageOption,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show what became of a send, number by number.

    Codes come in one by one and not in order: the highest one counts. Numbers that are not subscribed to the code are
    not sent to, and are missing. For shared codes 2000, at the aggregator, is the last that is told.

    Examples:
      mcctl sms status Mjg6Nzg6MA --message MzA6Nzg6MA
      mcctl sms status Mjg6Nzg6MA --message MzA6Nzg6MA --wait -o json
    """
    ask = partial(api(ctx).deliveries, message_id=message, token=token)
    tell(ctx, ask, wait_timeout if wait else None, status_command("status", token, message))


def history(
    ctx: Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="The number, with its country code.")],
    message: MessageOption,
    token: Annotated[str, typer.Option("--token", help="Token that the send was answered with.")],
) -> None:
    """Show the text that a number got in a send.

    Examples:
      mcctl sms history 13175551212 --message MzA6Nzg6MA --token Mjg6Nzg6MA
    """
    from mcctl.rest.sms_body import numbers

    problems: list[str] = []
    found = numbers([number], None, problems)
    refuse_all(problems)
    answer = api(ctx).history(message_id=message, token=token, number=found[0])
    show_talk(ctx, answer)
    if not get(answer, "history"):
        ctx.obj.output.note(f"Nothing went to {found[0]} in this send; {_SUBSCRIBED[0].lower()}{_SUBSCRIBED[1:]}")


def status_command(name: str, token: str, message: str) -> str:
    """Return the command that shows what became of a send. name: status or list-send-status."""
    return shlex.join(["mcctl", "sms", name, token, "--message", message])


def show_talk(ctx: Context, answer: dict[str, Any]) -> None:
    """Show the texts of a history answer."""
    from mcctl.rest.problems import objects_in

    _show(ctx, answer, objects_in(answer, "history"), TALK_COLUMNS)


def tell(ctx: Context, ask: Ask, seconds: float | None, again: str) -> None:
    """Show what became of a send now, or after a wait of so many seconds at most. again: as in `follow`."""
    if seconds is None:
        _summarize(ctx, show_deliveries(ctx, ask()))
    else:
        follow(ctx, ask, seconds=seconds, again=again)


def show_deliveries(ctx: Context, answer: dict[str, Any]) -> Progress:
    """Show a deliveries answer, its codes in words, and return what it says."""
    from mcctl.rest.sms_codes import Progress

    progress = Progress.of(answer)
    _show(ctx, answer, [one.as_json() for one in progress.deliveries], DELIVERY_COLUMNS)
    return progress


def finish_send(ctx: Context, answer: dict[str, Any], ask: Ask, again: str, sent: Sequence[str] = ()) -> None:
    """Show the answer to a send, or, with --wait, what became of it.

    again: the command that asks once more. sent: the numbers of the request, if known. Raises as `follow`.
    """
    if ctx.obj.dry_run or not ctx.obj.options["wait"]:
        ctx.obj.show(answer, TOKEN_COLUMNS)
        ctx.obj.done("Accepted", next_command=again)
        return
    ctx.obj.output.note(f"Accepted as {get(answer, 'tokenId')}")
    follow(ctx, ask, seconds=ctx.obj.options["wait_timeout"], again=again, sent=sent, accepted=True)


def follow(
    ctx: Context, ask: Ask, *, seconds: float, again: str, sent: Sequence[str] = (), accepted: bool = False
) -> None:
    """Ask until it is known what became of a send, and tell. again: the command that asks once more.

    sent: the numbers of the request, where they are known. accepted: it was accepted by this command.
    Raises StillInProgress, Refused (nothing was delivered), PartlyDone.
    """
    from mcctl.rest.sms_codes import Progress

    again = f"{again} --wait"
    answer, done = wait_until(
        ask, lambda one: Progress.of(one).is_over(), seconds=seconds, accepted=again if accepted else ""
    )
    progress = show_deliveries(ctx, answer)
    if not done:
        told = "; of a shared code nothing more comes" if any(one.code == "2000" for one in progress.deliveries) else ""
        raise StillInProgress(f"Not all is known after {seconds:g} s{told}", again)
    _judge(progress, sent)
    _summarize(ctx, progress)


def _summarize(ctx: Context, progress: Progress) -> None:
    """Say how many of those who are subscribed have got a text: Marketing Cloud tells nothing of others."""
    count = progress.count or 0
    delivered = f"delivered to {len(progress.delivered)} of {count} subscribed"
    ctx.obj.output.note(
        f"{progress.state}: {delivered if progress.has_standard_codes else counted(count, 'recipient')}"
    )
    if progress.count == 0:
        ctx.obj.output.note(f"{_NOBODY}. {_SUBSCRIBED}")


def _judge(progress: Progress, sent: Sequence[str]) -> None:
    """Raise what a send amounts to, of which nothing more is to come. sent: the numbers of the request, if known."""
    if progress.has_failed:
        kind = PartlyDone if progress.delivered else Refused
        raise kind("Marketing Cloud ended the send with an error", "Look at it in MobileConnect")
    if progress.count == 0:
        raise Refused(_NOBODY, _SUBSCRIBED)
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
        _SUBSCRIBED if any(number not in told for number in missed) else "",
        details=[told[number].as_text() if number in told else f"{number}: {_LEFT_OUT}" for number in missed],
    )


def _show(ctx: Context, answer: dict[str, Any], rows: Sequence[Any], columns: Columns) -> None:
    """Show an answer: as it came where it is for a program, else its rows."""
    if ctx.obj.options.get("query") or ctx.obj.output.is_structured:
        ctx.obj.show(answer)
    elif rows or ctx.obj.output.format is not Format.TABLE:
        ctx.obj.show_list(rows, columns)
