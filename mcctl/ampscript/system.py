"""The platform's own personalization strings, so far as they follow from the moment and the recipient."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from mcctl.ampscript.dates import DAYS, MONTHS
from mcctl.ampscript.values import Value

HOST = "https://cloud.nto.example"
LINKS = {
    "profile_center_url": f"{HOST}/profile",
    "subscription_center_url": f"{HOST}/subscriptions",
    "unsub_center_url": f"{HOST}/unsubscribe",
    "view_email_url": f"{HOST}/view",
    "ftaf_url": f"{HOST}/forward",
    "double_opt_in_url": f"{HOST}/confirm",
    "microsite_base_url": HOST,
}
_OF_THE_SEND = {
    "jobid": "0", "_jobsubscriberbatchid": "0", "listid": "0", "listsubid": "0", "list_": "", "_listname": "",
    "_datasourcename": "", "_emailid": "0", "emailname_": "", "_messagetypepreference": "HTML", "_preheader": "",
    "replyname": "", "replyemailaddress": "", "linkname": "", "_impressionregionid": "", "_impressionregionname": "",
    "additionalinfo_": "", "_messagekey": "", "_isvawp": "false", "comment_": "", "comment": "", "mobilephone_": "",
    **{f"__additionalemailattribute{number}": "" for number in range(1, 6)},
}  # fmt: skip
_MEMBER = (
    "memberid",
    "member_busname",
    "member_addr",
    "member_city",
    "member_state",
    "member_postalcode",
    "member_country",
)


def system_strings(
    moment: datetime,
    *,
    context: str,
    address: str,
    key: str,
    number: str = "0",
    full_name: str = "",
    is_test: bool = False,
) -> dict[str, Value]:
    """Return the system strings by their names in lower case.

    moment: system time. context: such as SEND or PREVIEW. address, key, number, full_name: of the recipient.
    """
    first, _, last = full_name.partition(" ")
    names: Mapping[str, str] = {"firstname": first, "lastname": last, "fullname": full_name}
    return {
        **_OF_THE_SEND,
        **dict.fromkeys(_MEMBER, ""),
        **LINKS,
        **dates(moment),
        **{f"{name}_": value for name, value in names.items()},
        **{name: value for name, value in names.items() if value},
        "emailaddr": address,
        "email_": address,
        "_subscriberkey": key,
        "subscriberid": number,
        "_messagecontext": context,
        "_istestsend": "true" if is_test else "false",
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
        "xtshortdate": f"{moment:%m/%d/%Y}",
        "xtlongdate": f"{weekday}, {month} {day}, {moment.year}",
    }


SYSTEM_NAMES = frozenset(system_strings(datetime(2000, 1, 1), context="", address="", key="", full_name="First Last"))
"""Names, in lower case, that the platform fills in by itself."""
