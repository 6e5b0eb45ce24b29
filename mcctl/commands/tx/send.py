"""`mcctl tx send`."""

from __future__ import annotations

import os
from typing import Any

from mcctl.commands._attributes import attributes_of
from mcctl.commands._file_options import FileOptions, FromFile
from mcctl.commands._options import refuse_given
from mcctl.commands._verb import SEVERE, verb
from mcctl.commands._waiting import SendWait
from mcctl.commands.tx._common import KeyArgument, api, check_definition, following
from mcctl.commands.tx._options import ManyRecipients, Message, OneRecipient
from mcctl.errors import InputError
from mcctl.rest.address import checked_address
from mcctl.rest.tx import TxApi, check_message_key
from mcctl.session import Session

PUSH = "push"


@verb(SEVERE)
def send(
    session: Session,
    definition: KeyArgument,
    one: OneRecipient,
    message: Message,
    waiting: SendWait,
    from_file: FromFile,
    many: ManyRecipients,
    file: FileOptions,
) -> None:
    """Send a message to one recipient, or with --from to every row of a file.

    With --from the same command goes on where a killed run stopped, and never sends twice; a single message is
    recognised by its --message-key. All rows are checked first; one that does not fit stops the file, unless
    --skip-invalid. A row's outcome is accepted, refused or unknown; accepted means queued, and --wait tells what became
    of it, with a request for each message.

    Examples:
      mcctl tx send nto-order-confirmation --to ada@example.com --contact c-001 --attr FirstName=Ada --wait
      mcctl tx send nto-passcode --to 13175551212 --contact c-001 --attr Code=4711
      mcctl tx send nto-snow --channel push --contact nto-1001
      mcctl tx send nto-order-confirmation --from recipients.csv --map to=Email --map contactKey=Id --skip-invalid
      mcctl tx send nto-order-confirmation --from recipients.jsonl --dry-run
      mcctl tx send nto-order-confirmation --from recipients.jsonl --shard $((JOB_COMPLETION_INDEX + 1))/8 --yes
    """
    attributes = attributes_of(message.attributes)
    routes = api(session, message.channel or _channel_of(one.to))
    if routes.channel == PUSH:
        refuse_given(from_file, why="is not for pushes: nothing describes a request of many")
    if from_file.source is None:
        refuse_given(many, file, why="goes only with --from FILE")
        _send_one(session, routes, definition, one, attributes, message, waiting)
        return
    from mcctl.commands._surveying import surveyed  # a single send need not wait for the ledger
    from mcctl.commands.tx._send_many import TransactionalRun  # neither for its engine

    refuse_given(one, why="does not go with --from FILE")
    common = {"attributes": attributes, **_sms_options(message, routes.channel)}
    with surveyed(from_file.source, file) as source:
        TransactionalRun(
            session, routes, definition, source, common, file, many, waiting, queue_anyway=message.queue_anyway
        ).start()


def _send_one(
    session: Session,
    routes: TxApi,
    definition: str,
    one: OneRecipient,
    attributes: dict[str, str],
    message: Message,
    waiting: SendWait,
) -> None:
    more = _sms_options(message, routes.channel)
    key = check_message_key(one.message_key if one.message_key is not None else os.urandom(16).hex())
    recipient = _recipient(routes.channel, one.to, one.contact, attributes)
    check_definition(session, routes, definition, queue_anyway=message.queue_anyway)
    answer = routes.send(message_key=key, definition_key=definition, recipient=recipient, **more)
    following(session, routes, definition, key).begin(
        session,
        answer,
        {"MESSAGE KEY": lambda _: key, "REQUEST": "requestId"},
        waiting,
        accepted=f"Accepted as {key}",
        done=f"Accepted as {key}",
    )


def _recipient(channel: str, to: str | None, contact: str | None, attributes: dict[str, str]) -> dict[str, Any]:
    """Return the recipient. Raises InputError for an address or contact key that cannot be right."""
    if not contact:
        raise InputError("Who is it for?", "Give --contact KEY, and the address with --to; or a file with --from")
    if to is None and channel == "sms":
        raise InputError("An SMS needs a number", "Give --to NUMBER, with its country code")
    recipient: dict[str, Any] = {"contactKey": contact}
    if to is not None and channel == PUSH:
        raise InputError("A push goes to the devices of the contact", "Leave --to out")
    if to is not None:
        recipient["to"], problem = checked_address(channel, to)
        if problem:
            raise InputError(f"--to: {problem}")
    return {**recipient, **({"attributes": attributes} if attributes else {})}


def _sms_options(message: Message, channel: str) -> dict[str, Any]:
    """Return what --message and --resubscribe add to a request."""
    if channel != "sms" and (message.message is not None or message.resubscribe):
        raise InputError("--message and --resubscribe are for SMS")
    content = {} if message.message is None else {"content": {"message": message.message}}
    return {**content, **({"subscriptions": {"resubscribe": True}} if message.resubscribe else {})}


def _channel_of(to: str | None) -> str:
    """Return the channel that an address is of; e-mail where it is no number."""
    return "sms" if to and "@" not in to and any(char.isdigit() for char in to) else "email"
