"""The platform's own personalization strings, so far as they follow from the moment and the recipient."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from mcctl.ampscript.dates import DAYS, MONTHS
from mcctl.ampscript.values import Value

HOST = "https://cloud.pages.example"
"""Where the platform's own links lead in a preview: nowhere."""
_LINKS = {
    "profile_center_url": "/profile",
    "subscription_center_url": "/subscriptions",
    "unsub_center_url": "/unsubscribe",
    "view_email_url": "/view",
    "ftaf_url": "/forward",
    "double_opt_in_url": "/confirm",
    "microsite_base_url": "",
}
_OF_THE_SEND = {
    "jobid": "0", "_jobsubscriberbatchid": "0", "listid": "0", "listsubid": "0", "list_": "", "_listname": "",
    "_datasourcename": "", "_emailid": "0", "emailname_": "", "_messagetypepreference": "HTML", "_preheader": "",
    "replyname": "", "replyemailaddress": "", "linkname": "", "_impressionregionid": "", "_impressionregionname": "",
    "additionalinfo_": "", "_messagekey": "", "_isvawp": "false", "comment_": "", "comment": "", "mobilephone_": "",
    **{f"__additionalemailattribute{number}": "" for number in range(1, 6)},
}  # fmt: skip
MEMBER_NAMES = (
    "memberid",
    "member_busname",
    "member_addr",
    "member_city",
    "member_state",
    "member_postalcode",
    "member_country",
)
"""Names, in lower case, that tell of the business unit."""


def system_strings(
    moment: datetime, *, context: str, address: str, key: str, member: Mapping[str, str] | None = None, host: str = HOST
) -> dict[str, Value]:
    """Return the system strings by their names in lower case.

    moment: system time. context: such as SEND or PREVIEW. address, key: of the recipient. member: what is known of the
    business unit, by name. host: of the platform's own links.
    """
    return {
        **_OF_THE_SEND,
        **(member or {}),
        **{name: host + path for name, path in _LINKS.items()},
        **dates(moment),
        **dict.fromkeys(("firstname_", "lastname_", "fullname_"), ""),
        "emailaddr": address,
        "email_": address,
        "_subscriberkey": key,
        "subscriberid": "0",
        "_messagecontext": context,
        "_istestsend": "false",
    }


def dates(moment: datetime) -> dict[str, Value]:
    """Return the strings of the day."""
    month, day, weekday = MONTHS[moment.month - 1], moment.day, DAYS[moment.weekday()]
    return {
        "xtmonth": month,
        "xtmonthnumeric": str(moment.month),
        "xtday": str(day),
        "xtdayofweek": weekday,
        "xtyear": str(moment.year),
        "xtshortdate": f"{moment:%m/%d}/{moment.year:04d}",
        "xtlongdate": f"{weekday}, {month} {day}, {moment.year}",
    }


SYSTEM_NAMES = frozenset(
    (
        *system_strings(datetime(2000, 1, 1), context="", address="", key=""),
        *MEMBER_NAMES,
        "firstname",
        "lastname",
        "fullname",
    )
)
"""Names, in lower case, that the platform fills in by itself."""
