"""What happened to one contact, from all routes that tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from typing import Any, NamedTuple

from mcctl.clock import PLATFORM, told_moment
from mcctl.errors import McctlError, NotFound, NotPermitted, Refused, Unavailable
from mcctl.reading import get, objects, text, whole
from mcctl.rest.client import Client
from mcctl.rest.contact import ContactApi
from mcctl.rest.event import EventApi
from mcctl.rest.journey import JourneyApi
from mcctl.rest.problems import objects_in
from mcctl.rest.sms_contact import SmsContactApi
from mcctl.rest.tx import CHANNELS, TxApi, reason_of

_UNITS = {"MINUTES": 60, "HOURS": 3600, "DAYS": 86400, "WEEKS": 604800}
_TYPES = {1: "e-mail", 4: "mobile", 9: "push", 10: "LINE"}
_STATUSES = {1: "active", 2: "held", 3: "unsubscribed", 4: "bounced"}


class Moment(NamedTuple):
    """Something that happened. at: in the platform's own time; empty for what is so now. what: kind of thing.

    where: the journey, definition or address. told: what happened, in a sentence. answer: as the API told it.
    """

    at: str
    what: str
    where: str
    told: str
    answer: Any

    def shown(self) -> dict[str, Any]:
        """Return what is printed."""
        return {"at": self.at or None, "what": self.what, "where": self.where, "told": self.told, "answer": self.answer}


class Timeline:
    """Asks for everything about one contact. lacking: what could not be asked for, in sentences.

    failed: why a part was not answered, where that is another reason than that it may not be asked for.
    is_known: whether any route knows the contact.
    """

    def __init__(self, client: Client, key: str) -> None:
        self._client = client
        self._key = key
        self.lacking: list[str] = []
        self.failed: Unavailable | None = None
        self.is_known = False

    def moments(self) -> list[Moment]:
        """Return everything that is told, newest first; what is so now comes before it.

        After a request that nobody answered, nothing more is asked.
        """
        sources: dict[str, Callable[[], Iterator[Moment]]] = {
            "addresses": self._addresses,
            "journeys": self._journeys,
            "events": self._events,
            "subscriptions": self._subscriptions,
            **{f"{channel} messages": partial(self._unsent, channel) for channel in CHANNELS},
        }
        found: list[Moment] = []
        for name, source in sources.items():
            if self.failed and self.failed.status is None:
                self.lacking.append(f"Not told: {name}: not asked for any more")
                continue
            try:
                found += source()
            except (NotPermitted, Refused, Unavailable, NotFound) as error:
                self.failed = self.failed or (error if isinstance(error, Unavailable) else None)
                self.lacking.append(f"Not told: {name}: {_reason(error)}")
        self.is_known = bool(found)
        return sorted(found, key=lambda one: (not one.at, one.at), reverse=True)

    def _addresses(self) -> Iterator[Moment]:
        for one in objects(ContactApi(self._client).addresses(attribute="ContactKey", value=self._key)):
            values = [value for group in objects(get(one, "valueSets")) for value in objects(get(group, "values"))]
            address = ", ".join(text(value, "innerValue") for value in values)
            kind = _TYPES.get(whole(get(one, "addressTypeID")) or 0, "address")
            number = whole(get(one, "status"))
            status = _STATUSES.get(number or 0, text(one, "status") or "no status")
            yield Moment(_time(text(one, "modifiedDate")), "address", address, f"The {kind} address is {status}", one)

    def _journeys(self) -> Iterator[Moment]:
        api = JourneyApi(self._client)
        last: dict[str, dict[str, Any]] = {}
        for one in objects(list(api.history(query={"contactKeys": [self._key]}))):
            journey = text(one, "definitionKey", "definitionName") or text(one, "definitionId")
            activity = text(one, "activityName")
            if activity and journey not in last:
                last[journey] = one
            told = f"{activity or 'Entry'}: {text(one, 'status')}"
            message = text(one, "message")
            yield Moment(
                _time(text(one, "transactionTime")), "journey", journey, f"{told}: {message}" if message else told, one
            )
        answer = api.memberships(contacts=[self._key])
        for one in objects(get(answer, "contactMemberships")):
            journey, number = text(one, "definitionKey"), whole(get(one, "version")) or 1
            place = self._place(api, journey, number, last.get(journey))
            yield Moment("", "in journey", journey, f"Is in version {number}{place}", one)

    def _place(self, api: JourneyApi, key: str, number: int, last: dict[str, Any] | None) -> str:
        """Return where a contact is in a journey: behind the last activity that is told, and what comes then."""
        if last is None:
            return ""
        behind = f", behind {text(last, 'activityName')}"
        try:
            version = next((one for one in api.versions(key=key, extras="all") if one.number == number), None)
        except McctlError:
            return behind
        activities = {text(one, "key"): one for one in objects(get(version.body if version else None, "activities"))}
        done = next((one for one in activities.values() if text(one, "name") == text(last, "activityName")), None)
        following = [text(one, "next") for one in objects(get(done, "outcomes")) if text(one, "next")]
        waits = activities.get(following[0]) if len(following) == 1 else None
        unit = _UNITS.get(text(waits, "configurationArguments.waitUnit").upper())
        length = whole(get(waits, "configurationArguments.waitDuration"))
        since = _moment(text(last, "transactionTime"))
        if waits is None or unit is None or length is None or since is None:
            return behind
        until = since + timedelta(seconds=length * unit)
        return (
            f"{behind}; {text(waits, 'name') or text(waits, 'key')} waits until {until.isoformat(timespec='minutes')}"
        )

    def _events(self) -> Iterator[Moment]:
        for one in objects(list(EventApi(self._client).statuses(contactKey=self._key))):
            told = f"The event was fired: {text(one, 'status') or 'no status'}"
            reason = text(one, "message", "errorMessage")
            key = text(one, "eventDefinitionKey")
            yield Moment(_time(text(one, "createdDate")), "event", key, f"{told}: {reason}" if reason else told, one)

    def _subscriptions(self) -> Iterator[Moment]:
        answer = SmsContactApi(self._client).subscriptions(numbers=[], keys=[self._key])
        for one in objects_in(answer, "contacts"):
            told = f"{text(one, 'mobileNumber')} is subscribed to {text(one, 'keyword')}"
            yield Moment(_time(text(one, "optInDate"), UTC), "subscription", text(one, "shortCode"), told, one)

    def _unsent(self, channel: str) -> Iterator[Moment]:
        for one in TxApi(self._client, channel).not_sent():
            if text(one, "info.contactKey").casefold() == self._key.casefold():
                code, reason = reason_of(one)
                told = f"The {channel} was not sent: {reason or code or 'no reason is told'}"
                yield Moment(_time(text(one, "timestamp")), "not sent", text(one, "definitionKey"), told, one)


def _moment(told: str, zone: timezone = PLATFORM) -> datetime | None:
    found = told_moment(told, zone)
    return found.astimezone(PLATFORM) if found else None


def _time(told: str, zone: timezone = PLATFORM) -> str:
    """Return a time in the platform's own zone, in which all of them can be compared; as it came where it is none."""
    found = _moment(told, zone)
    return found.isoformat(timespec="seconds") if found else told


def _reason(error: McctlError) -> str:
    return f"not permitted ({error.message})" if isinstance(error, NotPermitted) else error.message
