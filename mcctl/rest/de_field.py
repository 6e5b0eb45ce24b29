"""Fields of data extensions: how they are written on a command line, and which values fit them.

The list of types is that of the reference, which says that it is not complete; a value of another type is not checked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from mcctl.choices import choice
from mcctl.errors import InputError
from mcctl.reading import flag, get, text, whole

TYPES = ("Text", "Number", "Date", "Boolean", "EmailAddress", "Phone", "Decimal", "Locale")
_PROPER = {kind.lower(): kind for kind in TYPES}
EMAIL_CHARS = 254
MAX_TEXT_CHARS = 4000
_LOCALE_CHARS = 5
_DEFAULT_DECIMAL = (18, 2)
FLAGS = ("isTemplateField", "isInheritable", "isOverridable", "isHidden", "isReadOnly", "mustOverride")
_SPEC = re.compile(
    r"(?P<name>.+?):(?P<type>\w+)(?:\((?P<length>\d{1,4})(?:,\s*(?P<scale>\d{1,2}))?\))?(?P<rest>(\s+\S+)*)\s*"
)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"\+?[\d\s().-]{1,50}")
_US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([AaPp][Mm]))?)?")
_NUMBER = re.compile(r"[+-]?\d{1,10}", re.ASCII)
_BOOLEANS = frozenset(("true", "false", "1", "0", "yes", "no"))
_SHOWN_CHARS = 60


class Field(NamedTuple):
    """A field. length: of text in characters, of a decimal in digits; None where it is not told. type: "" likewise."""

    name: str
    type: str = ""
    length: int | None = None
    scale: int = 0
    required: bool = False
    is_key: bool = False

    def problem(self, value: Any) -> str | None:
        """Return why a value does not fit, in one sentence; None where it does, as far as can be told from here."""
        return tester(self)(value)


Test = Callable[[Any], str | None]
"""Returns why a value does not fit, or None."""


@cache
def tester(field: Field) -> Test:
    """Return the test of a field's values, made once: an import asks it for every cell."""
    fits = _FITS[field.type](field) if field.type in _FITS else None
    empty = f"{field.name} is empty, and required" if field.required else None

    def test(value: Any) -> str | None:
        if value is None or value == "":
            return empty
        if isinstance(value, dict | list):
            return f"{field.name} holds an object or a list"
        text = value if isinstance(value, str) else str(value)
        return None if fits is None or fits(text) else _misfit(field, text)

    return test


def fields_of(fields: Iterable[Mapping[str, Any]]) -> list[Field]:
    """Return the fields in an answer of the API, in their order."""
    ordered = sorted(fields, key=lambda field: whole(get(field, "ordinal")) or 0)
    return [_field(field) for field in ordered]


def problems_of(fields: Iterable[Field], values: Mapping[str, Any], *, partial: bool = False) -> list[str]:
    """Return everything that is wrong with the values of a row, given by field name in any case.

    partial: what is left out stays as it is, but for the primary key.
    """
    given = {name.lower(): value for name, value in values.items()}
    known = {field.name.lower(): field for field in fields}
    looked_at = [field for name, field in known.items() if not partial or field.is_key or name in given]
    found = [problem for field in looked_at if (problem := field.problem(given.get(field.name.lower())))]
    names = ", ".join(field.name for field in known.values())
    return found + [f"There is no field {name}; there are: {names}" for name in values if name.lower() not in known]


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
    kind = choice(found["type"], TYPES, f"The type {found['type']!r} of a field")
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
    defaults = {"isNullable": True, "isPrimaryKey": is_key, **dict.fromkeys(FLAGS, False), **_lengths(given)}
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
    length = whole(get(field, "length")) or 0
    is_key = flag(get(field, "isPrimaryKey"))
    nullable = get(field, "isNullable")
    return Field(
        name=text(field, "name"),
        type=_PROPER.get(text(field, "type").lower(), text(field, "type")),
        length=length if length > 0 else None,
        scale=max(0, whole(get(field, "scale")) or 0),
        required=is_key or (nullable is not None and not flag(nullable)),
        is_key=is_key,
    )


Fits = Callable[[str], bool]


def _text_fits(field: Field) -> Fits:
    most = field.length or MAX_TEXT_CHARS
    return lambda text: len(text) <= most


def _email_fits(field: Field) -> Fits:
    most, matches = field.length or EMAIL_CHARS, _EMAIL.fullmatch
    return lambda text: len(text) <= most and matches(text) is not None


def _phone_fits(field: Field) -> Fits:
    most, matches = field.length or MAX_TEXT_CHARS, _PHONE.fullmatch
    return lambda text: len(text) <= most and matches(text) is not None


def _number_fits(_field: Field) -> Fits:
    matches = _NUMBER.fullmatch
    return lambda text: matches(text) is not None and -(2**31) <= int(text) < 2**31


def _decimal_fits(field: Field) -> Fits:
    digits = (field.length or _DEFAULT_DECIMAL[0]) - field.scale
    matches = re.compile(rf"[+-]?0*\d{{0,{digits}}}(\.\d*)?").fullmatch
    return lambda text: matches(text) is not None and any(map(str.isdecimal, text))


def _date_fits(_field: Field) -> Fits:
    def fits(text: str) -> bool:
        with suppress(ValueError):
            datetime.fromisoformat(text)
            return True
        return _is_us_date(text)

    return fits


def _is_us_date(text: str) -> bool:
    found = _US_DATE.fullmatch(text)
    if found is None:
        return False
    month, day, year, hour, minute, second = (int(found[group] or 0) for group in range(1, 7))
    with suppress(ValueError):
        datetime(year, month, day, hour if found[7] is None else hour % 12, minute, second)
        return True
    return False


def _boolean_fits(_field: Field) -> Fits:
    return lambda text: text in _BOOLEANS or text.lower() in _BOOLEANS


_FITS: dict[str, Callable[[Field], Fits]] = {
    "Text": _text_fits,
    "Locale": _text_fits,
    "EmailAddress": _email_fits,
    "Phone": _phone_fits,
    "Number": _number_fits,
    "Decimal": _decimal_fits,
    "Date": _date_fits,
    "Boolean": _boolean_fits,
}
_TOLD = {
    "EmailAddress": "an e-mail address",
    "Phone": "a telephone number",
    "Number": "a whole number of 32 bits",
    "Decimal": "a decimal of {digits} digits, {scale} of them after the point",
    "Date": "a date such as 2026-11-25 or 2026-11-25T14:30:00",
    "Boolean": "a boolean: true or false",
}


def _misfit(field: Field, text: str) -> str:
    """Return why a text does not fit: it is too long, or it is something else."""
    most = field.length if field.type != "Decimal" else None
    if field.type in ("Text", "Locale") or (most is not None and len(text) > most):
        return f"{field.name} has {len(text):,} characters, more than {most or MAX_TEXT_CHARS:,}"
    shown = text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}..."
    told = _TOLD[field.type].format(digits=field.length or _DEFAULT_DECIMAL[0], scale=field.scale)
    return f"{field.name}: {shown!r} is not {told}"
