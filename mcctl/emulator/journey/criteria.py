"""What journeys say of a contact's data: filters in XML, and data bindings such as {{Event.welcome.Email}}.

Known from documents and public journeys: a FilterDefinition with ConditionSets, joined by AND or OR, of Conditions on a
Key such as Event.<event definition key>.<field>. Other keys (ids of attributes) are not emulated.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from xml.etree import ElementTree

Lookup = Callable[[tuple[str, ...]], str | None]
"""Returns the value behind the names of a path; None where there is none."""

_BINDING = re.compile(r"\{\{\s*(.+?)\s*\}\}")
_NAME = re.compile(r'"([^"]*)"|([^."]+)')
_MAX_DEPTH = 20


class NotEmulated(Exception):
    """A part of a journey that the emulator cannot play; says which."""


class Invalid(Exception):
    """A filter that makes no sense; says why."""


def path_of(text: str) -> tuple[str, ...]:
    """Return the names of a dotted path; names with dots or blanks may stand in double quotes."""
    return tuple(quoted or plain for quoted, plain in _NAME.findall(text))


def parse(xml: str) -> ElementTree.Element:
    """Return the filter in a text. Raises Invalid for what is no filter, NotEmulated for what cannot be played."""
    if "<!" in xml.replace("<![CDATA[", ""):
        raise Invalid("A filter must not hold declarations")
    try:
        root = ElementTree.fromstring(xml)  # noqa: S314 (declarations, and so entities, are refused above)
    except (ElementTree.ParseError, ValueError) as error:
        raise Invalid(f"The filter is not valid XML: {error}") from error
    if root.tag != "FilterDefinition":
        raise Invalid("A filter must be a FilterDefinition")
    _check(root, 0)
    return root


def holds(node: ElementTree.Element, lookup: Lookup) -> bool:
    """Whether a filter fits the data behind `lookup`."""
    if node.tag == "Condition":
        return _condition_holds(node, lookup)
    tests = (holds(child, lookup) for child in node)
    return any(tests) if str(node.get("Operator")).upper() == "OR" else all(tests)


def bound(text: str, lookup: Lookup) -> str:
    """Return `text` with every {{binding}} replaced by its value; by nothing where there is none."""
    return _BINDING.sub(lambda found: lookup(path_of(found[1])) or "", text)


def bindings(text: str) -> list[tuple[str, ...]]:
    """Return the paths of the bindings in a text."""
    return [path_of(inner) for inner in _BINDING.findall(text)]


def keys(node: ElementTree.Element) -> list[tuple[str, ...]]:
    """Return the paths that a filter looks at."""
    return [path_of(str(condition.get("Key"))) for condition in node.iter("Condition")]


def _check(node: ElementTree.Element, depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise Invalid("The filter is nested too deeply")
    for child in node:
        if child.tag == "ConditionSet":
            if str(child.get("Operator")).upper() not in ("AND", "OR"):
                raise Invalid("The Operator of a ConditionSet must be AND or OR")
            _check(child, depth + 1)
        elif child.tag == "Condition":
            _refuse_condition(child)
        else:
            raise NotEmulated(f"{child.tag} in a filter")


def _refuse_condition(condition: ElementTree.Element) -> None:
    """Raise NotEmulated for a condition that cannot be played."""
    if not condition.get("Key"):
        raise NotEmulated("Conditions without a Key, such as those on ids")
    if _is_reference(condition):
        raise NotEmulated("Conditions whose value is another attribute (ValueIsReference)")
    if str(condition.get("Operator")).lower() not in _OPERATORS:
        raise NotEmulated(f"The operator {condition.get('Operator')!r} of a condition")


def _is_reference(condition: ElementTree.Element) -> bool:
    """Whether a condition compares with another attribute: said by an attribute of its own, or of its value."""
    nodes = (condition, *condition)
    said = [value for node in nodes for name, value in node.items() if name.lower() == "valueisreference"]
    said += [node.text or "" for node in condition if node.tag.lower() == "valueisreference"]
    return any(value.strip().lower() in ("true", "1") for value in said)


def _condition_holds(node: ElementTree.Element, lookup: Lookup) -> bool:
    value = lookup(path_of(str(node.get("Key"))))
    wanted = (node.findtext("Value") or "").strip()
    return _OPERATORS[str(node.get("Operator")).lower()](value or "", wanted)


_DATE_FORMS = ("%m/%d/%Y", "%m/%d/%Y %H:%M", "%m/%d/%Y %H:%M:%S", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %I:%M:%S %p")


def _number(text: str) -> Decimal | None:
    with suppress(InvalidOperation):
        return Decimal(text.strip())
    return None


def _date(text: str) -> datetime | None:
    """Return a date as fields of data extensions hold it, or as Journey Builder writes it in filters."""
    with suppress(ValueError):
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    for form in _DATE_FORMS:
        with suppress(ValueError):
            return datetime.strptime(text.strip(), form)
    return None


def _sides(value: str, wanted: str) -> tuple[Any, Any]:
    """Return both as numbers, or both as dates, or both as text without regard to case."""
    for kind in (_number, _date):
        both = kind(value), kind(wanted)
        if None not in both:
            return both
    return value.casefold(), wanted.casefold()


def _equal(value: str, wanted: str) -> bool:
    left, right = _sides(value, wanted)
    return bool(left == right)


def _less(value: str, wanted: str) -> bool:
    left, right = _sides(value, wanted)
    return value != "" and bool(left < right)


def _among(value: str, wanted: str) -> bool:
    return any(_equal(value, one.strip()) for one in wanted.split(","))


def _contains(value: str, wanted: str) -> bool:
    return wanted.casefold() in value.casefold()


_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "equal": _equal,
    "is": _equal,
    "notequal": lambda value, wanted: not _equal(value, wanted),
    "lessthan": _less,
    "lessthanorequal": lambda value, wanted: value != "" and (_less(value, wanted) or _equal(value, wanted)),
    "greaterthan": lambda value, wanted: value != "" and not _less(value, wanted) and not _equal(value, wanted),
    "greaterthanorequal": lambda value, wanted: value != "" and not _less(value, wanted),
    "contains": _contains,
    "notcontains": lambda value, wanted: not _contains(value, wanted),
    "beginswith": lambda value, wanted: value.casefold().startswith(wanted.casefold()),
    "endswith": lambda value, wanted: value.casefold().endswith(wanted.casefold()),
    "in": _among,
    "notin": lambda value, wanted: not _among(value, wanted),
    "isnull": lambda value, _: value == "",
    "isnotnull": lambda value, _: value != "",
}
