"""Fields of data extensions: how they are written on a command line, and which values fit them.

The list of types is that of the reference, which says that it is not complete; a value of another type is not checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from mcctl.errors import InputError

TYPES = ("Text", "Number", "Date", "Boolean", "EmailAddress", "Phone", "Decimal", "Locale")
EMAIL_CHARS = 254
MAX_TEXT_CHARS = 4000
_LOCALE_CHARS = 5
_DEFAULT_DECIMAL = (18, 2)
_FLAGS = ("isTemplateField", "isInheritable", "isOverridable", "isHidden", "isReadOnly", "mustOverride")
_SPEC = re.compile(
    r"(?P<name>.+?):(?P<type>\w+)(?:\((?P<length>\d{1,4})(?:,\s*(?P<scale>\d{1,2}))?\))?(?P<rest>(\s+\S+)*)\s*"
)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"\+?[\d\s().-]{1,50}")
_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([AaPp][Mm]))?)?")
_BOOLEANS = ("true", "false", "1", "0", "yes", "no")


@dataclass(frozen=True)
class Field:
    """A field. length: of text in characters, of a decimal in digits; None where it is not told."""

    name: str
    type: str
    length: int | None
    scale: int
    required: bool
    is_key: bool

    def problem(self, value: Any) -> str | None:
        """Return why a value does not fit, in one sentence; None where it does, as far as can be told from here."""
        if value is None or value == "":
            return f"{self.name} is empty, and required" if self.required else None
        if isinstance(value, dict | list):
            return f"{self.name} holds an object or a list"
        test = _TESTS.get(self.type)
        return test(self, str(value)) if test else None


def fields_of(fields: Iterable[Mapping[str, Any]]) -> list[Field]:
    """Return the fields in an answer of the API, in their order."""
    ordered = sorted(fields, key=lambda field: int(field.get("ordinal") or 0))
    return [_field(field) for field in ordered]


def problems_of(fields: Iterable[Field], values: Mapping[str, Any]) -> list[str]:
    """Return everything that is wrong with the values of a row, given by field name in any case."""
    given = {name.lower(): value for name, value in values.items()}
    known = list(fields)
    found = [problem for field in known if (problem := field.problem(given.pop(field.name.lower(), None)))]
    return found + [f"There is no field {name}; there are: {', '.join(one.name for one in known)}" for name in given]


def proper_names(fields: Iterable[Field], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values under the names of their fields, which may be given in any case."""
    names = {field.name.lower(): field.name for field in fields}
    return {names.get(name.lower(), name): value for name, value in values.items()}


def parse_field(text: str) -> dict[str, Any]:
    """Read `Name:Type(length[, scale]) [required]`, such as `Email:EmailAddress(254) required`, as the API writes it.

    An EmailAddress without a length has 254 characters, a Decimal 18 digits of which 2 are after the point.
    Raises InputError.
    """
    found = _SPEC.fullmatch(text)
    words = found["rest"].lower().split() if found else []
    if not found or not set(words) <= {"required"}:
        raise InputError(
            f"{text!r} is not of the form Name:Type(length) [required]", "Such as: Email:EmailAddress(254)"
        )
    kind = next((known for known in TYPES if known.lower() == found["type"].lower()), None)
    if kind is None:
        raise InputError(f"There is no field type {found['type']!r}; there are: {', '.join(TYPES)}")
    field: dict[str, Any] = {"name": found["name"].strip(), "type": kind, "isNullable": not words}
    if found["length"]:
        field["length"] = int(found["length"])
    if found["scale"]:
        field["scale"] = int(found["scale"])
    return field


def complete_fields(fields: Iterable[Any], keys: Iterable[str]) -> list[dict[str, Any]]:
    """Return fields with every property that the API insists on. keys: names of the primary key's fields.

    fields: objects, or texts for `parse_field`. Raises InputError for what is not complete or cannot be.
    """
    wanted = {key.lower(): key for key in keys}
    whole = [_complete(field, ordinal, wanted) for ordinal, field in enumerate(fields)]
    names = [field["name"].lower() for field in whole]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise InputError(f"Two fields are called {twice!r}")
    if missing := [key for name, key in wanted.items() if name not in names]:
        raise InputError(f"There is no field {missing[0]!r} for the primary key")
    return whole


def _complete(field: Any, ordinal: int, keys: Mapping[str, str]) -> dict[str, Any]:
    given = parse_field(field) if isinstance(field, str) else field
    if not isinstance(given, dict) or not isinstance(given.get("name"), str) or not given["name"].strip():
        raise InputError("Every field needs a name")
    if not given.get("type"):
        raise InputError(f"The field {given['name']} needs a type")
    is_key = given["name"].lower() in keys or bool(given.get("isPrimaryKey"))
    defaults = {"isNullable": True, "isPrimaryKey": is_key, **dict.fromkeys(_FLAGS, False), **_lengths(given)}
    whole = {**defaults, "ordinal": ordinal, **given, "isPrimaryKey": is_key}
    if is_key:
        whole["isNullable"] = False
        if whole["type"] == "Text" and not whole.get("length"):
            raise InputError(f"The field {given['name']} is in the primary key and needs a length: Text(50)")
    return whole


def _lengths(field: Mapping[str, Any]) -> dict[str, int]:
    if field["type"] == "EmailAddress":
        return {"length": EMAIL_CHARS}
    if field["type"] == "Decimal" and "length" not in field:
        return dict(zip(("length", "scale"), _DEFAULT_DECIMAL, strict=True))
    return {"length": _LOCALE_CHARS} if field["type"] == "Locale" else {}


def _field(field: Mapping[str, Any]) -> Field:
    length = field.get("length")
    is_key = bool(field.get("isPrimaryKey"))
    return Field(
        name=str(field.get("name")),
        type=str(field.get("type")),
        length=length if isinstance(length, int) and length > 0 else None,
        scale=int(field.get("scale") or 0),
        required=is_key or field.get("isNullable") is False,
        is_key=is_key,
    )


def _too_long(field: Field, text: str) -> str | None:
    most = field.length or MAX_TEXT_CHARS
    return f"{field.name} has {len(text):,} characters, more than {most:,}" if len(text) > most else None


def _is_like(pattern: re.Pattern[str], told: str) -> Callable[[Field, str], str | None]:
    def test(field: Field, text: str) -> str | None:
        return _too_long(field, text) or (None if pattern.fullmatch(text) else _misfit(field, text, told))

    return test


def _not_number(field: Field, text: str) -> str | None:
    with suppress(ValueError):
        if "_" not in text and -(2**31) <= int(text) < 2**31:
            return None
    return _misfit(field, text, "a whole number of 32 bits")


def _not_decimal(field: Field, text: str) -> str | None:
    digits = field.length or _DEFAULT_DECIMAL[0]
    with suppress(InvalidOperation):
        number = Decimal(text)
        if "_" not in text and number.is_finite() and abs(number) < Decimal(10) ** (digits - field.scale):
            return None
    return _misfit(field, text, f"a decimal of {digits} digits, {field.scale} of them after the point")


def _not_date(field: Field, text: str) -> str | None:
    with suppress(ValueError):
        datetime.fromisoformat(text)
        return None
    if found := _US_DATE.fullmatch(text):
        month, day, year, hour, minute, second = (int(found[group] or 0) for group in range(1, 7))
        with suppress(ValueError):
            datetime(year, month, day, hour % 24 if found[7] is None else hour % 12, minute, second)
            return None
    return _misfit(field, text, "a date such as 2026-11-25 or 2026-11-25T14:30:00")


def _not_boolean(field: Field, text: str) -> str | None:
    return None if text.lower() in _BOOLEANS else _misfit(field, text, "a boolean: true or false")


def _misfit(field: Field, text: str, told: str) -> str:
    shown = text if len(text) <= 60 else f"{text[:60]}..."
    return f"{field.name}: {shown!r} is not {told}"


_TESTS: dict[str, Callable[[Field, str], str | None]] = {
    "Text": _too_long,
    "Locale": _too_long,
    "EmailAddress": _is_like(_EMAIL, "an e-mail address"),
    "Phone": _is_like(_PHONE, "a telephone number"),
    "Number": _not_number,
    "Decimal": _not_decimal,
    "Date": _not_date,
    "Boolean": _not_boolean,
}
