"""`mcctl auth login` and `refresh`: keeping a login, and its new secret after the old one was rotated."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl import config, hosts
from mcctl.commands import Context
from mcctl.config import EMULATOR, ENGAGEMENT, LOGIN_TYPES, PERSONALIZATION, Profile
from mcctl.errors import InputError, McctlError, NotPermitted, Refused, Unavailable

if TYPE_CHECKING:
    from mcctl.rest.auth import Grant, Token
    from mcctl.rest.http import Sender

DEFAULT_PROFILE = "default"


def login(
    ctx: Context,
    subdomain: Annotated[
        str | None,
        typer.Option("--subdomain", help="The tenant's subdomain, or any of its URLs, pasted whole."),
    ] = None,
    client_id: Annotated[str | None, typer.Option("--client-id", help="Client id of the installed package.")] = None,
    client_secret_file: Annotated[
        str | None,
        typer.Option("--client-secret-file", metavar="FILE", help="Read the client secret there; - for stdin."),
    ] = None,
    account_id: Annotated[
        str | None,
        typer.Option("--account-id", metavar="MID", help="Business unit; the integration's own if not given."),
    ] = None,
    scope: Annotated[
        str | None, typer.Option("--scope", help="Ask for these scopes only, separated by spaces.")
    ] = None,
    production: Annotated[
        bool | None,
        typer.Option("--production/--no-production", help="Name the business unit before every write."),
    ] = None,
    auth_url: Annotated[
        str | None,
        typer.Option("--auth-url", metavar="URL", help="Authentication host, instead of a subdomain."),
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
        str,
        typer.Option("--type", metavar="engagement|personalization", help="What to log in to.", show_default=False),
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
    from mcctl.credentials import StoredToken, kept, place_of, usable_backend
    from mcctl.documents import given
    from mcctl.rest.auth import Grant

    if login_type != ENGAGEMENT:
        _check_type(login_type, subdomain, client_id, client_secret_file, account_id, scope, auth_url)
        from mcctl.commands.personalization_login import log_in

        log_in(
            ctx,
            organization=organization,
            key_file=key_file,
            url=rest_url,
            production=bool(production),
            insecure_storage=insecure_storage,
        )
        return
    if organization or key_file:
        raise InputError("--org and --key-file go only with --type personalization")
    out = ctx.obj.output
    name = config.check_profile_name(profile_name(ctx, DEFAULT_PROFILE))
    before = ctx.obj.config.profiles.get(name)
    in_file = insecure_storage or (before is not None and before.storage == "file")
    backend = None if in_file else usable_backend()
    auth_url, rest_url = _hosts(ctx, before, subdomain, auth_url, rest_url)
    client_id = client_id or (before.client_id if before else out.ask("Client id", flag="--client-id"))
    named = given({"account_id": account_id, "scope": scope, "production": production})
    profile = replace(
        before or Profile(name, auth_url, rest_url, client_id),
        **{"auth_url": auth_url, "rest_url": rest_url, "client_id": client_id.strip(), "keyring": backend, **named},
        storage="file" if in_file else "keyring",
    )
    secret = new_secret(ctx, "client secret", client_secret_file, "--client-secret-file")
    token = _try(ctx, Grant(auth_url, profile.client_id, secret, profile.account_id, profile.scope))
    with kept(profile, secret):
        StoredToken(profile, profile.account_id).save(token)
        current = config.update(lambda current: current.with_profile(profile)).current
    out.note(f"Logged in as profile {name}; the secret is in {place_of(profile)}")
    for change in _changes(before, profile) if before else ():
        out.note(f"Changed: {change}")
    _tell_use(ctx, name, current)


def refresh(
    ctx: Context,
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
    from mcctl.credentials import StoredToken, kept
    from mcctl.rest.auth import Grant

    name = profile_name(ctx, ctx.obj.config.current or "")
    if not name:
        raise InputError("No profile is in use; name one with --profile", "mcctl auth list")
    profile = ctx.obj.config.profile(name)
    if name == EMULATOR:
        raise InputError("The emulator has no secret that could change")
    secret = new_secret(ctx, "new secret", secret_file, "--secret-file")
    if profile.type == PERSONALIZATION:
        from mcctl.commands.personalization_login import try_key

        try_key(ctx, profile, secret)
        with kept(profile, secret):
            pass
    else:
        token = _try(ctx, Grant(profile.auth_url, profile.client_id, secret, profile.account_id, profile.scope))
        with kept(profile, secret):
            StoredToken(profile, profile.account_id).save(token)
    ctx.obj.output.note(f"Profile {name} has its new secret")


def profile_name(ctx: Context, usual: str) -> str:
    """Return the profile that is named; MCCTL_PROFILE=emulator is for rehearsals, and names none to log in with."""
    source = ctx.get_parameter_source("profile")
    name = ctx.obj.options["profile"]
    is_rehearsal = name == EMULATOR and source is not None and source.name == "ENVIRONMENT"
    return usual if name is None or is_rehearsal else str(name)


def new_secret(ctx: Context, label: str, file: str | None, flag: str) -> str:
    """Return a secret from a file, or as it is typed. Raises InputError for an empty one."""
    from mcctl.documents import read_text

    secret = read_text(file).strip() if file else ctx.obj.output.ask_secret(label[0].upper() + label[1:], flag=flag)
    if not secret:
        raise InputError(f"The {label} is empty")
    return secret


def _hosts(
    ctx: Context, before: Profile | None, subdomain: str | None, auth_url: str | None, rest_url: str | None
) -> tuple[str, str]:
    """Return both hosts: as named, else as before, else as they are told when asked for. Raises InputError."""
    if auth_url or rest_url:
        return _urls(auth_url, rest_url)
    if before and not subdomain:
        return before.auth_url, before.rest_url
    return hosts.tenant_urls(subdomain or ctx.obj.output.ask("Subdomain", flag="--subdomain"))


def _tell_use(ctx: Context, name: str, current: str | None) -> None:
    """Say which profile is in use after a login, and what to type next."""
    note = ctx.obj.output.note
    if current != name:
        note(f"In use is still profile {current}; to use this one: mcctl auth switch {name}")
        note(f"Next: mcctl auth status -p {name}")
        return
    if ctx.obj.config.current != name:
        note(f"Profile {name} is in use now")
    note("Next: mcctl auth status")


def _changes(before: Profile, after: Profile) -> list[str]:
    """Return in words what a login changed in a profile."""
    shown = ("auth_url", "rest_url", "client_id", "account_id", "scope", "production", "storage")
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in shown]
    return [f"{name.replace('_', ' ')} from {old} to {new}" for name, old, new in pairs if old != new]


def _check_type(login_type: str, *others: str | None) -> None:
    """Raise InputError for an unknown type of login, and for options that one to Personalization Builder has not."""
    if login_type != PERSONALIZATION:
        raise InputError(f"--type {login_type!r} must be one of {', '.join(LOGIN_TYPES)}")
    if any(others):
        raise InputError("A login of --type personalization has an --org and a --key-file, and none of these options")


def _urls(auth_url: str | None, rest_url: str | None) -> tuple[str, str]:
    if not auth_url or not rest_url:
        raise InputError("--auth-url and --rest-url go together")
    return hosts.base_url(auth_url, name="--auth-url"), hosts.base_url(rest_url, name="--rest-url")


def _try(ctx: Context, grant: Grant) -> Token:
    """Ask for a token. Raises an error that says which part of the login is wrong."""
    from mcctl.rest.http import Sender

    sender = Sender(timeout=ctx.obj.options["timeout"])
    with sender.one_deadline():
        return _tried(sender, grant)


def _tried(sender: Sender, grant: Grant) -> Token:
    from mcctl.rest.auth import request_token

    try:
        return request_token(sender, grant)
    except Unavailable as error:
        if error.status is None:
            error.hint = f"Is the subdomain right? It makes the host {grant.auth_url}. Nothing was saved"
        raise
    except (NotPermitted, Refused) as error:
        raise NotPermitted(
            f"{_fault(sender, grant, error)}; nothing was saved",
            error.message,
            status=error.status,
            errorcode=error.errorcode,
        ) from error


def _fault(sender: Any, grant: Grant, error: McctlError) -> str:
    """Return which part of a refused login is wrong, by trying it without its optional parts."""
    if error.errorcode == "invalid_scope":
        return f"The scope is wrong: the installed package does not have all of {grant.scope!r}"
    if grant.account_id and _works(sender, replace(grant, account_id=None)):
        return (
            f"The business unit {grant.account_id} is wrong: this integration is not enabled for it, or there is none"
        )
    if grant.scope and _works(sender, replace(grant, scope=None)):
        return f"The scope is wrong: {grant.scope!r} is refused"
    return "The client id or the client secret is wrong (Marketing Cloud does not say which)"


def _works(sender: Any, grant: Grant) -> bool:
    from mcctl.rest.auth import request_token

    try:
        request_token(sender, grant)
    except (NotPermitted, Refused):
        return False
    return True
