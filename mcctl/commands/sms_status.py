"""What became of texts: waiting for it, showing it, and what it amounts to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.errors import McctlError, PartlyDone, Refused, StillInProgress
from mcctl.formats import Format, counted

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.sms import SmsApi

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
    "DIRECTION": lambda one: _DIRECTIONS.get(str(one.get("type")), one.get("type")),
    "TEXT": "message",
}
_WHOLE = (Format.JSON, Format.JSONL, Format.YAML)
Ask = Callable[[], dict[str, Any]]

MessageOption = Annotated[
    str, typer.Option("--message", metavar="MESSAGE_ID", help="Encoded id of the message, as MobileConnect shows it.")
]
TokenArgument = Annotated[str, typer.Argument(metavar="TOKEN", help="Token that the send was answered with.")]


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
    routes = api(ctx)
    again = f"mcctl sms status {token} --message {message} --wait"
    tell(ctx, lambda: routes.deliveries(message_id=message, token=token), wait_timeout if wait else None, again)


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
    check(problems)
    show_talk(ctx, api(ctx).history(message_id=message, token=token, number=found[0]))


def check(problems: list[str]) -> None:
    """Raise InputError that tells every problem, if there is one."""
    from mcctl.errors import refuse_all

    refuse_all(problems)


def show_talk(ctx: Context, answer: dict[str, Any]) -> None:
    """Show the texts of a history answer."""
    _show(ctx, answer, answer.get("history"), TALK_COLUMNS)


def tell(ctx: Context, ask: Ask, seconds: float | None, again: str) -> None:
    """Show what became of a send now, or after a wait of so many seconds at most. again: as in `follow`."""
    if seconds is None:
        show_deliveries(ctx, ask())
    else:
        follow(ctx, ask, seconds=seconds, again=again)


def show_deliveries(ctx: Context, answer: dict[str, Any]) -> None:
    """Show a deliveries answer, its codes in words, and say how many were delivered."""
    from mcctl.rest.sms_codes import decode

    deliveries = decode(answer.get("tracking"))
    _show(ctx, answer, [one.as_json() for one in deliveries], DELIVERY_COLUMNS)
    if any(one.is_standard for one in deliveries):
        done = sum(one.is_delivered for one in deliveries)
        ctx.obj.output.note(f"{answer.get('status')}: {done} of {counted(_count(answer), 'recipient')} delivered")
    elif "status" in answer:
        ctx.obj.output.note(f"{answer.get('status')}: {counted(_count(answer), 'recipient')}")


def follow(ctx: Context, ask: Ask, *, seconds: float, again: str, sent: int | None = None) -> None:
    """Ask until it is known what became of a send, and tell. again: the command that asks once more.

    sent: recipients of the request, where that is known.
    Raises StillInProgress, Refused (nothing was delivered), PartlyDone.
    """
    from mcctl.rest.sms_codes import is_over

    try:
        answer, done = wait_until(ask, is_over, seconds=seconds)
    except McctlError as error:
        error.hint = f"The send was accepted: {again}"
        raise
    show_deliveries(ctx, answer)
    if not done:
        raise StillInProgress(f"Not all is known after {seconds:g} s", again)
    _judge(answer, sent)


def _judge(answer: dict[str, Any], sent: int | None) -> None:
    """Raise what a send amounts to, of which nothing more is to come."""
    from mcctl.rest.sms_codes import decode

    if str(answer.get("status")).lower() == "error":
        raise Refused("Marketing Cloud ended the send with an error", "Look at it in MobileConnect")
    deliveries = decode(answer.get("tracking"))
    if deliveries and not any(one.is_standard for one in deliveries):
        return  # the codes of list sends tell nothing that could be counted
    done, count = sum(one.is_delivered for one in deliveries), _count(answer)
    total = max(count, sent or 0)
    details = [f"{one.number}: {one.code} {one.status}: {one.meaning}" for one in deliveries if not one.is_delivered]
    if left_out := total - count:
        details.append(f"{counted(left_out, 'number')} not subscribed to the code, and so not sent to")
    if done < total:
        kind = PartlyDone if done else Refused
        raise kind(
            f"Delivered to {done} of {counted(total, 'recipient')}",
            "Who is subscribed: mcctl sms subscription NUMBER" if left_out else "",
            details=details,
        )


def _show(ctx: Context, answer: dict[str, Any], rows: Any, columns: Columns) -> None:
    """Show an answer: as it came where it is for a program, else its rows."""
    if ctx.obj.options.get("query") or ctx.obj.output.format in _WHOLE:
        ctx.obj.show(answer)
    else:
        ctx.obj.show_list([one for one in rows or [] if isinstance(one, dict)], columns)


def _count(answer: dict[str, Any]) -> int:
    count = answer.get("count")
    return count if isinstance(count, int) else 0
