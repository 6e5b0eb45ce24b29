"""The files behind assets: what the platform tells of them, and the address under which everybody sees them.

Addresses are kept with the host that the emulator has inside this process; who asks over HTTP is told, and may tell,
the host that he asks.
"""

from __future__ import annotations

import base64
import sqlite3
from io import BytesIO
from typing import Any

import falcon
import imagesize

from mcctl.emulator.asset import store
from mcctl.emulator.core.web import database, generic_problem

HOST = "http://emulator.localhost"
_FOLDER = "/lib"
PUBLISHED = f"{HOST}{_FOLDER}/"
"""How the addresses of files begin."""
_TYPES = {
    "png": "image/png", "gif": "image/gif", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    "pdf": "application/pdf",
}  # fmt: skip


def properties(asset: dict[str, Any], file: str) -> dict[str, Any]:
    """Return the fileProperties of an asset. file: its content, in base64."""
    given = asset.get("fileProperties") or {}
    name = str(given.get("fileName") or asset["name"])
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    content = base64.b64decode(file)
    width, height = imagesize.get(BytesIO(content))
    size = {"width": width, "height": height} if width > 0 and height > 0 else {}
    address = f"{PUBLISHED}{asset['objectID']}{f'.{extension}' if extension else ''}"
    told = {"fileName": name, "extension": extension, "fileSize": len(content), **size, "publishedURL": address}
    return {**given, **told}


def content_of(db: sqlite3.Connection, name: str) -> bytes | None:
    """Return the file at the end of an address; None if there is none."""
    row = store.by_object_id(db, name.partition(".")[0])
    return base64.b64decode(row["file"]) if row is not None and row["file"] else None


class PublishedFile:
    """GET /lib/{name}: what a reader of a mail sees; it needs no token."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Give the file."""
        content = content_of(database(req), name)
        if content is None:
            raise generic_problem(404, 30003, "There is no such file")
        resp.content_type = _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
        resp.set_headers(
            {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
        )
        resp.data = content


ROUTES = {f"{_FOLDER}/{{name}}": PublishedFile()}
