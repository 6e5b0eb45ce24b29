"""`mcctl sms list-send`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import typer

from mcctl.commands._verb import SEVERE, verb
from mcctl.commands._waiting import SendWait
from mcctl.commands.sms._body import TextOptions, Timing, content_url, past_problem
from mcctl.commands.sms._common import api
from mcctl.commands.sms._list_send import Lists
from mcctl.commands.sms._status import finish_send, status_command
from mcctl.errors import refuse_all
from mcctl.reading import get
from mcctl.session import Session
from mcctl.words import counted


@verb(SEVERE)
def list_send(
    session: Session,
    message_id: Annotated[
        str, typer.Argument(metavar="MESSAGE_ID", help="Encoded id of a message of type API Entry Event.")
    ],
    lists: Lists,
    text: TextOptions,
    timing: Timing,
    waiting: SendWait,
) -> None:
    """Send a text to the members of lists. They are the message's own, or those named here in their place.

    In production it wants --confirm MESSAGE_ID, since nobody knows how many they are.

    Examples:
      mcctl sms list-send MzE6Nzg6MA --confirm MzE6Nzg6MA
      mcctl sms list-send MzE6Nzg6MA --list MTIzOjYzOjA --exclude MTI0OjYzOjA --override --text "Snow!" --wait
    """
    problems: list[str] = []
    body = _body(lists, text, timing, problems)
    refuse_all(problems + past_problem(body.get("sendTime")))
    whose = counted(len(lists.lists), "list") if lists.lists else "its lists"
    session.confirm_many(f"Send {message_id} to all members of {whose}?", message_id)
    routes = api(session)
    answer = routes.list_send(message_id=message_id, body=body)
    token = str(get(answer, "tokenId"))
    ask = partial(routes.list_deliveries, message_id=message_id, token=token)
    finish_send(session, answer, ask, status_command("list-send-status", token, message_id), waiting)


def _body(lists: Lists, text: TextOptions, timing: Timing, problems: list[str]) -> dict[str, Any]:
    if "" in [*(lists.lists or []), *(lists.excluded or [])]:
        problems.append("The id of a list is empty")
    if lists.excluded and lists.ignore_exclusions:
        problems.append("--exclude does not go with --ignore-exclusions")
    text.check(problems)
    body: dict[str, Any] = {}
    for kind, ids in {"Target": lists.lists, "Exclusion": lists.excluded}.items():
        if ids:
            body |= {f"{kind}ListIds": ids, f"OverrideTemplate{kind}Lists": True}
    flags = {
        "IgnoreExclusionLists": lists.ignore_exclusions,
        "OverrideMessageText": text.override,
        "allowDuplication": lists.allow_duplicates,
    }
    body |= {name: True for name, value in flags.items() if value}
    body |= {} if text.text is None else {"MessageText": text.text}
    return {**body, **timing.body("sendTime", problems), **content_url(text.content_url, problems)}
