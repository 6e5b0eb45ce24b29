"""Where messages go: what can be told of an address before Marketing Cloud sees it."""

from __future__ import annotations

import re

_EMAIL = re.compile(r"[^\s@<>\"(),;:\\]+@[^\s@<>\"(),;:\\.]+(\.[^\s@<>\"(),;:\\.]+)+")
_NUMBER = re.compile(r"[0-9]{7,15}")
_NUMBER_DRESS = str.maketrans("", "", " -().")


def plain_number(text: str) -> str:
    """Return a telephone number as the API writes it: digits only, the country code first."""
    return text.strip().translate(_NUMBER_DRESS).removeprefix("+")


def address_problem(channel: str, address: str) -> str | None:
    """Return what is wrong with an address, as far as that can be told from here; None if nothing is."""
    if channel == "sms":
        fits = _NUMBER.fullmatch(address)
        return None if fits else f"{address!r} is not a number with country code, of 7 to 15 digits"
    return None if _EMAIL.fullmatch(address) else f"{address!r} is not an e-mail address"
