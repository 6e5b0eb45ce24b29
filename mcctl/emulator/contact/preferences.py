"""Consent to tracking: /contacts/v1/contacts/preferences, and that of one contact.

The scope that the documents name (Contacts_access) is none that a package can have; none is asked for.
"""

from __future__ import annotations

import sqlite3
from typing import Any

import falcon

from mcctl.emulator.contact.contacts import envelope, error_message
from mcctl.emulator.core.web import (
    Refusal,
    caller,
    database,
    folded,
    generic_problem,
    is_unicode,
    json_body,
    query_params,
)

SCHEMA = """
create table contact_preference (contact_id integer primary key, opted_out integer not null);
"""
_BY_KEY, _BY_ID = "1", "2"


class Preferences:
    """POST /contacts/v1/contacts/preferences."""

    scopes: dict[str, str] = {}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Keep the consent of several contacts."""
        items = json_body(req, generic_problem).get("items")
        if not isinstance(items, list) or not items:
            raise _refused("items is required")
        kept = [_keep(req, item) for item in items]
        told = [item for item, _ in kept]
        resp.media = {**envelope(), "items": told, **_rows([is_new for _, is_new in kept])}


class PreferencesSearch:
    """POST /contacts/v1/contacts/preferences/search."""

    scopes: dict[str, str] = {}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell the consent of contacts, named by key (ReferenceType 1) or by id (2)."""
        items, kind = json_body(req, generic_problem).get("items"), query_params(req).get("referencetype")
        if kind not in (_BY_KEY, _BY_ID):
            raise _refused("ReferenceType must be 1 or 2")
        if not isinstance(items, list) or not all(type(one) in (str, int) for one in items):
            raise _refused("items must hold keys or ids")
        prefix = "key" if kind == _BY_KEY else "id"
        rows = (_contact(req, prefix, str(one)) for one in items)
        found = [_shown(database(req), row) for row in rows if row]
        resp.media = {**envelope(), "items": found, "rowsAffected": len(found)}


class PreferenceByKey:
    """GET /contacts/v1/contacts/key:{name}/Preferences."""

    scopes: dict[str, str] = {}
    prefix = "key"

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Tell the consent of one contact."""
        resp.media = {**envelope(), "value": _shown(database(req), self._found(req, name)), "rowsAffected": 1}

    def _found(self, req: falcon.Request, name: str) -> sqlite3.Row:
        row = _contact(req, self.prefix, name)
        if row is None:
            message = error_message("ContactNotFound", f"There is no contact {name}")
            raise Refusal(404, {**envelope(), "resultMessages": [message]})
        return row


class PreferenceById(PreferenceByKey):
    """GET and POST /contacts/v1/contacts/id:{name}/Preferences."""

    prefix = "id"

    def on_post(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Keep the consent of one contact."""
        row, value = self._found(req, name), json_body(req, generic_problem).get("value")
        if not isinstance(value, dict):
            raise _refused("value is required")
        told, is_new = _keep(req, {**value, "contactID": row["id"]})
        resp.media = {**envelope(), "value": told, **_rows([is_new])}


ROUTES = {
    "/contacts/v1/contacts/preferences": Preferences(),
    "/contacts/v1/contacts/preferences/search": PreferencesSearch(),
    "/contacts/v1/contacts/key:{name}/Preferences": PreferenceByKey(),
    "/contacts/v1/contacts/id:{name}/Preferences": PreferenceById(),
}


def _refused(text: str) -> Refusal:
    return Refusal(400, {**envelope(), "resultMessages": [error_message("InvalidRequest", text)]})


def _contact(req: falcon.Request, prefix: str, name: str) -> sqlite3.Row | None:
    column = {"id": "cast(id as text)", "key": "key"}.get(prefix)
    if column is None or not is_unicode(name):
        return None
    sql = f"select * from contact where eid = ? and {column} = ?"
    row: sqlite3.Row | None = database(req).execute(sql, [caller(req).eid, name]).fetchone()
    return row


def _keep(req: falcon.Request, item: Any) -> tuple[dict[str, Any], bool]:
    """Keep what is said of a contact; return what is known then, and whether nothing was known before."""
    db, given = database(req), folded(item) if isinstance(item, dict) else {}
    row = _contact(req, "id", str(given.get("contactid")))
    opted_out = given.get("hasoptedouttracking", False)
    if row is None or not isinstance(opted_out, bool):
        raise _refused("contactID must be that of a contact, and hasOptedOutTracking true or false")
    before = db.execute("select 1 from contact_preference where contact_id = ?", [row["id"]]).fetchone()
    db.execute("insert or replace into contact_preference values (?, ?)", [row["id"], opted_out])
    return _shown(db, row), before is None


def _rows(new: list[bool]) -> dict[str, int]:
    return {"rowsInserted": sum(new), "rowsUpdated": len(new) - sum(new), "rowsDeleted": 0}


def _shown(db: sqlite3.Connection, row: sqlite3.Row) -> dict[str, Any]:
    found = db.execute("select opted_out from contact_preference where contact_id = ?", [row["id"]]).fetchone()
    return {"contactID": row["id"], "hasOptedOutTracking": bool(found and found["opted_out"])}
