"""`mcctl ens callback`: the URLs that Marketing Cloud notifies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import App, Context, DangerousCommand, ReadCommand, WriteCommand
from mcctl.config import ENVIRONMENT
from mcctl.copying import argument, word
from mcctl.errors import InputError, McctlError
from mcctl.reading import get, text, whole

if TYPE_CHECKING:
    from mcctl.rest.ens import EnsApi

app = App("Callbacks: the URLs that Marketing Cloud notifies.")

COLUMNS = {
    "ID": "callbackId",
    "NAME": "callbackName",
    "URL": "url",
    "BATCH SIZE": "maxBatchSize",
    "STATUS": "status",
    "REASON": "statusReason",
}
DEFAULT_BATCH_SIZE = 1000
IdArgument = Annotated[str, typer.Argument(metavar="CALLBACK", help="Id of the callback.")]
CallbackOption = Annotated[
    str | None, typer.Option("--callback", metavar="CALLBACK", help="Id of the callback whose key counts.")
]
SaveOption = Annotated[
    str | None,
    typer.Option("--key-file", metavar="PATH", help="Write the signature key to this file, that only you can read."),
]
BatchSizeOption = Annotated[
    int | None, typer.Option("--max-batch-size", min=100, max=1000, help="Events in a notification, 100 to 1000.")
]


@app.add("list", ReadCommand)
def list_callbacks(ctx: Context) -> None:
    """List the callbacks.

    Examples:
      mcctl ens callback list
    """
    ctx.obj.show_list([_masked(one) for one in api(ctx).list_callbacks()], COLUMNS)


@app.add("get", ReadCommand)
def get_callback(ctx: Context, callback: IdArgument) -> None:
    """Show a callback.

    Examples:
      mcctl ens callback get 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    ctx.obj.show(_masked(api(ctx).get_callback(callback_id=callback)), COLUMNS)


@app.add("create", WriteCommand)
def create_callback(
    ctx: Context,
    name: Annotated[str, typer.Option("--name", help="Name.")],
    url: Annotated[str, typer.Option("--url", help="https URL without port and query; it is probed at once.")],
    max_batch_size: BatchSizeOption = None,
    key_file: SaveOption = None,
) -> None:
    """Register a URL. It must answer a probe at once, and be verified within four hours.

    The signature key, which is never shown again, goes to the keyring, or to a file with --key-file.

    Examples:
      mcctl ens callback create --name hook --url https://hooks.example.com/sfmc
      mcctl ens callback create --name local --url http://127.0.0.1:8026/ --profile emulator
    """
    save = _saver(ctx, key_file)
    created = api(ctx).create_callback(name=name, url=url, max_batch_size=max_batch_size)
    callback_id = text(created, "callbackId")
    _show_saved(ctx, created, save)
    ctx.obj.done(f"Created callback {callback_id}", next_command=f"mcctl ens callback verify {argument(callback_id)}")


@app.add("verify", WriteCommand)
def verify_callback(
    ctx: Context,
    callback: IdArgument,
    verification_key: Annotated[
        str | None,
        typer.Option("--verification-key", metavar="KEY", help="The key that was posted; mcctl ens listen keeps it."),
    ] = None,
) -> None:
    """Prove that a callback is yours, with the key that its URL was sent.

    Examples:
      mcctl ens callback verify 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    from mcctl.credentials import verification_keys

    keys = verification_keys(ctx.obj.profile)
    key = verification_key or keys.get(probe_name(callback))
    if key is None:
        raise InputError(
            f"The verification key of callback {callback} is not known here",
            "It was posted to the callback's URL: --verification-key KEY",
        )
    verified = api(ctx).verify_callback(callback_id=callback, verification_key=key)
    if ctx.obj.dry_run:
        ctx.obj.show(verified)
    else:
        keys.delete(probe_name(callback))
    ctx.obj.done(
        f"Verified callback {callback}",
        next_command=f"mcctl ens subscription create --name NAME --callback {word(callback)} --event EmailSent",
    )


@app.add("update", WriteCommand)
def update_callback(
    ctx: Context,
    callback: IdArgument,
    name: Annotated[str | None, typer.Option("--name", help="New name.")] = None,
    max_batch_size: BatchSizeOption = None,
) -> None:
    """Rename a callback or change its batch size; its URL cannot be changed. It takes up to two minutes.

    Examples:
      mcctl ens callback update 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --max-batch-size 200
    """
    if name is None and max_batch_size is None:
        raise InputError("Nothing to change", "Say what: --name, --max-batch-size")
    routes = api(ctx)
    current = routes.get_callback(callback_id=callback)
    updated = routes.update_callback(
        callback_id=callback,
        name=name or text(current, "callbackName"),
        max_batch_size=max_batch_size or whole(get(current, "maxBatchSize")) or DEFAULT_BATCH_SIZE,
    )
    ctx.obj.show(_masked(updated), COLUMNS)
    ctx.obj.done(f"Changed callback {callback}")


@app.add("rotate-key", DangerousCommand)
def rotate_key(ctx: Context, callback: IdArgument, key_file: SaveOption = None) -> None:
    """Replace a callback's signature key. The old one ends at once; the new one goes to the keyring.

    Examples:
      mcctl ens callback rotate-key 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    save = _saver(ctx, key_file)
    ctx.obj.confirm(f"Replace the signature key of callback {callback}? Receivers that know the old one will refuse.")
    rotated = api(ctx).rotate_key(callback_id=callback)
    _show_saved(ctx, rotated, save)
    ctx.obj.done(f"The signature key of callback {callback} is a new one")


@app.add("delete", DangerousCommand)
def delete_callback(ctx: Context, callback: IdArgument) -> None:
    """Remove a callback. Its subscriptions must be deleted first.

    Examples:
      mcctl ens callback delete 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    ctx.obj.confirm(f"Delete callback {callback}?")
    deleted = api(ctx).delete_callback(callback_id=callback)
    if ctx.obj.dry_run:
        ctx.obj.show(deleted)
    ctx.obj.done(f"Deleted callback {callback}")


def api(ctx: Context) -> EnsApi:
    """Return the routes."""
    from mcctl.rest.ens import EnsApi

    return EnsApi(ctx.obj.client)


def signature_key(ctx: Context, callback_id: str) -> str | None:
    """Return the signature key of a callback, if it is kept on this machine. Raises NotPermitted if its store fails."""
    from mcctl.credentials import signature_keys
    from mcctl.masking import protect

    store = signature_keys(ctx.obj.profile)
    key = store.get(_name(ctx, callback_id)) if store else None
    return protect(key) if key else None


def _masked(callback: Any) -> Any:
    """Return a callback without its signature key, which no answer of these routes should hold."""
    from mcctl.masking import MASK

    if not isinstance(callback, dict):
        return callback
    return {name: MASK if name.lower() == "signaturekey" else value for name, value in callback.items()}


def probe_name(callback_id: str) -> str:
    """Return the name under which the verification key of a callback is kept."""
    return f"ens-probe/{callback_id}"


def _name(ctx: Context, callback_id: str) -> str:
    return f"ens/{callback_id}@{ctx.obj.profile.rest_url}"


def _saver(ctx: Context, key_file: str | None) -> Callable[[str, str], None]:
    """Return what keeps a signature key, made sure of before there is one: it is shown only once.

    Raises InputError where there is no place for it, NotPermitted where the keyring fails.
    """
    from mcctl.credentials import signature_keys
    from mcctl.files import write_file

    store = None if ctx.obj.dry_run else signature_keys(ctx.obj.profile)
    if key_file and (Path(key_file).exists() or not Path(key_file).absolute().parent.is_dir()):
        raise InputError(f"{key_file} is already there, or its folder is not; nothing was sent")
    if store is None and not key_file and not ctx.obj.dry_run:
        raise InputError(
            f"There is no keyring for credentials from the {ENVIRONMENT}", "Say where the key shall go: --key-file PATH"
        )
    if store:
        store.get(_name(ctx, "test"))

    def save(callback_id: str, key: str) -> None:
        if key_file:
            write_file(Path(key_file), key.encode(), overwrite=False, private=True)
        if store:
            store.set(_name(ctx, callback_id), key)

    return save


def _show_saved(ctx: Context, answer: dict[str, Any], save: Callable[[str, str], None]) -> None:
    """Keep the signature key of an answer, and show the rest. Raises McctlError, telling how to get another key."""
    from mcctl.masking import protect

    key, callback_id = text(answer, "signatureKey"), text(answer, "callbackId")
    if not key or ctx.obj.dry_run:
        ctx.obj.show(answer)
        return
    try:
        save(callback_id, protect(key))
    except McctlError as error:
        error.message = f"Callback {callback_id} has a key, but it was not kept: {error.message}"
        error.hint = f"Make another: mcctl ens callback rotate-key {argument(callback_id)}"
        raise
    shown = {header: name for header, name in COLUMNS.items() if get(answer, name) is not None}
    ctx.obj.show(_masked(answer), {**shown, "SIGNATURE KEY": "signatureKey"})
    ctx.obj.output.note("Its signature key is kept, and never shown again")
