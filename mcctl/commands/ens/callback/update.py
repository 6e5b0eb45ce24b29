"""`mcctl ens callback update`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.ens.callback._common import COLUMNS, BatchSizeOption, IdArgument, api, masked_key
from mcctl.errors import InputError
from mcctl.reading import get, text, whole
from mcctl.session import Session

DEFAULT_BATCH_SIZE = 1000


@verb(WRITE)
def update_callback(
    session: Session,
    callback: IdArgument,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="New name.")] = None,
    max_batch_size: BatchSizeOption = None,
) -> None:
    """Rename a callback or change its batch size; its URL cannot be changed. It takes up to two minutes.

    Examples:
      mcctl ens callback update 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --max-batch-size 200
    """
    if name is None and max_batch_size is None:
        raise InputError("Nothing to change", "Say what: --name, --max-batch-size")
    routes = api(session)
    current = routes.get_callback(callback_id=callback)
    updated = routes.update_callback(
        callback_id=callback,
        name=name or text(current, "callbackName"),
        max_batch_size=max_batch_size or whole(get(current, "maxBatchSize")) or DEFAULT_BATCH_SIZE,
    )
    session.show(masked_key(updated), COLUMNS)
    session.done(f"Changed callback {callback}")
