"""Journeys to begin with: they name what the demo account holds, so that they can be published there as they are."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from mcctl.commands.journey._building import Entry, Mail, Places, written

_EMAIL, _SMS = "email:nto-welcome-series", "sms:nto-passcode"


class Example(StrEnum):
    """What an example is one of."""

    WAIT = "wait"
    SPLIT = "split"
    SMS = "sms"
    MULTI = "multi"


_STEPS = {
    "wait": (_EMAIL, "wait:1d", _EMAIL),
    "split": ("FirstName=Ada", _EMAIL, "else", "wait:1d", _EMAIL),
    "sms": (_SMS,),
    "multi": (_EMAIL, "wait:1d", "FirstName=Ada", _SMS, "else", _EMAIL, "end", "wait:1w", "50%", _EMAIL, "50%", _SMS),
}
_ENTRY = Entry(
    "nto-purchase", "", "NTO Purchase", "APIEvent", ("SubscriberKey", "Email", "FirstName", "Tier"), email="Email"
)
_PLACES = Places(
    mail=lambda _key: Mail(31201, "NTO Welcome Series Email", "Welcome to Northern Trail Outfitters"),
    text=lambda key: key,
    schema=lambda: None,
)


def example(name: Example) -> dict[str, Any]:
    """Return the specification of an example."""
    return written(f"example-{name}", f"Example: {name}", _ENTRY, _STEPS[name], _PLACES)
