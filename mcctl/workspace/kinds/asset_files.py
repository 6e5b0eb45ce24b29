"""From an asset to its files: the texts taken out of it, the server's own properties left out.

Copies of other assets, which the platform keeps in templates and reference blocks, stand as references to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from mcctl.reading import get, text, whole
from mcctl.rest.asset_types import asset_types
from mcctl.workspace import paths
from mcctl.workspace.kinds.asset_layout import (
    BESIDE_VIEWS,
    BODIES,
    CODE,
    OWN,
    PARTS,
    TEXTS,
    inside,
    is_file,
    places,
    view_extension,
    word_of,
)
from mcctl.workspace.known import Known
from mcctl.workspace.shape import Files, document, encoded, ordered, reference, said, spelled, without

ASKED = (
    "content", "design", "superContent", "views", "slots", "blocks", "meta", "data", "tags", "channels",
    "fileProperties", "legacyData", "sharingProperties", "customFields", "template", "category", "memberId",
    "enterpriseId",
)  # fmt: skip
"""The properties that are asked for besides those that always come."""
SERVER = (
    "id", "objectID", "legacyData", "owner", "createdDate", "createdBy", "modifiedDate", "modifiedBy", "enterpriseId",
    "memberId", "version", "thumbnail", "availableViews", "modelVersion", "contentType", "status", "category",
    "meta.contentHash", "meta.thumbnailRefAssetId", "meta.cloudPages.publishDate",
    "data.email.legacy", "data.approvals", "fileProperties.fileSize",
    "fileProperties.fileCreatedDate", "fileProperties.publishedURL", "fileProperties.externalUrl", "file",
)  # fmt: skip
"""What the platform says of an asset, and nobody can write."""
_SPELLED = (*ASKED, *(name for name in SERVER if "." not in name), "name", "customerKey", "description", "assetType")
_FIRST = (
    "key", "name", "description", "type", "subject", "preheader", "channels", "tags", "template", "slots", "views",
)  # fmt: skip
_MADE_FROM = "data.email.options.generateFrom"
_REFERRED = "meta.options.id"
_JSON_PAGES = ("landingpage", "microsite", "interactivecontent")
_ONLY_AMPSCRIPT = re.compile(r"\s*%%\[(?:(?!\]%%).)*\]%%\s*", re.DOTALL)
_SSJS = re.compile(r"\s*<script[^>]*\brunat\s*=\s*[\"']?server", re.IGNORECASE)
_PLAIN_LINE = re.compile(r"[^\r\n%]*")


def files_of(asset: dict[str, Any], known: Known, ignored: Iterable[str] = (), before: Iterable[str] = ()) -> Files:
    """Return the files of an asset, but for the one that it may be itself. Raises InputError for what none can hold.

    before: what the names of those that it had end in: how its text is called stays as it is.
    """
    plain = without(spelled(asset, _SPELLED), (*SERVER, *ignored))
    told: dict[str, Any] = {"key": plain.pop("customerKey", None), **_type_taken(plain)}
    if is_file(asset):
        told["file"] = _file_properties(plain, text(asset, "name"))
        return {".yaml": document(ordered(said({**told, **plain}), _FIRST))}
    plain.pop("fileProperties", None)
    taking = _Taking(known)
    word = word_of(asset)
    if _has_parts(plain):
        of_views = taking.views(plain)
        told |= taking.part(plain, BESIDE_VIEWS if of_views or taking.files else OWN) | of_views
        files = {f".{word}/{word}.yaml": document(ordered(told, _FIRST))}
        return files | {f".{word}/{place}": content for place, content in taking.files.items()}
    told |= taking.part(plain, "", _extension(asset, before))
    return {f".{word}.yaml": document(ordered(told, _FIRST)), **taking.files}


class _Taking:
    """Takes the texts out of the parts of an asset. files: what was taken, by place within the asset."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self.files: Files = {}

    def views(self, plain: dict[str, Any]) -> dict[str, Any]:
        """Take the views out of an asset, and return what its properties say of them."""
        views = plain.pop("views", None)
        if not isinstance(views, dict):
            return {}
        told: dict[str, Any] = {}
        parts: dict[str, Any] = {}
        left = {name: self._view(name, view, told) if isinstance(view, dict) else view for name, view in views.items()}
        html = left.get("html")
        if isinstance(html, dict):
            parts = {part: html.pop(part) for part in PARTS if part in html and part not in plain}
        needed = "html" if parts and "html.html" not in self.files else ""  # or nobody would know what they are of
        told |= {**parts, "views": {name: view for name, view in left.items() if view or name == needed}}
        return {name: value for name, value in told.items() if value not in ({}, None)}

    def part(self, part: dict[str, Any], place: str, extension: str = ".html") -> dict[str, Any]:
        """Return an asset, view, slot or block without its texts, its own parts likewise."""
        if not get(part, _MADE_FROM):
            part = without(part, [_MADE_FROM])
        told: dict[str, Any] = {}
        for name, value in part.items():
            if name in TEXTS and isinstance(value, str):
                self._take(value, place + TEXTS[name] + extension)
            elif name in ("slots", "blocks") and isinstance(value, dict):
                where = places(place, name, value)
                told[name] = {inner: self._inner(one, where[inner], name) for inner, one in value.items()} or None
            elif name == "template" and isinstance(value, dict):
                told[name] = self._template(value, f"{inside(place)}template")
            else:
                told[name] = said(value)
        return {name: value for name, value in told.items() if value not in (None, {}, [])}

    def _take(self, text: str, name: str) -> None:
        if text:
            self.files[name] = encoded(text)

    def _view(self, name: str, view: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
        """Return what is left of a view. told: takes a short text of it."""
        plain = without(view, SERVER)
        content = plain.get("content")
        if name == "subjectline" and isinstance(content, str):
            told["subject"] = plain.pop("content")
        elif name == "preheader" and isinstance(content, str) and _PLAIN_LINE.fullmatch(content):
            told["preheader"] = plain.pop("content")
        return self.part(plain, paths.slug(name, name), view_extension(name))

    def _inner(self, part: Any, place: str, group: str) -> Any:
        if not isinstance(part, dict):
            return part
        if group == "blocks" and (saved := self._saved(part)):
            return saved
        plain = without(part, SERVER)
        kind = _type_taken(plain)
        told = {**kind, **self.part(plain, place)}
        number = get(told, _REFERRED) if kind.get("type") == "referenceblock" else None
        if saved := self._known.reference("asset", number):
            told["meta"]["options"]["id"] = saved
        return told

    def _saved(self, block: dict[str, Any]) -> dict[str, str] | None:
        """Return the reference to the saved block of which one is a copy; None for one that stands here only."""
        if block.get("id") is None:
            return None
        key = text(block, "customerKey")
        return self._known.reference("asset", block["id"]) or (reference("asset", key) if key else None)

    def _template(self, template: dict[str, Any], place: str) -> dict[str, Any]:
        number = template.get("id")
        if number is None:
            return self.part(without(template, SERVER), place)
        return self._known.reference("asset", number) or {"id": number, "name": template.get("name")}


def _has_parts(plain: dict[str, Any]) -> bool:
    return any(isinstance(plain.get(name), dict) and plain[name] for name in ("views", "slots", "blocks", "template"))


def _type_taken(plain: dict[str, Any]) -> dict[str, Any]:
    """Take the type out of properties, and return it as files tell it: by its name, where that is a known one."""
    told = plain.pop("assetType", None)
    if not isinstance(told, dict):
        return {}
    number, name = whole(told.get("id")), text(told, "name")
    is_known = any(one.name == name and number in (None, one.id) for one in asset_types())
    return {"type": name if is_known else said({"id": number, "name": name or None})}


def _file_properties(plain: dict[str, Any], name: str) -> dict[str, Any]:
    """Return what is to be said of a file besides its content, from which the platform has the rest."""
    given = plain.pop("fileProperties", None)
    kept = without(given, ("width", "height")) if isinstance(given, dict) else {}
    return {key: value for key, value in kept.items() if (key, value) != ("fileName", name)}


def _extension(asset: dict[str, Any], before: Iterable[str]) -> str:
    """Return what the file of an asset's only text is called behind its name: as before, where it had one."""
    kept = next((suffix for suffix in before if suffix in BODIES), "")
    name, content = text(asset, "assetType.name"), asset.get("content")
    if kept or not isinstance(content, str):
        return kept or ".html"
    if name in CODE or name in _JSON_PAGES:
        return CODE.get(name, ".json")
    if _SSJS.match(content):
        return ".ssjs"
    return ".ampscript" if _ONLY_AMPSCRIPT.fullmatch(content) else ".html"
