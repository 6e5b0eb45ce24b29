"""Content Builder folders, which the API calls categories (categories-folders.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mcctl.errors import InputError, NotFound
from mcctl.rest.calls import Retry
from mcctl.rest.client import Client
from mcctl.rest.paging import Page, iterate_objects
from mcctl.rest.problems import is_id

CATEGORIES = "/asset/v1/content/categories"
PAGE_SIZE = 500  # docs silent on the maximum; a server that gives fewer is followed page by page


@dataclass(frozen=True)
class FolderApi:
    """The category routes. Names are PascalCase here: Id, Name, ParentId, MemberId."""

    client: Client

    def list(self) -> Iterator[dict[str, Any]]:
        """Yield the folders that reside in the business unit of the token (scope=Ours).

        GET /asset/v1/content/categories (get-assetv1contentcategories.md). docs silent on the envelope: a bare
        array and {count, page, pageSize, items} are both understood.
        Raises NotPermitted, Unavailable.
        """
        first = Page(f"{CATEGORIES}?$page=1&$pagesize={PAGE_SIZE}&scope=Ours")
        return iterate_objects(self.client.get_page, first, "Id")

    def get(self, *, folder_id: int) -> dict[str, Any]:
        """Return one folder.

        GET /asset/v1/content/categories/{id} (get-assetv1contentcategoriesid.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        folder: dict[str, Any] = self.client.request("GET", f"{CATEGORIES}/{folder_id}", retry=Retry.SAFE, ids=("Id",))
        return folder

    def create(self, *, name: str, parent_id: int | str) -> dict[str, Any]:
        """Create a folder under another and return it.

        POST /asset/v1/content/categories (post-assetv1contentcategories.md).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = {"Name": name, "ParentId": parent_id}
        created: dict[str, Any] = self.client.request(
            "POST", CATEGORIES, body=body, retry=Retry.PLAIN, ids=("Id",), find_out="mcctl folder list --tree"
        )
        return created

    def update(self, *, folder: dict[str, Any]) -> dict[str, Any]:
        """Replace a folder's name, parent or sharing and return it.

        PUT /asset/v1/content/categories/{id} (put-assetv1contentdeletedassetsassetid.md). folder: Id, Name and
        ParentId are required; Meta and SharingProperties that came back on a read must be sent back.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        updated: dict[str, Any] = self.client.request(
            "PUT",
            f"{CATEGORIES}/{folder['Id']}",
            body=folder,
            retry=Retry.IDEMPOTENT,
            ids=("Id",),
            find_out=f"mcctl folder get {folder['Id']}",
        )
        return updated

    def delete(self, *, folder_id: int) -> dict[str, Any] | None:
        """Delete a folder. docs silent: what becomes of its content.

        DELETE /asset/v1/content/categories/{id} (delete-assetv1contentdeletedassetsassetid.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        deleted: dict[str, Any] | None = self.client.request(
            "DELETE",
            f"{CATEGORIES}/{folder_id}",
            retry=Retry.IDEMPOTENT,
            find_out=f"mcctl folder get {folder_id}",
        )
        return deleted


class FolderTree:
    """The folders of one business unit, by id and by path.

    A path is written with slashes, with or without the name of the root folder: `Emails/Welcome` and
    `Content Builder/Emails/Welcome` are the same. A slash inside a name is written as a backslash and a slash.
    """

    def __init__(self, folders: Iterable[dict[str, Any]]) -> None:
        self._by_id = {int(folder["Id"]): folder for folder in folders}
        self._children: dict[int, list[dict[str, Any]]] = {}
        for folder in self._by_id.values():
            self._children.setdefault(_parent(folder), []).append(folder)
        self._roots = [folder for folder in self._by_id.values() if _parent(folder) not in self._by_id]
        # What no root leads to (folders inside each other) has no path and cannot be named.
        self._by_id = {int(folder["Id"]): folder for folder in self}

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Every folder, a parent before its children, siblings by name."""
        for root in self._roots:
            yield from self.below(root)

    def below(self, folder: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """Yield `folder` and everything in it, depth first."""
        yield folder
        for child in self.children(folder):
            yield from self.below(child)

    def children(self, folder: dict[str, Any]) -> list[dict[str, Any]]:
        """Return the folders directly in `folder`, by name."""
        return sorted(self._children.get(int(folder["Id"]), []), key=lambda child: str(child.get("Name")).casefold())

    @property
    def root(self) -> dict[str, Any]:
        """The folder that new assets go to. Raises NotFound when the business unit has none."""
        own = [folder for folder in self._roots if folder.get("CategoryType") != "asset-shared"]
        if not own:
            raise NotFound("This business unit shows no root folder", "mcctl folder list")
        return own[0]

    def path(self, folder: dict[str, Any]) -> str:
        """Return the full path of a folder."""
        parent = self._by_id.get(_parent(folder))
        name = str(folder.get("Name")).replace("/", "\\/")
        return f"{self.path(parent)}/{name}" if parent else name

    def depth(self, folder: dict[str, Any]) -> int:
        """Return how many folders are above `folder`."""
        parent = self._by_id.get(_parent(folder))
        return self.depth(parent) + 1 if parent else 0

    def find(self, path: str) -> dict[str, Any]:
        """Return the folder at a path, or with an id.

        Raises NotFound when this business unit has none, InputError when several have that path.
        """
        if path.isdecimal():
            found = [self._by_id[int(path)]] if int(path) in self._by_id else []
        else:
            found = self._match(split_path(path))
        if not found:
            raise NotFound(f"This business unit has no folder {path!r}", "mcctl folder list --tree")
        if len(found) > 1:
            ids = ", ".join(str(folder["Id"]) for folder in found)
            raise InputError(f"Several folders are called {path!r}; name one by id: {ids}")
        return found[0]

    def deepest(self, names: list[str]) -> tuple[dict[str, Any], list[str]]:
        """Return the folder that exists furthest down a path, and the names below it that do not exist yet."""
        for length in range(len(names), 0, -1):
            if found := self._match(names[:length]):
                return found[0], names[length:]
        return self.root, names

    def _match(self, names: list[str]) -> list[dict[str, Any]]:
        starts = [*self._roots, *(child for root in self._roots for child in self.children(root))]
        level = [folder for folder in starts if _same(folder, names[0])]
        for name in names[1:]:
            level = [child for folder in level for child in self.children(folder) if _same(child, name)]
        return level


def split_path(path: str) -> list[str]:
    """Return the names in a folder path. Raises InputError when it holds none, or an empty one."""
    names = [name.replace("\\/", "/") for name in re.split(r"(?<!\\)/", path.strip("/"))]
    if not all(name.strip() for name in names):
        raise InputError(f"{path!r} is not a folder path such as Emails/Welcome")
    return names


def _parent(folder: dict[str, Any]) -> int:
    parent = folder.get("ParentId")
    return int(str(parent)) if is_id(parent) else 0


def _same(folder: dict[str, Any], name: str) -> bool:
    return str(folder.get("Name")).casefold() == name.casefold()
