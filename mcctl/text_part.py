"""The text part of an e-mail, made from its HTML: by inscriptis, around the code, which stays as it is."""

from __future__ import annotations

import re

from mcctl.ampscript.errors import AmpscriptError
from mcctl.ampscript.lexer import TEXT, tokens

_MARK = re.compile(r"mcctl(\d+)code")
_LINK = re.compile(r"\[([^\]\n]*)\]\((\S+?)\)")
_MANY_LINES = re.compile(r"\n{3,}")


def text_from(html: str) -> str:
    """Return what a page says as plain text, with the address of each link behind its words. Code stays as it is."""
    from inscriptis import get_text  # dear to load
    from inscriptis.model.config import ParserConfig  # as above

    marked, code = _marked(html)
    found = get_text(marked, ParserConfig(display_links=True))
    linked = _LINK.sub(lambda link: link[2] if link[1].strip() in ("", link[2]) else f"{link[1]} ({link[2]})", found)
    lines = "\n".join(line.rstrip() for line in linked.splitlines())
    return _MARK.sub(lambda mark: code[int(mark[1])], _MANY_LINES.sub("\n\n", lines)).strip() + "\n"


def _marked(html: str) -> tuple[str, list[str]]:
    """Return a page with a word in the place of each piece of code, and the pieces."""
    try:
        found = tokens(html)
    except AmpscriptError:
        return html, []
    parts: list[str] = []
    code: list[str] = []
    end = 0
    pieces = zip(found.kinds, found.values, found.places, strict=True)
    texts = [(place, value) for kind, value, place in pieces if kind == TEXT]
    for place, value in [*texts, (len(html), "")]:
        if place > end:
            parts.append(f"mcctl{len(code)}code")
            code.append(html[end:place])
        parts.append(value)
        end = place + len(value)
    return "".join(parts), code
