"""What the commands of callbacks share: columns, and keeping their keys."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Annotated, Any

import typer

from mcctl.config import ENVIRONMENT
from mcctl.copying import argument
from mcctl.credentials import signature_keys
from mcctl.errors import InputError, McctlError
from mcctl.files import write_file
from mcctl.locks import held, is_held
from mcctl.masking import MASK, protect
from mcctl.reading import get, text
from mcctl.rest.ens import EnsApi
from mcctl.session import Session

COLUMNS = {
    "NAME": "callbackName",
    "ID": "callbackId",
    "URL": "url",
    "BATCH SIZE": "maxBatchSize",
    "STATUS": "status",
    "REASON": "statusReason",
}
_PROBE = "ens-probe"
_PROBE_SECONDS = 150.0  # longer than the creation of a callback, with its probe
IdArgument = Annotated[str, typer.Argument(metavar="CALLBACK", help="Id of the callback.")]
CallbackOption = Annotated[
    str | None, typer.Option("--callback", metavar="CALLBACK", help="Id of the callback whose key counts.")
]
SaveOption = Annotated[
    str | None,
    typer.Option("--key-file", metavar="PATH", help="Write the signature key to this file, that only you can read."),
]
BatchSizeOption = Annotated[
    int | None,
    typer.Option("--max-batch-size", metavar="N", min=100, max=1000, help="Events in a notification, 100 to 1000."),
]


def api(session: Session) -> EnsApi:
    """Return the routes."""
    return EnsApi(session.client)


def signature_key(session: Session, callback_id: str) -> str | None:
    """Return the signature key of a callback, if it is kept on this machine. Raises NotPermitted if its store fails."""
    store = signature_keys(session.profile)
    key = store.get(_name(session, callback_id)) if store else None
    return protect(key) if key else None


def masked_key(callback: Any) -> Any:
    """Return a callback without its signature key, which no answer of these routes should hold."""
    if not isinstance(callback, dict):
        return callback
    return {name: MASK if name.lower() == "signaturekey" else value for name, value in callback.items()}


def probe_awaited(session: Session) -> AbstractContextManager[None]:
    """Return what lets a listener on this machine take a probe: a callback is created meanwhile, one at a time."""
    patience = min(session.settings.timeout or _PROBE_SECONDS, _PROBE_SECONDS)
    return held(_PROBE, patience, "is creating a callback")


def is_probe_awaited() -> bool:
    """Return whether a callback is being created on this machine. Raises InputError where nobody could know."""
    return is_held(_PROBE)


def probe_name(callback_id: str) -> str:
    """Return the name under which the verification key of a callback is kept."""
    return f"ens-probe/{callback_id}"


def _name(session: Session, callback_id: str) -> str:
    return f"ens/{callback_id}@{session.profile.rest_url}"


def saver_of(session: Session, key_file: str | None) -> Callable[[str, str], None]:
    """Return what keeps a signature key, made sure of before there is one: it is shown only once.

    Raises InputError where there is no place for it, NotPermitted where the keyring fails.
    """
    store = None if session.dry_run else signature_keys(session.profile)
    if key_file and (Path(key_file).exists() or not Path(key_file).absolute().parent.is_dir()):
        raise InputError(f"{key_file} is already there, or its folder is not; nothing was sent")
    if store is None and not key_file and not session.dry_run:
        raise InputError(
            f"There is no keyring for credentials from the {ENVIRONMENT}", "Say where the key shall go: --key-file PATH"
        )
    if store:
        store.get(_name(session, "test"))

    def save(callback_id: str, key: str) -> None:
        if key_file:
            write_file(Path(key_file), key.encode(), overwrite=False, private=True)
        if store:
            store.set(_name(session, callback_id), key)

    return save


def show_saved(session: Session, answer: dict[str, Any], save: Callable[[str, str], None]) -> None:
    """Keep the signature key of an answer, and show the rest. Raises McctlError, telling how to get another key."""
    key, callback_id = text(answer, "signatureKey"), text(answer, "callbackId")
    if not key:
        session.show(answer)
        return
    try:
        save(callback_id, protect(key))
    except McctlError as error:
        error.message = f"Callback {callback_id} has a key, but it was not kept: {error.message}"
        error.hint = f"Make another: mcctl ens callback rotate-key {argument(callback_id)}"
        raise
    shown = {header: name for header, name in COLUMNS.items() if get(answer, name) is not None}
    session.show(masked_key(answer), {**shown, "SIGNATURE KEY": "signatureKey"})
    session.output.note("Its signature key is kept, and never shown again")
