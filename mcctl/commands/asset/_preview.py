"""A message rendered as somebody would get it: what is rendered, as whom, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NamedTuple, Protocol

import typer

from mcctl.ampscript.assets import EMAIL_TYPES, compile_view, dynamic_note, has_made_text, parts_of
from mcctl.ampscript.data import Data, Write
from mcctl.ampscript.dates import SYSTEM_OFFSET
from mcctl.ampscript.errors import AmpscriptError, NotRendered, Place
from mcctl.ampscript.hints import hints
from mcctl.ampscript.memory import Memory, rowset
from mcctl.ampscript.nodes import Warned
from mcctl.ampscript.parser import parse
from mcctl.ampscript.run import UTC as UTC_ZONE
from mcctl.ampscript.run import Person, Run
from mcctl.ampscript.stubs import Stubs, read_stubs
from mcctl.ampscript.system import system_strings
from mcctl.ampscript.template import Templates
from mcctl.ampscript.values import Value, as_value, attribute_key
from mcctl.ampscript.values import text as printed
from mcctl.checks.mail import GMAIL_BYTES
from mcctl.checks.markup import read_markup, targets
from mcctl.commands.asset._lookup import api, asset_id_of
from mcctl.commands.asset._people import given_data, people
from mcctl.commands.asset._tenant import Tenant
from mcctl.config import EMULATOR
from mcctl.documents import parse_document, read_document, read_object, read_text
from mcctl.errors import InputError, McctlError, NotFound, PartlyDone
from mcctl.files import is_file
from mcctl.reading import get, text, whole
from mcctl.session import Session
from mcctl.text_part import text_from

VIEWS = {"html": "html", "text": "text", "subject": "subject", "subjectline": "subject", "preheader": "preheader"}
"""What a view may be called -> the part of the message that it is."""
_PAGE_CONTEXT = "landingpage"
_SHOWN: tuple[str, ...] = ("subject", "preheader", "html", "text")


class Whom(NamedTuple):
    """As whom a message is rendered, and with what data."""

    contacts: Annotated[
        list[str] | None,
        typer.Option("--contact", metavar="KEY", help="As this contact; may be given several times."),
    ] = None
    rows: Annotated[
        list[str] | None,
        typer.Option("--row", metavar="DE:KEY", help="As the one in this row of a data extension; several times."),
    ] = None
    data: Annotated[
        list[str] | None, typer.Option("--attr", metavar="NAME=VALUE", help="Give an attribute a value.")
    ] = None
    context: Annotated[
        str | None,
        typer.Option(
            "--context",
            metavar="FILE",
            help="Attributes, data extensions and blocks as JSON, instead of the account's.",
        ),
    ] = None
    stub: Annotated[
        str | None,
        typer.Option("--stub", metavar="FILE", help="Answers for functions that only the platform has, as JSON."),
    ] = None


class Message(NamedTuple):
    """What is rendered. parts: templates by name, in the order in which they are rendered. path: of a local file.

    is_email: an e-mail as a whole, no page or block alone. notes: what is left out of it.
    makes_text: the text part is made from the rendered HTML.
    """

    name: str
    parts: Mapping[str, str]
    path: Path | None = None
    is_email: bool = False
    notes: tuple[Warned, ...] = ()
    makes_text: bool = False


class Preview(NamedTuple):
    """A message as one person gets it. error: why it ends before the end; then the views are incomplete."""

    who: str
    views: dict[str, str]
    warnings: list[dict[str, Any]]
    unrendered: list[Warned]
    lookups: list[dict[str, Any]]
    links: list[str]
    writes: list[dict[str, Any]]
    variables: dict[str, str]
    error: AmpscriptError | None
    failed_part: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return all of it as JSON."""
        size = len(self.views.get("html", "").encode("utf-8"))
        return {
            "who": self.who,
            "views": self.views,
            "htmlBytes": size,
            "isClippedByGmail": size > GMAIL_BYTES,
            "warnings": self.warnings,
            "notRendered": [_warning("", one) for one in self.unrendered],
            "lookups": self.lookups,
            "links": self._links(),
            "writes": self.writes,
            "variables": self.variables,
            "error": None if self.error is None else _error(self.failed_part, self.error),
        }

    def _links(self) -> list[str]:
        """Return the links of the HTML, and those that are tracked."""
        hrefs = (target for _, target in targets(read_markup(self.views.get("html", "")).links, "href"))
        return list(dict.fromkeys([*self.links, *(href for href in hrefs if href)]))

    def check(self) -> None:
        """Raise what ends a command where a message could not be rendered, or not all of it."""
        if self.error:
            raise told(self.error, "" if self.failed_part == "html" else self.failed_part)
        if self.unrendered:
            first = self.unrendered[0]
            raise PartlyDone(
                f"{first.place}: {first.message}",
                details=[f"{one.place}: {one.message}" for one in self.unrendered[1:]],
            )


class Recorder(Data, Protocol):
    """Data that notes what would be written."""

    writes: list[Write]


class Account(NamedTuple):
    """What messages are rendered with. data: what a render asks. base: attributes that everybody has.

    strings: what is known of the platform's own strings: member and host.
    """

    templates: Templates
    data: Recorder
    base: dict[str, Value]
    now: datetime
    zone: str
    strings: dict[str, Any]


def message_of(session: Session, name: str, is_key: bool) -> Message:
    """Return the message that a file holds, a page or an asset as JSON, or else the asset with a key or id.

    Raises InputError, and what the routes of assets raise.
    """
    path = Path(name)
    if not is_key and (name == "-" or is_file(path)):
        return _of_file(name, None if name == "-" else path)
    assets = api(session)
    try:
        asset = assets.get(asset_id=asset_id_of(assets, name, is_key))
    except NotFound as error:
        error.message += f", and there is no file {name!r}" if not is_key else ""
        raise
    return _message(name, asset, None)


def _message(name: str, asset: dict[str, Any], path: Path | None) -> Message:
    """Return the message that an asset is. Raises InputError for one that holds none."""
    parts = parts_of_asset(asset)
    if not any(parts.values()):
        raise InputError(f"{text(asset, 'name') or name} is no message; it has neither views nor content")
    notes = tuple(Warned(told, Place(1, 1)) for told in [dynamic_note(asset)] if told)
    return Message(text(asset, "name") or name, parts, path, _is_email(asset), notes, has_made_text(asset))


def parts_of_asset(asset: dict[str, Any]) -> dict[str, str]:
    """Return the templates of an asset by part: of an e-mail its views, of anything else its content as html.

    Raises InputError where they are too long.
    """
    try:
        return parts_of(asset) if _is_email(asset) else {"html": compile_view(asset, "html")}
    except AmpscriptError as error:
        raise told(error) from error


def _is_email(asset: dict[str, Any]) -> bool:
    kind = whole(get(asset, "assetType.id"))
    return kind in EMAIL_TYPES or (kind is None and bool(get(asset, "views.subjectline")))


def account_of(session: Session, whom: Whom) -> Account:
    """Return what messages are rendered with: the data that is given, or else that of the login. Raises InputError."""
    stubs = _stubs(whom.stub)
    if whom.context is None:
        rehearsed = session.emulator.admin if session.profile.name == EMULATOR else None
        now = _system_time(rehearsed.clock()["time"]) if rehearsed else _now()
        strings = rehearsed.strings() if rehearsed else {}
        return Account(Templates(stubs=stubs), Tenant(session), {}, now, UTC_ZONE, strings)
    context = read_object(whom.context)
    memory = _memory(context, whom.context)
    now = _moment(context, whom.context)
    is_page = str(context.get("context", "")).lower() == _PAGE_CONTEXT
    base = {str(name): as_value(value) for name, value in _object(context, "attributes", whom.context).items()}
    return Account(Templates(page=is_page, stubs=stubs), memory, base, now, _zone(context, whom.context), {})


def previews(session: Session, message: Message, whom: Whom, account: Account, last: str = "") -> Iterator[Preview]:
    """Yield the message as each of those who were named gets it; as nobody in particular where nobody was.

    last: the part that is wanted; those that are rendered after it are left out.
    """
    names = list(message.parts)
    wanted = names[: names.index(last) + 1] if last in names else names
    needed = message._replace(
        parts={name: message.parts[name] for name in wanted}, makes_text=message.makes_text and last in ("", "text")
    )
    given, noted = given_data(whom.data or []), _static(needed)
    for who, attributes in people(session, whom.contacts or [], whom.rows or []):
        yield _preview(needed, noted, who, {**account.base, **attributes, **given}, account)


def attributes_of(session: Session, whom: Whom, account: Account) -> frozenset[str] | None:
    """Return the names, in lower case, of the attributes that those who were named have; None where nobody was."""
    given = given_data(whom.data or [])
    named = [attributes for _, attributes in people(session, whom.contacts or [], whom.rows or [])]
    known: list[Mapping[str, Value]] = [given, account.base, *named]
    names = {attribute_key(name) for one in known for name in one}
    return frozenset(names) if names else None


def told(error: AmpscriptError, part: str = "") -> McctlError:
    """Return what ends a command for an error in a template. part: of the message, where it is not its HTML."""
    message = f"{part}, {error}" if part else str(error)
    if isinstance(error, NotRendered):
        return PartlyDone(message, "--stub FILE gives the answers of such functions")
    return InputError(message, errorcode=error.code)


def _preview(
    message: Message,
    static: list[tuple[str, Warned]],
    who: str,
    attributes: Mapping[str, Value],
    account: Account,
) -> Preview:
    data = account.data
    before = len(data.writes)
    run = account.templates.run(_person(attributes, account), data)
    views: dict[str, str] = {}
    failed: AmpscriptError | None = None
    failed_part = ""
    noted = list(static)
    for part, source in message.parts.items():
        try:
            views[part] = run.render(account.templates.compile(source))
        except AmpscriptError as error:
            failed, failed_part = error, part
            break
        finally:
            noted += [(part, one) for one in run.warnings if one not in {known for _, known in noted}]
    if message.makes_text and "html" in views:
        views["text"] = text_from(views["html"])
    ordered = {part: views[part] for part in _SHOWN if part in views}
    return Preview(
        who=who,
        views=ordered,
        warnings=[_warning(part, one) for part, one in dict.fromkeys([*noted, *(("", one) for one in message.notes)])],
        unrendered=run.unrendered,
        lookups=[{"extension": one.extension, "criteria": one.criteria, "rows": one.rows} for one in run.lookups],
        links=list(run.links),
        writes=[one._asdict() for one in data.writes[before:]],
        variables=_variables(run),
        error=failed,
        failed_part=failed_part,
    )


def _static(message: Message) -> list[tuple[str, Warned]]:
    """Return what is odd about the templates themselves, by part; that one is none is told when it is rendered."""
    found: list[tuple[str, Warned]] = []
    for part, source in message.parts.items():
        try:
            program = parse(source)
        except AmpscriptError:
            continue
        found += [(part, one) for one in (*program.warnings, *hints(program))]
    return found


def _variables(run: Run) -> dict[str, str]:
    return {name: printed(value) for name, value in sorted(run.variables.items())}


def _person(attributes: Mapping[str, Value], account: Account) -> Person:
    lowered = {attribute_key(name): value for name, value in attributes.items()}
    address, key = str(lowered.get("emailaddr") or ""), str(lowered.get("_subscriberkey") or "")
    system = system_strings(account.now, context="PREVIEW", address=address, key=key, **account.strings)
    return Person(lowered, system, account.now, account.zone)


def _of_file(name: str, path: Path | None) -> Message:
    source = read_text(name)
    if not (path and path.suffix.lower() in (".json", ".yaml", ".yml")):
        return Message(path.name if path else "", {"html": source}, path)
    asset = parse_document(source, name)
    if not isinstance(asset, dict):
        raise InputError(f"{name} holds no asset")
    return _message(name, asset, path)


def _stubs(name: str | None) -> Stubs | None:
    if name is None:
        return None
    try:
        return read_stubs(read_document(name))
    except ValueError as error:
        raise InputError(f"{name}: {error}") from error


def _memory(context: dict[str, Any], name: str) -> Memory:
    extensions = {}
    for extension, given in _object(context, "de", name).items():
        rows = given.get("rows") if isinstance(given, dict) else None
        if not isinstance(given, dict) or not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise InputError(f"{name}: de.{extension} must have fields and rows")
        fields = given.get("fields") or list(dict.fromkeys(column for row in rows for column in row))
        if not isinstance(fields, list) or not all(isinstance(field, str) for field in fields):
            raise InputError(f"{name}: de.{extension}.fields must be names")
        extensions[extension] = rowset([str(field) for field in fields], rows)
    content = _object(context, "content", name)
    if not all(isinstance(source, str) for source in content.values()):
        raise InputError(f"{name}: content must be texts by key")
    return Memory(extensions, content)


def _moment(context: dict[str, Any], name: str) -> datetime:
    given = context.get("now")
    if given is None:
        return _now()
    try:
        return _system_time(str(given))
    except (ValueError, OverflowError):
        raise InputError(f"{name}: now must be a time such as 2026-03-04T13:52:07") from None


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None) + SYSTEM_OFFSET


def _system_time(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None) + SYSTEM_OFFSET


def _zone(context: dict[str, Any], name: str) -> str:
    from zoneinfo import ZoneInfo  # only where a zone is given

    given = context.get("timezone")
    if given is None:
        return UTC_ZONE
    try:
        return ZoneInfo(str(given)).key
    except (KeyError, ValueError, OSError):
        raise InputError(f"{name}: there is no time zone {given!r}") from None


def _object(context: dict[str, Any], name: str, file: str) -> dict[str, Any]:
    found = context.get(name) or {}
    if not isinstance(found, dict):
        raise InputError(f"{file}: {name} must be an object")
    return found


def _warning(part: str, warned: Warned) -> dict[str, Any]:
    return {"part": part or None, "message": warned.message, **place_json(warned.place)}


def _error(part: str, error: AmpscriptError) -> dict[str, Any]:
    return {"part": part or None, "message": error.message, "errorcode": error.code, **place_json(error.place)}


def place_json(place: Place | None) -> dict[str, Any]:
    """Return a place as JSON; nulls where there is none."""
    if place is None:
        return {"line": None, "column": None, "block": None}
    return {"line": place.line, "column": place.column, "block": place.block or None}
