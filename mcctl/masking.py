"""Secrets that this process has seen, and text without them.

Whatever leaves by another door than the keyring (logs, error messages, report files) goes through `mask`.
"""

from __future__ import annotations

import json
from typing import Any

MASK = "********"
SECRET_FIELDS = (
    "client_secret", "api_key", "applicationsecret", "pageaccesstoken", "callbackverifytoken", "channelsecret",
    "customerconnectsecret",
)  # fmt: skip
"""Names, in lower case, of what is secret in a request."""
_MIN_LENGTH = 10  # real secrets are longer; replacing short words would garble ordinary text
_secrets: set[str] = set()


def protect(secret: str, *, least: int = _MIN_LENGTH) -> str:
    """Remember `secret` as something that must never be shown, and return it. least: characters of one that counts."""
    if len(secret) >= least:
        # A server that repeats a request tells it as JSON spells it.
        _secrets.update((secret, json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]))
    return secret


def masked(value: Any) -> Any:
    """Return JSON with the values of fields that are secrets replaced by asterisks, however short they are."""
    if isinstance(value, list):
        return [masked(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: MASK if name.lower() in SECRET_FIELDS else masked(one) for name, one in value.items()}


def mask_texts(value: Any) -> Any:
    """Return JSON with every protected secret in its texts replaced by asterisks."""
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, list):
        return [mask_texts(one) for one in value]
    return {name: mask_texts(one) for name, one in value.items()} if isinstance(value, dict) else value


def mask(text: str) -> str:
    """Return `text` with every protected secret replaced by asterisks."""
    for secret in sorted(_secrets, key=len, reverse=True):
        text = text.replace(secret, MASK)
    return text
