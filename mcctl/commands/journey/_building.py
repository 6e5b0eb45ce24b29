"""A journey written from words: email:KEY, sms:DEFINITION, wait:1d, Tier=Gold, 50%, else, begin, end.

What the words stand for in an account is told by a `Places`, so that examples need none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

from mcctl.commands._times import duration
from mcctl.errors import InputError

ELSE, BEGIN, END = "else", "begin", "end"
_REMAINDER = "remainder_path"
_OPERATORS = {
    "!=": "NotEqual", ">=": "GreaterThanOrEqual", "<=": "LessThanOrEqual", "=": "Equal", ">": "GreaterThan",
    "<": "LessThan",
}  # fmt: skip
_CONDITION = re.compile(r"([^=<>!]+?)\s*(!=|>=|<=|=|>|<)\s*(.*)", re.DOTALL)
_SHARE = re.compile(r"(\d{1,2})\s*%")
_WAITS = (("weeks", timedelta(weeks=1)), ("days", timedelta(days=1)), ("hours", timedelta(hours=1)),
          ("minutes", timedelta(minutes=1)))  # fmt: skip
_NEEDS = "email:KEY, sms:DEFINITION, wait:1d, or a way of a split: Field=Value, 50%, else, begin, end"


class Mail(NamedTuple):
    """An e-mail as a journey names it. number: its id in journeys."""

    number: int
    name: str
    subject: str


class Entry(NamedTuple):
    """How contacts come in. fields: those of the event, None where they are not known.

    email, phone: which of them hold the addresses.
    """

    key: str
    id: str
    name: str
    type: str
    fields: Sequence[str] | None
    email: str = ""
    phone: str = ""


class Places(NamedTuple):
    """What an account knows. mail: an e-mail by its key. text: the id of an SMS definition by its key.

    schema: the version of the schema of contacts, which filters name; None where it is not known.
    """

    mail: Callable[[str], Mail]
    text: Callable[[str], str]
    schema: Callable[[], str | None]


@dataclass
class _Split:
    """A split whose ways are being written. ends: of the ways that are written."""

    activity: dict[str, Any]
    is_random: bool
    ends: list[dict[str, Any]] = field(default_factory=list)

    @property
    def outcomes(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.activity["outcomes"]
        return found


class Writer:
    """Writes a journey, word by word. open: the outcomes that lead to whatever comes next.

    outer: the splits around the one that is being written, None for no split around it.
    """

    def __init__(self, entry: Entry, places: Places) -> None:
        self._entry = entry
        self._places = places
        self._split: _Split | None = None
        self._outer: list[_Split | None] = []
        self._open: list[dict[str, Any]] = []
        self._counts: dict[str, int] = {}
        self.activities: list[dict[str, Any]] = []

    def take(self, word: str) -> None:
        """Write what a word says. Raises InputError for one that says nothing, and what `places` raise."""
        kind, colon, value = word.partition(":")
        writes = {"email": self._email, "sms": self._sms, "wait": self._wait}.get(kind.strip().lower())
        if writes and colon:
            if not value.strip():
                raise InputError(f"--step {word}: what is meant?", f"Such as {_NEEDS}")
            writes(value.strip())
        else:
            self._way(word.strip())

    def finish(self) -> None:
        """End all ways. Raises InputError for shares that are not 100 % together, and for no steps."""
        while self._split or self._outer:
            self._close()
        if not self.activities:
            raise InputError("A journey needs a step", f"Such as --step {_NEEDS}")

    # ------------------------------------------------------------------ steps

    def _email(self, key: str) -> None:
        mail = self._places.mail(key)
        send = {"emailId": mail.number, "emailSubject": mail.subject}
        self._add("EMAILV2", mail.name, configurationArguments={"triggeredSend": send})

    def _sms(self, key: str) -> None:
        arguments = {"smsToSend": self._places.text(key)}
        if self._entry.phone:
            arguments["phoneNumber"] = self._bound(self._entry.phone)
        self._add("SMS", key, arguments=arguments)

    def _wait(self, text: str) -> None:
        length = duration(text, "--step wait")
        unit, one = next(((unit, one) for unit, one in _WAITS if length and not length % one), ("", length))
        if not unit:
            raise InputError(f"--step wait:{text}: a wait lasts whole minutes, at least one")
        number = length // one
        configuration = {"waitDuration": number, "waitUnit": unit.upper()}
        self._add("WAIT", f"{number} {unit if number > 1 else unit[:-1]}", configurationArguments=configuration)

    # ------------------------------------------------------------------ splits

    def _way(self, word: str) -> None:
        if word.lower() == END:
            self._require_split(word)
            self._close()
        elif word.lower() == BEGIN:
            self._outer.append(self._split)
            self._split = None
        elif word.lower() == ELSE:
            self._begin_way(self._require_split(word), _REMAINDER, "The others")
        elif share := _SHARE.fullmatch(word):
            split = self._splitting("RANDOMSPLIT", is_random=True)
            self._begin_way(split, f"share-{len(split.outcomes) + 1}", f"{share[1]} %")
            split.outcomes[-1]["arguments"] = {"percentage": int(share[1])}
        elif condition := _CONDITION.fullmatch(word):
            split = self._splitting("MULTICRITERIADECISION", is_random=False)
            if not split.outcomes and (version := self._places.schema()):
                split.activity["configurationArguments"]["schemaVersionId"] = version
            self._begin_way(split, f"way-{len(split.outcomes) + 1}", word)
            criteria = split.activity["configurationArguments"].setdefault("criteria", {})
            criteria[split.outcomes[-1]["key"]] = self._filter(condition[1], condition[2], condition[3])
        else:
            raise InputError(f"{word!r} is no step", f"A step is {_NEEDS}")

    def _splitting(self, kind: str, *, is_random: bool) -> _Split:
        """Return the split that is being written, or a new one."""
        if self._split is None:
            self._split = _Split(self._add(kind, "Split", outcomes=[], configurationArguments={}), is_random)
        elif self._split.is_random != is_random:
            raise InputError("A split is either by shares or by conditions", "End the first: --split end")
        elif any(one["key"] == _REMAINDER for one in self._split.outcomes):
            raise InputError("Nothing is left behind `else`", "Begin another split behind --split end")
        return self._split

    def _begin_way(self, split: _Split, key: str, label: str) -> None:
        split.ends += self._open if split.outcomes else []
        if key == _REMAINDER and (split.is_random or any(one["key"] == key for one in split.outcomes)):
            raise InputError("A split has one `else`, and one by shares has none")
        if not split.is_random and any(one["metaData"]["label"] == label for one in split.outcomes):
            raise InputError(f"Two ways of a split have the same condition: {label}")
        outcome = {"key": key, "next": None, "metaData": {"label": label}}
        split.outcomes.append(outcome)
        self._open = [outcome]

    def _close(self) -> None:
        """End the split that is being written: its ways come together, and lead on in a way of the one around it."""
        split, self._split = self._split, self._outer.pop() if self._outer else None
        if split is None:
            return
        if split.is_random and sum(one["arguments"]["percentage"] for one in split.outcomes) != 100:
            raise InputError(
                "The shares of a split are 1 to 99 %, and 100 % together", "Such as --split 30% ... --split 70% ..."
            )
        if not split.is_random and split.outcomes[-1]["key"] != _REMAINDER:
            self._begin_way(split, _REMAINDER, "The others")
        self._open = [*split.ends, *self._open]

    def _require_split(self, word: str) -> _Split:
        if self._split is None:
            raise InputError(f"--split {word}: there is no split before it", "Begin one: --split Field=Value")
        return self._split

    def _filter(self, name: str, operator: str, value: str) -> str:
        key = quoteattr(f"Event.{self._entry.key}.{self._spelled(name.strip())}")
        data = value.strip().replace("]]>", "]]]]><![CDATA[>")
        condition = (
            f'<Condition Key={key} Operator="{_OPERATORS[operator]}" UiMetaData="{{}}">'
            f"<Value><![CDATA[{data}]]></Value></Condition>"
        )
        grouped = f'<ConditionSet Operator="AND" ConditionSetName="Grouping">{condition}</ConditionSet>'
        return f"<FilterDefinition>{grouped}</FilterDefinition>"

    def _spelled(self, name: str) -> str:
        """Return a field of the event as it is spelled. Raises InputError for one that it has not."""
        if self._entry.fields is None:
            return name
        found = next((one for one in self._entry.fields if one.lower() == name.lower()), None)
        if found is None:
            raise InputError(
                f"The event {self._entry.key} has no field {name!r}", f"It has: {', '.join(self._entry.fields)}"
            )
        return found

    # ------------------------------------------------------------------ what all have in common

    def _add(self, kind: str, name: str, **parts: Any) -> dict[str, Any]:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        key = f"{kind}-{self._counts[kind]}"
        activity = {"key": key, "name": name, "type": kind, "outcomes": [{"key": f"{key}-next", "next": None}], **parts}
        for outcome in self._open:
            outcome["next"] = key
        self._open = list(activity["outcomes"])
        self.activities.append(activity)
        return activity

    def _bound(self, name: str) -> str:
        return f"{{{{Event.{self._entry.key}.{name}}}}}"


def written(key: str, name: str, entry: Entry, words: Sequence[str], places: Places) -> dict[str, Any]:
    """Return the specification of a journey. Raises InputError for words that make none, and what `places` raise."""
    writer = Writer(entry, places)
    for word in words:
        writer.take(word)
    writer.finish()
    trigger: dict[str, Any] = {
        "key": "TRIGGER",
        "name": entry.name,
        "type": entry.type,
        "eventDefinitionKey": entry.key,
    }
    if entry.id:
        trigger["metaData"] = {"eventDefinitionId": entry.id, "eventDefinitionKey": entry.key}
    defaults = {"email": [f"{{{{Event.{entry.key}.{entry.email}}}}}"]} if entry.email else {}
    return {
        "key": key,
        "name": name,
        "workflowApiVersion": 1.0,
        "entryMode": "SingleEntryAcrossAllVersions",
        "defaults": defaults,
        "triggers": [trigger],
        "activities": writer.activities,
    }
