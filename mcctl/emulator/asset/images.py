"""The files behind assets: what the platform tells of them, and the address under which everybody sees them.

Addresses are kept with the host that the emulator has inside this process; who asks over HTTP is told, and may tell,
the host that he asks.
"""

from __future__ import annotations

import base64
import sqlite3
from typing import Any

from mcctl.emulator.asset import store
from mcctl.pictures import pixels

HOST = "http://emulator.localhost"
FOLDER = "/_emulator/files"
PUBLISHED = f"{HOST}{FOLDER}/"
"""How the addresses of files begin."""


def properties(asset: dict[str, Any], file: str) -> dict[str, Any]:
    """Return the fileProperties of an asset. file: its content, in base64."""
    given = asset.get("fileProperties") or {}
    name = str(given.get("fileName") or asset["name"])
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    content = base64.b64decode(file)
    size = dict(zip(("width", "height"), pixels(content) or (), strict=False))
    address = f"{PUBLISHED}{asset['objectID']}{f'.{extension}' if extension else ''}"
    told = {"fileName": name, "extension": extension, "fileSize": len(content), **size, "publishedURL": address}
    return {**given, **told}


def content_of(db: sqlite3.Connection, name: str) -> bytes | None:
    """Return the file at the end of an address; None if there is none."""
    row = store.by_object_id(db, name.partition(".")[0])
    return base64.b64decode(row["file"]) if row is not None and row["file"] else None
