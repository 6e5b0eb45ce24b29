"""`mcctl auth logout`."""

from __future__ import annotations

from mcctl import config
from mcctl.commands._verb import READ, verb
from mcctl.config import EMULATOR
from mcctl.credentials import StoredToken, secret_name, store_of
from mcctl.errors import InputError
from mcctl.session import Session


@verb(READ)
def logout(session: Session) -> None:
    """Forget a login: its profile, its secret and its token.

    Examples:
      mcctl auth logout
      mcctl auth logout -p prod
    """
    name = session.settings.profile or session.config.current
    if not name:
        raise InputError("No profile is in use; name one with --profile", "mcctl auth list")
    if name == EMULATOR:
        raise InputError("The emulator needs no login, so there is none to forget")
    profile = session.config.profile(name)
    others = session.config.without(name)
    StoredToken(profile, profile.account_id).delete()
    if secret_name(profile) not in map(secret_name, others.profiles.values()):
        store_of(profile).delete(secret_name(profile))
    config.update(lambda current: current.without(name))
    session.output.note(f"Logged out of profile {name}")
