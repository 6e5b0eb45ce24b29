"""E-mail addresses, as they are typed."""

from __future__ import annotations

from collections.abc import Iterable

from mcctl.errors import refuse_all
from mcctl.rest.address import checked_address


def checked_emails(addresses: Iterable[str]) -> list[str]:
    """Return e-mail addresses as the API writes them. Raises InputError with everything that is none."""
    found = [checked_address("email", one) for one in addresses]
    refuse_all([problem for _, problem in found if problem])
    return [address for address, _ in found]
