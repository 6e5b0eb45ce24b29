"""`mcctl auth switch`."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from mcctl import config
from mcctl.commands._verb import READ, verb
from mcctl.config import ENVIRONMENT
from mcctl.session import Session


@verb(READ)
def switch(
    session: Session, name: Annotated[str, typer.Argument(metavar="PROFILE", help="The profile to use from now on.")]
) -> None:
    """Use another profile from now on.

    Examples:
      mcctl auth switch prod
      mcctl auth switch emulator
    """
    config.update(lambda current: current.switched(name))
    first = os.environ.get("MCCTL_PROFILE") or (ENVIRONMENT if session.environment else name)
    if first == name:
        session.output.note(f"Profile {name} is in use now")
    else:
        told = "the credentials in it" if first == ENVIRONMENT else f"MCCTL_PROFILE={first}"
        session.output.note(f"Profile {name} is the one in use, but the environment goes before it here: {told}")
