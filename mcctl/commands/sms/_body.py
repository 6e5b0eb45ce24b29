"""What the options of the `sms` commands mean as JSON, and every documented rule that they break.

Rules and spellings are those of post-smsv1messagecontactidsend.md and post-smsv1messagelistidsend.md. Each function
adds what is wrong to `problems`, so that all of it can be told at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, NamedTuple

import typer

from mcctl.documents import given
from mcctl.escaping import is_writable
from mcctl.hosts import is_url
from mcctl.reading import number_in
from mcctl.rest.address import checked_address, checked_number
from mcctl.rest.sms import MAX_RECIPIENTS, MAX_SUBSCRIBER_KEY_CHARS, subscriber

_CLOCK = r"([01][0-9]|2[0-3]):?([0-5][0-9])"
_WINDOW = re.compile(rf"{_CLOCK}-{_CLOCK}")
_OFFSET = re.compile(r"([+-])(0[0-9]|1[0-4]):?([0-5][0-9])")
_KEYWORD = re.compile(r"[^\s,]+")
_TIME_FORM = "%Y-%m-%d %H:%M"
Problems = list[str]

TextOption = Annotated[
    str | None, typer.Option("--text", metavar="TEXT", help="With --override: this text instead of the message's.")
]

OverrideOption = Annotated[
    bool, typer.Option("--override", help="Send --text instead of the message's text.", show_default=False)
]


class Timing(NamedTuple):
    """When a text leaves. send_time: UTC unless it has an offset. blackout: START-END, local to utc_offset."""

    send_time: Annotated[
        str | None,
        typer.Option("--send-time", metavar="TIME", help="Send then: 2030-12-01T09:00-05:00; without offset, UTC."),
    ] = None
    blackout: Annotated[
        str | None,
        typer.Option("--blackout", metavar="START-END", help="Not within this window, such as 2200-0700."),
    ] = None
    utc_offset: Annotated[
        str | None, typer.Option("--utc-offset", metavar="OFFSET", help="Time zone of --blackout, such as -0500.")
    ] = None

    def body(self, name: str, problems: Problems) -> dict[str, Any]:
        """Return the parts of a request. name: how the route spells the send time."""
        return {**self._send_time(name, problems), **self._window(problems)}

    def _send_time(self, name: str, problems: Problems) -> dict[str, str]:
        if self.send_time is None:
            return {}
        try:
            wished = datetime.fromisoformat(self.send_time.strip())
            moment = wished.replace(tzinfo=UTC) if wished.tzinfo is None else wished.astimezone(UTC)
        except (ValueError, OverflowError):
            problems.append(f"--send-time {self.send_time!r} is no time, such as 2026-12-01T09:00Z")
            return {}
        return {name: moment.strftime(_TIME_FORM)}

    def _window(self, problems: Problems) -> dict[str, Any]:
        if (self.blackout is None) != (self.utc_offset is None):
            problems.append("--blackout and --utc-offset go together: Marketing Cloud ignores a window without offset")
        window = _WINDOW.fullmatch((self.blackout or "").strip())
        offset = _OFFSET.fullmatch((self.utc_offset or "").strip())
        if self.blackout is not None and (window is None or window.group(1, 2) == window.group(3, 4)):
            problems.append(f"--blackout {self.blackout!r} is no window START-END, such as 2200-0700")
        if self.utc_offset is not None and offset is None:
            problems.append(f"--utc-offset {self.utc_offset!r} is no offset, such as -0500")
        if window is None or offset is None:
            return {}
        start, end = "".join(window.group(1, 2)), "".join(window.group(3, 4))
        return {"blackoutWindow": {"UtcOffset": "".join(offset.groups()), "WindowStart": start, "WindowEnd": end}}


def past_problem(send_time: str | None) -> Problems:
    """Return what is wrong with a send time in UTC, as the API writes it: if it is past, the text leaves at once."""
    if send_time is None or send_time >= datetime.now(UTC).strftime(_TIME_FORM):
        return []
    return [f"--send-time {send_time} UTC is past; leave it out to send at once"]


class TextOptions(NamedTuple):
    """What a text says."""

    text: TextOption = None
    override: OverrideOption = False
    content_url: Annotated[
        str | None, typer.Option("--content-url", metavar="URL", help="Picture or film of an MMS.")
    ] = None

    def check(self, problems: Problems) -> None:
        """Check that there is a text if, and only if, it takes the place of the message's."""
        check_text(self.text, problems, override=self.override)


class SubscribeOptions(NamedTuple):
    """Whom a text subscribes."""

    subscribe: Annotated[
        bool, typer.Option("--subscribe", help="Subscribe numbers that are not, to --keyword.", show_default=False)
    ] = False
    resubscribe: Annotated[
        bool, typer.Option("--resubscribe", help="Subscribe numbers again that have left.", show_default=False)
    ] = False
    keyword: Annotated[
        str | None, typer.Option("--keyword", metavar="KEYWORD", help="Keyword of the message's code to subscribe to.")
    ] = None

    def body(self, problems: Problems) -> dict[str, Any]:
        """Return the parts of a request."""
        _check_keyword_rule(self.keyword, problems, needed=self.subscribe or self.resubscribe)
        flags = {"Subscribe": self.subscribe, "Resubscribe": self.resubscribe}
        return {**{name: True for name, value in flags.items() if value}, **given({"keyword": self.keyword})}


def send_body(text: TextOptions, subscribing: SubscribeOptions, timing: Timing, problems: Problems) -> dict[str, Any]:
    """Return the parts of a messageContact request that are the same for all recipients."""
    body = subscribing.body(problems)
    text.check(problems)
    body |= given({"Override": text.override or None, "messageText": text.text})
    return {**body, **timing.body("SendTime", problems), **content_url(text.content_url, problems)}


def check_keyword(keyword: str, problems: Problems) -> None:
    """Check the form of a keyword. docs silent on its length."""
    if not _KEYWORD.fullmatch(keyword) or not keyword.isprintable():
        problems.append(f"The keyword {keyword!r} must be one word without commas")


def check_code(flag: str, code: str, problems: Problems) -> None:
    """Check the form of a short or long code: docs silent on all but the digits of the examples."""
    if not (code.isascii() and code.isdecimal()):
        problems.append(f"{flag} {code!r} is no code: a code has only digits")


def check_text(text: str | None, problems: Problems, *, override: bool) -> None:
    """Check that there is a text if, and only if, it takes the place of the message's."""
    if override and not (text or "").strip():
        problems.append("--override needs a text: --text")
    elif text is not None and not is_writable(text):
        problems.append("--text is not valid UTF-8")
    elif text is not None and not override:
        problems.append("--text goes only with --override: it takes the place of the message's own text")


def content_url(url: str | None, problems: Problems) -> dict[str, str]:
    """Return the part of a request that makes it an MMS."""
    if url is None:
        return {}
    if not is_url(url, "http", "https"):
        problems.append(f"--content-url {url!r} is not a URL of a picture or film, such as https://...")
    return {"ContentURL": url}


def numbers(texts: Sequence[str], region: str | None, problems: Problems) -> list[str]:
    """Return numbers as the API writes them. region: country of those without a country code."""
    checked = [checked_number(text, region) for text in texts]
    problems += [f"Number {problem}" for _, problem in checked if problem]
    found = [number for number, problem in checked if not problem]
    problems += _twice(found)
    return found


def subscribers(
    pairs: Sequence[str], attributes: Mapping[str, str], region: str | None, problems: Problems
) -> list[dict[str, Any]]:
    """Return recipients who are told apart by their keys. pairs: KEY=NUMBER. attributes: of each of them."""
    found = []
    for pair in pairs:
        key, _, text = pair.rpartition("=")
        number, problem = checked_number(text, region)
        if not 0 < len(key) <= MAX_SUBSCRIBER_KEY_CHARS:
            problems.append(f"--subscriber {pair!r} is not of the form KEY=NUMBER")
        elif problem:
            problems.append(f"Number {problem}")
        found.append(subscriber(number, key, attributes))
    problems += _twice([str(one["MobileNumber"]) for one in found])
    return found


def _twice(found: Sequence[str]) -> Problems:
    return [f"{number} is given twice" for number in dict.fromkeys(found) if found.count(number) > 1]


def recipients(
    to: Sequence[str],
    pairs: Sequence[str],
    attributes: Mapping[str, str],
    region: str | None,
    problems: Problems,
    *,
    flag: str = "--to",
) -> dict[str, Any]:
    """Return who a request is for: mobileNumbers or Subscribers, of which it must have exactly one."""
    if bool(to) == bool(pairs):
        problems.append(f"Give either {flag} NUMBER, or --subscriber KEY=NUMBER" + (", not both" if to else ""))
    if attributes and not pairs:
        problems.append("--attr goes only with --subscriber")
    if len(to) > MAX_RECIPIENTS or len(pairs) > MAX_RECIPIENTS:
        more = "; put more into a file: --from FILE" if flag == "--to" else ""
        problems.append(f"A request takes {MAX_RECIPIENTS} recipients at most{more}")
    plain = numbers(to, region, problems)
    keyed = subscribers(pairs, attributes, region, problems)
    return {"Subscribers": keyed} if pairs else {"mobileNumbers": plain}


def column_mapping(fields: Sequence[str], header: bool, problems: Problems) -> dict[str, Any]:
    """Return how the columns of an import become fields: by heading, by name, or by number. fields: NAME=COLUMN.

    docs silent whether columns are counted from 0: numbers are passed on as they are.
    """
    if not fields:
        if not header:
            problems.append("Without a header the columns must be told by number: --map _MobileNumber=0")
        return {"importMappingType": "InferFromColumnHeadings"}
    pairs = [(name, column) for name, _, column in (one.partition("=") for one in fields)]
    if not all(name and column for name, column in pairs):
        problems.append("--map is of the form NAME=COLUMN, such as _MobileNumber=Phone")
    numbers = [number_in(column) for _, column in pairs]
    are_numbers = [number is not None for number in numbers]
    if all(are_numbers):
        maps: list[dict[str, Any]] = [
            {"destination": name, "ordinal": number} for (name, _), number in zip(pairs, numbers, strict=True)
        ]
        return {"importMappingType": "MapByOrdinal", "fieldMaps": maps}
    if any(are_numbers):
        problems.append("--map tells columns either all by number or all by name")
    elif not header:
        problems.append("Without a header the columns must be told by number: --map _MobileNumber=0")
    maps = [{"destination": name, "source": column} for name, column in pairs]
    return {"importMappingType": "ManualMap", "fieldMaps": maps}


def import_definition(
    file_name: str | None, data_extension: str | None, fields: Sequence[str], header: bool | None, problems: Problems
) -> dict[str, Any]:
    """Return the source of an import with a send, its names capitalised as in the documents. header: None is true."""
    if bool(file_name) == bool(data_extension):
        problems.append("Give either --file-name or --data-extension")
    if data_extension and header is not None:
        problems.append("--header and --no-header are about a file")
    has_header = header is not False
    source: dict[str, Any] = {"ImportType": "FILE", "FileName": file_name, "IsFirstRowHeader": has_header}
    if data_extension:
        source = {"ImportType": "DATA_EXTENSION", "DataExtensionName": data_extension}
    mapping = column_mapping(fields, has_header, problems)
    return {**source, **{f"{name[0].upper()}{name[1:]}": value for name, value in mapping.items()}}


def notified(address: str | None, problems: Problems) -> str | None:
    """Return the address that is told of the end of an import."""
    if address is None:
        return None
    checked, problem = checked_address("email", address)
    problems += [f"--notify: {problem}"] if problem else []
    return checked


def keyword_body(
    keyword: str, short_code: str | None, country: str | None, long_code: str | None, problems: Problems
) -> dict[str, str]:
    """Return a keyword of a short code and its country, or of a long code."""
    check_keyword(keyword, problems)
    if (short_code is None) == (long_code is None):
        problems.append("Give either --short-code with --country, or --long-code")
    if (short_code is None) != (country is None):
        problems.append("--short-code and --country go together")
    if country is not None and not re.fullmatch("[A-Za-z]{2}", country):
        problems.append(f"--country {country!r} is not a country of two letters, such as US")
    for flag, code in (("--short-code", short_code), ("--long-code", long_code)):
        if code is not None:
            check_code(flag, code, problems)
    codes = {"longCode": long_code, "shortCode": short_code}
    return given({**codes, "keyword": keyword, "countryCode": country and country.upper()})


def _check_keyword_rule(keyword: str | None, problems: Problems, *, needed: bool) -> None:
    if needed and not (keyword or "").strip():
        problems.append("--subscribe and --resubscribe need the keyword to subscribe to: --keyword")
    elif keyword is not None and not needed:
        problems.append("--keyword goes only with --subscribe or --resubscribe")
    elif keyword is not None:
        check_keyword(keyword, problems)
