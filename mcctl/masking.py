"""Secrets that this process has seen, and text without them.

Whatever leaves by another door than the keyring (logs, error messages, report files) goes through `mask`.
"""

from __future__ import annotations

from typing import Any

MASK = "********"
SECRET_FIELDS = (
    "client_secret", "api_key", "applicationsecret", "pageaccesstoken", "callbackverifytoken", "channelsecret",
    "customerconnectsecret",
)  # fmt: skip
"""Names, in lower case, of what is secret in a request."""
_MIN_LENGTH = 10  # real secrets are longer; replacing short words would garble ordinary text
_secrets: set[str] = set()


def protect(secret: str) -> str:
    """Remember `secret` as something that must never be shown, and return it."""
    if len(secret) >= _MIN_LENGTH:
        _secrets.add(secret)
    return secret


def masked(value: Any) -> Any:
    """Return JSON with the values of fields that are secrets replaced by asterisks, however short they are."""
    if isinstance(value, list):
        return [masked(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: MASK if name.lower() in SECRET_FIELDS else masked(one) for name, one in value.items()}


def mask(text: str) -> str:
    """Return `text` with every protected secret replaced by asterisks."""
    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, MASK)
    return text
