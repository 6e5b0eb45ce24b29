"""Journeys to begin with: they name what the demo account holds, so that they can be published there as they are."""

from __future__ import annotations

from typing import Any

from mcctl.choices import choice
from mcctl.commands.journey._building import Entry, Mail, Places, written

_EMAIL, _SMS = "email:nto-welcome-series", "sms:nto-passcode"
EXAMPLES = {
    "wait": (_EMAIL, "wait:1d", _EMAIL),
    "split": ("FirstName=Ada", _EMAIL, "else", "wait:1d", _EMAIL),
    "sms": (_SMS,),
    "multi": (_EMAIL, "wait:1d", "FirstName=Ada", _SMS, "else", _EMAIL, "end", "wait:1w", "50%", _EMAIL, "50%", _SMS),
}
"""Name -> the steps of a journey."""
_ENTRY = Entry(
    "nto-purchase", "", "NTO Purchase", "APIEvent", ("SubscriberKey", "Email", "FirstName", "Tier"), email="Email"
)
_PLACES = Places(
    mail=lambda _key: Mail(31201, "NTO Welcome Series Email", "Welcome to Northern Trail Outfitters"),
    text=lambda key: key,
    schema=lambda: None,
)


def example(name: str) -> dict[str, Any]:
    """Return the specification of an example. Raises InputError for an unknown one."""
    name = choice(name, tuple(EXAMPLES), f"--example {name!r}")
    return written(f"example-{name}", f"Example: {name}", _ENTRY, EXAMPLES[name], _PLACES)
