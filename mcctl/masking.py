"""Secrets that this process has seen, and text without them.

Whatever leaves by another door than the keyring (logs, error messages, report files) goes through `mask`.
"""

from __future__ import annotations

MASK = "********"
_MIN_LENGTH = 10  # real secrets are longer; replacing short words would garble ordinary text
_secrets: set[str] = set()


def protect(secret: str) -> str:
    """Remember `secret` as something that must never be shown, and return it."""
    if len(secret) >= _MIN_LENGTH:
        _secrets.add(secret)
    return secret


def mask(text: str) -> str:
    """Return `text` with every protected secret replaced by asterisks."""
    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, MASK)
    return text
