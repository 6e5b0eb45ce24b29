"""`mcctl emulator clock`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.errors import InputError
from mcctl.session import Session

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@verb(READ)
def clock(
    session: Session,
    advance: Annotated[
        str | None, typer.Option("--advance", metavar="TIME", help="Put the clock ahead: 90s, 20m, 2h or 30d.")
    ] = None,
) -> None:
    """Show the emulator's clock, or put it ahead: tokens expire, waits elapse.

    Examples:
      mcctl emulator clock
      mcctl emulator clock --advance 20m
    """
    admin = session.emulator.admin
    if advance:
        try:
            admin.advance(_seconds(advance))
        except ValueError as error:
            raise InputError(str(error)) from error
    session.show(admin.clock())


def _seconds(text: str) -> float:
    found = re.fullmatch(r"(\d{1,9})([smhd])", text.strip().lower())
    if not found:
        raise InputError(f"--advance {text}: say a number and a unit: 90s, 20m, 2h or 30d")
    return float(found[1]) * _SECONDS[found[2]]
