"""Messages as they leave: every part rendered for its recipient, and what AMPscript wrote carried out."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from mcctl.ampscript.assets import has_made_text, parts_of
from mcctl.ampscript.catalog import functions
from mcctl.ampscript.data import Block, Write
from mcctl.ampscript.errors import RECURSION, AmpscriptError, Raised
from mcctl.ampscript.nodes import Foreign, Personal, Program
from mcctl.ampscript.parser import parse
from mcctl.ampscript.run import Person
from mcctl.ampscript.system import SYSTEM_NAMES, system_strings
from mcctl.ampscript.template import Templates
from mcctl.ampscript.values import Value, as_value, attribute_key
from mcctl.ampscript.walk import calls, nodes, references
from mcctl.emulator.core.state import now
from mcctl.emulator.rendering.account import Account
from mcctl.text_part import text_from

BUILD_ERROR, RECURSIVE, RAISED = 103, 104, 111
"""Status codes of messages that could not be built."""
_EPOCH = datetime(1970, 1, 1)
_SYSTEM_TIME = timedelta(hours=-6)
_SECONDS = 5.0
_TEMPLATES = Templates(seconds=_SECONDS)
HOST = "https://cloud.nto.example"
MEMBER = {
    "member_busname": "Northern Trail Outfitters", "member_addr": "415 Mission Street", "member_city": "San Francisco",
    "member_state": "CA", "member_postalcode": "94105", "member_country": "US",
}  # fmt: skip
_MOST_BLOCKS = 500
_CODE = re.compile(r"%%\s*[=\[]|<script[^>]*\brunat\s*=\s*[\"']?server|<ctrl:", re.IGNORECASE)


class NotBuilt(Exception):
    """A message could not be rendered. code: its status code. stops: whether the whole job stops."""

    def __init__(self, error: AmpscriptError) -> None:
        super().__init__(str(error))
        self.reason = error.message if isinstance(error, Raised) else str(error)
        self.code = RAISED if isinstance(error, Raised) else RECURSIVE if error.code == RECURSION else BUILD_ERROR
        self.stops = isinstance(error, Raised) and not error.skip


class Template(NamedTuple):
    """A message before it is rendered. parts: by name, in the order in which they are rendered.

    makes_text: the text part is made from the rendered HTML.
    """

    parts: dict[str, str]
    makes_text: bool = False


def template_of(email: dict[str, Any]) -> Template:
    """Return an e-mail, blocks and all, as a template. Raises LimitError where it is too long."""
    return Template(parts_of(email), has_made_text(email))


class Rendered(NamedTuple):
    """The parts of a message, and what its AMPscript writes."""

    parts: dict[str, str]
    writes: list[Write]


class Recipient(NamedTuple):
    """Whom a message is for. address: an e-mail address or a number. key: the contact key."""

    address: str
    key: str
    attributes: Mapping[str, Any]
    job: str = "0"


class Mailroom:
    """Renders the messages of one moment; whatever they write is carried out when all are rendered."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._moment = _EPOCH + timedelta(seconds=now(db)) + _SYSTEM_TIME
        self._strings = system_strings(self._moment, context="SEND", address="", key="", member=MEMBER, host=HOST)
        self._accounts: dict[tuple[int, int], Account] = {}
        self._left: list[tuple[Account, Write, dict[str, Any]]] = []

    def render(self, eid: int, mid: int, template: Template, recipient: Recipient) -> Rendered:
        """Return the parts of a message for a recipient, in the order of its template. Raises NotBuilt."""
        account = self._account(eid, mid)
        person = self._person(mid, recipient)
        try:
            run = _TEMPLATES.run(person, account)
            rendered = {name: run.render(_TEMPLATES.compile(source)) for name, source in template.parts.items()}
        except Raised as error:
            if not error.keep:
                account.taken()
            self._keep(account, account.taken())
            raise NotBuilt(error) from None
        except AmpscriptError as error:
            account.taken()
            raise NotBuilt(error) from None
        if template.makes_text and "html" in rendered:
            rendered["text"] = text_from(rendered["html"])
        return Rendered(rendered, self._keep(account, account.taken()))

    def finish(self) -> None:
        """Carry out what the messages wrote; what fails is told in the message's list of writes."""
        for account, write, told in self._left:
            error = account.apply(write)
            if error:
                told["error"] = error
        self._left.clear()

    def told(self, writes: Iterable[Write]) -> list[dict[str, Any]]:
        """Return writes as a message in the outbox tells them."""
        known = {id(write): told for _, write, told in self._left}
        return [known[id(write)] for write in writes]

    def _keep(self, account: Account, writes: list[Write]) -> list[Write]:
        self._left += [
            (account, one, {"kind": one.kind, "dataExtension": one.extension, "keys": one.keys, "values": one.values})
            for one in writes
        ]
        return writes

    def _person(self, mid: int, recipient: Recipient) -> Person:
        attributes: dict[str, Value] = {
            "emailaddr": recipient.address,
            "email_": recipient.address,
            "mobile_number": recipient.address,
            "_subscriberkey": recipient.key,
            "jobid": recipient.job,
            "memberid": str(mid),
        }
        for name, value in recipient.attributes.items():
            attributes[attribute_key(name)] = as_value(value)
        return Person(attributes, self._strings, self._moment, blank=True)

    def _account(self, eid: int, mid: int) -> Account:
        if (eid, mid) not in self._accounts:
            self._accounts[eid, mid] = Account(self._db, eid, mid)
        return self._accounts[eid, mid]


def view(db: sqlite3.Connection, eid: int, mid: int, source: str) -> str:
    """Return a template rendered for nobody: names stay as they are. Raises AmpscriptError."""
    moment = _EPOCH + timedelta(seconds=now(db)) + _SYSTEM_TIME
    person = Person({}, {"_messagecontext": "PREVIEW"}, moment)
    account = Account(db, eid, mid)
    return _TEMPLATES.run(person, account).render(_TEMPLATES.compile(source))


def has_code(value: Any) -> bool:
    """Whether a text, or one inside an object or a list, holds AMPscript or its like."""
    if isinstance(value, dict):
        return any(map(has_code, value.values()))
    if isinstance(value, list):
        return any(map(has_code, value))
    return isinstance(value, str) and bool(_CODE.search(value))


def unknown_names(sources: Iterable[str], known: set[str]) -> list[str]:
    """Return the names, as written, of personalization strings that nobody knows.

    known: in lower case; the platform's own are known besides. Raises AmpscriptError.
    """
    names = known | SYSTEM_NAMES
    found = {
        node.source[2:-2].strip()
        for source in sources
        for node in nodes(parse(source))
        if isinstance(node, Personal) and node.name not in names
    }
    return sorted(found)


def obstacles(db: sqlite3.Connection, eid: int, mid: int, sources: Iterable[str]) -> Iterator[str]:
    """Yield what the emulator cannot render of some templates, and of the content blocks that they name.

    Raises AmpscriptError for what is no AMPscript, or what the platform refuses.
    """
    account = Account(db, eid, mid)
    left = [Block("", source) for source in sources]
    seen: set[Block] = set()
    while left and len(seen) < _MOST_BLOCKS:
        one = left.pop()
        if one not in seen:
            seen.add(one)
            inspected = _inspected(one)
            yield from inspected.obstacles
            left += [found for by, name in inspected.references if (found := account.block(by, name))]


class _Inspected(NamedTuple):
    """What a template holds. references: (key, id or name; which one) of content blocks."""

    obstacles: tuple[str, ...]
    references: tuple[tuple[str, str], ...]


@lru_cache(maxsize=500)
def _inspected(block: Block) -> _Inspected:
    _TEMPLATES.compile(block.source, block.name)
    program = parse(block.source, block.name)
    return _Inspected(tuple(_foreign(program)), tuple((by, name) for by, name, _ in references(program)))


def _foreign(program: Program) -> Iterator[str]:
    for node in nodes(program):
        if isinstance(node, Foreign):
            yield f"{node.language} ({program.place(node.at)})"
    for call in calls(program):
        if not functions()[call.name.lower()].home:
            yield f"{functions()[call.name.lower()].name} ({program.place(call.at)})"
