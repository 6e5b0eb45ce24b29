"""What no API tells by name, such as sender profiles: which of them a business unit uses already."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from mcctl.reading import text
from mcctl.rest.journey import JourneyApi
from mcctl.workspace.kind import Source
from mcctl.workspace.known import EXTERNALS


def in_use(source: Source, kinds: Collection[str]) -> list[str]:
    """Return, in sentences, what journeys there use of some kinds, for whoever is to say which one is meant."""
    if not kinds:
        return []
    found: dict[tuple[str, str], str] = {}
    for journey in JourneyApi(source.client).list_journeys(extras="all"):
        for kind, value in _values(journey):
            if kind in kinds:
                found.setdefault((kind, value), text(journey, "key"))
    return [f"Used there: {kind} {value}, by journey {key}" for (kind, value), key in sorted(found.items())]


def _values(one: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(one, list):
        for inner in one:
            yield from _values(inner, name)
    elif isinstance(one, dict):
        for key, inner in one.items():
            yield from _values(inner, key)
    elif name in EXTERNALS and isinstance(one, str | int) and str(one):
        yield EXTERNALS[name], str(one)
