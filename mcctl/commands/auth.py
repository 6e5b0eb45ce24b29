"""`mcctl auth`: logging in, and what a login may do."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl import config
from mcctl.commands import App, Context, ReadCommand, auth_login
from mcctl.config import EMULATOR, ENVIRONMENT, PERSONALIZATION, Profile
from mcctl.errors import InputError
from mcctl.output import Columns

if TYPE_CHECKING:
    pass

app = App("Log in to a tenant; see what a login may do.")

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


app.add("login", ReadCommand)(auth_login.login)
app.add("refresh", ReadCommand)(auth_login.refresh)


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
    session = ctx.obj
    current = session.options["profile"] or (ENVIRONMENT if session.environment else session.config.current)
    profiles = [*session.config.profiles.values(), replace(config.EMULATOR_PROFILE, storage="built in")]
    if session.environment:
        profiles.insert(0, replace(session.environment.profile, storage="environment", account_id=session.account_id))
    rows = [{**vars(profile), "current": profile.name == current} for profile in profiles]
    session.show_list(rows, LIST_COLUMNS)


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
    first = os.environ.get("MCCTL_PROFILE") or (ENVIRONMENT if ctx.obj.environment else name)
    if first == name:
        ctx.obj.output.note(f"Profile {name} is in use now")
    else:
        told = "the credentials in it" if first == ENVIRONMENT else f"MCCTL_PROFILE={first}"
        ctx.obj.output.note(f"Profile {name} is the one in use, but the environment goes before it here: {told}")


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
    granted = application.get("appScopes")
    scopes = sorted(token.scope.split() or map(str, granted if isinstance(granted, list) else []))
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
