"""The kinds of login, and what a command with each is given."""

from __future__ import annotations

from functools import cached_property

from mcctl.config import PERSONALIZATION, Profile
from mcctl.copying import word
from mcctl.credentials import (
    EnvironmentLogin,
    personalization_from_environment,
    personalization_profile,
)
from mcctl.errors import InputError, NotPermitted
from mcctl.rest.auth import Token, Tokens
from mcctl.session import REHEARSE, Session, fixed


class PersonalizationSession(Session):
    """One run of mcctl, with a login to Personalization Builder: an API key stands where a token does elsewhere."""

    login_type = PERSONALIZATION

    @cached_property
    def tokens(self) -> Tokens:
        """The API key."""
        return Tokens(_refused_key, fixed(self.secret))

    def _from_environment(self) -> EnvironmentLogin | None:
        return personalization_from_environment()

    def _no_login(self) -> Profile:
        return personalization_profile("none")

    def _usual_profile(self) -> str | None:
        """Return the only login of this type. Raises InputError where there are several."""
        found = [profile.name for profile in self.config.profiles.values() if profile.type == self.login_type]
        if len(found) > 1:
            raise InputError(f"Which login? There are: {', '.join(found)}", f"Name one: --profile {word(found[0])}")
        return found[0] if found else None

    def _not_logged_in(self) -> NotPermitted:
        login = f"mcctl auth login --type {self.login_type}"
        return NotPermitted("Not logged in to Personalization Builder", f"{login}, {REHEARSE}")

    def _place(self) -> str:
        return f"organization {self.profile.client_id}"


SESSIONS = {kind.login_type: kind for kind in (Session, PersonalizationSession)}
"""Type of login -> what a command with that login is given."""


def _refused_key() -> Token:
    raise NotPermitted(
        "Personalization Builder refused the API key",
        f"Look at MCCTL_PERSONALIZATION_KEY, or mcctl auth login --type {PERSONALIZATION}",
    )
