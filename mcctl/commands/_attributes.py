"""`--attr NAME=VALUE`, of every command that sends to somebody."""

from __future__ import annotations

from collections.abc import Sequence

from mcctl.documents import parse_assignment
from mcctl.errors import InputError


def attributes_of(assignments: Sequence[str] | None) -> dict[str, str]:
    """Return the attributes. Raises InputError for one that is not of the form NAME=VALUE."""
    for text in assignments or []:
        if not text.partition("=")[1] or text.startswith("="):
            raise InputError(f"--attr {text!r} is not of the form NAME=VALUE")
    return dict(parse_assignment(text, typed=False) for text in assignments or [])
