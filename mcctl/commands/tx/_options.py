"""The options of `mcctl tx send`, to one recipient or to many."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer


class OneRecipient(NamedTuple):
    """Who gets a single message."""

    to: Annotated[str | None, typer.Option("--to", metavar="ADDRESS", help="E-mail address, or number.")] = None
    contact: Annotated[str | None, typer.Option("--contact", metavar="KEY", help="Contact key, old or new.")] = None
    message_key: Annotated[
        str | None,
        typer.Option(
            "--message-key", metavar="KEY", help="Your own key, at most 100 characters; made up if not given."
        ),
    ] = None


class Message(NamedTuple):
    """What a send says, to one or to many."""

    attributes: Annotated[
        list[str] | None,
        typer.Option("--attr", metavar="NAME=VALUE", help="An attribute; with --from, one for all recipients."),
    ] = None
    channel: Annotated[
        str | None, typer.Option("--channel", metavar="email|sms|push", help="Channel; told by --to if not given.")
    ] = None
    message: Annotated[
        str | None, typer.Option("--message", metavar="TEXT", help="SMS: this text instead of the definition's.")
    ] = None
    resubscribe: Annotated[
        bool, typer.Option("--resubscribe", help="SMS: subscribe a number again that said STOP.", show_default=False)
    ] = False
    queue_anyway: Annotated[
        bool,
        typer.Option("--queue-anyway", help="Send although the definition is inactive, to queue.", show_default=False),
    ] = False


class ManyRecipients(NamedTuple):
    """How the rows of a file become recipients."""

    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="Column of to, contactKey, messageKey; others: attributes."),
    ] = None
    batch_size: Annotated[
        int | None,
        typer.Option("--batch-size", metavar="N", min=1, max=2000, help="Recipients in a request; 500 if not given."),
    ] = None
