"""`mcctl sms send`."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

import typer

from mcctl.commands._attributes import attributes_of
from mcctl.commands._file_options import FileOptions, FromFile
from mcctl.commands._options import refuse_given
from mcctl.commands._verb import SEVERE, verb
from mcctl.commands._waiting import SendWait
from mcctl.commands.sms._body import SubscribeOptions, TextOptions, Timing, past_problem, recipients, send_body
from mcctl.commands.sms._common import api
from mcctl.commands.sms._options import (
    ManyNumbers,
    RegionOption,
    SomeNumbers,
    checked_region,
)
from mcctl.commands.sms._status import finish_send, status_command
from mcctl.errors import refuse_all
from mcctl.reading import get
from mcctl.session import Session


@verb(SEVERE)
def send(
    session: Session,
    message_id: Annotated[
        str, typer.Argument(metavar="MESSAGE_ID", help="Encoded id of an API-triggered message (its API key).")
    ],
    some: SomeNumbers,
    *,
    region: RegionOption = None,
    text: TextOptions,
    subscribing: SubscribeOptions,
    timing: Timing,
    waiting: SendWait,
    from_file: FromFile,
    many: ManyNumbers,
    file: FileOptions,
) -> None:
    """Send a text to numbers, or with --from to every row of a file.

    Only numbers that are subscribed to the message's code get it; the others are accepted and not sent to. --subscribe
    subscribes those who are not, --resubscribe those who have left, both to --keyword and without asking: for people
    who agreed elsewhere. How people opt in by themselves: mcctl sms queue-mo --help. Marketing Cloud does not recognise
    a send that is repeated, so a lost answer is told (exit code 7) and never tried again; with --from the same command
    goes on where a killed run stopped. A row that does not fit stops the file, unless --skip-invalid.

    Examples:
      mcctl sms send MzA6Nzg6MA --to 13175550101 --wait
      mcctl sms send MzA6Nzg6MA --to 13175551212 --subscribe --resubscribe --keyword WELCOME --override --text Hi
      mcctl sms send MzA6Nzg6MA --subscriber c-001=13175551212 --attr FirstName=Ada
      mcctl sms send MzA6Nzg6MA --to 13175551212 --send-time 2030-12-01T09:00Z --blackout 2200-0700 --utc-offset -0500
      mcctl sms send MzA6Nzg6MA --from people.csv --map mobileNumber=Phone --map subscriberKey=Id --results out.jsonl
    """
    problems: list[str] = []
    if from_file.source is None:
        refuse_given(many, file, why="goes only with --from FILE")
        attributes, country = attributes_of(some.attributes), checked_region(region, problems)
        who = recipients(some.to or [], some.subscribers or [], attributes, country, problems)
        common = send_body(text, subscribing, timing, problems)
        refuse_all(problems + past_problem(common.get("SendTime")))
        _send_some(session, message_id, who, common, waiting)
        return
    refuse_given(some, why="does not go with --from FILE")
    country, common = checked_region(region, problems), send_body(text, subscribing, timing, problems)
    refuse_all(problems)
    from mcctl.commands._surveying import surveyed  # a single send need not wait for the ledger
    from mcctl.commands.sms._send_many import TextRun  # neither for its engine

    with surveyed(from_file.source, file) as source:
        TextRun(session, api(session), message_id, source, common, country, file, many, waiting).start()


def _send_some(
    session: Session, message_id: str, who: dict[str, Any], common: dict[str, Any], waiting: SendWait
) -> None:
    """Send to the recipients of --to or --subscriber."""
    sent = who.get("mobileNumbers") or [one["MobileNumber"] for one in who["Subscribers"]]
    if len(sent) > 1:
        session.confirm_many(f"Send {message_id} to {len(sent)} numbers?", message_id, len(sent))
    routes = api(session)
    answer = routes.send(message_id=message_id, body={**who, **common})
    token = str(get(answer, "tokenId"))
    ask = partial(routes.deliveries, message_id=message_id, token=token)
    finish_send(session, answer, ask, status_command("status", token, message_id), waiting, sent)
