"""`mcctl bu list`."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from mcctl.commands._verb import READ, verb
from mcctl.errors import NotFound, NotPermitted, Refused
from mcctl.reading import text
from mcctl.rest.audit import AuditApi
from mcctl.rest.auth import get_user_info
from mcctl.rest.automation import AutomationApi
from mcctl.session import Session

_COLUMNS = {"NAME": "name", "MID": "mid", "KNOWN FROM": "source"}
_CHANGES = 500  # as many of the audit trail are looked through
_UNTOLD = "No route of the REST API lists business units; there may be others"


@verb(READ)
def list_business_units(session: Session) -> None:
    """List the business units that are known: of the login, automations, profiles and the audit trail.

    No route of the REST API lists them. Names are those of the enterprise, of units whose automations ran in the last
    30 days, and else of the profile that works in the unit. Where the login may read the audit trail, the units are
    there in which something was changed in the last 30 days. Any of them goes with --business-unit MID, if the login is
    enabled for it.

    Examples:
      mcctl bu list
      mcctl bu list -o json -q "[].mid"
    """
    info = get_user_info(session.client)
    enterprise, own = text(info, "organization.enterprise_id"), text(info, "organization.member_id")
    here = (one for one in session.config.profiles.values() if one.rest_url == session.profile.rest_url)
    units = _merged(
        (
            (enterprise, text(info, "organization.enterprise_name"), "enterprise"),
            (own, None, "login"),
            *_of_automations(session),
            *((profile.account_id or "", profile.name, "profile") for profile in here),
            *((mid, None, "audit trail") for mid in _changed_lately(session)),
        )
    )
    session.show_list(units, _COLUMNS)
    session.output.note(_UNTOLD)


def _merged(told: Iterable[tuple[str, str | None, str]]) -> list[dict[str, Any]]:
    """Return each business unit once, with the first name that is told. told: MID, name, and where it is from."""
    found: dict[str, dict[str, Any]] = {}
    for mid, name, source in told:
        if mid:
            unit = found.setdefault(mid, {"mid": mid, "name": None, "source": source})
            unit["name"] = unit["name"] or name
    return list(found.values())


def _of_automations(session: Session) -> list[tuple[str, str | None, str]]:
    """Return the units whose automations ran lately, with their names; none, and say so, where that may not be read."""
    try:
        report = AutomationApi(session.client).health_report()
    except (NotPermitted, NotFound, Refused) as error:
        session.output.note(f"The report of automations was not looked through: {error.message}")
        return []
    return [(text(one, "MID"), text(one, "BusinessUnitName") or None, "automations") for one in report]


def _changed_lately(session: Session) -> list[str]:
    """Return the business units in which something was changed; none, and say so, where that may not be read."""
    try:
        changes = islice(AuditApi(session.client).changes(), _CHANGES)
        return list(dict.fromkeys(text(one, "memberId") for one in changes))
    except (NotPermitted, Refused) as error:
        session.output.note(f"The audit trail was not looked through: {error.message}")
        return []
