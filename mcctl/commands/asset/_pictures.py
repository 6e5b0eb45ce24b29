"""The local images of a page: uploaded, and their addresses put in."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from mcctl.checks.markup import read_markup, targets
from mcctl.errors import InputError
from mcctl.files import is_file
from mcctl.rest.asset_types import file_type

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|%%|\{\{", re.IGNORECASE)
_TOLD_CHARS = 100
_IMAGE = "image"
_ATTRIBUTE = r"""(\b(?:src|background)\s*=\s*["']?)(?:{names})(?=["'\s>])"""


def local_images(source: str, folder: Path) -> dict[str, Path]:
    """Return the images of a page that are files: how the page names them -> the file. folder: where the page is.

    Raises InputError for one that is not there, that is no image, or that is neither beside the page nor in the current
    folder: a page that somebody else wrote must not publish what it likes.
    """
    roots = (folder.resolve(), Path.cwd().resolve())
    found: dict[str, Path] = {}
    for _, name in targets(read_markup(source).images, "src"):
        if name and not _ELSEWHERE.match(name):
            path = folder / unquote(name.partition("?")[0])
            if not is_file(path):
                raise InputError(f"The image {name[:_TOLD_CHARS]} of the page is not there")
            if not any(path.resolve().is_relative_to(root) for root in roots):
                raise InputError(f"The image {name[:_TOLD_CHARS]} is neither beside the page nor in the current folder")
            if file_type(path).parent != _IMAGE:
                raise InputError(f"{name[:_TOLD_CHARS]} is no image")
            found[name] = path
    return found


def with_addresses(source: str, addresses: dict[str, str]) -> str:
    """Return a page whose images have addresses: how the page names them -> the address."""
    if not addresses:
        return source
    names = "|".join(f"(?P<n{number}>{re.escape(name)})" for number, name in enumerate(addresses))
    listed = list(addresses.values())
    pattern = re.compile(_ATTRIBUTE.format(names=names), re.IGNORECASE)
    return pattern.sub(_replacer(listed), source)


def _replacer(addresses: list[str]) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        number = next(place for place in range(len(addresses)) if found[f"n{place}"] is not None)
        return found[1] + addresses[number]

    return replace
