"""Which object a file in a workspace is of: told by its name alone."""

from __future__ import annotations

import re
from typing import NamedTuple

_CONTENT_WORDS = "email|template|page|block|code"
_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("asset", rf"(?P<path>content/(?:.+/)?[^/]+?)(?P<suffix>\.(?P<word>{_CONTENT_WORDS})/(?P=word)\.yaml)"),
        ("asset", rf"(?P<path>content/(?:.+/)?[^/]+?)(?P<suffix>\.(?:{_CONTENT_WORDS})\.yaml)"),
        ("de", r"(?P<path>data-extensions/(?:.+/)?[^/]+?)(?P<suffix>\.de\.yaml)"),
        ("event", r"(?P<path>events/(?:.+/)?[^/]+?)(?P<suffix>\.event\.yaml)"),
        ("journey", r"(?P<path>journeys/(?:.+/)?[^/]+?)(?P<suffix>\.journey\.yaml)"),
        ("send", r"(?P<path>sends/(?:.+/)?[^/]+?)(?P<suffix>\.(?:email|sms)-send\.yaml)"),
        ("ens-callback", r"(?P<path>ens/(?:.+/)?[^/]+?)(?P<suffix>\.callback\.yaml)"),
        ("ens-subscription", r"(?P<path>ens/(?:.+/)?[^/]+?)(?P<suffix>\.subscription\.yaml)"),
        ("push", r"(?P<path>sends/(?:.+/)?[^/]+?)(?P<suffix>\.push-send\.yaml)"),
        ("query", r"(?P<path>automation/(?:.+/)?[^/]+?)(?P<suffix>\.query\.yaml)"),
        ("script", r"(?P<path>automation/(?:.+/)?[^/]+?)(?P<suffix>\.script\.yaml)"),
        ("automation", r"(?P<path>automation/(?:.+/)?[^/]+?)(?P<suffix>\.automation\.yaml)"),
        ("keyword", r"(?P<path>keywords/(?:.+/)?[^/]+?)(?P<suffix>\.keyword\.yaml)"),
        ("asset", r"(?P<path>content/(?:.+/)?[^/]+)(?P<suffix>\.yaml)"),
    )
)


class Properties(NamedTuple):
    """The file with the properties of an object. path: where the names of all its files begin."""

    kind: str
    path: str
    suffix: str


def properties_at(path: str) -> Properties | None:
    """Return of which object a file holds the properties; None where it holds none."""
    for kind, pattern in _PATTERNS:
        if found := pattern.fullmatch(path):
            return Properties(kind, found["path"], found["suffix"])
    return None


def is_of(path: str, properties: Properties) -> bool:
    """Whether a file is one of those of an object."""
    if "/" in properties.suffix:
        return path.startswith(f"{properties.path}{properties.suffix.partition('/')[0]}/")
    if properties.suffix == ".yaml":
        return path in (properties.path, properties.path + properties.suffix)
    rest = path.removeprefix(properties.path)
    return path.startswith(f"{properties.path}.") and "/" not in rest and properties_at(path) in (None, properties)


KEY_NAMES = ("key", "name")
"""Properties that say what an object is called: its key, or, where it has none, its name."""


def key_name(kind: str) -> str:
    """Return the property that says what an object of a kind is called."""
    return KEY_NAMES[kind in ("ens-callback", "ens-subscription")]
