"""`mcctl auth login`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl import config
from mcctl.commands._verb import READ, verb
from mcctl.commands.auth._login import (
    DEFAULT_PROFILE,
    changes_told,
    check_login_type,
    chosen_hosts,
    new_secret,
    profile_name,
    tell_use,
    try_login,
)
from mcctl.commands.auth._personalization import log_in
from mcctl.config import ENGAGEMENT, Profile
from mcctl.credentials import StoredToken, kept, place_of, usable_backend
from mcctl.documents import given
from mcctl.errors import InputError
from mcctl.rest.auth import Grant
from mcctl.session import Session


@verb(READ)
def login(
    session: Session,
    subdomain: Annotated[
        str | None,
        typer.Option(
            "--subdomain", metavar="SUBDOMAIN", help="The tenant's subdomain, or any of its URLs, pasted whole."
        ),
    ] = None,
    client_id: Annotated[
        str | None, typer.Option("--client-id", metavar="CLIENT_ID", help="Client id of the installed package.")
    ] = None,
    client_secret_file: Annotated[
        str | None,
        typer.Option("--client-secret-file", metavar="FILE", help="Read the client secret there; - for stdin."),
    ] = None,
    account_id: Annotated[
        str | None,
        typer.Option("--account-id", metavar="MID", help="Business unit; the integration's own if not given."),
    ] = None,
    scope: Annotated[
        str | None, typer.Option("--scope", metavar="SCOPES", help="Ask for these scopes only, separated by spaces.")
    ] = None,
    production: Annotated[
        bool | None, typer.Option("--production/--no-production", help="Name the business unit before every write.")
    ] = None,
    auth_url: Annotated[
        str | None, typer.Option("--auth-url", metavar="URL", help="Authentication host, instead of a subdomain.")
    ] = None,
    rest_url: Annotated[
        str | None,
        typer.Option(
            "--rest-url", metavar="URL", help="REST host, instead of a subdomain; for --type personalization its own."
        ),
    ] = None,
    insecure_storage: Annotated[
        bool,
        typer.Option(
            "--insecure-storage",
            help="Keep the secret in a file of mode 0600, not in the OS keyring.",
            show_default=False,
        ),
    ] = False,
    login_type: Annotated[
        str, typer.Option("--type", metavar="engagement|personalization", help="What to log in to.", show_default=False)
    ] = ENGAGEMENT,
    organization: Annotated[
        str | None, typer.Option("--org", metavar="MID", help="personalization: MID of the organization.")
    ] = None,
    key_file: Annotated[
        str | None,
        typer.Option("--key-file", metavar="FILE", help="personalization: read the API key there; - for stdin."),
    ] = None,
) -> None:
    """Log in to a tenant with a server-to-server integration, or to Personalization Builder with its API key.

    The login is tried before anything is saved. The secret goes to the OS keyring, all else to the profile
    (-p NAME, else "default"). A profile that is there keeps what is not named; the first one comes into use, others
    by `auth switch`. The secret is asked for without being shown, or read from --client-secret-file. A login
    of --type personalization wants the MID of the organization (--org) and the API key; its profile is called
    "personalization" unless -p says otherwise, and `mcctl personalization` finds it by itself.

    Examples:
      mcctl auth login
      mcctl auth login --type personalization --org 12345678
      mcctl auth login -p prod --subdomain mc563885gzs27c5t9-63k636ttgm --account-id 510001234 --production
      pass show sfmc | mcctl auth login --subdomain URL --client-id ID --client-secret-file -
    """
    if login_type != ENGAGEMENT:
        check_login_type(login_type, subdomain, client_id, client_secret_file, account_id, scope, auth_url)

        log_in(
            session,
            organization=organization,
            key_file=key_file,
            url=rest_url,
            production=bool(production),
            insecure_storage=insecure_storage,
        )
        return
    if organization or key_file:
        raise InputError("--org and --key-file go only with --type personalization")
    out = session.output
    name = config.check_profile_name(profile_name(session, DEFAULT_PROFILE))
    before = session.config.profiles.get(name)
    in_file = insecure_storage or (before is not None and before.storage == "file")
    backend = None if in_file else usable_backend()
    auth_url, rest_url = chosen_hosts(session, before, subdomain, auth_url, rest_url)
    client_id = client_id or (before.client_id if before else out.ask("Client id", flag="--client-id"))
    named = given({"account_id": account_id, "scope": scope, "production": production})
    profile = (before or Profile(name, auth_url, rest_url, client_id))._replace(
        **{"auth_url": auth_url, "rest_url": rest_url, "client_id": client_id.strip(), "keyring": backend, **named},
        storage="file" if in_file else "keyring",
    )
    secret = new_secret(session, "client secret", client_secret_file, "--client-secret-file")
    token = try_login(session, Grant(auth_url, profile.client_id, secret, profile.account_id, profile.scope))
    with kept(profile, secret):
        StoredToken(profile, profile.account_id).save(token)
        current = config.update(lambda current: current.with_profile(profile)).current
    out.note(f"Logged in as profile {name}; the secret is in {place_of(profile)}")
    for change in changes_told(before, profile) if before else ():
        out.note(f"Changed: {change}")
    tell_use(session, name, current)
