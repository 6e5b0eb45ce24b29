"""What the flags of `asset create`, `patch` and `upload` mean as the JSON of an asset."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mcctl.documents import compose, parse_assignment, read_text
from mcctl.errors import InputError, NotFound
from mcctl.reading import get, text
from mcctl.rest.asset import MAX_FILE_BYTES, MAX_KEY_CHARS, MAX_NAME_CHARS
from mcctl.rest.asset_types import AssetType, asset_type, file_type
from mcctl.rest.calls import MAX_REQUEST_BYTES

_EMAIL_VIEWS = ("html", "text", "subjectline", "preheader")
_BOOLEANS = {"true": True, "false": False}


@dataclass
class AssetChanges:
    """The changes that a command line asks for. html, text, content, data: names of files, - for standard input.

    Flags win over assignments (`--set`), assignments over the document (`--data`).
    """

    name: str | None = None
    external_key: str | None = None
    description: str | None = None
    subject: str | None = None
    preheader: str | None = None
    html: str | None = None
    text: str | None = None
    content: str | None = None
    channels: list[str] | None = None
    assignments: list[str] | None = None
    data: str | None = None

    def body(self) -> dict[str, Any]:
        """Return the asset's JSON. Raises InputError for what cannot be read, or breaks a documented limit."""
        if [self.html, self.text, self.content, self.data].count("-") > 1:
            raise InputError("Standard input can be read only once: give - to one option")
        body = compose(self.data, self.assignments or [], self._flags())
        check_limits(body)
        return body

    def _flags(self) -> dict[str, Any]:
        """Return dotted path -> value of the flags given, in the order of the vendor's sample."""
        plain = {"name": self.name, "customerKey": self.external_key, "description": self.description}
        channels = {f"channels.{name}": value for name, value in map(_channel, self.channels or [])}
        views = {f"views.{name}": value for name, value in self._views().items()}
        content = {"content": read_text(self.content)} if self.content else {}
        return {**{k: v for k, v in plain.items() if v is not None}, **channels, **views, **content}

    def _views(self) -> dict[str, dict[str, str]]:
        given = {
            "html": read_text(self.html) if self.html else None,
            "text": read_text(self.text) if self.text else None,
            "subjectline": self.subject,
            "preheader": self.preheader,
        }
        # A new HTML body goes out as in the vendor's sample of an e-mail update: with all four views, those
        # that stay as they are empty. The other flags send their own view alone.
        names = _EMAIL_VIEWS if self.html else [name for name in _EMAIL_VIEWS if given[name] is not None]
        return {name: {} if (text := given[name]) is None else {"content": text} for name in names}


def type_reference(kind: AssetType) -> dict[str, Any]:
    """Return an asset type as the API writes it inside an asset."""
    return {"id": kind.id, **({"name": kind.name} if kind.name else {})}


def with_type(body: dict[str, Any], type: str | None) -> dict[str, Any]:
    """Return `body` with an asset type: `type` (name or id), else its own, else what its views make it.

    Raises InputError where nothing tells, or for an unknown type.
    """
    views = body.get("views") or {}
    told = "htmlemail" if "html" in views else "textonlyemail" if "text" in views else None
    name = type or (None if body.get("assetType") else told)
    if name:
        return {**body, "assetType": type_reference(asset_type(name))}
    if not body.get("assetType"):
        raise InputError("What type of asset is it?", "Give --type, for example --type htmlblock; mcctl asset types")
    return body


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
        size = path.stat().st_size
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


def _channel(text: str) -> tuple[str, bool]:
    name, value = parse_assignment(text, typed=False)
    if value.lower() not in _BOOLEANS:
        raise InputError(f"--channel {text}: say {name}=true or {name}=false")
    return name, _BOOLEANS[value.lower()]
