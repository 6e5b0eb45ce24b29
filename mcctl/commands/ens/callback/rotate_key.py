"""`mcctl ens callback rotate-key`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.ens.callback._common import IdArgument, SaveOption, api, saver_of, show_saved
from mcctl.session import Session


@verb(DANGEROUS)
def rotate_key(session: Session, callback: IdArgument, key_file: SaveOption = None) -> None:
    """Replace a callback's signature key. The old one ends at once; the new one goes to the keyring.

    Examples:
      mcctl ens callback rotate-key 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c
    """
    save = saver_of(session, key_file)
    session.confirm(f"Replace the signature key of callback {callback}? Receivers that know the old one will refuse.")
    rotated = api(session).rotate_key(callback_id=callback)
    show_saved(session, rotated, save)
    session.done(f"The signature key of callback {callback} is a new one")
