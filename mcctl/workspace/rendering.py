"""From the files to what a business unit is to have: variables filled in, and names and ids of objects translated.

The files are what the home business unit has; there, only variables are filled in. For any other one, everything that
names another object names the one there. What is known only once that one has been made stands as a placeholder until
then, as do secrets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from mcctl.errors import InputError
from mcctl.workspace.address import KIND_NAMES, Address
from mcctl.workspace.known import EXTERNALS, as_told
from mcctl.workspace.layout import key_name
from mcctl.workspace.links import Links
from mcctl.workspace.lock import Entry, Lock
from mcctl.workspace.merging import merged_text
from mcctl.workspace.placeholders import ANY, MARK, PLACEHOLDER, mapped, shown
from mcctl.workspace.references import ID, NAME, PAGE, REFERENCE, SQL, URL, Span, Use, spans
from mcctl.workspace.restoring import Piece, restored
from mcctl.workspace.settings import Settings
from mcctl.workspace.shape import Files, decoded, document, encoded, parsed, reference, referred

_BARE = re.compile(r"(?m)(?<=[:-] )\$\{\{\s*var\.(?P<name>\w+)\s*\}\}(?=[ \t]*(?:[ \t]#.*)?$)")
"""A variable that is the whole of a value, without quotes."""
_PLAIN = re.compile(r"-?\d{1,15}|true|false")
_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_IDS = ("emailId", "dataExtensionId", "assetId", "messageId", "templateId")
"""Properties that name another object by an id, where nobody knows which one it is."""
PLACED = {"journey": ("categoryId",), "event": ("sourceApplicationExtensionId",)}
"""Kind -> properties that say where an object is, or where it comes from, in one business unit only."""
_OWN: tuple[str, ...] = ("key", "categoryId")
"""Properties that say what an object is called here, and where it is."""


class Problem(NamedTuple):
    """Why an object cannot be rendered. path, line, column: where; 0 for a file as a whole."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}" if self.line else f"{self.path}: {self.message}"


@dataclass
class Rendering:
    """Renders objects for one business unit.

    resolve: returns which object in the files a use is of, resolve_there: which object there. hosts: at which images
    are published. problems: what keeps objects from being rendered. unmapped: kinds of which something is not mapped.
    """

    name: str
    settings: Settings
    links: Links
    home: Lock
    resolve: Callable[[Use], Address | None]
    resolve_there: Callable[[Use], Address | None]
    hosts: frozenset[str]
    problems: list[Problem] = field(default_factory=list)
    unmapped: set[str] = field(default_factory=set)

    def files(self, address: Address, path: str, files: Files) -> Files:
        """Return the files of an object as they are to be there. Raises InputError for files that make no sense."""
        if self.links.is_home:
            return {suffix: self._filled(path + suffix, content) for suffix, content in files.items()}
        return {suffix: self._rendered(address, path + suffix, content) for suffix, content in files.items()}

    def pieces(self, path: str, text: str) -> list[Piece]:
        """Return the parts of a text, each as it stands and as it is there."""
        found = [(one.start, one.end, partial) for one in self._spans(path, text) for partial in self._named(path, one)]
        return list(_pieces(text, sorted([*found, *self._variables(path, text)])))

    def restored(self, path: str, here: bytes, there: bytes) -> bytes:
        """Return what a file is to be, so that it is rendered as what is there. here: as it is now; empty if it is new.

        Raises InputError where what was put in is another there.
        """
        if self.links.is_home and MARK not in here:
            return there
        there = shown({path: there}, {path: here}, f"nobody can tell what {path} is to be")[path]
        if path.endswith(".yaml"):
            return self._properties_back(path, here, there)
        try:
            texts = here.decode(), there.decode()
        except UnicodeDecodeError:
            return there
        return encoded(restored(self.pieces(path, texts[0]), texts[1], self._back))

    def _back(self, text: str) -> str:
        """Return a text that is new there with the names that objects have here."""
        if self.links.is_home:
            return text
        found: list[str] = []
        at = 0
        for start, end, use, _ in spans(text, self.hosts):
            found += [text[at:start], self._called(use)]
            at = end
        return "".join([*found, text[at:]])

    def _called(self, use: Use) -> str:
        """Return how what is named there is named here."""
        there = self.resolve_there(use)
        address = self.links.here(there) if there is not None else None
        entry = self.home.by_address(address) if address is not None else None
        if address is None or use.how in (NAME, SQL):
            return use.value
        if use.how in (ID, URL):
            return (entry.id if use.how == ID else entry.url) if entry is not None else use.value
        return address.key

    def _properties_back(self, path: str, here: bytes, there: bytes) -> bytes:
        """Return properties as they are to be here. Raises InputError where that cannot be told."""
        here = here or document({})
        filled, wanted = self._properties(path, here), parsed(there, path)
        if not self.links.is_home:
            theirs = {name: self._value_back(name, value) for name, value in wanted.items()}
            wanted = {**theirs, **{name: filled[name] for name in _OWN if name in filled}}
        plain = {name: wanted[name] for name in (*filled, *(wanted.keys() - filled.keys())) if name in wanted}
        merged = merged_text(document(filled), here, document(plain))
        if merged is not None and self._is_rendered_as(path, merged, plain):
            return merged
        found = document(self._sources_back(path, parsed(here, path), filled, plain))
        texts = decoded(here, path), found.decode()
        gone = [one[0] for one in ANY.finditer(texts[0]) if texts[0].count(one[0]) > texts[1].count(one[0])]
        if gone:
            raise InputError(f"{path}: {gone[0]} stood in what is another there")
        return found

    def _is_rendered_as(self, path: str, content: bytes, wanted: dict[str, Any]) -> bool:
        try:
            return self._properties(path, content) == wanted
        except InputError:
            return False

    def _sources_back(self, path: str, source: Any, filled: Any, wanted: Any) -> Any:
        """Return properties with what stands in the file wherever nothing changed. Raises InputError as `restored`."""
        if filled == wanted:
            return source
        if isinstance(filled, dict) and isinstance(wanted, dict):
            by_name = {name: (one, value) for (name, value), one in zip(filled.items(), source.values(), strict=True)}
            return {
                name: self._sources_back(path, *by_name[name], value) if name in by_name else value
                for name, value in wanted.items()
            }
        if isinstance(filled, list) and isinstance(wanted, list) and len(filled) == len(wanted):
            return [self._sources_back(path, *three) for three in zip(source, filled, wanted, strict=True)]
        if isinstance(source, str) and isinstance(wanted, str) and source != filled:
            return restored(list(_pieces(source, self._variables(path, source))), wanted, lambda text: text)
        return wanted

    def _value_back(self, name: str, value: Any) -> Any:
        if isinstance(value, list):
            return [self._value_back(name, one) for one in value]
        address = referred(value)
        if address and address.partition(":")[0] in KIND_NAMES:
            named = Address(*address.split(":", 1))
            known = self.links.here(named)
            return reference(named.kind, known.key if known else named.key)
        if isinstance(value, dict):
            return {inner: self._value_back(inner, one) for inner, one in value.items()}
        kind = EXTERNALS.get(name, "")
        called = self.settings.name_of(kind, value) if kind and isinstance(value, str | int) else None
        if called is not None:
            return called if isinstance(value, str) and _is_id(called) else reference(kind, called)
        return self._back(value) if isinstance(value, str) else value

    def _filled(self, path: str, content: bytes) -> bytes:
        """Return a file with its variables filled in."""
        if MARK not in content:
            return content
        if path.endswith(".yaml"):
            return document(self._properties(path, content))
        text = decoded(content, path)
        return encoded("".join(piece.value for piece in _pieces(text, self._variables(path, text))))

    def _properties(self, path: str, content: bytes) -> dict[str, Any]:
        """Return the properties in a file with variables filled in: a number alone, without quotes, is a number."""
        text = decoded(content, path)
        places = {found[0]: (text, found) for found in ANY.finditer(text)}

        def filled(value: str) -> str:
            return ANY.sub(lambda found: self._variable(path, *places.get(found[0], (value, found))).value, value)

        return dict(mapped(parsed(encoded(_BARE.sub(self._bare, text)), path), filled))

    def _bare(self, found: re.Match[str]) -> str:
        value = self.settings.variables.get(found["name"], "")
        return value if _PLAIN.fullmatch(value) else found[0]

    def _variables(self, path: str, text: str) -> list[tuple[int, int, Piece]]:
        """Return the placeholders in a text with their values, and where they are."""
        return [(one.start(), one.end(), self._variable(path, text, one)) for one in ANY.finditer(text)]

    def _rendered(self, address: Address, path: str, content: bytes) -> bytes:
        if path.endswith(".yaml"):
            told = self._properties(path, content)
            told = {name: self._value(path, content, name, value) for name, value in told.items()}
            own = {**told, **self._own(address, told)}
            return document({name: value for name, value in own.items() if value is not None})
        try:
            text = content.decode()
        except UnicodeDecodeError:
            return content
        rendered = "".join(piece.value for piece in self.pieces(path, text))
        self._look_for_ids(path, rendered, text)
        return encoded(rendered)

    def _own(self, address: Address, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return the properties that say what an object is called, and where it is, there."""
        own: dict[str, Any] = {key_name(address.kind): self.links.key(address)}
        if address.kind == "de" and "categoryId" in told:
            folder = self.settings.names.get("de-folder", {}).get(str(told["categoryId"]))
            own["categoryId"] = int(folder) if folder and folder.isdecimal() else None
        return own | dict.fromkeys(PLACED.get(address.kind, ()))

    def _value(self, path: str, content: bytes, name: str, value: Any) -> Any:
        """Return a part of an object's properties as it is there. name: under which it stands."""
        if isinstance(value, list):
            return [self._value(path, content, name, one) for one in value]
        if name == "template" and isinstance(value, dict) and value.get("id") is not None:
            name, value = "templateId", value["id"]
        if isinstance(value, dict) and not referred(value):
            return {inner: self._value(path, content, inner, one) for inner, one in value.items()}
        kind = EXTERNALS.get(name)
        address = referred(value)
        if address and address.partition(":")[0] in KIND_NAMES:
            called = Address(*address.split(":", 1))
            named = self.resolve(Use(0, 0, REFERENCE, *called)) or called
            return reference(named.kind, self.links.key(named))
        if address or (kind and (_is_id(value) or str(value) in self.settings.names.get(kind, {}))):
            named_as, _, known = address.partition(":") if address else (kind or "", "", str(value))
            found = self._external(path, content, named_as, known)
            return value if found is None else found if isinstance(value, str) else as_told(name, found)
        if name in _IDS and value not in (None, "", 0):
            line, column = _place(decoded(content, path), str(value))
            told = f"{name} {value} is no object that is known here, so nobody can tell what it is in {self.name}"
            self.problems.append(Problem(path, line, column, told))
        if not isinstance(value, str):
            return value
        rendered = "".join(piece.value for piece in self.pieces(path, value))
        self._look_for_ids(path, rendered, decoded(content, path))
        return rendered

    def _external(self, path: str, content: bytes, kind: str, name: str) -> str | None:
        """Return what something that no API tells is called by there; None where nobody said it."""
        names = self.settings.names.get(kind, {})
        if name not in names:
            line, column = _place(decoded(content, path), name)
            told = f"{kind}:{name} is not mapped for {self.name}; say in {self.settings.path} what it is: map: {kind}:"
            self.problems.append(Problem(path, line, column, told))
            self.unmapped.add(kind)
            return None
        return names[name]

    def _spans(self, path: str, text: str) -> list[Span]:
        return [] if self.links.is_home else spans(text, self.hosts, is_yaml=path.endswith(".yaml"))

    def _named(self, path: str, span: Span) -> Iterator[Piece]:
        """Yield how another object is named there; nothing where the name stays as it is."""
        use = span.use
        if use.kind == PAGE:
            yield from self._page(path, use)
            return
        address = self.resolve(use)
        if address is None:
            if use.how in (ID, URL):
                what = "The image at" if use.how == URL else "Content block"
                told = f"{what} {use.value} is not known here, so nobody can tell which it is in {self.name}"
                self.problems.append(Problem(path, use.line, use.column, told))
            return
        is_called = use.how in (NAME, SQL) and use.value.casefold() != address.key.casefold()
        if is_called or self.links.is_shared(address):
            return  # names are the same there
        entry, key = self.links.entry(address), self.links.key(address)
        if use.how in (ID, URL):
            value = (entry.id if use.how == ID else entry.url) if entry else ""
            value = value or f"${{{{ {'id' if use.how == ID else 'url'}.{Address(address.kind, key)} }}}}"
            yield Piece(use.value, value)
        elif key.casefold() != use.value.casefold():
            yield Piece(use.value, key.replace(span.quote, span.quote * 2) if span.quote else key)

    def _page(self, path: str, use: Use) -> Iterator[Piece]:
        """Yield what a page is known by there, as the settings say."""
        known = self.settings.names.get(PAGE, {}).get(use.value)
        if known is None:
            told = f"page {use.value} is not mapped for {self.name}; say in {self.settings.path} what it is: map: page:"
            self.problems.append(Problem(path, use.line, use.column, told))
        else:
            yield Piece(use.value, known)

    def _variable(self, path: str, text: str, found: re.Match[str]) -> Piece:
        """Return a placeholder with its value. A secret stands as it is: it is filled in when it is sent."""
        placeholder = PLACEHOLDER.fullmatch(found[0])
        what, name = (placeholder["what"], placeholder["name"]) if placeholder else ("", "")
        if what == "secret":
            return Piece(found[0], found[0], f"secret.{name}")
        if what == "var" and name in self.settings.variables:
            return Piece(found[0], self.settings.variables[name], f"var.{name}")
        told = f"{found[0]} is no placeholder; ${{{{ var.NAME }}}} and ${{{{ secret.NAME }}}} are"
        if what == "var":
            told = f"the variable {name} is not defined for {self.name}; say in {self.settings.path} what it is"
        line = text.count("\n", 0, found.start()) + 1
        self.problems.append(Problem(path, line, found.start() - text.rfind("\n", 0, found.start()), told))
        return Piece(found[0], found[0])

    @cached_property
    def _guids(self) -> dict[str, Entry]:
        """The objects of the home business unit by the GUIDs that are known of them."""
        found = {entry.id.lower(): entry for entry in self.home if _GUID.fullmatch(entry.id)}
        return found | {entry.object.lower(): entry for entry in self.home if entry.object}

    def _look_for_ids(self, path: str, text: str, whole: str) -> None:
        """Tell of ids of objects of the home business unit, which mean nothing anywhere else."""
        for found in _GUID.finditer(text):
            owner = self._guids.get(found[0].lower())
            if owner is not None:
                line, column = _place(whole, found[0])
                told = (
                    f"{found[0]} is the id of {owner.address} in the home business unit, and of nothing in {self.name}"
                )
                self.problems.append(Problem(path, line, column, told))


def _pieces(text: str, found: Iterable[tuple[int, int, Piece]]) -> Iterator[Piece]:
    """Yield the parts of a text, with what takes the place of some of them; those are in order."""
    at = 0
    for start, end, piece in found:
        if start >= at:  # a variable within a name: the name is of there already
            yield Piece(text[at:start], text[at:start])
            yield piece
            at = end
    yield Piece(text[at:], text[at:])


def _is_id(value: Any) -> bool:
    """Whether a value is an id, not a key: a number, or a GUID."""
    return (isinstance(value, int) and not isinstance(value, bool)) or (
        isinstance(value, str) and (value.isdecimal() or _GUID.fullmatch(value) is not None)
    )


def _place(text: str, value: str) -> tuple[int, int]:
    """Return the line and column at which a text first has a value."""
    at = max(text.find(value), 0)
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
