"""`mcctl ens`: the Event Notification Service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from mcctl.commands import App, Context, ReadCommand, ens_callback, ens_subscription
from mcctl.commands.ens_callback import CallbackOption, probe_name, signature_key
from mcctl.errors import InputError
from mcctl.formats import counted
from mcctl.reading import first, get

if TYPE_CHECKING:
    from mcctl.output import Columns

app = App("Event notifications, and a local receiver for them.")
app.add_typer(ens_callback.app, name="callback")
app.add_typer(ens_subscription.app, name="subscription")

DEFAULT_PORT = 8026
EVENT_COLUMNS: Columns = {
    "AT": lambda event: _moment(get(event, "timestampUTC")),
    "EVENT": lambda event: str(get(event, "eventCategoryType")).rpartition(".")[2],
    "TO": "info.to",
    "CODE": lambda event: first(event, "info.statusCode", "info.bounceCode"),
    "DEFINITION": "definitionKey",
    "CONTACT": "info.subscriberKey",
    "MESSAGE KEY": "info.messageKey",
}
KeyFileOption = Annotated[
    str | None, typer.Option("--key-file", metavar="FILE", help="The signature key is in this file; - for stdin.")
]


@app.add("verify", ReadCommand)
def verify(
    ctx: Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The notification's body, byte by byte; - for stdin.")],
    signature: Annotated[
        str, typer.Option("--signature", metavar="TEXT", help="Value of the header x-sfmc-ens-signature.")
    ],
    key_file: KeyFileOption = None,
    callback: CallbackOption = None,
) -> None:
    """Tell whether a notification comes from Marketing Cloud: exit code 0 if it is signed with the key, 2 if not.

    Examples:
      mcctl ens verify body.json --signature "3q2+7w..." --callback 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
      mcctl ens verify - --signature "3q2+7w..." --key-file key < body.json
    """
    from mcctl.documents import read_bytes
    from mcctl.rest.ens import is_signed

    if file == "-" and key_file == "-":
        raise InputError("Standard input can be read only once: give - to one option")
    key = _key(ctx, key_file, callback)
    if not is_signed(read_bytes(file), signature, key):
        raise InputError("The signature is wrong: this was not signed with that key, or not these bytes")
    ctx.obj.output.note("The signature is right")


@app.add("listen", ReadCommand)
def listen(
    ctx: Context,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port on 127.0.0.1; 0 picks a free one.")
    ] = DEFAULT_PORT,
    forward_to: Annotated[
        str | None, typer.Option("--forward-to", metavar="URL", help="Pass every good notification on to this URL.")
    ] = None,
    callback: CallbackOption = None,
    key_file: KeyFileOption = None,
    host: Annotated[
        list[str] | None,
        typer.Option("--host", metavar="NAME", help="Name under which a tunnel is called; may be given often."),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Stop after this many events.")] = None,
) -> None:
    """Receive notifications on this machine and print their events, until Ctrl-C.

    Probes are answered, wrong signatures refused and counted. Marketing Cloud calls https only: put a tunnel before it,
    and name it with --host, since only what is meant for this machine is let in.
    The emulator calls it directly. --callback names one that was probed before; new ones are known by their probe.

    Examples:
      mcctl ens listen
      mcctl ens listen --host hooks.example.com
      mcctl ens listen --port 8026 --forward-to http://127.0.0.1:3000/hook -o jsonl > events.jsonl
      mcctl ens listen --callback 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --limit 1 -o json
    """
    from contextlib import suppress

    from mcctl.credentials import verification_keys
    from mcctl.listener import Listener

    keys = verification_keys(ctx.obj.profile)
    out, given = ctx.obj.output, _key(ctx, key_file, None) if key_file else None
    listener = Listener(
        port,
        key_of=lambda callback_id: given or signature_key(ctx, callback_id),
        remember=lambda callback_id, key: keys.set(probe_name(callback_id), key),
        note=out.note,
        hosts=host or (),
        forward_to=forward_to,
    )
    listener.callbacks.update({callback} if callback else {"--key-file"} if given else ())
    if callback and not given and signature_key(ctx, callback) is None:
        out.note(f"The signature key of callback {callback} is not on this machine: its notifications will be refused")
    with suppress(KeyboardInterrupt):
        out.note(f"Listening on {listener.url}; stop with Ctrl-C")
        out.show_stream(listener.events(limit), EVENT_COLUMNS)
    out.note(f"{counted(listener.accepted, 'event')}, {counted(listener.refused, 'request')} refused")


def _key(ctx: Context, key_file: str | None, callback: str | None) -> str:
    from mcctl.documents import read_text
    from mcctl.masking import protect

    if key_file:
        return protect(read_text(key_file).strip() or _empty(key_file))
    key = signature_key(ctx, callback) if callback else None
    if key is None:
        raise InputError(
            f"The signature key of callback {callback} is not on this machine" if callback else "Which key?",
            "Give --callback ID or --key-file FILE; a new key is made by: mcctl ens callback rotate-key ID",
        )
    return key


def _empty(key_file: str) -> NoReturn:
    raise InputError(f"{key_file} holds no key")


def _moment(milliseconds: Any) -> str:
    from datetime import UTC, datetime

    if not isinstance(milliseconds, int) or not 0 <= milliseconds < 2**47:
        return ""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
