"""The text part of an e-mail, made from its HTML: by inscriptis, around the code, which stays as it is."""

from __future__ import annotations

import re

from mcctl.checks.markup import pieces

_MARK = re.compile("\ue000(\\d+)\ue001")
_LINK = re.compile(r"\[(\[[^\[\]\n]*\]|[^\[\]\n]*)\]\(([^\s)]{1,2000})\)")
_MANY_LINES = re.compile(r"\n{3,}")


def text_from(html: str) -> str:
    """Return what a page says as plain text, with the address of each link behind its words, and alt texts for images.

    Code stays as it is.
    """
    from inscriptis import get_text  # dear to load
    from inscriptis.model.config import ParserConfig  # as above

    marked, code = _marked(html)
    found = get_text(marked, ParserConfig(display_links=True, display_images=True))
    linked = _LINK.sub(lambda link: link[2] if link[1].strip() in ("", link[2]) else f"{link[1]} ({link[2]})", found)
    lines = "\n".join(line.rstrip() for line in linked.splitlines())
    return _MARK.sub(lambda mark: code[int(mark[1])], _MANY_LINES.sub("\n\n", lines)).strip() + "\n"


def _marked(html: str) -> tuple[str, list[str]]:
    """Return a page with a mark that no text has in the place of each piece of code, and the pieces."""
    parts: list[str] = []
    code: list[str] = []
    for piece, is_text in pieces(html):
        if is_text:
            parts.append(piece.replace("\ue000", "").replace("\ue001", ""))
        else:
            parts.append(f"\ue000{len(code)}\ue001")
            code.append(piece)
    return "".join(parts), code
