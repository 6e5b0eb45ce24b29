"""What objects are called: ids turned into the addresses that files refer to, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mcctl.workspace.address import Address
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import reference, referred

EXTERNALS = {
    "senderProfileId": "sender-profile", "deliveryProfileId": "delivery-profile",
    "sendClassificationId": "send-classification", "classification": "send-classification", "publicationListId": "list",
    "list": "list", "suppressionLists": "suppression-list", "suppressionListIds": "suppression-list",
    "domainExclusions": "domain-exclusion", "codeId": "code", "keywordId": "keyword-id",
    "activityObjectId": "activity", "applicationId": "push-app",
}  # fmt: skip
"""Property -> the kind of thing that its value names, of those that no API tells."""

_CALLED = ("list", "classification")
"""Those of them that hold a name, even where it is all digits; all others hold an id."""


class Known:
    """The objects of a business unit as they are referred to. entries: those that are known from the beginning.

    names: kind -> what files call each thing that no API tells -> what it is in the business unit.
    """

    def __init__(self, entries: Iterable[Entry], names: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._names = names or {}
        self._by_id: dict[tuple[str, str], Entry] = {}
        self._by_address: dict[Address, Entry] = {}
        self._by_legacy: dict[str, Entry] = {}
        for entry in entries:
            self.learn(entry)

    def learn(self, entry: Entry) -> None:
        """Know one more object."""
        self._by_id[entry.kind, entry.id.lower()] = entry
        self._by_address[entry.address.folded] = entry
        if entry.legacy:
            self._by_legacy[entry.legacy] = entry

    def reference(self, kind: str, number: Any) -> dict[str, str] | None:
        """Return what a file says in the place of an id; None where nobody knows it."""
        entry = self._by_id.get((kind, str(number).lower()))
        return None if entry is None else reference(kind, entry.key)

    def email(self, legacy: Any) -> dict[str, str] | None:
        """Return what a file says in the place of the id that journeys know an e-mail by; None where nobody does."""
        entry = self._by_legacy.get(str(legacy)) if legacy not in (None, "") else None
        return None if entry is None else reference(entry.kind, entry.key)

    def external(self, name: str, value: Any) -> dict[str, str] | None:
        """Return what a file says in the place of something that no API tells; None where it has no name.

        name: of the property that has the value.
        """
        kind = EXTERNALS.get(name, "")
        called = (one for one, known in self._names.get(kind, {}).items() if known.lower() == str(value).lower())
        found = next(called, None)
        return None if found is None else reference(kind, found)

    def value(self, name: str, value: Any) -> Any:
        """Return what a value in a file that names something that no API tells is here; the value itself otherwise.

        name: of the property that has the value.
        """
        kind, _, called = referred(value).partition(":")
        found = self._names.get(kind, {}).get(called)
        return value if found is None else as_told(name, found)

    def entry(self, value: Any) -> Entry | None:
        """Return the object that a value in a file refers to; None where it is no reference, or to nothing known."""
        kind, _, key = referred(value).partition(":")
        return self._by_address.get(Address(kind, key).folded)


def as_told(name: str, value: str) -> int | str:
    """Return a value of a map as a property takes it."""
    return int(value) if value.isdecimal() and name not in _CALLED else value
