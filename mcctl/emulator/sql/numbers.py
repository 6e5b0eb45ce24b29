"""Functions of numbers, and what becomes a number."""

from __future__ import annotations

import math
import random
import zlib
from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from mcctl.emulator.sql.failing import Failure

_BY_ZERO = "Divide by zero error encountered."
_MOST_INT = 2**63
_BOOLEANS = {"true": 1, "false": 0}


def divided(left: Any, right: Any) -> int | float:
    """Return a quotient: of whole numbers a whole one, cut towards zero. Raises Failure."""
    if right == 0:
        raise Failure(_BY_ZERO)
    if isinstance(left, int) and isinstance(right, int):
        return math.trunc(Decimal(left) / Decimal(right)) if abs(left) > 2**52 else int(left / right)
    return float(left) / float(right)


def modulo(left: Any, right: Any) -> int | float:
    """Return what a division leaves, with the sign of what is divided. Raises Failure."""
    if right == 0:
        raise Failure(_BY_ZERO)
    rest = math.fmod(left, right)
    return int(rest) if isinstance(left, int) and isinstance(right, int) else rest


def to_int(value: Any) -> int:
    """Return a value as a whole number; a fraction is cut. Raises Failure."""
    if isinstance(value, int | float):
        return _within(int(value))
    text = str(value).strip()
    try:
        return _within(int(text) if text else 0)
    except ValueError:
        raise Failure(f"Conversion failed when converting the varchar value '{value}' to data type int.") from None


def _within(number: int) -> int:
    if not -_MOST_INT <= number < _MOST_INT:
        raise Failure("Arithmetic overflow error converting expression to data type bigint.")
    return number


def to_bit(value: Any) -> int:
    """Return a value as 1 or 0. Raises Failure."""
    if isinstance(value, int | float):
        return int(value != 0)
    known = _BOOLEANS.get(str(value).strip().lower())
    return int(to_int(value) != 0) if known is None else known


def to_decimal(value: Any, digits: Any = 38, scale: Any = 10) -> int | float:
    """Return a value as a number with digits behind the point. Raises Failure."""
    text = str(value).strip()
    try:
        number = Decimal(text.replace(",", "") if isinstance(value, str) else text)
        rounded = number.quantize(Decimal(1).scaleb(-int(scale)), ROUND_HALF_UP)
    except InvalidOperation:
        raise Failure("Error converting data type varchar to numeric.") from None
    if abs(rounded) >= Decimal(10) ** (int(digits) - int(scale)):
        raise Failure("Arithmetic overflow error converting numeric to data type numeric.")
    return float(rounded)


def decimal_as_text(value: Any, scale: Any) -> str:
    """Return a number as text, with as many digits behind the point as its kind has; fewer where that has ten."""
    if isinstance(value, int):
        return str(value)
    if int(scale) >= 10:
        return f"{value:.6g}"
    return f"{Decimal(str(value)):.{int(scale)}f}"


def rounded(value: Any, digits: Any, cuts: Any = 0) -> int | float:
    """ROUND: return a number rounded to so many digits behind the point, or before it; cut where the third is not 0."""
    unit = Decimal(1).scaleb(-int(digits))
    number = (Decimal(str(value)) / unit).to_integral_value(ROUND_DOWN if cuts else ROUND_HALF_UP) * unit
    return int(number) if isinstance(value, int) else float(number)


def power(base: Any, exponent: Any) -> int | float:
    """Return a power; of whole numbers a whole one. Raises Failure."""
    try:
        found = math.pow(base, exponent)
    except (OverflowError, ValueError, ZeroDivisionError):
        raise Failure("An invalid floating point operation occurred.") from None
    return int(found) if isinstance(base, int) else found


def checksum(*values: Any) -> int:
    """Return a number of 32 bits that is the same for the same values; not the one that the platform gives."""
    number = zlib.crc32("\0".join(str(value).lower() for value in values).encode())
    return number - 2**32 if number >= 2**31 else number


def _math(function: Callable[..., float]) -> Callable[..., float]:
    def call(*values: Any) -> float:
        try:
            return function(*(float(value) for value in values))
        except (ValueError, OverflowError, ZeroDivisionError):
            raise Failure("An invalid floating point operation occurred.") from None

    return call


def _like(function: Callable[[Any], Any]) -> Callable[[Any], int | float]:
    """Return what gives a whole number for a whole one, else a decimal."""
    return lambda value: int(function(value)) if isinstance(value, int) else float(function(value))


FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "DIVIDED": divided,
    "MODULO": modulo,
    "TO_INT": to_int,
    "TO_BIT": to_bit,
    "TO_DECIMAL": to_decimal,
    "DECIMAL_AS_TEXT": decimal_as_text,
    "ABS": abs,
    "CEILING": _like(math.ceil),
    "FLOOR": _like(math.floor),
    "ROUND": rounded,
    "SIGN": _like(lambda value: (value > 0) - (value < 0)),
    "POWER": power,
    "SQUARE": lambda value: float(value) * float(value),
    "SQRT": _math(math.sqrt),
    "EXP": _math(math.exp),
    "LOG": _math(math.log),
    "LOG10": _math(math.log10),
    "SIN": _math(math.sin),
    "COS": _math(math.cos),
    "TAN": _math(math.tan),
    "ASIN": _math(math.asin),
    "ACOS": _math(math.acos),
    "ATAN": _math(math.atan),
    "COT": _math(lambda value: 1 / math.tan(value)),
    "DEGREES": _math(math.degrees),
    "RADIANS": _math(math.radians),
    "PI": lambda: math.pi,
    "WHOLE_ABOVE": lambda value: math.ceil(value),
}
"""Name -> what does it; none is asked where an argument is NULL."""
OF_NULLS: Mapping[str, Callable[..., Any]] = {"CHECKSUM": checksum}
"""Those that want to know of NULLs."""
CHANGING: Mapping[str, Callable[..., Any]] = {"RAND": lambda *_seed: random.random()}  # noqa: S311 (guards nothing)
"""Those that give something else each time."""
