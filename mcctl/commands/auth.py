"""`mcctl auth`: logging in, and what a login may do."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl import config, hosts
from mcctl.commands import App, Context, ReadCommand
from mcctl.config import EMULATOR, ENGAGEMENT, ENVIRONMENT, LOGIN_TYPES, PERSONALIZATION, Profile
from mcctl.errors import InputError, McctlError, NotPermitted, Refused, Unavailable
from mcctl.output import Columns

if TYPE_CHECKING:
    from mcctl.rest.auth import Grant, Token

app = App("Log in to a tenant; see what a login may do.")

DEFAULT_PROFILE = "default"
NEEDED_SCOPES = {
    "asset list, get, download": {"documents_and_images_read"},
    "asset create, upload": {"saved_content_write"},
    "asset patch, delete": {"documents_and_images_write"},
    "folder list, get": {"documents_and_images_read"},
    "folder create, update, delete": {"documents_and_images_write"},
    "tx definition, queue, status, unsent (email)": {"email_read", "email_write"},
    "tx send (email)": {"email_read", "email_send"},
    "tx definition, queue, status, unsent (sms)": {"sms_read", "sms_write"},
    "tx send (sms)": {"sms_read", "sms_send"},
    "sms send, list-send, queue-mo": {"sms_send"},
    "sms status, history, subscription, refresh-list": {"sms_read"},
    "sms keyword": {"sms_write"},
    "sms import": {"automations_read", "sms_read"},
    "sms import-send": {"automations_read", "sms_read", "sms_send"},
    "ens callback": {f"event_notification_callback_{verb}" for verb in ("create", "read", "update", "delete")},
    "ens subscription": {f"event_notification_subscription_{verb}" for verb in ("create", "read", "update", "delete")},
}
"""What the vendor's table asks for, route by route (rest-api-permission-ids-and-scopes.md)."""

LIST_COLUMNS: Columns = {
    "": lambda profile: "*" if profile["current"] else "",
    "NAME": "name",
    "TYPE": "type",
    "HOST": "rest_url",
    "CLIENT ID": "client_id",
    "BUSINESS UNIT": "account_id",
    "SECRET IN": "storage",
    "PRODUCTION": lambda profile: "yes" if profile["production"] else "",
}


@app.add("login", ReadCommand)
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
        bool,
        typer.Option("--production", help="Name the business unit before every write.", show_default=False),
    ] = False,
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
    (-p NAME, else "default"). The secret is asked for without being shown, or read from --client-secret-file. A login
    of --type personalization wants the MID of the organization (--org) and the API key; its profile is called
    "personalization" unless -p says otherwise, and `mcctl personalization` finds it by itself.

    Examples:
      mcctl auth login
      mcctl auth login --type personalization --org 12345678
      mcctl auth login -p prod --subdomain mc563885gzs27c5t9-63k636ttgm --account-id 510001234 --production
      pass show sfmc | mcctl auth login --subdomain URL --client-id ID --client-secret-file -
    """
    from mcctl.credentials import StoredToken, kept, place_of, usable_backend
    from mcctl.documents import read_text
    from mcctl.rest.auth import Grant

    if login_type != ENGAGEMENT:
        _check_type(login_type, subdomain, client_id, client_secret_file, account_id, scope, auth_url)
        from mcctl.commands.personalization_login import log_in

        log_in(
            ctx,
            organization=organization,
            key_file=key_file,
            url=rest_url,
            production=production,
            insecure_storage=insecure_storage,
        )
        return
    if organization or key_file:
        raise InputError("--org and --key-file go only with --type personalization")
    out = ctx.obj.output
    name = config.check_profile_name(ctx.obj.options["profile"] or DEFAULT_PROFILE)
    backend = None if insecure_storage else usable_backend()
    if auth_url or rest_url:
        auth_url, rest_url = _urls(auth_url, rest_url)
    else:
        auth_url, rest_url = hosts.tenant_urls(subdomain or out.ask("Subdomain", flag="--subdomain"))
    client_id = (client_id or out.ask("Client id", flag="--client-id")).strip()
    if client_secret_file:
        secret = read_text(client_secret_file).strip()
    else:
        secret = out.ask_secret("Client secret", flag="--client-secret-file")
    if not secret:
        raise InputError("The client secret is empty")
    storage = "file" if insecure_storage else "keyring"
    profile = Profile(name, auth_url, rest_url, client_id, account_id, scope, production, storage, backend)
    token = _try(ctx, Grant(auth_url, client_id, secret, account_id, scope))
    with kept(profile, secret):
        StoredToken(profile, account_id).save(token)
        config.update(lambda current: current.with_profile(profile))
    out.note(f"Logged in as profile {name}; the secret is in {place_of(profile)}")
    out.note("Next: mcctl auth status")


@app.add("logout", ReadCommand)
def logout(ctx: Context) -> None:
    """Forget a login: its profile, its secret and its token.

    Examples:
      mcctl auth logout
      mcctl auth logout -p prod
    """
    from mcctl.credentials import StoredToken, secret_name, store_of

    name = ctx.obj.options["profile"] or ctx.obj.config.current
    if not name:
        raise InputError("No profile is in use; name one with --profile", "mcctl auth list")
    if name == EMULATOR:
        raise InputError("The emulator needs no login, so there is none to forget")
    profile = ctx.obj.config.profile(name)
    others = ctx.obj.config.without(name)
    StoredToken(profile, profile.account_id).delete()
    if secret_name(profile) not in map(secret_name, others.profiles.values()):
        store_of(profile).delete(secret_name(profile))
    config.update(lambda current: current.without(name))
    ctx.obj.output.note(f"Logged out of profile {name}")


@app.add("list", ReadCommand)
def list_profiles(ctx: Context) -> None:
    """List the profiles of this machine; a star marks the one in use.

    Examples:
      mcctl auth list
      mcctl auth list -o json -q "[].name"
    """
    current = ctx.obj.options["profile"] or ctx.obj.config.current
    profiles = [*ctx.obj.config.profiles.values(), replace(config.EMULATOR_PROFILE, storage="built in")]
    rows = [{**vars(profile), "current": profile.name == current} for profile in profiles]
    ctx.obj.show_list(rows, LIST_COLUMNS)


@app.add("switch", ReadCommand)
def switch(
    ctx: Context,
    name: Annotated[str, typer.Argument(metavar="PROFILE", help="The profile to use from now on.")],
) -> None:
    """Use another profile from now on.

    Examples:
      mcctl auth switch prod
      mcctl auth switch emulator
    """
    config.update(lambda current: current.switched(name))
    ctx.obj.output.note(f"Profile {name} is in use now")


@app.add("status", ReadCommand)
def status(ctx: Context) -> None:
    """Show who is logged in, where, with which rights, and which commands they are enough for.

    Examples:
      mcctl auth status
      mcctl auth status -p prod -o json
    """
    from mcctl.rest.auth import get_user_info

    session = ctx.obj
    named = session.config.profiles.get(session.options["profile"] or "")
    if named and named.type == PERSONALIZATION:
        source = _source(named, has_token=False)
        told = {"profile": named.name, "rest_url": named.rest_url, "organization": named.client_id, "key_from": source}
        session.show(told, {key.replace("_", " ").upper(): key for key in told})
        return
    token = session.tokens.current_token()
    info = get_user_info(session.client)
    token = session.tokens.current_token()
    user, organization, application = (_part(info, name) for name in ("user", "organization", "application"))
    scopes = sorted(token.scope.split() or map(str, application.get("appScopes") or []))
    report = {
        "profile": session.profile.name,
        "rest_url": session.profile.rest_url,
        "user": user.get("name"),
        "application": application.get("name"),
        "enterprise": organization.get("enterprise_name"),
        "enterprise_id": organization.get("enterprise_id"),
        "business_unit": organization.get("member_id"),
        "production": session.profile.production,
        "secret_from": _source(
            session.profile, session.environment is not None and not session.environment.client_secret
        ),
        "token_age_seconds": round(time.time() - token.issued_at) if token.issued_at else None,
        "token_expires_in_seconds": round(token.expires_at - time.time()) if token.issued_at else None,
        "scopes": scopes,
        "commands": {name: _verdict(needed - set(scopes)) for name, needed in NEEDED_SCOPES.items()},
    }
    columns: dict[str, Any] = {
        key.replace("_", " ").upper(): key for key in report if key not in ("scopes", "commands")
    }
    columns |= {"SCOPES": lambda item: ", ".join(item["scopes"]) or "none"}
    columns |= {name: f"commands.{name}" for name in NEEDED_SCOPES}
    session.show(report, columns)


@app.add("token", ReadCommand)
def token(ctx: Context) -> None:
    """Print an access token, for another tool to use.

    Examples:
      curl -H "Authorization: Bearer $(mcctl auth token)" https://...
    """
    token = ctx.obj.tokens.current_token()
    ctx.obj.output.write(token.access_token + "\n")
    left = f" for {token.expires_at - time.time():.0f} s" if token.issued_at else ""
    ctx.obj.output.note(f"This is a secret: it is good{left}, for all that this login may do")


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
    from mcctl.rest.auth import request_token
    from mcctl.rest.http import Sender

    sender = Sender(timeout=ctx.obj.options["timeout"])
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


def _source(profile: Profile, has_token: bool) -> str:
    if profile.name == ENVIRONMENT:
        return "environment (MCCTL_ACCESS_TOKEN)" if has_token else "environment"
    if profile.name == EMULATOR:
        return "built in"
    return f"keyring ({profile.keyring})" if profile.storage == "keyring" else "file"


def _part(info: dict[str, Any], name: str) -> dict[str, Any]:
    part = info.get(name)
    return part if isinstance(part, dict) else {}


def _verdict(missing: set[str]) -> str:
    return f"lacks {', '.join(sorted(missing))}" if missing else "ok"
