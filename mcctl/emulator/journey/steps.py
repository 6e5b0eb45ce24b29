"""What the activities of a journey do to a contact: send, branch, write. Messages land in the outbox, rendered."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.state import add_to_outbox, add_unsent, timestamp
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.tables import BadRow
from mcctl.emulator.journey import criteria, emails
from mcctl.emulator.journey import rules as journey_rules
from mcctl.emulator.journey.store import event_key_of
from mcctl.emulator.rendering.messages import Mailroom, NotBuilt, Recipient, Template, template_of
from mcctl.emulator.tracking.store import Job, Sent, add_sent, is_unsubscribed
from mcctl.emulator.tx.sending import not_sent_code, status_names

_PARTS = ("subject", "html", "text", "preheader")
DONE, FAILED, SUPPRESSED = "Complete", "Failed", "Suppressed"
Step = tuple[str, str, str | None]
"""Status, message, and the key of the outcome taken; None takes the first."""


@dataclass(frozen=True)
class Visit:
    """A contact in a version of a journey. key: the contact key. data: that of the entry event, by field."""

    db: sqlite3.Connection
    row: sqlite3.Row
    doc: dict[str, Any]
    key: str
    data: dict[str, Any]
    event_key: str
    instance: str

    @classmethod
    def of_event(
        cls,
        db: sqlite3.Connection,
        row: sqlite3.Row,
        doc: dict[str, Any],
        key: str,
        data: dict[str, Any],
        event_key: str,
    ) -> Visit:
        """Return the visit that an event would begin."""
        return cls(db, row, doc, key, data, event_key, "")

    @classmethod
    def of_contact(cls, db: sqlite3.Connection, row: sqlite3.Row, doc: dict[str, Any], contact: sqlite3.Row) -> Visit:
        """Return the visit of a contact that is inside."""
        data = json.loads(contact["event"])
        return cls(db, row, doc, contact["contact_key"], data, event_key_of(doc) or "", contact["instance"])

    def lookup(self, path: tuple[str, ...]) -> str | None:
        """Return the value behind the names of a path, such as Event.<key>.<field> and Contact.Key."""
        names = tuple(name.lower() for name in path)
        if names[:1] == ("event",) and len(names) > 2:
            return self._field(names[-1])
        if names == ("contact", "key"):
            return self.key
        if names == ("interactiondefaults", "email"):
            return self.email()
        if names[:2] == ("contact", "attribute") and len(path) == 4:
            return self._attribute(path[2], path[3])
        if names[:1] == ("context",):
            return {"definitionid": self.row["guid"], "versionnumber": str(self.row["number"]),
                    "definitioninstanceid": self.instance, "istest": "false"}.get(names[-1])  # fmt: skip
        return self._attribute(*path) if len(path) == 2 else None

    def email(self) -> str | None:
        """Return the address that e-mails go to: the one in the journey's settings, the contact's, or the event's."""
        for expression in (self.doc.get("defaults") or {}).get("email") or []:
            if address := criteria.bound(str(expression), self._plain_lookup).strip():
                return address
        contact = contacts.find(self.db, self.row["eid"], self.key)
        return (contact["email"] if contact else None) or self._field_of_type("EmailAddress")

    def phone(self, expression: str) -> str | None:
        """Return the number that an SMS goes to: what the activity says, else the contact's, else the event's."""
        contact = contacts.find(self.db, self.row["eid"], self.key)
        bound = criteria.bound(expression, self.lookup).strip()
        return bound or (contact["mobile"] if contact else None) or self._field_of_type("Phone")

    def _plain_lookup(self, path: tuple[str, ...]) -> str | None:
        """Look up, but not the default address itself."""
        return None if path[0].lower() == "interactiondefaults" else self.lookup(path)

    def _field(self, name: str) -> str | None:
        return next(
            (str(value) for field, value in self.data.items() if field.lower() == name and value is not None), None
        )

    def _field_of_type(self, kind: str) -> str | None:
        fields = journey_rules.entry_fields(self.db, self.row["mid"], self.event_key) or []
        found = (self._field(field["name"].lower()) for field in fields if field["type"] == kind)
        return next((value for value in found if value), None)

    def _attribute(self, set_name: str, attribute: str) -> str | None:
        """Return a value of an attribute set of the contact, or of its row in a data extension of that name."""
        contact = contacts.find(self.db, self.row["eid"], self.key)
        for name, values in contacts.attributes_of(contact).items() if contact else ():
            if name.lower() == set_name.lower():
                return next((str(value) for one, value in values.items() if one.lower() == attribute.lower()), None)
        found = de.named(self.db, self.row["mid"], set_name)
        doc = json.loads(found["doc"]) if found else {}
        if found is None or not doc.get("isSendable"):
            return None
        values = de.table_of(self.db, found).find(doc["sendableCustomObjectField"], self.key) or {}
        return next((value for one, value in values.items() if one.lower() == attribute.lower()), None)


def take_step(visit: Visit, activity: dict[str, Any], moment: float) -> Step:
    """Do what an activity does, and say what came of it."""
    return _STEPS[activity["type"].lower()](visit, activity, moment)


def _send_email(visit: Visit, activity: dict[str, Any], moment: float) -> Step:
    send, db, eid = emails.triggered_send(activity), visit.db, visit.row["eid"]
    address = visit.email()
    email = emails.find_email(db, eid, send)
    if email is None or not address:
        return FAILED, "The e-mail is gone" if email is None else "The contact has no e-mail address", None
    if suppressed := _suppression(visit, send, address):
        return SUPPRESSED, suppressed, None
    if code := not_sent_code(address):
        return FAILED, status_names()[code], None
    contacts.ensure(db, eid, visit.key, email=address)
    try:
        template = template_of(email)
    except AmpscriptError as error:
        return FAILED, str(error), None
    for part, name in (("subject", "emailSubject"), ("preheader", "preHeader")):
        if send.get(name):
            template.parts[part] = criteria.bound(str(send[name]), visit.lookup)
    copies = {name: send[f"{name}Email"] for name in ("cc", "bcc") if send.get(f"{name}Email")}
    return _leave(visit, activity, moment, {"channel": "email", "to": address, **copies}, template)


def _leave(visit: Visit, activity: dict[str, Any], moment: float, head: dict[str, Any], template: Template) -> Step:
    """Render the parts of a message, and put it into the outbox."""
    mailroom = Mailroom(visit.db)
    recipient = Recipient(head["to"], visit.key, visit.data)
    try:
        rendered = mailroom.render(visit.row["eid"], visit.row["mid"], template, recipient)
    except NotBuilt as error:
        mailroom.finish()
        return FAILED, f"{status_names()[error.code]}: {error.reason}", None
    writes = {"writes": mailroom.told(rendered.writes)} if rendered.writes else {}
    mailroom.finish()
    ordered = {name: rendered.parts[name] for name in _PARTS if name in rendered.parts}
    _to_outbox(visit, activity, moment, {**head, **ordered, **writes})
    return DONE, "", None


def _suppression(visit: Visit, send: dict[str, Any], address: str) -> str | None:
    """Return why an e-mail must not be sent; None where nothing is against it."""
    if contacts.is_blocked(visit.db, visit.row["eid"], visit.key):
        return "The contact is being deleted"
    if excluded := _exclusion(visit, send, address):
        return f"The address is excluded by {excluded}"
    return "The contact is unsubscribed" if is_unsubscribed(visit.db, visit.row["eid"], visit.key) else None


def _exclusion(visit: Visit, send: dict[str, Any], address: str) -> str | None:
    """Return the name of the suppression list or domain exclusion that keeps an e-mail from an address."""
    candidates = {"suppressionLists": (address, visit.key), "domainExclusions": (address.rpartition("@")[2],)}
    for name, values in candidates.items():
        for one in send.get(name) or []:
            found = emails.exclusion_list(visit.db, visit.row["eid"], one)
            table = de.table_of(visit.db, found) if found else None
            if table and any(table.find(column.name, value) for column in table.columns for value in values):
                return str(one.get("name") or one.get("id"))
    return None


def _send_sms(visit: Visit, activity: dict[str, Any], moment: float) -> Step:
    text = journey_rules.find_sms(visit.db, visit.row["eid"], activity)
    number = visit.phone(str((activity.get("arguments") or {}).get("phoneNumber") or ""))
    if text is None or not number:
        return FAILED, "The message is gone" if text is None else "The contact has no number", None
    if contacts.is_blocked(visit.db, visit.row["eid"], visit.key):
        return SUPPRESSED, "The contact is being deleted", None
    if code := not_sent_code(number):
        return FAILED, status_names()[code], None
    contacts.ensure(visit.db, visit.row["eid"], visit.key, mobile=number)
    return _leave(visit, activity, moment, {"channel": "sms", "to": number}, Template({"text": text}))


def _to_outbox(visit: Visit, activity: dict[str, Any], moment: float, message: dict[str, Any]) -> None:
    outgoing = _outgoing(visit, activity, moment, message)
    add_to_outbox(visit.db, outgoing)
    source = f"journey:{visit.row['definition_id']}:{activity['key']}"
    name, category = str(activity.get("name") or activity["key"]), f"Version {visit.row['number']}"
    guid = str(uuid.uuid5(uuid.NAMESPACE_URL, source))
    job = Job(source, name, outgoing.get("subject", ""), category, "Default Commercial", guid, "")
    contact = contacts.ensure(visit.db, visit.row["eid"], visit.key)
    text = outgoing.get("text", "") if outgoing["channel"] == "sms" else ""
    sent = Sent(visit.row["mid"], visit.row["eid"], contact["id"], visit.key, outgoing["channel"], outgoing["to"], text)
    add_sent(visit.db, job, sent, moment)


def _outgoing(visit: Visit, activity: dict[str, Any], moment: float, message: dict[str, Any]) -> dict[str, Any]:
    channel, to = message.pop("channel"), message.pop("to")
    place = {"journey": visit.row["key"], "version": visit.row["number"], "activity": activity["key"]}
    return {"channel": channel, "to": to, "contactKey": visit.key, **message, **place, "sentAt": timestamp(moment)}


def _noted(channel: str, send: Callable[[Visit, dict[str, Any], float], Step]) -> Callable[..., Step]:
    """Return a step that sends, and beside the outbox takes note of what was not sent."""

    def step(visit: Visit, activity: dict[str, Any], moment: float) -> Step:
        status, told, outcome = send(visit, activity, moment)
        if status != DONE:
            to = visit.email() if channel == "email" else visit.phone("")
            unsent = _outgoing(visit, activity, moment, {"channel": channel, "to": to or ""})
            add_unsent(visit.db, unsent, told)
        return status, told, outcome

    return step


def _decide(visit: Visit, activity: dict[str, Any], _moment: float) -> Step:
    """Take the first outcome whose filter fits; else the one that has none."""
    filters = activity["configurationArguments"]["criteria"]
    outcomes = [outcome["key"] for outcome in activity.get("outcomes") or []]
    for key in outcomes:
        if key in filters and criteria.holds(criteria.parse(filters[key]), visit.lookup):
            return DONE, "", key
    remainder = next((key for key in outcomes if key not in filters), "")
    return DONE, "" if remainder else "No path fits", remainder


def _split(visit: Visit, activity: dict[str, Any], _moment: float) -> Step:
    """Take an outcome by chance: always the same one for the same visit."""
    chance = int(hashlib.sha256(f"{visit.instance}/{activity['key']}".encode()).hexdigest(), 16) % 100
    for outcome in activity["outcomes"]:
        chance -= journey_rules.percentage(outcome)
        if chance < 0:
            return DONE, "", outcome["key"]
    raise AssertionError("the shares are 100 together")


def _update(visit: Visit, activity: dict[str, Any], _moment: float) -> Step:
    target = journey_rules.update_target(visit.db, visit.row["eid"], activity)
    if target is None:
        return FAILED, "The data extension or the field is gone", None
    row, field, contact_field = target
    table = de.table_of(visit.db, row)
    value = criteria.bound(str((activity.get("arguments") or {}).get("value") or ""), visit.lookup)
    column = next(one for one in table.columns if one.name == field["name"])
    try:
        table.change(field["name"], column.stored(value), where=contact_field, is_=visit.key)
    except BadRow as error:
        return FAILED, str(error), None
    return DONE, "", None


_STEPS: dict[str, Callable[[Visit, dict[str, Any], float], Step]] = {
    "emailv2": _noted("email", _send_email),
    "email": _noted("email", _send_email),
    "sms": _noted("sms", _send_sms),
    "multicriteriadecision": _decide,
    "randomsplit": _split,
    "dataextensionupdate": _update,
}
