"""As whom a message is rendered or sent: contacts, and rows of data extensions."""

from __future__ import annotations

from collections.abc import Iterator

from mcctl.ampscript.values import Value
from mcctl.errors import InputError, NotFound
from mcctl.reading import get, objects, text, whole
from mcctl.rest.contact import ContactApi
from mcctl.rest.de import DeApi, flat
from mcctl.session import Session

_EMAIL_ADDRESS = 1


def people(session: Session, contacts: list[str], rows: list[str]) -> Iterator[tuple[str, dict[str, Value]]]:
    """Yield who is named, and the attributes of each; nobody in particular where nobody is.

    contacts: contact keys. rows: DE:KEY, the key of a data extension and of a row. Raises InputError, NotFound.
    """
    if not contacts and not rows:
        yield "", {}
    for key in contacts:
        yield key, _contact(session, key)
    for row in rows:
        yield row, _row(session, row)


def as_whom(session: Session, contact: str | None, row: str | None, data: list[str]) -> dict[str, Value]:
    """Return the attributes of one person, and those that are given besides. Raises InputError, NotFound."""
    found: dict[str, Value] = {}
    for _, attributes in people(session, [contact] if contact else [], [row] if row else []):
        found |= attributes
    return {**found, **given_data(data)}


def given_data(data: list[str]) -> dict[str, str]:
    """Return the attributes that are given by hand, as NAME=VALUE. Raises InputError."""
    found = {}
    for one in data:
        name, equals, value = one.partition("=")
        if not equals or not name:
            raise InputError(f"--attr {one}: say NAME=VALUE")
        found[name] = value
    return found


def _contact(session: Session, key: str) -> dict[str, Value]:
    """Return what is known of a contact: key and e-mail address. Raises NotFound."""
    found = objects(ContactApi(session.client).addresses(attribute="ContactKey", value=key))
    if not found:
        raise NotFound(f"No address of a contact {key!r} is known", "mcctl contact search --email ADDRESS")
    emails = [
        text(value, "innerValue")
        for one in found
        if whole(get(one, "addressTypeID")) in (_EMAIL_ADDRESS, None)
        for group in objects(get(one, "valueSets"))
        for value in objects(get(group, "values"))
        if "@" in text(value, "innerValue")
    ]
    return {"_subscriberkey": key, **({"emailaddr": emails[0]} if emails else {})}


def _row(session: Session, named: str) -> dict[str, Value]:
    """Return a row, by the key of its data extension and its own. Raises InputError, NotFound."""
    extension, colon, key = named.partition(":")
    if not colon or not extension or not key:
        raise InputError(f"--row {named}: say DE:KEY, the key of a data extension and the key of a row")
    routes = DeApi(session.client)
    found = routes.find(key=extension)
    definition = routes.get(de_id=found.id)
    fields = routes.fields(de_id=found.id)
    by = text(definition, "sendableCustomObjectField") or next(
        (text(one, "name") for one in fields if get(one, "isPrimaryKey")), ""
    )
    if not by:
        raise InputError(f"The data extension {extension} has neither a primary key nor a sendable field")
    quoted = key.replace("'", "''")
    page = next(iter(routes.row_pages(key=found.key, filter=f"{by} eq '{quoted}'", size=1)), [])
    if not page:
        raise NotFound(f"The data extension {extension} has no row whose {by} is {key!r}")
    row: dict[str, Value] = dict(flat(page[0]))
    address = next((row.get(text(one, "name").lower()) for one in fields if text(one, "type") == "EmailAddress"), None)
    return {**row, "_subscriberkey": key, **({"emailaddr": address} if address else {})}
