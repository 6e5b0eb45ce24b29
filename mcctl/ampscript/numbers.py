"""Numbers as .NET Framework writes them: standard and custom patterns, halves away from zero."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from mcctl.ampscript.cultures import Culture
from mcctl.ampscript.errors import Wrong
from mcctl.ampscript.values import check_pattern

_STANDARD = re.compile(r"([CDEFGNPRXcdefgnprx])(\d{0,2})", re.ASCII)
_MARKS = re.compile(r"[0#.,%‰]")
_EXPONENT = re.compile(r"[eE][+-]?0+")
_CONTEXT = Context(prec=500)
"""Enough for the largest double with 99 decimals."""
_GENERAL_DIGITS = 15


def format_number(value: Decimal, pattern: str, culture: Culture) -> str:
    """Return a number in a .NET pattern of at most 250 characters.

    Raises Wrong for a longer one, and for one that needs a whole number and gets another.
    """
    check_pattern(pattern)
    standard = _STANDARD.fullmatch(pattern)
    if standard is None:
        return _custom(value, pattern, culture)
    letter, digits = standard[1], int(standard[2]) if standard[2] else None
    return _WRITERS[letter.upper()](value, digits, culture, letter)


def money(value: Decimal, decimals: int, sign: str, culture: Culture) -> str:
    """Return an amount with a sign, as the culture places it. decimals: at most 99."""
    rounded = _rounded(value, decimals)
    pattern = culture.money_negative if rounded < 0 else culture.money
    digits = _digits(rounded.copy_abs(), culture, grouped=True)
    return pattern.replace("n", "\0").replace("$", sign).replace("\0", digits)


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(_unit(decimals), rounding=ROUND_HALF_UP, context=_CONTEXT)


@lru_cache(maxsize=200)
def _unit(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def _fixed(value: Decimal, decimals: int, culture: Culture, *, grouped: bool) -> str:
    rounded = _rounded(value, decimals)
    minus = "-" if rounded < 0 else ""
    return minus + _digits(rounded.copy_abs(), culture, grouped=grouped)


def _digits(rounded: Decimal, culture: Culture, *, grouped: bool) -> str:
    before, _, after = format(rounded, "f").partition(".")
    return (_grouped(before, culture) if grouped else before) + (culture.point + after if after else "")


def _grouped(digits: str, culture: Culture) -> str:
    parts, sizes = [], list(culture.sizes)
    while len(digits) > sizes[0]:
        parts.append(digits[-sizes[0] :])
        digits = digits[: -sizes[0]]
        if len(sizes) > 1:
            sizes.pop(0)
    return culture.comma.join([digits, *reversed(parts)])


def _currency(value: Decimal, digits: int | None, culture: Culture, _letter: str) -> str:
    return money(value, culture.decimals if digits is None else digits, culture.sign, culture)


def _number(value: Decimal, digits: int | None, culture: Culture, _letter: str) -> str:
    return _fixed(value, 2 if digits is None else digits, culture, grouped=True)


def _plain(value: Decimal, digits: int | None, culture: Culture, _letter: str) -> str:
    return _fixed(value, 2 if digits is None else digits, culture, grouped=False)


def _percent(value: Decimal, digits: int | None, culture: Culture, _letter: str) -> str:
    decimals = 2 if digits is None else digits
    share = _CONTEXT.multiply(value, Decimal(100))
    pattern = culture.percent_negative if _rounded(share, decimals) < 0 else culture.percent
    return pattern.replace("n", _fixed(share.copy_abs(), decimals, culture, grouped=True))


def _integer(value: Decimal, digits: int | None, _culture: Culture, letter: str) -> str:
    if value != value.to_integral_value():
        raise Wrong(f"{letter} formats whole numbers, not {value}")
    printed = str(abs(int(value))).zfill(digits or 0)
    return f"-{printed}" if value < 0 else printed


def _hexadecimal(value: Decimal, digits: int | None, _culture: Culture, letter: str) -> str:
    if value != value.to_integral_value():
        raise Wrong(f"{letter} formats whole numbers, not {value}")
    printed = f"{int(value) & 0xFFFFFFFFFFFFFFFF:{letter}}"
    return printed.zfill(digits or 0)


def _scientific(value: Decimal, digits: int | None, culture: Culture, letter: str) -> str:
    return _with_exponent(value, 6 if digits is None else digits, culture, letter, 3)


def _with_exponent(value: Decimal, decimals: int, culture: Culture, letter: str, width: int) -> str:
    exponent = value.adjusted() if value else 0
    mantissa = _rounded(value.scaleb(-exponent, _CONTEXT), decimals)
    if abs(mantissa) >= 10:
        exponent += 1
        mantissa = _rounded(value.scaleb(-exponent, _CONTEXT), decimals)
    sign = "-" if exponent < 0 else "+"
    return f"{format(mantissa, 'f').replace('.', culture.point)}{letter}{sign}{abs(exponent):0{width}d}"


def _general(value: Decimal, digits: int | None, culture: Culture, letter: str) -> str:
    precision = digits or _GENERAL_DIGITS
    rounded = Context(prec=precision, rounding=ROUND_HALF_UP).plus(value)
    exponent = rounded.adjusted() if rounded else 0
    if -5 < exponent < precision:
        printed = format(rounded, "f")
        printed = printed.rstrip("0").rstrip(".") if "." in printed else printed
        return "0" if printed in ("-0", "") else printed.replace(".", culture.point)
    places = max(len(rounded.normalize().as_tuple().digits) - 1, 0)
    return _with_exponent(rounded, places, culture, "E" if letter.isupper() else "e", 2)


def _round_trip(value: Decimal, _digits: int | None, culture: Culture, letter: str) -> str:
    return _general(value, 17, culture, "G" if letter.isupper() else "g")


_WRITERS = {
    "C": _currency, "D": _integer, "E": _scientific, "F": _plain, "G": _general, "N": _number, "P": _percent,
    "R": _round_trip, "X": _hexadecimal,
}  # fmt: skip


def _custom(value: Decimal, pattern: str, culture: Culture) -> str:
    sections = _sections(pattern)
    if value < 0 and len(sections) > 1 and sections[1]:
        negative = _written(value.copy_abs(), sections[1], culture)
        if negative.is_something:
            return negative.text
        value = Decimal(0)
    first = _written(value, sections[0], culture)
    if not first.is_something and len(sections) > 2 and sections[2]:
        return _written(Decimal(0), sections[2], culture).text
    return first.text


class _Written(NamedTuple):
    """A number in a section of a pattern. is_something: whether it did not become 0."""

    text: str
    is_something: bool


def _written(value: Decimal, section: str, culture: Culture) -> _Written:
    parts = _parts(section)
    marks = "".join(text for text, is_mark in parts if is_mark)
    if not marks.strip(".%‰"):
        return _Written(("-" if value < 0 and not section else "") + "".join(text for text, _ in parts), bool(value))
    if exponent := _EXPONENT.search(section):
        return _Written(_with_custom_exponent(value, section, exponent, culture), bool(value))
    value = _CONTEXT.multiply(value, Decimal(100 if "%" in marks else 1000 if "‰" in marks else 1))
    before, _, after = marks.replace("%", "").replace("‰", "").partition(".")
    after = after.replace(".", "").replace(",", "")
    whole_marks = before.replace(",", "")
    value = value.scaleb(-3 * (len(before) - len(before.rstrip(","))), _CONTEXT)
    least = len(whole_marks) - whole_marks.find("0") if "0" in whole_marks else 0
    kept = after.rfind("0") + 1
    grouped = "," in before.rstrip(",")
    rounded = _rounded(value, len(after))
    digits, _, decimals = format(rounded.copy_abs(), "f").partition(".")
    digits = digits.lstrip("0").rjust(least, "0")
    decimals = decimals[:kept] + decimals[kept:].rstrip("0")
    whole = _grouped(digits, culture) if grouped and digits else digits
    number = whole + (culture.point + decimals if decimals else "")
    return _Written(("-" if rounded < 0 else "") + _placed(parts, number, whole, grouped), bool(rounded))


def _with_custom_exponent(value: Decimal, section: str, found: re.Match[str], culture: Culture) -> str:
    """Return a number whose pattern has an exponent, such as 0.###E+0."""
    mantissa_marks = re.sub(r"[^0#.]", "", section[: found.start()])
    before = mantissa_marks.partition(".")[0]
    exponent = value.adjusted() - len(before) + 1 if value else 0
    mantissa = _written(value.scaleb(-exponent, _CONTEXT), section[: found.start()], culture).text
    if value and len(re.sub(r"\D", "", mantissa.partition(culture.point)[0])) > len(before):
        exponent += 1
        mantissa = _written(value.scaleb(-exponent, _CONTEXT), section[: found.start()], culture).text
    sign = "-" if exponent < 0 else "+" if "+" in found[0] else ""
    return f"{mantissa}{found[0][0]}{sign}{str(abs(exponent)).zfill(found[0].count('0'))}{section[found.end() :]}"


def _placed(parts: tuple[tuple[str, bool], ...], number: str, whole: str, grouped: bool) -> str:
    """Put the digits where the marks stand: texts between marks keep their place for plain patterns."""
    places = [place for place, (text, is_mark) in enumerate(parts) if is_mark and text not in "%‰"]
    first, last = places[0], places[-1]
    inner = [text for place, (text, is_mark) in enumerate(parts) if first < place < last and not is_mark]
    if inner and not grouped and "." not in number:
        number = _spread(list(parts[first : last + 1]), whole)
    before = "".join(text for text, _ in parts[:first])
    after = "".join(text for text, _ in parts[last + 1 :])
    return before + number + after


def _spread(parts: list[tuple[str, bool]], digits: str) -> str:
    """Return digits put one by one, from the right, into the marks of a pattern such as 000-00-0000."""
    found: list[str] = []
    left = digits
    marks = sum(len(text.strip(",")) for text, is_mark in parts if is_mark)
    for text, is_mark in reversed(parts):
        if not is_mark:
            if left or any(one == "0" for one in text):
                found.append(text)
            continue
        for _ in text:
            marks -= 1
            found.append(left[-1:] if marks else left)
            left = left[:-1] if marks else ""
    return "".join(reversed(found))


@lru_cache(maxsize=200)
def _sections(pattern: str) -> tuple[str, ...]:
    """Return the parts of a pattern between semicolons, but for those in quotes."""
    found, quote, current = [], "", ""
    for char in pattern:
        if char == ";" and not quote:
            found.append(current)
            current = ""
            continue
        if char in "'\"" and quote in ("", char):
            quote = "" if quote else char
        current += char
    return (*found, current)


@lru_cache(maxsize=200)
def _parts(section: str) -> tuple[tuple[str, bool], ...]:
    """Return a section as texts and marks (0 # . , %), each with whether it is a mark. The percent sign is both."""
    found: list[tuple[str, bool]] = []
    quote, escaped = "", False
    for char in section:
        if escaped or (quote and char != quote):
            found.append((char, False))
            escaped = False
        elif char == "\\":
            escaped = True
        elif char in "'\"":
            quote = "" if quote else char
        else:
            found.append((char, bool(_MARKS.fullmatch(char))))
    return tuple(found)
