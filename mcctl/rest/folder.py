"""Content Builder folders, which the API calls categories (categories-folders.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from mcctl.errors import InputError, Look, NotFound
from mcctl.reading import get, number_in, text, whole
from mcctl.rest.calls import Retry
from mcctl.rest.client import Api, Client, JsonObject
from mcctl.rest.paging import Page, iterate_list

CATEGORIES = "/asset/v1/content/categories"
PAGE_SIZE = 500  # docs silent on the maximum; a server that gives fewer is followed page by page
_SHARED = "asset-shared"


class Folder(NamedTuple):
    """A folder. parent_id: 0 for a root. body: as the API gave it."""

    id: int
    name: str
    parent_id: int
    is_shared: bool
    body: dict[str, Any]

    @classmethod
    def read(cls, body: Any) -> Folder | None:
        """Return what an answer says of a folder; None where it names none. Documents and tenants differ in casing."""
        number = whole(get(body, "id"))
        if number is None:
            return None
        shared = text(body, "categoryType").lower() == _SHARED
        return cls(number, text(body, "name"), whole(get(body, "parentId")) or 0, shared, body)


class FolderApi(Api):
    """The category routes. Answers are {count, page, pageSize, items} with id, name, parentId, memberId.

    The documents print a bare array with Id, Name, ParentId; both are understood.
    """

    def list(self) -> Iterator[Any]:
        """Yield the folders that reside in the business unit of the token (scope=Ours), as they come.

        GET /asset/v1/content/categories (get-assetv1contentcategories.md).
        Raises NotPermitted, Unavailable.
        """
        first = Page(f"{CATEGORIES}?$page=1&$pagesize={PAGE_SIZE}&scope=Ours")
        return iterate_list(self.client.get_page, first)

    def get(self, *, folder_id: int) -> dict[str, Any]:
        """Return one folder.

        GET /asset/v1/content/categories/{id} (get-assetv1contentcategoriesid.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        folder: dict[str, Any] = self.client.request("GET", f"{CATEGORIES}/{folder_id}", retry=Retry.SAFE, ids=("id",))
        return folder

    def create(self, *, name: str, parent_id: int | str) -> dict[str, Any]:
        """Create a folder under another and return it.

        POST /asset/v1/content/categories (post-assetv1contentcategories.md).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = {"name": name, "parentId": parent_id}
        created: dict[str, Any] = self.client.request(
            "POST", CATEGORIES, body=body, retry=Retry.PLAIN, ids=("id",), find_out=Look("folder tree")
        )
        return created

    def update(self, *, folder_id: int, body: dict[str, Any]) -> dict[str, Any]:
        """Replace a folder's name, parent or sharing and return it.

        PUT /asset/v1/content/categories/{id} (put-assetv1contentdeletedassetsassetid.md). body: as it came on a read,
        with what is to change; meta and sharingProperties must be sent back.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        updated: dict[str, Any] = self.client.request(
            "PUT",
            f"{CATEGORIES}/{folder_id}",
            body=body,
            retry=Retry.IDEMPOTENT,
            ids=("id",),
            find_out=Look("folder", folder_id),
        )
        return updated

    def delete(self, *, folder_id: int) -> JsonObject:
        """Delete a folder. docs silent: what becomes of its content.

        DELETE /asset/v1/content/categories/{id} (delete-assetv1contentdeletedassetsassetid.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.delete(f"{CATEGORIES}/{folder_id}", Look("folder", folder_id))


def flat_folders(client: Client, kind: str) -> Iterator[Any]:
    """Yield the folders of a type, flat: categoryId, parentId (0 for the root), name.

    GET /automation/v1/folders?$filter=categorytype eq TYPE (undocumented; seen in public code).
    Raises NotPermitted, Unavailable.
    """
    only = quote(f"categorytype eq {kind}")
    page = Page(f"/automation/v1/folders?$filter={only}&$page=1&$pagesize={PAGE_SIZE}")
    return iterate_list(client.get_page, page)


def flat_root(folders: Iterable[Any]) -> int | None:
    """Return the top one of flat folders; None where none is told."""
    for one in folders:
        number = whole(get(one, "categoryId"))
        if whole(get(one, "parentId")) == 0 and number:
            return number
    return None


class FolderTree:
    """The folders of one business unit, by id and by path.

    A path is written with slashes, with or without the name of the root folder: `Emails/Welcome` and
    `Content Builder/Emails/Welcome` are the same. A slash inside a name is written as a backslash and a slash.
    """

    def __init__(self, bodies: Iterable[Any]) -> None:
        found = (Folder.read(body) for body in bodies)
        self._by_id = {folder.id: folder for folder in found if folder}
        self._children: dict[int, list[Folder]] = {}
        for folder in self._by_id.values():
            self._children.setdefault(folder.parent_id, []).append(folder)
        self._roots = [folder for folder in self._by_id.values() if folder.parent_id not in self._by_id]
        # What no root leads to (folders inside each other) has no path and cannot be named.
        self._by_id = {folder.id: folder for folder in self}

    def __iter__(self) -> Iterator[Folder]:
        """Every folder, a parent before its children, siblings by name."""
        for root in self._roots:
            yield from self.below(root)

    def below(self, folder: Folder) -> Iterator[Folder]:
        """Yield `folder` and everything in it, depth first."""
        yield folder
        for child in self.children(folder):
            yield from self.below(child)

    def children(self, folder: Folder) -> list[Folder]:
        """Return the folders directly in `folder`, by name."""
        return sorted(self._children.get(folder.id, []), key=lambda child: child.name.casefold())

    @property
    def root(self) -> Folder:
        """The folder that new assets go to. Raises NotFound when the business unit has none."""
        own = [folder for folder in self._roots if not folder.is_shared]
        if not own:
            raise NotFound("This business unit shows no root folder", Look("folders"))
        return own[0]

    def path(self, folder: Folder) -> str:
        """Return the full path of a folder."""
        return "/".join(name.replace("/", "\\/") for name in self._names(folder))

    def path_of(self, body: Any) -> str:
        """Return the full path of a folder as it was listed; empty text where it has none."""
        folder = Folder.read(body)
        return self.path(folder) if folder and folder.id in self._by_id else ""

    def depth(self, folder: Folder) -> int:
        """Return how many folders are above `folder`."""
        return len(self._names(folder)) - 1

    def find(self, path: str, *, by_end: bool = False) -> Folder:
        """Return the folder at a path, or with an id. by_end: the end of its path will do, for whoever only looks.

        Raises NotFound when this business unit has none, InputError when several have that path.
        """
        if path.isdecimal():
            number = number_in(path)
            found = [self._by_id[number]] if number in self._by_id else []
        else:
            names = split_path(path)
            found = self._match(names) or (self._ending(names) if by_end and not path.startswith("/") else [])
        if not found:
            raise NotFound(f"This business unit has no folder {path!r}", Look("folder tree"))
        if len(found) > 1:
            ids = ", ".join(str(folder.id) for folder in found)
            raise InputError(f"Several folders are called {path!r}; name one by id: {ids}")
        return found[0]

    def deepest(self, names: list[str]) -> tuple[Folder, list[str]]:
        """Return the folder that exists furthest down a path, and the names below it that do not exist yet."""
        for length in range(len(names), 0, -1):
            if found := self._match(names[:length]):
                return found[0], names[length:]
        return self.root, names

    def _ending(self, names: list[str]) -> list[Folder]:
        """Return the folders whose paths end with some names."""
        wanted = [name.casefold() for name in names]
        return [one for one in self if [name.casefold() for name in self._names(one)][-len(wanted) :] == wanted]

    def _names(self, folder: Folder) -> list[str]:
        """Return the names of the folders above one, and its own."""
        parent = self._by_id.get(folder.parent_id)
        return [*(self._names(parent) if parent else []), folder.name]

    def _match(self, names: list[str]) -> list[Folder]:
        starts = [*self._roots, *(child for root in self._roots for child in self.children(root))]
        level = [folder for folder in starts if folder.name.casefold() == names[0].casefold()]
        for name in names[1:]:
            level = [
                child for folder in level for child in self.children(folder) if child.name.casefold() == name.casefold()
            ]
        return level


def split_path(path: str) -> list[str]:
    """Return the names in a folder path. Raises InputError when it holds none, or an empty one."""
    names = [name.replace("\\/", "/") for name in re.split(r"(?<!\\)/", path.strip("/"))]
    if not all(name.strip() for name in names):
        raise InputError(f"{path!r} is not a folder path such as Emails/Welcome")
    return names
