"""Which key a notification is signed with."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

from mcctl.commands.ens.callback._common import signature_key
from mcctl.documents import read_text
from mcctl.errors import InputError
from mcctl.masking import protect
from mcctl.session import Session

KeyFileOption = Annotated[
    str | None, typer.Option("--key-file", metavar="FILE", help="The signature key is in this file; - for stdin.")
]


def key_of(session: Session, key_file: str | None, callback: str | None) -> str:
    if key_file:
        return protect(read_text(key_file).strip() or _empty(key_file))
    key = signature_key(session, callback) if callback else None
    if key is None:
        raise InputError(
            f"The signature key of callback {callback} is not on this machine" if callback else "Which key?",
            "Give --callback ID or --key-file FILE; a new key is made by: mcctl ens callback rotate-key ID",
        )
    return key


def _empty(key_file: str) -> NoReturn:
    raise InputError(f"{key_file} holds no key")
