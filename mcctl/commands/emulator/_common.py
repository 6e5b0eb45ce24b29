"""What the commands of the emulator's files share."""

from __future__ import annotations

from mcctl.emulator.core.account import ENTERPRISE
from mcctl.errors import InputError
from mcctl.session import Session

_MID_DIGITS = 18  # what the emulator's database can hold


def mid_of(session: Session) -> int:
    """Return the business unit whose files are meant."""
    given = session.settings.business_unit or str(ENTERPRISE)
    if not (given.isascii() and given.isdecimal()) or len(given) > _MID_DIGITS:
        raise InputError(f"--business-unit {given!r} is no MID")
    return int(given)
