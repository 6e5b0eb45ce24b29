"""`mcctl auth refresh`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.auth._login import new_secret, profile_name, try_login
from mcctl.commands.auth._personalization import try_key
from mcctl.config import EMULATOR, PERSONALIZATION
from mcctl.credentials import StoredToken, kept
from mcctl.errors import InputError
from mcctl.rest.auth import Grant
from mcctl.session import Session


@verb(READ)
def refresh(
    session: Session,
    secret_file: Annotated[
        str | None, typer.Option("--secret-file", metavar="FILE", help="Read the new secret there; - for stdin.")
    ] = None,
) -> None:
    """Give a profile its new secret after the old one was rotated; all else of the login stays as it is.

    The secret is tried before it is kept. It is asked for without being shown, or read from --secret-file. A login to
    Personalization Builder gets a new API key.

    Examples:
      mcctl auth refresh
      pass show sfmc | mcctl auth refresh -p prod --secret-file -
    """
    name = profile_name(session, session.config.current or "")
    if not name:
        raise InputError("No profile is in use; name one with --profile", "mcctl auth list")
    profile = session.config.profile(name)
    if name == EMULATOR:
        raise InputError("The emulator has no secret that could change")
    secret = new_secret(session, "new secret", secret_file, "--secret-file")
    if profile.type == PERSONALIZATION:
        try_key(session, profile, secret)
        with kept(profile, secret):
            pass
    else:
        token = try_login(
            session, Grant(profile.auth_url, profile.client_id, secret, profile.account_id, profile.scope)
        )
        with kept(profile, secret):
            StoredToken(profile, profile.account_id).save(token)
    session.output.note(f"Profile {name} has its new secret")
