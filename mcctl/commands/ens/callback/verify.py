"""`mcctl ens callback verify`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.ens.callback._common import IdArgument, api, probe_name
from mcctl.copying import word
from mcctl.credentials import verification_keys
from mcctl.errors import InputError
from mcctl.session import Session


@verb(WRITE)
def verify_callback(
    session: Session,
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
    keys = verification_keys(session.profile)
    key = verification_key or keys.get(probe_name(callback))
    if key is None:
        raise InputError(
            f"The verification key of callback {callback} is not known here",
            "It was posted to the callback's URL: --verification-key KEY",
        )
    api(session).verify_callback(callback_id=callback, verification_key=key)
    keys.delete(probe_name(callback))
    session.done(
        f"Verified callback {callback}",
        next_command=f"mcctl ens subscription create --name NAME --callback {word(callback)} --event EmailSent",
    )
