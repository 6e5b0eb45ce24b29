"""`mcctl emulator clock`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._times import duration
from mcctl.commands._verb import READ, verb
from mcctl.errors import InputError
from mcctl.session import Session


@verb(READ)
def clock(
    session: Session,
    advance: Annotated[
        str | None, typer.Option("--advance", metavar="TIME", help="Put the clock ahead: 90s, 20m, 2h, 1d12h.")
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
            admin.advance(duration(advance, "--advance").total_seconds())
        except ValueError as error:
            raise InputError(str(error)) from error
    session.show(admin.clock())
