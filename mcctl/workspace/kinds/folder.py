"""Folders of Content Builder: directories, with nothing of their own in files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mcctl.reading import text, whole
from mcctl.rest.folder import Folder, FolderApi, FolderTree
from mcctl.workspace import paths
from mcctl.workspace.kind import Kind, Present, Remote, Source
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.paths import CONTENT
from mcctl.workspace.shape import Files


def read(source: Source) -> Iterator[Remote | Present]:
    """Yield every folder; where each is, is known from then on."""
    bodies = [one for one in FolderApi(source.client).list() if _is_own(one, source.mid)]
    tree = FolderTree(bodies)
    taken: set[str] = set()
    keys: dict[int, str] = {}
    for folder in tree:
        path = _directory(folder, source, taken)
        taken.add(paths.compared(path))
        source.folders[str(folder.id)] = path
        entry = Entry(
            kind="folder",
            key=_key(folder, path, keys),
            id=str(folder.id),
            path=path,
            name=folder.name,
            owner=whole(folder.body.get("memberId")),
            parent=str(folder.parent_id),
            modified=text(folder.body, "modifiedDate"),
        )
        yield Remote(entry, path.rpartition("/")[0], path.rpartition("/")[2], {})


def body(_files: Files, _path: str, _known: Known) -> dict[str, Any]:
    """Return nothing: a folder is its directory."""
    return {}


def _key(folder: Folder, path: str, keys: dict[int, str]) -> str:
    """Return the path of a folder's names: below the first root, which is left out, or from another root on."""
    above = keys.get(folder.parent_id, "")
    name = folder.name.replace("/", "\\/")
    keys[folder.id] = "" if path == CONTENT else f"{above}/{name}" if above else name
    return keys[folder.id] or name


def _is_own(body: Any, mid: int | None) -> bool:
    owner = whole(body.get("memberId")) if isinstance(body, dict) else None
    return mid is None or owner in (None, mid)


def _directory(folder: Folder, source: Source, taken: set[str]) -> str:
    """Return where the content of a folder stands. The first root is `content` itself; any other one stands in it."""
    above = source.folders.get(str(folder.parent_id))
    if above is None and not folder.is_shared and paths.compared(CONTENT) not in taken:
        return CONTENT
    path = f"{above or CONTENT}/{paths.slug(folder.name, str(folder.id))}"
    return path + paths.mark(str(folder.id)) if paths.compared(path) in taken else path


KIND = Kind(("folder",), read, body)
