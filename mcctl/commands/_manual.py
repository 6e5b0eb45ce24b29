"""The pages of the manual, and how they become man pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from importlib import resources

from mcctl import __version__
from mcctl.errors import NotFound

_MARK = re.compile(r"<!--.*?-->\n?")
_OTHERS = {"coverage": "api", "rest": "api", "errors": "exit-codes", "words": "glossary"}
"""What else a page is asked for by."""
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")


@cache
def pages() -> tuple[str, ...]:
    """Return the names of all pages, in the order of the alphabet."""
    names = (file.name for file in (resources.files("mcctl") / "manual").iterdir())
    return tuple(sorted(name.removesuffix(".md") for name in names if name.endswith(".md")))


def page(name: str) -> str:
    """Return a page as Markdown. Raises NotFound for an unknown one, naming a close one."""
    plain = name.lower().replace("_", "-").replace(" ", "-")
    plain = _OTHERS.get(plain, plain)
    if plain not in pages():
        close = get_close_matches(plain, pages(), n=1)
        meant = f". Did you mean {close[0]}?" if close else ""
        raise NotFound(f"The manual has no page {name!r}{meant}", "mcctl help")
    return _MARK.sub("", (resources.files("mcctl") / "manual" / f"{plain}.md").read_text(encoding="utf-8"))


def sections(words: Sequence[str]) -> str:
    """Return what the page of a group says of the commands that begin with `words`. Raises NotFound."""
    command = " ".join(words)
    parts = page(words[0]).split("\n## `mcctl ")
    found = [part for part in parts[1:] if part.startswith((f"{command} ", f"{command}`"))]
    if not found:
        raise NotFound(f"The manual knows no command mcctl {command}", f"mcctl help {words[0]}")
    return "\n".join(f"## `mcctl {part.rstrip()}\n" for part in found)


def title_of(name: str) -> str:
    """Return what a page is about: of a group its first sentence, else its heading."""
    heading, _, rest = page(name).partition("\n")
    first = " ".join(rest.strip().partition("\n\n")[0].splitlines())
    return f"{first.partition('. ')[0].rstrip('.')}." if heading.startswith("# mcctl ") else heading.removeprefix("# ")


def man_page(name: str) -> str:
    """Return a page in the language of man."""
    heading = f'.TH "MCCTL-{name.upper()}" "1" "" "mcctl {__version__}" "mcctl"\n'
    heading += f".SH NAME\nmcctl-{name} \\- {title_of(name)}\n"
    return heading + "".join(f"{line}\n" for line in _roff(page(name).splitlines()[1:]))


def _roff(lines: list[str]) -> Iterator[str]:
    """Yield lines of man for those of Markdown: code and tables as they stand, headings, and paragraphs."""
    block = ""
    for line in lines:
        kind = _block(line, block)
        if kind != block:
            yield from ([".fi"] if block else []) + ([".nf"] if kind else [])
            block = kind
        if block and not line.startswith("```"):
            yield _plain(line)
        elif line.startswith("#"):
            yield f".SH {_plain(line.lstrip('# '))}"
        elif not line.startswith("```"):
            yield _plain(line) if line else ".PP"
    yield from [".fi"] if block else []


def _block(line: str, block: str) -> str:
    """Return which kind of block a line is in, after one in `block`."""
    if line.startswith("```"):
        return "" if block == "code" else "code"
    return block if block == "code" else "table" if line.startswith("|") else ""


def _plain(line: str) -> str:
    text = _LINK.sub(r"\1", line).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
