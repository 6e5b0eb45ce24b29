"""`mcctl emulator profiles`."""

from __future__ import annotations

from datetime import UTC

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.formats import When
from mcctl.session import Session

PROFILE_COLUMNS: Columns = {
    "ORGANIZATION": "organization",
    "ID": "id",
    "STATES": lambda profile: ", ".join(profile["states"]),
    "DELETED": When("deletedAt", UTC),
}


@verb(READ)
def list_profiles(session: Session) -> None:
    """Show the profiles of Personalization Builder with their privacy states, and when they will be deleted.

    Examples:
      mcctl emulator profiles
    """
    session.show_list(session.emulator.admin.profiles(), PROFILE_COLUMNS)
