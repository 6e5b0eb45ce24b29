"""`mcctl ens callback create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.ens.callback._common import BatchSizeOption, SaveOption, api, probe_awaited, saver_of, show_saved
from mcctl.copying import argument
from mcctl.reading import text
from mcctl.session import Session


@verb(WRITE)
def create_callback(
    session: Session,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Name.")],
    url: Annotated[
        str, typer.Option("--url", metavar="URL", help="https URL without port and query; it is probed at once.")
    ],
    max_batch_size: BatchSizeOption = None,
    key_file: SaveOption = None,
) -> None:
    """Register a URL. It must answer a probe at once, and be verified within four hours.

    The signature key, which is never shown again, goes to the keyring, or to a file with --key-file.

    Examples:
      mcctl ens callback create --name hook --url https://hooks.example.com/sfmc
      mcctl ens callback create --name local --url http://127.0.0.1:8026/ --profile emulator
    """
    save = saver_of(session, key_file)
    with probe_awaited(session):
        created = api(session).create_callback(name=name, url=url, max_batch_size=max_batch_size)
    callback_id = text(created, "callbackId")
    show_saved(session, created, save)
    session.done(f"Created callback {callback_id}", next_command=f"mcctl ens callback verify {argument(callback_id)}")
