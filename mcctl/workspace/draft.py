"""A plan while it is made: what is to be done, what is left alone, and why there can be no plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from mcctl.workspace.address import Address
from mcctl.workspace.plan import CHANGES, CREATE, PUBLISH, Operation, address_of


class Wishes(NamedTuple):
    """What may be done besides writing what changed here.

    deep: also what is referred to. prune: delete what is gone here. new_version: of running journeys. publish: the
    journeys that are written. overwrite: what changed there meanwhile. recreate: what was deleted there, and changed
    here.
    """

    deep: bool = False
    prune: bool = False
    new_version: bool = False
    publish: bool = False
    overwrite: bool = False
    recreate: bool = False


@dataclass
class Draft:
    """Operations in the order in which they were found. problems: why there can be no plan."""

    operations: list[Operation] = field(default_factory=list)
    left: list[dict[str, str]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _by_home: dict[Address, Operation] = field(default_factory=dict)

    def add(self, one: Operation) -> None:
        """Take in an operation, and give it its number."""
        one.number = len(self.operations) + 1
        self.operations.append(one)
        if one.action != PUBLISH:
            self._by_home[address_of(one.home).folded] = one

    def of(self, address: Address | None) -> Operation | None:
        """Return what is done with an object in the files; None where nothing is."""
        return self._by_home.get(address.folded) if address is not None else None

    def written(self) -> Iterator[Operation]:
        """Yield the operations that give objects their files."""
        return (one for one in self.operations if one.action in (CREATE, *CHANGES) and one.files)
