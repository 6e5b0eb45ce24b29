"""What the commands of preferences share: who is meant, and how it is told."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.reading import get

KeysArgument = Annotated[list[str], typer.Argument(metavar="CONTACT...", help="Contact keys.")]
COLUMNS: Columns = {"CONTACT": "contactKey", "ID": "contactID", "TRACKING": lambda told: tracking(told)}


def tracking(told: Any) -> str:
    """Return whether a contact may be tracked, as it is said: on or off; empty where nobody tells."""
    found = get(told, "hasOptedOutTracking")
    return {True: "off", False: "on"}.get(found, "") if isinstance(found, bool) else ""
