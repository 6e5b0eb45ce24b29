"""`mcctl auth status`."""

from __future__ import annotations

import time
from typing import Any

from mcctl.commands._verb import READ, verb
from mcctl.commands.auth._scopes import NEEDED_SCOPES, verdict_of
from mcctl.config import EMULATOR, ENVIRONMENT, PERSONALIZATION, Profile
from mcctl.rest.auth import get_user_info
from mcctl.session import Session


@verb(READ)
def status(session: Session) -> None:
    """Show who is logged in, where, with which rights, and which commands they are enough for.

    Examples:
      mcctl auth status
      mcctl auth status -p prod -o json
    """
    named = session.config.profiles.get(session.settings.profile or "")
    if named and named.type == PERSONALIZATION:
        source = _source(named, has_token=False)
        told = {"profile": named.name, "rest_url": named.rest_url, "organization": named.client_id, "key_from": source}
        session.show(told)
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
        "commands": {name: verdict_of(needed - set(scopes)) for name, needed in NEEDED_SCOPES.items()},
    }
    columns: dict[str, Any] = {
        key.replace("_", " ").upper(): key for key in report if key not in ("scopes", "commands")
    }
    columns |= {"SCOPES": lambda item: ", ".join(item["scopes"]) or "none"}
    columns |= {name: f"commands.{name}" for name in NEEDED_SCOPES}
    session.show(report, columns)


def _source(profile: Profile, has_token: bool) -> str:
    if profile.name == ENVIRONMENT:
        return "environment (MCCTL_ACCESS_TOKEN)" if has_token else "environment"
    if profile.name == EMULATOR:
        return "built in"
    return f"keyring ({profile.keyring})" if profile.storage == "keyring" else "file"


def _part(info: dict[str, Any], name: str) -> dict[str, Any]:
    part = info.get(name)
    return part if isinstance(part, dict) else {}
