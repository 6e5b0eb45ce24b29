"""Functions of numbers: arithmetic in doubles, and how numbers and amounts are written."""

from __future__ import annotations

import math
import random as chance
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from mcctl.ampscript.cultures import INVARIANT, US, culture
from mcctl.ampscript.errors import Wrong
from mcctl.ampscript.numbers import format_number, money
from mcctl.ampscript.run import Run
from mcctl.ampscript.values import Value, decimal, number, shown, text, whole

_WHOLE = re.compile(r"\s*-?\d{1,18}\s*", re.ASCII)
_MOST_DECIMALS = 99
_KEPT = 2000  # a send writes the same amounts again and again


def add(_run: Run, first: Value, second: Value) -> Value:
    """Return a sum."""
    return number(first) + number(second)


def subtract(_run: Run, first: Value, second: Value) -> Value:
    """Return a difference."""
    return number(first) - number(second)


def multiply(_run: Run, first: Value, second: Value) -> Value:
    """Return a product."""
    return number(first) * number(second)


def divide(_run: Run, first: Value, second: Value) -> Value:
    """Return a quotient; by 0 it is infinite, and 0 by 0 is no number."""
    dividend, divisor = number(first), number(second)
    if divisor:
        return dividend / divisor
    return math.copysign(math.inf, dividend) if dividend else math.nan


def mod(_run: Run, first: Value, second: Value) -> Value:
    """Return a remainder, with the sign of the dividend; by 0 it is no number."""
    dividend, divisor = number(first), number(second)
    return math.fmod(dividend, divisor) if divisor and math.isfinite(dividend) else math.nan


def random(_run: Run, first: Value, second: Value) -> Value:
    """Return a whole number between two, both included."""
    low, high = sorted((_whole(first), _whole(second)))
    return chance.randint(low, high)  # noqa: S311 not for secrets


def _whole(value: Value) -> int:
    if not _WHOLE.fullmatch(text(value)):
        raise Wrong(f"{shown(value)} is no whole number")
    return whole(value, "A bound")


def formatnumber(_run: Run, value: Value, pattern: Value, code: Value = "") -> Value:
    """Return a number in a .NET pattern; nothing for what is no number."""
    found = decimal(value)
    if found is None:
        return ""
    if not text(pattern):
        raise Wrong("The pattern is empty")
    return format_number(found, text(pattern), culture(text(code)) or US)


def formatcurrency(_run: Run, value: Value, code: Value, decimals: Value = None, sign: Value = None) -> Value:
    """Return an amount as a culture writes it."""
    found = decimal(value)
    if found is None:
        raise Wrong(f"{shown(value)} is no amount")
    places = None if text(decimals) == "" else whole(decimals, "The number of decimals")
    if places is not None and not 0 <= places <= _MOST_DECIMALS:
        raise Wrong(f"The number of decimals must be between 0 and {_MOST_DECIMALS}")
    return _amount(found, text(code), places, text(sign))


@lru_cache(maxsize=_KEPT)
def _amount(value: Decimal, code: str, decimals: int | None, sign: str) -> str:
    how = culture(code) or INVARIANT
    return money(value, how.decimals if decimals is None else decimals, sign or how.sign, how)


FUNCTIONS: dict[str, Callable[..., Value]] = {
    function.__name__: function
    for function in (add, divide, formatcurrency, formatnumber, mod, multiply, random, subtract)
}
