"""A row of a file, ready to be sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Item:
    """One row on its way. key: the key that the API recognises. problem: why the row cannot be sent.

    hash: of the contact, 64 bits; None lets a contact occur more than once. key_hash: of a key from the file.
    line: where the row ends in the file. chars: about how much the body takes of a request.
    """

    row: int
    contact: str
    key: str | None
    body: Mapping[str, Any] = field(default_factory=dict)
    hash: int | None = None
    key_hash: int | None = None
    problem: str | None = None
    line: int | None = None
    chars: int = 0
