"""Consent to tracking: /contacts/v1/contacts/preferences, and that of one contact.

The scope that the documents name (Contacts_access) is none that a package can have; none is asked for.
"""

from __future__ import annotations

import sqlite3
from typing import Any

import falcon

from mcctl.emulator.apps.contact import envelope, error_message
from mcctl.emulator.web import Problem, caller, database, folded, generic_problem, is_unicode, json_body, query_params

SCHEMA = """
create table contact_preference (contact_id integer primary key, opted_out integer not null);
"""
_BY_KEY, _BY_ID = "1", "2"


def seed(_db: sqlite3.Connection) -> None:
    """Nobody has said anything in the beginning."""


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
        if not isinstance(items, list) or not all(isinstance(one, str | int) for one in items):
            raise _refused("items must hold keys or ids")
        prefix = "key" if kind == _BY_KEY else "id"
        rows = (_contact(req, prefix, str(one)) for one in items)
        found = [_shown(database(req), row) for row in rows if row]
        resp.media = {**envelope(), "items": found, "rowsAffected": len(found)}


class Preference:
    """GET and POST /contacts/v1/contacts/{ref}/Preferences, ref being id: or key: and what follows."""

    scopes: dict[str, str] = {}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Tell the consent of one contact."""
        resp.media = {**envelope(), "value": _shown(database(req), self._found(req, ref)), "rowsAffected": 1}

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Keep the consent of one contact, named by id."""
        row, value = self._found(req, ref), json_body(req, generic_problem).get("value")
        if not ref.lower().startswith("id:") or not isinstance(value, dict):
            raise _refused("value is required, and the contact must be named by id")
        told, is_new = _keep(req, {**value, "contactID": row["id"]})
        resp.media = {**envelope(), "value": told, **_rows([is_new])}

    @staticmethod
    def _found(req: falcon.Request, ref: str) -> sqlite3.Row:
        prefix, _, name = ref.partition(":")
        row = _contact(req, prefix.lower(), name)
        if row is None:
            raise Problem(
                404, {**envelope(), "resultMessages": [error_message("ContactNotFound", f"No contact {ref}")]}
            )
        return row


ROUTES = {
    "/contacts/v1/contacts/preferences": Preferences(),
    "/contacts/v1/contacts/preferences/search": PreferencesSearch(),
    "/contacts/v1/contacts/{ref}/Preferences": Preference(),
    "/contacts/v1/contacts/{ref}/preferences": Preference(),
}


def _refused(text: str) -> Problem:
    return Problem(400, {**envelope(), "resultMessages": [error_message("InvalidRequest", text)]})


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
