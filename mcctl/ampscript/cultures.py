"""How numbers and dates are written in a culture, as .NET Framework on Windows has it.

English is told here. Other cultures come from Babel's data; where Windows differs, `_WINDOWS` has what it says.
In patterns of money and percentages n is the number and $ the sign; in those of dates and times are .NET's letters.
months_alone: the names of months where no day stands beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mcctl.ampscript.dates import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS

if TYPE_CHECKING:
    from babel import Locale


class Culture(NamedTuple):
    """A culture. sizes: digits of the groups, from the right; the last counts for all further ones."""

    point: str = "."
    comma: str = ","
    sizes: tuple[int, ...] = (3,)
    sign: str = "$"
    decimals: int = 2
    money: str = "$n"
    money_negative: str = "($n)"
    percent: str = "n%"
    percent_negative: str = "-n%"
    short_date: str = "M/d/yyyy"
    long_date: str = "dddd, MMMM d, yyyy"
    short_time: str = "h:mm tt"
    long_time: str = "h:mm:ss tt"
    month_day: str = "MMMM d"
    year_month: str = "MMMM yyyy"
    halves: tuple[str, str] = ("AM", "PM")
    separator: str = "/"
    months: tuple[str, ...] = MONTHS
    months_alone: tuple[str, ...] = MONTHS
    short_months: tuple[str, ...] = SHORT_MONTHS
    days: tuple[str, ...] = DAYS
    short_days: tuple[str, ...] = SHORT_DAYS


US = Culture()
INVARIANT = US._replace(sign="¤", money="$n", money_negative="($n)")
"""What money is printed with where the culture is unknown: the sign of no currency."""

_GB: dict[str, Any] = {
    "short_date": "dd/MM/yyyy",
    "long_date": "dd MMMM yyyy",
    "short_time": "HH:mm",
    "long_time": "HH:mm:ss",
    "month_day": "d MMMM",
    "money_negative": "-$n",
    "halves": ("AM", "PM"),
}
_TWELVE_HOURS = {"short_time": "h:mm tt", "long_time": "h:mm:ss tt"}
_AUSTRALIAN = {"short_date": "d/MM/yyyy", "long_date": "dddd, d MMMM yyyy", **_TWELVE_HOURS}
_ENGLISH = {
    "en": US,
    "en_us": US,
    "en_gb": US._replace(sign="£", **_GB),
    "en_ie": US._replace(sign="€", **_GB),
    "en_au": US._replace(**_GB | _AUSTRALIAN),
    "en_nz": US._replace(**_GB | _AUSTRALIAN),
    "en_in": US._replace(sign="₹", sizes=(3, 2), **_GB | {"short_date": "dd-MM-yyyy", "money_negative": "-$n"}),
    "en_ca": US._replace(
        **_GB | {"short_date": "yyyy-MM-dd", "long_date": "MMMM d, yyyy", "month_day": "MMMM d", **_TWELVE_HOURS}
    ),
}  # fmt: skip
_HAN = {
    "sign": "¥", "money": "$n", "money_negative": "$-n", "short_date": "yyyy/M/d", "long_date": "yyyy'年'M'月'd'日'",
    "short_time": "H:mm", "long_time": "H:mm:ss", "month_day": "M'月'd'日'", "year_month": "yyyy'年'M'月'",
    "percent": "n%", "percent_negative": "-n%",
}  # fmt: skip
_WINDOWS: dict[str, dict[str, Any]] = {
    "de_de": {"long_date": "dddd, d. MMMM yyyy", "month_day": "d. MMMM"},
    "de_at": {"money": "$ n", "money_negative": "-$ n", "comma": "\u00a0"},
    "de_ch": {"comma": "\u2019", "money": "$ n", "money_negative": "$-n", "percent": "n%", "percent_negative": "-n%"},
    "fr_ca": {"short_date": "yyyy-MM-dd", "money_negative": "(n $)", "short_time": "HH:mm", "long_time": "HH:mm:ss"},
    "ja_jp": {**_HAN, "sign": "\u00a5", "money_negative": "-$n", "short_date": "yyyy/MM/dd",
              "short_months": tuple(map(str, range(1, 13)))},
    "zh_cn": _HAN,
    "hi_in": {"money_negative": "$ -n"},
    "es_mx": {"sign": "$", "money": "$n", "money_negative": "-$n", "percent": "n%", "percent_negative": "-n%"},
    "it_it": {"long_date": "dddd d MMMM yyyy", "percent": "n%", "percent_negative": "-n%"},
    "nl_nl": {"money_negative": "$ -n"},
    "sv_se": {"short_date": "yyyy-MM-dd", "long_date": "'den 'd MMMM yyyy"},
    "da_dk": {"short_date": "dd-MM-yyyy"},
    "pl_pl": {"percent": "n%", "percent_negative": "-n%"},
    "uk_ua": {"money": "n$", "money_negative": "-n$", "sign": "₴", "percent": "n%", "percent_negative": "-n%"},
    "ko_kr": {"short_date": "yyyy-MM-dd"},
}  # fmt: skip
_NO_DECIMALS = frozenset(["CLP", "ISK", "JPY", "KRW", "PYG", "UGX", "VND", "XAF", "XOF", "XPF"])
_DOTLESS = frozenset(("de", "pt", "sv"))
"""Languages whose short names of months and days have no dot on Windows."""
_WINDOWS_MONTHS = {"de": {"März": "Mrz", "Juni": "Jun", "Juli": "Jul", "Sept": "Sep"}}
_CLDR_DATE = re.compile(r"'[^']*'|E+|c+|y+|Y+|M+|L+|d+|H+|h+|K+|k+|m+|s+|a+|[^'A-Za-z]+")
_LETTERS = {
    "EEEE": "dddd", "cccc": "dddd", "EEE": "ddd", "E": "ddd", "y": "yyyy", "LLLL": "MMMM", "LLL": "MMM",
    "L": "M", "LL": "MM", "a": "tt", "b": "tt", "B": "tt",
}  # fmt: skip
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@lru_cache(maxsize=200)
def culture(code: str) -> Culture | None:
    """Return the culture of a code such as de-DE, de_de or de; None where there is none. The empty code is en-US."""
    name = code.strip().replace("-", "_").lower()
    if not name:
        return US
    if name in _ENGLISH:
        return _ENGLISH[name]
    return _foreign(name) if _CODE.fullmatch(name) else None


def _foreign(name: str) -> Culture | None:
    from babel import Locale, UnknownLocaleError  # dear, and English needs none of it

    try:
        locale = Locale.parse(name)
    except (UnknownLocaleError, ValueError):
        return None
    if locale.language != name.split("_")[0]:
        return None
    home = _home(locale.language)
    territory = locale.territory or home
    windows = _WINDOWS.get(f"{locale.language}_{territory}".lower(), {})
    found = Culture(**{**_numbers(locale, territory), **_dates(locale), **windows})
    return found._replace(separator=next((char for char in found.short_date if char in "/.-"), "/"))


def _home(language: str) -> str:
    """Return the territory that a language alone means."""
    from babel.core import get_global  # dear, as above

    likely = str(get_global("likely_subtags").get(language, ""))
    return next((part for part in likely.split("_") if len(part) == 2 and part.isupper()), "")


def _numbers(locale: Locale, territory: str) -> dict[str, Any]:
    from babel import numbers  # dear, as above

    symbols = locale.number_symbols["latn"]
    currencies = numbers.get_territory_currencies(territory) if territory else []
    currency = currencies[0] if currencies else "XXX"
    written = str(locale.currency_formats["standard"].pattern).split(";")[0].replace("\u00a0", " ")
    gap = " " if " " in written else ""
    money = f"${gap}n" if written.lstrip("\u200e\u200f").startswith("¤") else f"n{gap}$"
    percent = re.sub(r"[#0.,]+", "n", str(locale.percent_formats[None].pattern).replace("\u00a0", " "))
    sizes = locale.decimal_formats[None].grouping
    return {
        "point": symbols["decimal"],
        "comma": symbols["group"].replace("\u202f", "\u00a0"),
        "sizes": (sizes[0],) if sizes[0] == sizes[1] else tuple(sizes),
        "sign": numbers.get_currency_symbol(currency, locale),
        "decimals": 0 if currency in _NO_DECIMALS else 2,
        "money": money,
        "money_negative": f"-{money}",
        "percent": percent,
        "percent_negative": f"-{percent}",
    }


def _dates(locale: Locale) -> dict[str, Any]:
    months, days = locale.months["format"], locale.days["format"]
    alone = locale.months["stand-alone"]["wide"]
    halves = locale.day_periods["format"].get("abbreviated") or {}
    short_time = _net(locale.time_formats["short"].pattern)
    return {
        "short_date": _short(_net(locale.date_formats["short"].pattern)),
        "long_date": _net(locale.date_formats["full"].pattern),
        "short_time": short_time,
        "long_time": _net(locale.time_formats["medium"].pattern),
        "month_day": _net(str(locale.datetime_skeletons.get("MMMMd", "d MMMM"))),
        "year_month": _net(str(locale.datetime_skeletons.get("yMMMM", "MMMM y"))),
        "halves": _halves(halves) if "tt" in short_time else ("", ""),
        "months": tuple(months["wide"][place] for place in range(1, 13)),
        "months_alone": tuple(alone[place] for place in range(1, 13)),
        "short_months": tuple(_name(locale, months["abbreviated"][place]) for place in range(1, 13)),
        "days": tuple(days["wide"][place] for place in range(7)),
        "short_days": tuple(_name(locale, days["abbreviated"][place]) for place in range(7)),
    }


def _halves(names: Any) -> tuple[str, str]:
    first, second = (
        str(names.get(name, name.upper())).replace("\u202f", " ").replace("\u00a0", " ") for name in ("am", "pm")
    )
    return first, second


def _name(locale: Locale, name: str) -> str:
    short = name.rstrip(".") if locale.language in _DOTLESS else name
    return _WINDOWS_MONTHS.get(locale.language, {}).get(short, short)


def _short(pattern: str) -> str:
    """Return a short date with the whole year, as Windows has it."""
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def _net(pattern: str) -> str:
    """Return a pattern of the Unicode standard in .NET's letters."""
    parts = _CLDR_DATE.findall(str(pattern).replace("\u202f", " "))
    return "".join(_LETTERS.get(part, part) for part in parts)
