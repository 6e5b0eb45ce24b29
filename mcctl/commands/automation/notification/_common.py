"""What the commands of notifications share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mcctl.session import Session

_COLUMNS = {"WHEN": "notificationType", "TO": "definition", "TEXT": "body"}


def show(session: Session, workers: Iterable[Any]) -> None:
    """Print notifications, each in a line."""
    session.show_list(workers, _COLUMNS)
