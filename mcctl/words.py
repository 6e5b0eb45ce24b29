"""How many of what, in words."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as "1 file" and "1,200 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
