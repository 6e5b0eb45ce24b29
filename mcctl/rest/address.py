"""Where messages go: what can be told of an address before Marketing Cloud sees it.

The only importer of phonenumbers.
"""

from __future__ import annotations

import re
from unicodedata import category

_EMAIL = re.compile(r"[^\s@<>\"(),;:\\]+@[^\s@<>\"(),;:\\.]+(\.[^\s@<>\"(),;:\\.]+)+")
_NUMBER = re.compile(r"\+?\(?[0-9](?:[0-9 ()/-]|\.(?=[0-9]{2}))*")  # 4915112345678.0 is a spreadsheet's


def checked_address(channel: str, text: str) -> tuple[str, str | None]:
    """Return an address as the API writes it, and what is wrong with it; None if nothing is. channel: email or sms."""
    if channel == "sms":
        return checked_number(text)
    address = text.strip()
    return address, None if _EMAIL.fullmatch(address) else f"{address!r} is not an e-mail address"


def checked_number(text: str, region: str | None = None) -> tuple[str, str | None]:
    """Return a telephone number as the API writes it, and what is wrong with it; None if nothing is.

    The API wants digits only, the country code first. region: country of numbers that are written without a plus sign
    and country code, as two capital letters; None takes every number to have its country code.
    """
    import phonenumbers  # brings the numbering plans of all countries

    # Address books and chats put marks around numbers that nobody sees, and blanks of many widths into them.
    seen = (" " if category(char) == "Zs" else char for char in text if category(char) != "Cf")
    given = "".join(seen).strip()
    if not _NUMBER.fullmatch(given):
        return given, f"{given!r} holds more than the digits of a number"
    international = given if region or given.startswith("+") else f"+{given}"
    try:
        number = phonenumbers.parse(international, region)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_valid_number(number):
        where = f"in {region}" if region else "with its country code"
        return given, f"{given!r} is not a valid number {where}"
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).removeprefix("+"), None


def region_problem(region: str) -> str | None:
    """Return what is wrong with a country; None if it is known by these two capital letters."""
    import phonenumbers  # brings the numbering plans of all countries

    known = region in phonenumbers.SUPPORTED_REGIONS
    return None if known else f"{region!r} is not a country of two letters, such as US"
