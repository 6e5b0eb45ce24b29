"""`mcctl auth login --type personalization`: the API key of Personalization Builder."""

from __future__ import annotations

from mcctl import config
from mcctl.commands.auth._login import new_secret, profile_name
from mcctl.config import Profile
from mcctl.credentials import kept, personalization_profile, personalization_url, place_of, usable_backend
from mcctl.errors import NotPermitted
from mcctl.masking import protect
from mcctl.rest.auth import MemoryStore, Token, Tokens
from mcctl.rest.client import Client
from mcctl.rest.personalization import PersonalizationApi
from mcctl.senders import new_sender
from mcctl.session import Session

DEFAULT_PROFILE = "personalization"


def log_in(
    session: Session,
    *,
    organization: str | None,
    key_file: str | None,
    url: str | None,
    production: bool,
    insecure_storage: bool,
) -> None:
    """Try an API key, and keep it. organization: its MID. url: another host, such as the emulator's.

    Raises NotPermitted when the key is refused, or cannot be kept.
    """
    out = session.output
    name = config.check_profile_name(profile_name(session, DEFAULT_PROFILE))
    config.load().with_profile(personalization_profile(name))  # before a secret is asked for
    backend = None if insecure_storage else usable_backend()
    organization = organization or out.ask("MID of the organization", flag="--org")
    organization = config.check_mid(organization.strip(), option="--org")
    key = new_secret(session, "API key", key_file, "--key-file")
    profile = personalization_profile(
        name,
        url or personalization_url(),
        client_id=organization,
        production=production,
        storage="file" if insecure_storage else "keyring",
        keyring=backend,
    )
    try_key(session, profile, key)
    with kept(profile, key):
        config.update(lambda current: current.with_profile(profile))
    out.note(f"Logged in to Personalization Builder as profile {name}; the API key is in {place_of(profile)}")
    out.note("Next: mcctl personalization privacy set --help")


def try_key(session: Session, profile: Profile, key: str) -> None:
    """Raise NotPermitted, Refused or Unavailable unless a key is taken."""

    def refused() -> Token:
        raise NotPermitted(
            "Personalization Builder refused the API key; nothing was saved",
            "It is in Predictive Intelligence > Reporting > Admin Tools > Manage API Keys",
        )

    store = MemoryStore()
    store.save(Token(protect(key), 0, float("inf")))
    client = Client(
        new_sender(timeout=session.settings.timeout, clock=session.clock),
        rest_url=profile.rest_url,
        auth_url=profile.auth_url,
        tokens=lambda: Tokens(refused, store),
    )
    PersonalizationApi(client, profile.client_id).try_key()
    session.output.note(f"The key was not refused for organization {profile.client_id}")
