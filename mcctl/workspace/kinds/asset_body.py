"""From the files of an asset back to the asset, as the API takes it. References stay as they stand in the files."""

from __future__ import annotations

from typing import Any

from mcctl.errors import InputError
from mcctl.rest.asset_types import asset_types
from mcctl.workspace import paths
from mcctl.workspace.kinds.asset_layout import (
    BESIDE_VIEWS,
    BODIES,
    OWN,
    PARTS,
    TEXTS,
    inside,
    places,
    view_extension,
)
from mcctl.workspace.shape import Files, decoded, parsed, properties_file, referred

_FIXED = (OWN, BESIDE_VIEWS, "template", "")
"""Names of texts that are of no view."""


def asset_of(files: Files, path: str) -> dict[str, Any]:
    """Return the asset that files describe. Raises InputError for files that describe none."""
    properties = properties_file(files, path)
    folder = properties.partition("/")[0] + "/" if "/" in properties else ""
    told = parsed(files[properties], path + properties)
    asset: dict[str, Any] = {"customerKey": told.pop("key", None)}
    if "type" in told:
        asset["assetType"] = _type_of(told.pop("type"), path + properties)
    if properties == ".yaml":
        properties_of_file = told.pop("file", {})
        return {**asset, **told, "fileProperties": properties_of_file}
    texts = {place.removeprefix(folder): content for place, content in files.items() if place != properties}
    giving = _Giving(texts, path + folder)
    if not folder:
        extension = next((place for place in texts if place in BODIES), ".html")
        return {**asset, **giving.part(told, "", extension)}
    views = giving.views(told)
    own = giving.part(told, BESIDE_VIEWS if views else OWN)
    return {**asset, **own, **({"views": views} if views else {})}


class _Giving:
    """Puts texts back into the parts of an asset. texts: by place within it. path: for errors."""

    def __init__(self, texts: Files, path: str) -> None:
        self._texts = texts
        self._path = path

    def views(self, told: dict[str, Any]) -> dict[str, Any]:
        """Take what is of views out of an asset's properties, and return the views with their texts."""
        given = told.pop("views", None)
        views = {name: one for name, one in given.items() if isinstance(one, dict)} if isinstance(given, dict) else {}
        for name in {place.partition(".")[0] for place in self._texts if "/" not in place} - set(_FIXED):
            views.setdefault(paths.name_of(name), {})
        if "html" in views:
            moved = {part: told.pop(part) for part in PARTS if part in told and part not in views["html"]}
            views["html"] = {**views["html"], **moved}
        read = {name: self.part(view, paths.slug(name, name), view_extension(name)) for name, view in views.items()}
        for name, told_as in (("subjectline", "subject"), ("preheader", "preheader")):
            if told_as in told:
                read[name] = {**read.get(name, {}), "content": told.pop(told_as)}
        return read

    def part(self, told: dict[str, Any], place: str, extension: str = ".html") -> dict[str, Any]:
        """Return an asset, view, slot or block with its texts, its own parts likewise."""
        part = dict(told)
        for name, infix in TEXTS.items():
            content = self._texts.get(place + infix + extension)
            if content is not None:
                part[name] = decoded(content, self._path + place + infix + extension)
        for group in ("slots", "blocks"):
            parts = part.get(group)
            if isinstance(parts, dict):
                where = places(place, group, parts)
                part[group] = {name: self._inner(one, where[name]) for name, one in parts.items()}
        template = part.get("template")
        if isinstance(template, dict) and not referred(template) and "id" not in template:
            part["template"] = self.part(template, f"{inside(place)}template")
        return part

    def _inner(self, told: Any, place: str) -> Any:
        if not isinstance(told, dict) or referred(told):
            return told
        part = self.part(told, place)
        kind = part.pop("type", None)
        return part if kind is None else {**part, "assetType": _type_of(kind, self._path)}


def _type_of(told: Any, path: str) -> dict[str, Any]:
    if isinstance(told, dict) and all(isinstance(one, int | str) for one in told.values()):
        return told
    found = next((one for one in asset_types() if one.name == told), None)
    if found is None:
        raise InputError(f"{path}: there is no asset type {told!r}")
    return {"id": found.id, "name": found.name}
