"""Functions of content: blocks and images that a template refers to, and texts that are templates themselves."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from mcctl.ampscript.errors import Place, Wrong
from mcctl.ampscript.nodes import Warned
from mcctl.ampscript.run import Run
from mcctl.ampscript.values import Value, flag, shown, text

_FOUND, _MISSING = 0, -1


def _block(by: str) -> Callable[..., Value]:
    """Return a function that renders the content block with a key, id or name."""

    def contentblock(
        run: Run,
        reference: Value,
        _region: Value = "",
        strict: Value = True,
        fallback: Value = "",
        status: Value = None,
    ) -> Value:
        found = run.data.block(by, text(reference).strip())
        if isinstance(status, str):
            run.variables[status] = _MISSING if found is None else _FOUND
        if found is not None:
            if found.note:
                run.warn(Warned(found.note, Place(1, 1, found.name)))
            return run.content(found.source, found.name)
        if strict is True or strict is None or strict == "" or flag(strict):
            raise Wrong(f"There is no content block with the {by} {shown(reference)}")
        return text(fallback)

    return contentblock


def _image(by: str) -> Callable[..., Value]:
    """Return a function that gives the img tag of the image with a key or id."""

    def contentimage(run: Run, reference: Value, fallback: Value = None) -> Value:
        found = run.data.image(by, text(reference).strip())
        if found is None and fallback is not None:
            found = run.data.image(by, text(fallback).strip())
        if found is None:
            raise Wrong(f"There is no image with the {by} {shown(reference)}")
        name, alt, url = escape(found.name), escape(found.alt), escape(found.url)
        return f'<img src="{url}" title="{name}" alt="{alt}" border="0" thid="{escape(found.id)}">'

    return contentimage


def treatascontent(run: Run, source: Value) -> Value:
    """Return what a text prints that is a template itself."""
    return run.content(text(source), "") if text(source) else ""


def treatascontentarea(run: Run, _key: Value, source: Value, _region: Value = "") -> Value:
    """Return what a text prints that is a template itself. _key: under which the platform keeps it."""
    return treatascontent(run, source)


def nothing(_run: Run, *_args: Value) -> Value:
    """Return nothing: what only the platform's tracking sees."""
    return ""


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "contentarea": _block("id of classic content"),
    "contentareabyname": _block("name of classic content"),
    "contentblockbyid": _block("id"),
    "contentblockbykey": _block("key"),
    "contentblockbyname": _block("name"),
    "contentimagebyid": _image("id"),
    "contentimagebykey": _image("key"),
    "treatascontent": treatascontent,
    "treatascontentarea": treatascontentarea,
    **dict.fromkeys(
        (
            "attachfile",
            "beginassetblock",
            "beginimpressionregion",
            "endassetblock",
            "endimpressionregion",
            "wat",
            "watp",
        ),
        nothing,
    ),
}
