"""Functions that fit nowhere else."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from html import escape

from mcctl.ampscript.cultures import US, Culture, culture
from mcctl.ampscript.date_formats import format_date
from mcctl.ampscript.dates import read_date
from mcctl.ampscript.errors import Raised, Wrong, whole_characters
from mcctl.ampscript.numbers import format_number
from mcctl.ampscript.run import Run
from mcctl.ampscript.system import HOST
from mcctl.ampscript.values import NULL, Row, Value, attribute_key, bounded, decimal, flag, is_null, text, whole

_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_PHONE = re.compile(r"\(?[2-9]\d{2}\)?[-. ]*[2-9]\d{2}[-. ]*\d{4}")
_KINDS = ("", "date", "numeric")


def v(_run: Run, value: Value) -> Value:
    """Return a value."""
    return value


def attributevalue(run: Run, name: Value, *_more: Value) -> Value:
    """Return an attribute or a system string; nothing where there is none."""
    wanted = attribute_key(text(name))
    if not wanted:
        raise Wrong("The name of the attribute is empty")
    found = run.attribute(wanted)
    return "" if found is None else found


def empty(_run: Run, value: Value) -> Value:
    """Whether a value is nothing at all."""
    return is_null(value) or value == "" or (isinstance(value, Row) and not value.values)


def isnull(_run: Run, value: Value) -> Value:
    """Whether a value is a null of a data extension."""
    return value is NULL


def isnulldefault(_run: Run, value: Value, _default: Value) -> Value:
    """Return a value; in messages the default never arrives."""
    return "" if is_null(value) else value


def domain(_run: Run, address: Value) -> Value:
    """Return what stands behind the first @ of an address."""
    return text(address).partition("@")[2]


def isemailaddress(_run: Run, value: Value) -> Value:
    """Whether a text has the form of an e-mail address."""
    return bool(_EMAIL.fullmatch(text(value))) and ".." not in text(value) and not text(value).startswith(".")


def isphonenumber(_run: Run, value: Value) -> Value:
    """Whether a text has the form of a number of the North American plan."""
    return bool(_PHONE.fullmatch(text(value).strip()))


def format_value(run: Run, value: Value, pattern: Value, kind: Value = "", code: Value = "") -> Value:
    """Return a date or a number in a .NET pattern. kind: Date, Numeric, or nothing, which leaves it to the value."""
    wanted = text(kind).strip().lower()
    if wanted not in _KINDS:
        raise Wrong(f'"{text(kind)}" is no kind of value; write Date, Numeric or nothing')
    how = culture(text(code)) or US
    moment = None if wanted == "numeric" else _moment(run, value, wanted)
    if moment is not None:
        return format_date(moment, text(pattern), how)
    found = decimal(value)
    return text(value) if found is None or wanted == "date" else _number(found, value, text(pattern), how)


def _moment(run: Run, value: Value, kind: str) -> datetime | None:
    if isinstance(value, datetime):
        return value
    if isinstance(value, str) and (kind == "date" or decimal(value) is None):
        return read_date(value, run.person.now)
    return None


def _number(number: Decimal, value: Value, pattern: str, how: Culture) -> Value:
    try:
        return format_number(number, pattern, how)
    except Wrong:
        return text(value)


def raiseerror(
    _run: Run, message: Value, skip: Value = False, _code: Value = "", number: Value = 0, keep: Value = False
) -> Value:
    """Stop the render. skip: only this recipient is left out. keep: what was written so far is kept."""
    code = text(number)
    raise Raised(
        text(message),
        skip=flag(skip),
        keep=flag(keep),
        code=int(code) if code.isascii() and code.isdecimal() and len(code) < 9 else None,
    )


def redirectto(run: Run, url: Value) -> Value:
    """Return a link, and note it."""
    link = whole_characters(text(url))
    if link not in run.links:
        run.note(len(link))
        run.links[link] = None
    return link


def wraplongurl(_run: Run, url: Value) -> Value:
    """Return a link; only a send of the platform shortens it."""
    return text(url)


def cloudpagesurl(_run: Run, page: Value, *pairs: Value) -> Value:
    """Return a link to a landing page on a host that is not there, with the parameters hidden in it."""
    number = whole(page, "The id of the page")
    if len(pairs) % 2:
        raise Wrong("Names and values must come in pairs")
    hidden = hashlib.sha256("\0".join(map(text, pairs)).encode("utf-8", "replace")).hexdigest()[:32]
    return f"{HOST}/{number}" + (f"?qs={hidden}" if pairs else "")


def barcodeurl(_run: Run, value: Value, kind: Value, *_more: Value) -> Value:
    """Return a link to the picture of a bar code on a host that is not there."""
    if not text(value):
        raise Wrong("The value is empty")
    hidden = hashlib.sha256(f"{text(kind)}\0{text(value)}".encode("utf-8", "replace")).hexdigest()[:32]
    return f"{HOST}/barcode/{hidden}"


def buildoptionlist(_run: Run, chosen: Value, *pairs: Value) -> Value:
    """Return options of a list in HTML, one a line."""
    if len(pairs) % 2:
        raise Wrong("Values and texts must come in pairs")
    found = []
    for at in range(0, len(pairs), 2):
        mark = ' selected="selected"' if text(pairs[at]) == text(chosen) else ""
        found.append(f'<option value="{escape(text(pairs[at]))}"{mark}>{text(pairs[at + 1])}</option>')
    return bounded("\n".join(found))


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "format": format_value,
    "micrositeurl": cloudpagesurl,
    **{
        function.__name__: function
        for function in (
            attributevalue, barcodeurl, buildoptionlist, cloudpagesurl, domain, empty, isemailaddress, isnull,
            isnulldefault, isphonenumber, raiseerror, redirectto, v, wraplongurl,
        )
    },
}  # fmt: skip
