"""The JSON of assets: what a file is as one, what one has in it, and the limits of both."""

from __future__ import annotations

import base64
import stat
from pathlib import Path
from typing import Any

from mcctl.errors import InputError, NotFound
from mcctl.reading import get, text
from mcctl.rest.asset import MAX_FILE_BYTES, MAX_KEY_CHARS, MAX_NAME_CHARS
from mcctl.rest.asset_types import AssetType, file_type
from mcctl.rest.calls import MAX_REQUEST_BYTES


def type_reference(kind: AssetType) -> dict[str, Any]:
    """Return an asset type as the API writes it inside an asset."""
    return {"id": kind.id, **({"name": kind.name} if kind.name else {})}


_TEXT_FILES = (".css", ".csv", ".htm", ".html", ".ics", ".js", ".json", ".md", ".svg", ".txt", ".vcf", ".xml")


def view_content(asset: dict[str, Any], view: str) -> str:
    """Return the content of one view of an asset; `content` is that of a block or template.

    Raises NotFound, naming the views that there are.
    """
    views = get(asset, "views")
    own = {"content": asset} if isinstance(get(asset, "content"), str) else {}
    nodes = {**(views if isinstance(views, dict) else {}), **own}
    content = get(nodes, f"{view}.content")
    if not isinstance(content, str):
        present = [name for name, node in nodes.items() if get(node, "content")]
        raise NotFound(f"The asset has no view {view!r}; it has: {', '.join(present) or 'none'}")
    return content


def file_name(asset: dict[str, Any]) -> str:
    """Return the asset's file name without any folders: what the server sends must not choose where to write."""
    name = text(asset, "fileProperties.fileName", "name") or "asset"
    return name.replace("\\", "/").rsplit("/", 1)[-1].lstrip(".") or "asset"


def is_text_file(asset: dict[str, Any]) -> bool:
    """Whether the file behind an asset is text."""
    return Path(file_name(asset)).suffix.lower() in _TEXT_FILES


def file_body(path: Path, *, name: str | None = None, external_key: str | None = None) -> dict[str, Any]:
    """Return the JSON that uploads a file, its type told by its extension.

    Raises InputError when it cannot be read, has no asset type, or is too large: the API takes files of 5 MB, but
    requests of 4 MB, in which base64 makes a file a third larger; so about 3 MB a file.
    """
    kind = file_type(path)
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise InputError(f"{path} is no file")
        size = told.st_size
        room = MAX_REQUEST_BYTES * 3 // 4
        if size > min(MAX_FILE_BYTES, room):
            raise InputError(f"{path}: {size:,} bytes; at most {room:,} fit into a request of 4 MB, as base64")
        content = path.read_bytes()
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror or error}") from error
    if not content:
        raise InputError(f"{path} is empty")
    body = {
        "name": name or path.name,
        "assetType": type_reference(kind),
        **({"customerKey": external_key} if external_key else {}),
        "file": base64.b64encode(content).decode("ascii"),
        "fileProperties": {"fileName": path.name},
    }
    check_limits(body)
    return body


def new_file(path: Path) -> dict[str, Any]:
    """Return the JSON that replaces the file of an asset. Raises InputError as `file_body` does."""
    body = file_body(path)
    return {name: body[name] for name in ("file", "fileProperties")}


def check_limits(body: dict[str, Any]) -> None:
    """Raise InputError where a name or external key is empty or longer than the API takes."""
    limits = {"name": ("The name", MAX_NAME_CHARS), "customerKey": ("The external key", MAX_KEY_CHARS)}
    for key, (label, limit) in limits.items():
        value = body.get(key)
        if value is None:
            continue
        if not isinstance(value, str) or not value.strip():
            raise InputError(f"{label} must be text that is not empty")
        if len(value) > limit:
            raise InputError(f"{label} has {len(value)} characters; at most {limit} are allowed")
