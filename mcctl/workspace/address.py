"""How objects of a business unit are named: kind:key, such as asset:nto-footer; and how several are chosen."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from mcctl.errors import InputError

KIND_NAMES = (
    "folder", "asset", "de", "event", "journey", "send", "ens-callback", "ens-subscription", "query", "script",
    "automation", "push", "keyword",
)  # fmt: skip


class Address(NamedTuple):
    """A kind of object and the key, or for folders the path, of one."""

    kind: str
    key: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}"

    @property
    def folded(self) -> Address:
        """The address as it is compared: the platform takes keys in any casing."""
        return Address(self.kind, self.key.casefold())


def parse_address(text: str) -> Address:
    """Return the address that a text is. Raises InputError for anything else."""
    kind, colon, key = text.partition(":")
    if not colon or kind not in KIND_NAMES or not key:
        raise InputError(f"{text!r} is no address", f"An address is a kind and a key: asset:nto-footer, {_kinds()}")
    return Address(kind, key)


class Selection:
    """What some selectors choose: addresses (asset:nto-*), paths and globs of paths; everything where there is none.

    here: the path of the folder that paths begin in; empty is the workspace's own.
    """

    def __init__(self, selectors: Sequence[str], here: str = "") -> None:
        self._addresses = [parse_address(one).folded for one in selectors if _is_address(one)]
        self._paths = [_clean(one, here) for one in selectors if not _is_address(one)]
        self.is_everything = not selectors

    @property
    def kinds(self) -> set[str] | None:
        """The kinds that can be chosen; None where that may be any."""
        return None if self.is_everything or self._paths else {one.kind for one in self._addresses}

    def takes(self, address: Address, path: str) -> bool:
        """Whether an object is chosen. path: from the workspace's folder; empty for one that has no file."""
        if self.is_everything:
            return True
        wanted = address.folded
        return any(one.kind == wanted.kind and fnmatchcase(wanted.key, one.key) for one in self._addresses) or any(
            bool(path) and (_is_at(path, one) or fnmatchcase(path, one)) for one in self._paths
        )


def _is_address(text: str) -> bool:
    return text.partition(":")[0] in KIND_NAMES and ":" in text


def _clean(path: str, here: str) -> str:
    return posixpath.normpath(posixpath.join(here, path.replace("\\", "/")))


def _is_at(path: str, wanted: str) -> bool:
    """Whether a path is at, or inside, another; an object is also named by any one of its files."""
    return (
        wanted == "." or path == wanted or path.startswith(f"{wanted}/") or wanted.startswith((f"{path}.", f"{path}/"))
    )


def _kinds() -> str:
    return f"the kinds are {', '.join(KIND_NAMES)}"
