"""`mcctl bu list`."""

from __future__ import annotations

from itertools import islice
from typing import Any

from mcctl.commands._verb import READ, verb
from mcctl.errors import NotPermitted, Refused
from mcctl.reading import text
from mcctl.rest.audit import AuditApi
from mcctl.rest.auth import get_user_info
from mcctl.session import Session

_COLUMNS = {"NAME": "name", "MID": "mid", "KNOWN FROM": "source"}
_CHANGES = 500  # as many of the audit trail are looked through
_UNTOLD = "No route of the REST API lists business units; there may be others"


@verb(READ)
def list_business_units(session: Session) -> None:
    """List the business units that are known: of the login, of profiles, and of the audit trail.

    No route of the REST API lists them, nor tells their names. The name is that of the enterprise, or of the profile
    that works in the unit. Where the login may read the audit trail, the units are there in which something was changed
    in the last 30 days. Any of them goes with --business-unit MID, if the login is enabled for it.

    Examples:
      mcctl bu list
      mcctl bu list -o json -q "[].mid"
    """
    info = get_user_info(session.client)
    enterprise, own = text(info, "organization.enterprise_id"), text(info, "organization.member_id")
    found: dict[str, dict[str, Any]] = {}

    def add(mid: str, name: str | None, source: str) -> None:
        if mid:
            found.setdefault(mid, {"mid": mid, "name": None, "source": source})
            found[mid]["name"] = found[mid]["name"] or name

    add(enterprise, text(info, "organization.enterprise_name"), "enterprise")
    add(own, None, "login")
    for profile in session.config.profiles.values():
        if profile.rest_url == session.profile.rest_url:
            add(profile.account_id or "", profile.name, "profile")
    for mid in _changed_lately(session):
        add(mid, None, "audit trail")
    session.show_list(list(found.values()), _COLUMNS)
    session.output.note(_UNTOLD)


def _changed_lately(session: Session) -> list[str]:
    """Return the business units in which something was changed; none, and say so, where that may not be read."""
    try:
        changes = islice(AuditApi(session.client).changes(), _CHANGES)
        return list(dict.fromkeys(text(one, "memberId") for one in changes))
    except (NotPermitted, Refused) as error:
        session.output.note(f"The audit trail was not looked through: {error.message}")
        return []
