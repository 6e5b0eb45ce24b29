"""Which file each text of an asset stands in.

    NAME.email/email.yaml, html.html, text.txt, preheader.ampscript, slots/main/news.html     what has views or slots
    NAME.block.yaml, NAME.html                                                               what has one text
    NAME, NAME.yaml                                                                          a file, such as an image

A place is where a part is within its asset: html is a view, slots/main one of its slots, slots/main/news a block in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mcctl.reading import text, whole
from mcctl.rest.asset_types import asset_types, is_file_type
from mcctl.workspace import paths

TEXTS = {"content": "", "superContent": ".super", "design": ".design"}
"""Property that is a text -> what its file is called behind the place of the part that it is of."""
CODE = {"jscoderesource": ".js", "csscoderesource": ".css", "jsoncoderesource": ".json", "xmlcoderesource": ".xml",
        "rsscoderesource": ".rss", "textcoderesource": ".txt"}  # fmt: skip
"""Type of a code resource -> what its text is called."""
BODIES = (".html", ".ampscript", ".ssjs", *CODE.values())
"""What the text of an asset that has but one may be called behind its name."""
OWN, BESIDE_VIEWS = "content", "asset"
"""The place of what an asset has itself; with views it is another one."""
PARTS = ("slots", "template")
"""Of the html view, what stands in an email's properties themselves."""
_WORDS = {207: "email", 208: "email", 209: "email", 4: "template", 205: "page", 247: "page", 248: "page", 249: "page"}
_VIEWS = {"text": ".txt", "preheader": ".ampscript"}


def word_of(asset: dict[str, Any]) -> str:
    """Return what the files of an asset say that it is."""
    number, name = whole(type_of(asset).get("id")), text(asset, "assetType.name")
    number = number if number is not None else next((one.id for one in asset_types() if one.name == name), None)
    return _WORDS.get(number or 0) or ("code" if name in CODE else "block")


def is_file(asset: dict[str, Any]) -> bool:
    """Whether an asset is a file, such as an image."""
    return is_file_type(whole(type_of(asset).get("id")), text(asset, "assetType.name"))


def type_of(asset: dict[str, Any]) -> dict[str, Any]:
    """Return the type of an asset as it came."""
    found = asset.get("assetType")
    return found if isinstance(found, dict) else {}


def view_extension(view: str) -> str:
    """Return what the text of a view is called behind its name."""
    return _VIEWS.get(view, ".html")


def places(place: str, group: str, names: Iterable[str]) -> dict[str, str]:
    """Return where the slots or blocks of the part at a place are. Names that some file system confuses are marked."""
    start = f"{inside(place)}slots/" if group == "slots" else f"{place}/"
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        slugged = paths.slug(name, name)
        slugged += paths.mark(name) if paths.compared(slugged) in taken else ""
        taken.add(paths.compared(slugged))
        found[name] = start + slugged
    return found


def inside(place: str) -> str:
    """Return the folder that the parts of a part are in; those of the html view, and an asset's own, are at the top."""
    return "" if place in ("html", OWN) else f"{place}/"
