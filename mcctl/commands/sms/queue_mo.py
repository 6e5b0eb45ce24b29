"""`mcctl sms queue-mo`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from shlex import quote
from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.sms._body import check_code, recipients
from mcctl.commands.sms._common import api
from mcctl.commands.sms._options import RegionOption, checked_region
from mcctl.errors import McctlError, PartlyDone, Refused, refuse_all
from mcctl.reading import get, objects
from mcctl.session import Session
from mcctl.words import counted


@verb(WRITE)
def queue_mo(
    session: Session,
    short_code: Annotated[str, typer.Option("--short-code", metavar="CODE", help="The code that is texted.")],
    text: Annotated[
        str, typer.Option("--text", metavar="TEXT", help="What the handset sends: a keyword, YES, STOP...")
    ],
    to: Annotated[
        list[str] | None, typer.Option("--number", metavar="NUMBER", help="The handset's number; repeatable.")
    ] = None,
    subscribers: Annotated[
        list[str] | None,
        typer.Option("--subscriber", metavar="KEY=NUMBER", help="Number with its subscriber key, instead."),
    ] = None,
    region: RegionOption = None,
) -> None:
    """Play a text from handsets. So somebody opts in who signs up on a page or in an app.

    Single opt-in: the keyword subscribes at once. Double opt-in: the keyword is answered with a question, and YES
    subscribes. Double opt-in with age confirmation: after YES comes a second question, and a birth date subscribes. Who
    signs up elsewhere than on the handset must be asked there: the rules of the trade want double opt-in.

    Examples:
      mcctl sms queue-mo --number 13175551212 --short-code 12345 --text WELCOME
      mcctl sms queue-mo --number 13175551212 --short-code 12345 --text YES
    """

    problems: list[str] = []
    who = recipients(to or [], subscribers or [], {}, checked_region(region, problems), problems, flag="--number")
    if "Subscribers" in who:
        entries = [{name.lower(): value for name, value in one.items()} for one in who["Subscribers"]]
        who = {"subscribers": entries}
    check_code("--short-code", short_code, problems)
    if not text.strip():
        problems.append("--text must not be empty")
    refuse_all(problems)
    answer = api(session).queue_mo(body={**who, "shortCode": short_code, "messageText": text})
    results = objects(get(answer, "results"))
    session.show_list(results, {"TOKEN": "identifier", "NUMBER": _whose, "RESULT": "result"})
    taken = [one for one in results if str(get(one, "result")).upper() == "OK"]
    failed = [one for one in results if one not in taken]
    asked = who.get("mobileNumbers") or [one["mobilenumber"] for one in who["subscribers"]]
    left_out = _left_out(failed, _untold(asked, results), some=bool(taken))
    if not left_out:
        session.done("Queued")
    for one in taken:
        session.output.note(f"Next: mcctl sms queue-mo-status {quote(str(get(one, 'identifier')))}")
    if left_out:
        raise left_out


def _left_out(failed: Sequence[dict[str, Any]], untold: Sequence[str], *, some: bool) -> McctlError | None:
    """Return what it means that texts were not taken, or that nothing is told of some. some: whether others were."""
    if not failed and not untold:
        return None
    kind = PartlyDone if some or untold else Refused
    return kind(
        f"Not taken: {counted(len(failed), 'text')}" if failed else "Marketing Cloud says nothing of some numbers",
        "mcctl sms subscription NUMBER" if untold else "",
        details=[
            *(f"{_whose(one)}: {get(one, 'result')}" for one in failed),
            *(f"{number}: nothing is told of it" for number in untold),
        ],
    )


def _untold(asked: Sequence[str], results: Sequence[dict[str, Any]]) -> list[str]:
    """Return the numbers that no result is about; none where results name no numbers."""
    digits = {re.sub(r"\D", "", number) for one in results for number in _numbers_of(one)} - {""}
    return [number for number in asked if digits and not number.endswith(tuple(digits))]


def _whose(result: dict[str, Any]) -> str:
    return ", ".join(_numbers_of(result))


def _numbers_of(result: dict[str, Any]) -> list[str]:
    """Return the numbers that a result is about."""
    entries = objects(get(result, "subscribers")) or [result]
    return [str(number) for one in entries if (number := get(one, "mobileNumber"))]
