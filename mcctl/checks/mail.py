"""The rules for an e-mail. A rule has a name, a level and a function that finds what is against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from mcctl.ampscript.catalog import functions
from mcctl.ampscript.compiler import compile_program
from mcctl.ampscript.errors import AmpscriptError, Place
from mcctl.ampscript.hints import hints
from mcctl.ampscript.nodes import Attribute, Foreign, Literal, Personal, Program
from mcctl.ampscript.parser import parse
from mcctl.ampscript.system import SYSTEM_NAMES
from mcctl.ampscript.values import attribute_key
from mcctl.ampscript.walk import calls, nodes, references
from mcctl.checks.markup import CODE, Markup, read_elements, read_markup, targets

ERROR, WARNING = "error", "warning"
GMAIL_BYTES = 102 * 1024
_UNSUBSCRIBE = ("unsub_center_url", "subscription_center_url", "profile_center_url")
_ADDRESS = ("member_addr",)
_WEB = re.compile(r"https?://[^\s/]+\.[^\s/]+|https?://localhost", re.IGNORECASE)
_OTHER = re.compile(r"(?:mailto|tel|sms|callto|maps|geo):\S+|#\w[\w-]*", re.IGNORECASE)
_LOCAL = re.compile(r"http://(?:[\w-]+\.)?localhost[:/]", re.IGNORECASE)
"""The emulator's own images."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_COMMON_WORDS = 0.6
_FEWEST_WORDS = 8
_NO_PLACE = Place(1, 1)
_TRUE = ("1", "true")


class Finding(NamedTuple):
    """Something that is against a rule. part: html, text, subject or preheader."""

    rule: str
    level: str
    part: str
    place: Place
    message: str


class Mail:
    """A message to check. parts: templates by name. is_email: an e-mail as a whole, no page or block alone.

    has_block: whether there is a content block with a key, id or name; None where nobody can be asked.
    known: attributes in lower case that there are; None where that is not known.
    """

    def __init__(
        self,
        parts: Mapping[str, str],
        *,
        is_email: bool,
        is_commercial: bool = True,
        has_block: Callable[[str, str], bool] | None = None,
        known: frozenset[str] | None = None,
    ) -> None:
        self.parts = parts
        self.is_email = is_email
        self.is_commercial = is_commercial
        self.has_block = has_block
        self.known = known

    @cached_property
    def parsed(self) -> dict[str, Program | AmpscriptError]:
        """The parts, parsed; or why one is no AMPscript."""
        return {part: _parsed(source) for part, source in self.parts.items()}

    @cached_property
    def programs(self) -> dict[str, Program]:
        """The parts that are AMPscript, parsed."""
        return {part: found for part, found in self.parsed.items() if isinstance(found, Program)}

    @cached_property
    def markup(self) -> Markup:
        """What the HTML part refers to, and its words."""
        return read_markup(self.parts.get("html", ""))

    @cached_property
    def elements(self) -> Markup:
        """What the HTML part refers to; without its words this is found much sooner."""
        return read_elements(self.parts.get("html", ""))


Found = Iterator[tuple[str, Place, str]]
"""Part, place, message."""


class Rule(NamedTuple):
    """A rule, and what finds what is against it."""

    name: str
    level: str
    find: Callable[[Mail], Found]


def check(mail: Mail, names: Collection[str] | None = None) -> list[Finding]:
    """Return everything that is against a rule: errors first, then in the order of the parts and lines.

    names: of the rules that count; None is all of them.
    """
    rules = [rule for rule in RULES if names is None or rule.name in names]
    found = [Finding(rule.name, rule.level, *one) for rule in rules for one in rule.find(mail)]
    order = list(mail.parts)
    return sorted(
        found, key=lambda one: (one.level != ERROR, order.index(one.part) if one.part in order else -1, one.place)
    )


def _code(mail: Mail) -> Found:
    for part, found in mail.parsed.items():
        error = found if isinstance(found, AmpscriptError) else _refused(found)
        if error is not None:
            yield part, error.place or _NO_PLACE, error.message


def _parsed(source: str) -> Program | AmpscriptError:
    try:
        return parse(source)
    except AmpscriptError as error:
        return error


def _refused(program: Program) -> AmpscriptError | None:
    """Return why the platform would refuse a program; None where it would not."""
    try:
        compile_program(program)
    except AmpscriptError as error:
        return error
    return None


def _platform(mail: Mail) -> Found:
    for part, program in mail.programs.items():
        for node in nodes(program):
            if isinstance(node, Foreign):
                yield part, program.place(node.at), f"{node.language} cannot be rendered here"
        for call in calls(program):
            function = functions().get(call.name.lower())
            if function and not function.home and not function.refusal:
                yield part, program.place(call.at), f"{function.name} needs the platform"


def _blocks(mail: Mail) -> Found:
    if mail.has_block is None:
        return
    for part, program in mail.programs.items():
        for by, reference, call in references(program):
            if not _may_be_missing(call.args[2:3]) and not mail.has_block(by, reference):
                yield part, program.place(call.at), f"There is no content block with the {by} {reference!r}"


def _may_be_missing(strict: tuple[object, ...]) -> bool:
    return bool(strict) and isinstance(strict[0], Literal) and str(strict[0].value).lower() not in _TRUE


def _attributes(mail: Mail) -> Found:
    if mail.known is None:
        return
    for part, program in mail.programs.items():
        for node in nodes(program):
            name = attribute_key(node.name) if isinstance(node, Personal | Attribute) else ""
            if name and name not in mail.known and name not in SYSTEM_NAMES:
                yield part, program.place(node.at), f"{node.name} is no attribute that is known"


def _subject(mail: Mail) -> Found:
    if mail.is_email and not mail.parts.get("subject", "").strip():
        yield "subject", _NO_PLACE, "The subject is empty"


def _named(mail: Mail, names: tuple[str, ...]) -> bool:
    return any(name in source.lower() for source in mail.parts.values() for name in names)


def _unsubscribe(mail: Mail) -> Found:
    if mail.is_email and mail.is_commercial and not _named(mail, _UNSUBSCRIBE):
        yield "html", _NO_PLACE, "A commercial mail needs a link to unsubscribe, such as %%unsub_center_url%%"


def _address(mail: Mail) -> Found:
    if mail.is_email and mail.is_commercial and not _named(mail, _ADDRESS):
        yield "html", _NO_PLACE, "A commercial mail needs the postal address, such as %%Member_Addr%%"


def _images(mail: Mail) -> Found:
    for image, source in targets(mail.elements.images, "src"):
        place = Place(image.line, image.column)
        if not source:
            yield "html", place, "An image has no source"
        elif not _WEB.match(source) and not source.startswith(("data:", "cid:", "//")):
            yield "html", place, f"The image {source[:100]} is on this machine only"


def _alt(mail: Mail) -> Found:
    for image in mail.elements.images:
        if image.attributes.get("alt") is None:
            yield "html", Place(image.line, image.column), "An image has no alt text"


def _links(mail: Mail) -> Found:
    for link, target in targets(mail.elements.links, "href"):
        if "name" in link.attributes or "id" in link.attributes:
            continue
        if not target or target == "#":
            yield "html", Place(link.line, link.column), "A link leads nowhere"
        elif not _WEB.match(target) and not _OTHER.match(target):
            yield "html", Place(link.line, link.column), f"The link {target[:100]} is none that a mail can have"


def _http(mail: Mail) -> Found:
    for elements, attribute in ((mail.elements.links, "href"), (mail.elements.images, "src")):
        for element, target in targets(elements, attribute):
            if target.lower().startswith("http://") and not _LOCAL.match(target):
                yield "html", Place(element.line, element.column), f"{target[:100]} is not encrypted; write https"


def _size(mail: Mail) -> Found:
    size = len(mail.parts.get("html", "").encode("utf-8", "replace"))
    if size > GMAIL_BYTES:
        yield "html", _NO_PLACE, f"The HTML has {size / 1024:.0f} KB; Gmail shows the first 102 KB only"


def _text(mail: Mail) -> Found:
    html, text = mail.parts.get("html", ""), mail.parts.get("text", "")
    if not html or not text or CODE in text:
        return
    shown = {word.lower() for word in _WORD.findall(mail.markup.text)}
    words = {word.lower() for word in _WORD.findall(re.sub(r"%%.*?%%|https?://\S+", " ", text, flags=re.DOTALL))}
    if len(words) >= _FEWEST_WORDS and len(words & shown) < _COMMON_WORDS * len(words):
        yield "text", _NO_PLACE, "The text part says other things than the HTML part; is it an old one?"


def _debris(mail: Mail) -> Found:
    for part, program in mail.programs.items():
        for warned in program.warnings:
            yield part, warned.place, warned.message


def _hints(mail: Mail) -> Found:
    for part, program in mail.programs.items():
        for warned in hints(program):
            yield part, warned.place, warned.message


RULES = (
    Rule("code", ERROR, _code),
    Rule("block", ERROR, _blocks),
    Rule("subject", ERROR, _subject),
    Rule("unsubscribe", ERROR, _unsubscribe),
    Rule("image", ERROR, _images),
    Rule("link", ERROR, _links),
    Rule("address", WARNING, _address),
    Rule("alt", WARNING, _alt),
    Rule("attribute", WARNING, _attributes),
    Rule("debris", WARNING, _debris),
    Rule("hint", WARNING, _hints),
    Rule("http", WARNING, _http),
    Rule("platform", WARNING, _platform),
    Rule("size", WARNING, _size),
    Rule("text", WARNING, _text),
)
