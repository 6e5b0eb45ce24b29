"""`mcctl ens subscription list`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.ens.callback._common import api
from mcctl.commands.ens.subscription._common import COLUMNS
from mcctl.reading import text
from mcctl.session import Session


@verb(READ)
def list_subscriptions(
    session: Session,
    callback: Annotated[
        str | None, typer.Option("--callback", metavar="CALLBACK", help="Only those of this callback.")
    ] = None,
) -> None:
    """List subscriptions; without --callback those of every callback, with a request for each.

    Examples:
      mcctl ens subscription list
      mcctl ens subscription list --callback 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    routes = api(session)
    ids = [callback] if callback else list(filter(None, (text(one, "callbackId") for one in routes.list_callbacks())))
    found = (one for callback_id in ids for one in routes.list_subscriptions(callback_id=callback_id))
    session.show_list(found, COLUMNS)
