"""The asset types that the platform knows (list-of-asset-types.md)."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from mcctl.errors import InputError, Look
from mcctl.reading import whole

_FILE_TYPES = {"image", "rawimage", "video", "document", "audio", "archive", "code", "textfile"}


_SETS = {"email": ("htmlemail", "templatebasedemail", "textonlyemail")}
"""What several types are called together, where no type that they inherit from has the name."""


class AssetType(NamedTuple):
    """A type of asset. parent: the type that it inherits from, or empty."""

    id: int
    name: str
    parent: str

    def as_json(self) -> dict[str, Any]:
        """Return the row that `asset types` shows."""
        return self._asdict()


@cache
def asset_types() -> tuple[AssetType, ...]:
    """Return every asset type, by id."""
    table = Path(__file__).parent.parent / "data" / "asset-types.tsv"
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())
    return tuple(AssetType(int(number), name, parent) for number, name, parent in rows)


def asset_type(text: str) -> AssetType:
    """Return the asset type with a name or id; an id that is not known here is taken as it is.

    Raises InputError, with the likely names, for an unknown name.
    """

    wanted = text.strip().lower()
    for kind in asset_types():
        if wanted in (kind.name, str(kind.id)):
            return kind
    if (number := whole(wanted)) and number > 0:
        return AssetType(number, "", "")
    close = get_close_matches(wanted, [kind.name for kind in asset_types()])
    meant = f"; did you mean {' or '.join(close)}?" if close else ""
    raise InputError(f"There is no asset type {text!r}{meant}", Look("newer asset types"))


def types_called(text: str) -> list[AssetType]:
    """Return the types that a name or an id stands for: itself, and what inherits from it, or a set such as email.

    One that is not known here, and is no slip, is taken as it is: with no id, or with no name. Raises InputError for a
    slip.
    """
    wanted = text.strip().lower()
    if wanted in _SETS:
        return [kind for kind in asset_types() if kind.name in _SETS[wanted]]
    known = [kind.name for kind in asset_types()]
    if wanted and not wanted.isdecimal() and wanted not in known and not get_close_matches(wanted, known):
        return [AssetType(0, text.strip(), "")]
    return descendants(asset_type(text))


def is_file_type(number: int | None, name: str) -> bool:
    """Whether assets of a type are files, such as images. name: counts where the id is not told."""
    return any(
        kind.parent in (*_FILE_TYPES, "file") and (kind.id == number if number is not None else kind.name == name)
        for kind in asset_types()
    )


def file_type(path: Path) -> AssetType:
    """Return the asset type of a file, by its extension. Raises InputError where the platform has none for it."""
    extension = path.suffix.lower().lstrip(".")
    for kind in asset_types():
        if kind.name == extension and kind.parent in _FILE_TYPES:
            return kind
    raise InputError(f"{path.name}: Marketing Cloud has no asset type for .{extension}", Look("asset types"))


def descendants(kind: AssetType) -> list[AssetType]:
    """Return `kind` and every type that inherits from it: a search for images finds png too."""
    children = [child for child in asset_types() if child.parent and child.parent == kind.name]
    return [kind, *(below for child in children for below in descendants(child))]
