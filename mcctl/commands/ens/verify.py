"""`mcctl ens verify`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.ens._common import KeyFileOption, key_of
from mcctl.commands.ens.callback._common import CallbackOption
from mcctl.documents import read_bytes
from mcctl.errors import InputError
from mcctl.rest.ens import is_signed
from mcctl.session import Session


@verb(READ)
def verify(
    session: Session,
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
    if file == "-" and key_file == "-":
        raise InputError("Standard input can be read only once: give - to one option")
    key = key_of(session, key_file, callback)
    if not is_signed(read_bytes(file), signature, key):
        raise InputError("The signature is wrong: this was not signed with that key, or not these bytes")
    session.output.note("The signature is right")
