"""`mcctl sms subscription` and `refresh-list`: who gets texts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from mcctl.commands import Context
from mcctl.commands.sms_options import RegionOption, checked_region
from mcctl.commands.sms_status import TokenArgument
from mcctl.commands.sms_task import Task, begin, show_state
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption
from mcctl.errors import refuse_all
from mcctl.formats import When
from mcctl.reading import get

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.sms_contact import SmsContactApi

SUBSCRIPTION_COLUMNS: Columns = {
    "NUMBER": "mobileNumber",
    "CODE": "shortCode",
    "KEYWORD": "keyword",
    "OPTED IN": When("optInDate"),
}
REFRESH_COLUMNS: Columns = {"TOKEN": "tokenId", "PUBLISHED": When("publishDate")}

ListArgument = Annotated[str, typer.Argument(metavar="LIST_ID", help="Encoded id of the list.")]
ListOption = Annotated[str, typer.Option("--list", metavar="LIST_ID", help="Encoded id of the list.")]


def subscription(
    ctx: Context,
    numbers: Annotated[
        list[str] | None, typer.Argument(metavar="NUMBER...", help="Numbers, with their country codes.")
    ] = None,
    keys: Annotated[
        list[str] | None, typer.Option("--subscriber", metavar="KEY", help="A subscriber key; repeatable.")
    ] = None,
    region: RegionOption = None,
) -> None:
    """List the subscriptions of numbers. Those that were ended are not told.

    Examples:
      mcctl sms subscription 13175551212
      mcctl sms subscription --subscriber c-001 -o json
    """
    from mcctl.rest import sms_body
    from mcctl.rest.problems import objects_in

    problems: list[str] = []
    if not numbers and not keys:
        problems.append("Whose subscriptions? Give numbers, or --subscriber KEY")
    asked = sms_body.numbers(numbers or [], checked_region(region, problems), problems)
    refuse_all(problems)
    found = objects_in(api(ctx).subscriptions(numbers=asked, keys=keys or []), "contacts")
    ctx.obj.show_list(found, SUBSCRIPTION_COLUMNS)
    known = {str(get(one, "mobileNumber")) for one in found}
    for number in asked:
        if number not in known:
            ctx.obj.output.note(f"{number} is not subscribed to anything")
    if keys and not found:
        ctx.obj.output.note("No subscription found")


def refresh_list(
    ctx: Context, list_id: ListArgument, wait: WaitOption = False, wait_timeout: WaitTimeoutOption = WAIT_SECONDS
) -> None:
    """Work out anew who is on a list.

    Examples:
      mcctl sms refresh-list MTIzOjYzOjA --wait
    """
    answer = api(ctx).refresh_list(list_id=list_id)
    begin(ctx, answer, _task(ctx, str(get(answer, "tokenId")), list_id), wait=wait, seconds=wait_timeout)


def refresh_list_status(
    ctx: Context,
    token: TokenArgument,
    list_id: ListOption,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show when a list was refreshed. While PUBLISHED is empty, the refresh goes on.

    Examples:
      mcctl sms refresh-list-status Mjg6NDI6MA --list MTIzOjYzOjA --wait
    """
    show_state(ctx, _task(ctx, token, list_id), wait=wait, seconds=wait_timeout)


def api(ctx: Context) -> SmsContactApi:
    """Return the routes of contacts and lists."""
    from mcctl.rest.sms_contact import SmsContactApi

    return SmsContactApi(ctx.obj.client)


def _task(ctx: Context, token: str, list_id: str) -> Task:
    ask = partial(api(ctx).refresh_status, list_id=list_id, token=token)
    return Task(ask, REFRESH_COLUMNS, ("refresh-list-status", token, "--list", list_id))
