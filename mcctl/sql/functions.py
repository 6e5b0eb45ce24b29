"""The functions of a query: which there are, how many arguments each takes, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from mcctl.sql.kinds import DATE, DAY, DECIMAL, MAX_TEXT_CHARS, NUMBER, OFFSET, Kind, common, text

Rule = Callable[[Sequence[Kind], Sequence[int | None]], Kind]
"""Gives the kind of a result, of the kinds of the arguments, and of those that are whole numbers written out."""


class Function(NamedTuple):
    """A function. least, most: how many arguments it takes."""

    least: int
    most: int
    result: Rule


def _is(kind: Kind) -> Rule:
    return lambda _kinds, _numbers: kind


def _met(start: int = 0, step: int = 1) -> Rule:
    """Give what the arguments from `start` on become where they meet."""
    return lambda kinds, _numbers: common(kinds[start::step])


def _text_of(place: int) -> Rule:
    """Give text as long as an argument."""
    return lambda kinds, _numbers: text(kinds[place].chars)


def _cut_at(place: int) -> Rule:
    """Give text as long as the first argument, and not longer than the number in another."""
    return lambda kinds, numbers: text(min(kinds[0].chars, _or_most(numbers[place])))


def _or_most(number: int | None) -> int:
    return MAX_TEXT_CHARS if number is None or number < 1 else number


def _joined(kinds: Sequence[Kind], _numbers: Sequence[int | None]) -> Kind:
    return text(sum(kind.chars for kind in kinds))


def _first(kinds: Sequence[Kind], _numbers: Sequence[int | None]) -> Kind:
    return kinds[0]


def _reckoned(kinds: Sequence[Kind], _numbers: Sequence[int | None]) -> Kind:
    """Give a whole number for whole numbers, else a decimal."""
    return kinds[0] if kinds[0].type == "Decimal" else NUMBER if kinds[0].is_number else DECIMAL


def _filled(kinds: Sequence[Kind], _numbers: Sequence[int | None]) -> Kind:
    """ISNULL gives what its first argument is, even where that cuts the second."""
    return kinds[1] if kinds[0].type == "Null" else kinds[0]


_REAL = Kind("Decimal", 28, 10)
_TEXT, _NUMBER, _DATE, _OFFSET = _is(text(MAX_TEXT_CHARS)), _is(NUMBER), _is(DATE), _is(OFFSET)

AGGREGATES = {
    "COUNT": Function(1, 1, _NUMBER),
    "COUNT_BIG": Function(1, 1, _NUMBER),
    "SUM": Function(1, 1, _reckoned),
    "AVG": Function(1, 1, _reckoned),
    "MIN": Function(1, 1, _first),
    "MAX": Function(1, 1, _first),
    "STDEV": Function(1, 1, _is(_REAL)),
    "STDEVP": Function(1, 1, _is(_REAL)),
    "VAR": Function(1, 1, _is(_REAL)),
    "VARP": Function(1, 1, _is(_REAL)),
    "STRING_AGG": Function(2, 2, _TEXT),
}
WINDOWS = {
    "ROW_NUMBER": Function(0, 0, _NUMBER),
    "RANK": Function(0, 0, _NUMBER),
    "DENSE_RANK": Function(0, 0, _NUMBER),
    "NTILE": Function(1, 1, _NUMBER),
    "LEAD": Function(1, 3, _first),
    "LAG": Function(1, 3, _first),
    "FIRST_VALUE": Function(1, 1, _first),
    "LAST_VALUE": Function(1, 1, _first),
    "PERCENT_RANK": Function(0, 0, _is(_REAL)),
    "CUME_DIST": Function(0, 0, _is(_REAL)),
    "PERCENTILE_CONT": Function(1, 1, _is(_REAL)),
    "PERCENTILE_DISC": Function(1, 1, _is(_REAL)),
}
"""Those that go with OVER alone."""
PARTS = {"DATEADD": 3, "DATEDIFF": 3, "DATEDIFF_BIG": 3, "DATENAME": 2, "DATEPART": 2}
"""Those whose first argument is a part of a date (day, month...), and how many arguments they take."""
_PLAIN = {
    "LEFT": Function(2, 2, _cut_at(1)),
    "RIGHT": Function(2, 2, _cut_at(1)),
    "SUBSTRING": Function(3, 3, _cut_at(2)),
    "LEN": Function(1, 1, _NUMBER),
    "CHARINDEX": Function(2, 3, _NUMBER),
    "PATINDEX": Function(2, 2, _NUMBER),
    "CONCAT": Function(2, 254, _joined),
    "CONCAT_WS": Function(3, 254, _TEXT),
    "LTRIM": Function(1, 1, _text_of(0)),
    "RTRIM": Function(1, 1, _text_of(0)),
    "TRIM": Function(1, 1, _text_of(0)),
    "LOWER": Function(1, 1, _text_of(0)),
    "UPPER": Function(1, 1, _text_of(0)),
    "REVERSE": Function(1, 1, _text_of(0)),
    "REPLACE": Function(3, 3, _TEXT),
    "STUFF": Function(4, 4, _TEXT),
    "REPLICATE": Function(2, 2, _TEXT),
    "SPACE": Function(1, 1, _TEXT),
    "STR": Function(1, 3, _is(text(50))),
    "CHAR": Function(1, 1, _is(text(1))),
    "NCHAR": Function(1, 1, _is(text(1))),
    "ASCII": Function(1, 1, _NUMBER),
    "UNICODE": Function(1, 1, _NUMBER),
    "FORMAT": Function(2, 3, _TEXT),
    "QUOTENAME": Function(1, 2, _is(text(258))),
    "NEWID": Function(0, 0, _is(text(36))),
    "GETDATE": Function(0, 0, _DATE),
    "SYSDATETIME": Function(0, 0, _DATE),
    "GETUTCDATE": Function(0, 0, _DATE),
    "SYSUTCDATETIME": Function(0, 0, _DATE),
    "SYSDATETIMEOFFSET": Function(0, 0, _OFFSET),
    "DATEADD": Function(3, 3, lambda kinds, _numbers: kinds[2] if kinds[2].is_time else DATE),
    "DATEDIFF": Function(3, 3, _NUMBER),
    "DATEDIFF_BIG": Function(3, 3, _NUMBER),
    "DATENAME": Function(2, 2, _is(text(30))),
    "DATEPART": Function(2, 2, _NUMBER),
    "YEAR": Function(1, 1, _NUMBER),
    "MONTH": Function(1, 1, _NUMBER),
    "DAY": Function(1, 1, _NUMBER),
    "DATEFROMPARTS": Function(3, 3, _is(DAY)),
    "DATETIMEFROMPARTS": Function(7, 7, _DATE),
    "EOMONTH": Function(1, 2, _is(DAY)),
    "ISDATE": Function(1, 1, _NUMBER),
    "ISNUMERIC": Function(1, 1, _NUMBER),
    "SWITCHOFFSET": Function(2, 2, _OFFSET),
    "TODATETIMEOFFSET": Function(2, 2, _OFFSET),
    "ABS": Function(1, 1, _reckoned),
    "CEILING": Function(1, 1, _reckoned),
    "FLOOR": Function(1, 1, _reckoned),
    "ROUND": Function(2, 3, _reckoned),
    "SIGN": Function(1, 1, _reckoned),
    "POWER": Function(2, 2, _reckoned),
    **dict.fromkeys(
        ("SQRT", "SQUARE", "EXP", "LOG10", "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "COT", "DEGREES", "RADIANS"),
        Function(1, 1, _is(_REAL)),
    ),
    "LOG": Function(1, 2, _is(_REAL)),
    "RAND": Function(0, 1, _is(_REAL)),
    "PI": Function(0, 0, _is(_REAL)),
    "CHECKSUM": Function(1, 254, _NUMBER),
    "ISNULL": Function(2, 2, _filled),
    "COALESCE": Function(2, 254, _met()),
    "NULLIF": Function(2, 2, _first),
    "IIF": Function(3, 3, _met(1)),
    "CHOOSE": Function(2, 254, _met(1)),
    "JSON_VALUE": Function(2, 2, _TEXT),
    "JSON_QUERY": Function(1, 2, _TEXT),
}
FUNCTIONS = {**_PLAIN, **AGGREGATES, **WINDOWS}
REFUSED = ("STRING_SPLIT", "OPENJSON", "JSON_MODIFY", "ISJSON", "TRY_CAST", "TRY_CONVERT", "TRY_PARSE")
"""Functions of SQL Server that a query activity may not use."""
