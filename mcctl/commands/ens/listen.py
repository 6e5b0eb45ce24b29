"""`mcctl ens listen`."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.ens._common import KeyFileOption, key_of
from mcctl.commands.ens._listener import Listener
from mcctl.commands.ens.callback._common import CallbackOption, is_probe_awaited, probe_name, signature_key
from mcctl.credentials import verification_keys
from mcctl.reading import first, get
from mcctl.session import Session
from mcctl.words import counted

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


@verb(READ)
def listen(
    session: Session,
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Port on 127.0.0.1; 0 picks a free one.")
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
    any_probe: Annotated[
        bool, typer.Option("--any-probe", help="Take probes at any time, for callbacks made elsewhere than here.")
    ] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", metavar="N", min=1, help="Stop after this many events.")
    ] = None,
) -> None:
    """Receive notifications on this machine and print their events, until Ctrl-C.

    Probes are answered while `mcctl ens callback create` on this machine waits for one; with --any-probe at any time.
    Wrong signatures are refused and counted. Marketing Cloud calls https only: put a tunnel before it, and name it with
    --host, since only what is meant for this machine is let in.
    The emulator calls it directly. --callback names one that was probed before; new ones are known by their probe.

    Examples:
      mcctl ens listen
      mcctl ens listen --host hooks.example.com
      mcctl ens listen --port 8026 --forward-to http://127.0.0.1:3000/hook -o jsonl > events.jsonl
      mcctl ens listen --callback 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --limit 1 -o json
    """
    keys = verification_keys(session.profile)
    out, given = session.output, key_of(session, key_file, None) if key_file else None
    listener = Listener(
        port,
        key_of=lambda callback_id: given or signature_key(session, callback_id),
        is_awaited=(lambda: True) if any_probe else is_probe_awaited,
        remember=lambda callback_id, key: keys.set(probe_name(callback_id), key),
        note=out.note,
        hosts=host or (),
        forward_to=forward_to,
    )
    listener.callbacks.update({callback} if callback else {"--key-file"} if given else ())
    if callback and not given and signature_key(session, callback) is None:
        out.note(f"The signature key of callback {callback} is not on this machine: its notifications will be refused")
    with suppress(KeyboardInterrupt):
        out.note(f"Listening on {listener.url}; stop with Ctrl-C")
        out.show_stream(listener.events(limit), EVENT_COLUMNS)
    out.note(f"{counted(listener.accepted, 'event')}, {counted(listener.refused, 'request')} refused")


def _moment(milliseconds: Any) -> str:
    if not isinstance(milliseconds, int) or not 0 <= milliseconds < 2**47:
        return ""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
