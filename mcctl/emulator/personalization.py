"""Personalization Builder: privacy batches and the recommendation log, under /api/v2.

On the platform these are on another host (app.igodigital.com), with a key of their own in place of a token. docs silent
on every status and error body, on the columns of the log, on the names of changes but add_ and remove_, and on unknown
profiles, which are made: a state that is set counts from their first visit on. A suppressed profile's change stays
initiated until its deletion, or is cancelled with it.
"""

from __future__ import annotations

import csv
import io
import json
import re
import secrets
import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import falcon

from mcctl.emulator.core.app import App
from mcctl.emulator.core.state import now
from mcctl.emulator.core.web import Refusal, database, is_unicode, json_body

ORGANIZATION, API_KEY = "12345678", "emulator"
STATES = ("do_not_track", "do_not_profile", "do_not_process")
DELETE, SUPPRESS, UNSUPPRESS = "rtbf_delete", "rtbf_suppress", "remove_rtbf_suppress"
SUPPRESSION_DAYS = 14
WORK_SECONDS = 1.0
MAX_ID_CHARS = 256
MOST_DAYS = 366
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PRODUCTS = ("boots-01", "tent-02", "map-03")

SCHEMA = """
create table profile (organization text not null, id text not null, states text not null, deleted_at real,
  primary key (organization, id));
create table privacy_change (id integer primary key autoincrement, organization text not null, batch text not null,
  profile_id text not null, action text not null, status text not null, initiated real not null, due real not null,
  completed real);
create index privacy_change_batch on privacy_change (batch);
create index privacy_change_open on privacy_change (due) where status = 'initiated';
"""


def seed(db: sqlite3.Connection) -> None:
    """Create a few profiles, one of which is not tracked."""
    for name, states in (("hashed-id-01", ["do_not_profile"]), ("hashed-id-02", []), ("hashed-id-08", [STATES[0]])):
        db.execute("insert into profile values (?, ?, ?, null)", [ORGANIZATION, name, json.dumps(states)])


def elapse(db: sqlite3.Connection) -> None:
    """Carry out every change whose time has come."""
    sql = "select * from privacy_change where status = 'initiated' and due <= ? order by due, id"
    for change in db.execute(sql, [now(db)]).fetchall():
        # One of those before it may have cancelled it.
        sql = "update privacy_change set status = 'success', completed = ? where id = ? and status = 'initiated'"
        if db.execute(sql, [change["due"], change["id"]]).rowcount:
            _carry_out(db, change)


def profiles(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """Return the profiles with their privacy states, for whoever administers the emulator."""
    rows = db.execute("select * from profile order by organization, id")
    return [
        {
            "organization": row["organization"],
            "id": row["id"],
            "states": json.loads(row["states"]),
            "deletedAt": None if row["deleted_at"] is None else _date(row["deleted_at"]),
        }
        for row in rows
    ]


class Batches:
    """POST /api/v2/organization/{customer_mid}/privacy."""

    public = True  # it has a key of its own

    def on_post(self, req: falcon.Request, resp: falcon.Response, organization: str) -> None:
        """Set the privacy states of profiles."""
        _check_key(req, organization)
        batch = _body(req).get("batch")
        if not isinstance(batch, dict) or not batch:
            raise _problem(400, "batch must be an object that is not empty")
        for name, states in batch.items():
            if fault := _fault(name, states):
                raise _problem(400, f"{name}: {fault}")
        name = str(uuid.uuid4())
        for profile, states in batch.items():
            _initiate(database(req), organization, name, profile, states)
        resp.media = {"batch_id": name}


class Batch:
    """GET /api/v2/organization/{customer_mid}/privacy/{batch_id}."""

    public = True

    def on_get(self, req: falcon.Request, resp: falcon.Response, organization: str, name: str) -> None:
        """Tell of every change of a batch."""
        _check_key(req, organization)
        sql = "select * from privacy_change where organization = ? and batch = ? order by id"
        rows = database(req).execute(sql, [organization, name.lower()]).fetchall()
        if not rows:
            raise _problem(404, f"There is no batch {name}")
        resp.media = [_told(row) for row in rows]


class RecommendationLog:
    """POST /api/v2/reporting/report/displays_by_item.csv."""

    public = True  # the key is in the body

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Count the recommendations in e-mails, per product and day."""
        body = _body(req)
        if body.get("mid") != ORGANIZATION or not _is_key(body.get("api_key")):
            raise _problem(401, "The API key is not valid for this organization")
        if body.get("aggregation_method") != "day":
            raise _problem(400, "aggregation_method must be day")
        first, last = (_day(body.get(name), name) for name in ("start_date", "end_date"))
        if last < first:
            raise _problem(400, "end_date is before start_date")
        if (last - first).days > MOST_DAYS:
            raise _problem(400, f"The emulator reports on {MOST_DAYS} days at most")
        resp.content_type = "text/csv"
        resp.text = _report(first, last)


ROUTES = {
    "/api/v2/organization/{organization}/privacy": Batches(),
    "/api/v2/organization/{organization}/privacy/{name}": Batch(),
    "/api/v2/reporting/report/displays_by_item.csv": RecommendationLog(),
}


def _problem(status: int, message: str) -> Refusal:
    return Refusal(status, {"message": message})


def _body(req: falcon.Request) -> dict[str, Any]:
    return json_body(req, lambda status, _code, message: _problem(status, message))


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and secrets.compare_digest(value.encode("utf-8", "replace"), API_KEY.encode())


def _check_key(req: falcon.Request, organization: str) -> None:
    scheme, _, key = (req.get_header("Authorization") or "").partition(" ")
    if scheme.lower() != "bearer" or not _is_key(key.strip()):
        raise _problem(401, "The API key is missing or not valid")
    if organization != ORGANIZATION:
        raise _problem(403, f"The API key is not one of organization {organization}")


def _fault(name: str, states: Any) -> str | None:
    """Return what is wrong with the states of a profile."""
    if not name or len(name) > MAX_ID_CHARS or not is_unicode(name):
        return f"a profile id has 1 to {MAX_ID_CHARS} characters"
    if not isinstance(states, list) or not all(isinstance(one, str) for one in states):
        return "the states must be an array of texts"
    alone = (DELETE, SUPPRESS, UNSUPPRESS)
    if unknown := [one for one in states if one not in (*STATES, *alone)]:
        return f"there is no state {unknown[0]!r}"
    if len(set(states)) < len(states):
        return "a state is given twice"
    if len(states) > 1 and (special := [one for one in states if one in alone]):
        return f"{special[0]} must stand alone"
    return None


def _initiate(db: sqlite3.Connection, organization: str, batch: str, profile: str, states: Sequence[str]) -> None:
    """Write down the changes that lead a profile to its new states."""
    sql = "insert into profile values (?, ?, '[]', null) on conflict do nothing"
    db.execute(sql, [organization, profile])
    for action in _actions(db, organization, profile, states):
        days = SUPPRESSION_DAYS if action == f"add_{SUPPRESS}" else 0
        due = now(db) + (days * 86400 or WORK_SECONDS)
        values = [organization, batch, profile, action, "initiated", now(db), due]
        db.execute(
            "insert into privacy_change (organization, batch, profile_id, action, status, initiated, due) "
            "values (?, ?, ?, ?, ?, ?, ?)",
            values,
        )
        if days:
            sql = "update profile set deleted_at = ? where organization = ? and id = ?"
            db.execute(sql, [due, organization, profile])


def _actions(db: sqlite3.Connection, organization: str, profile: str, states: Sequence[str]) -> Iterable[str]:
    if states and states[0] not in STATES:
        return ["remove_rtbf_suppress"] if states[0] == UNSUPPRESS else [f"add_{states[0]}"]
    current = _coming_states(db, organization, profile)
    return [*(f"add_{one}" for one in states), *(f"remove_{one}" for one in current if one not in states)] or [
        f"remove_{one}" for one in STATES
    ]


def _coming_states(db: sqlite3.Connection, organization: str, profile: str) -> list[str]:
    """Return the states that a profile has once all that is initiated is carried out."""
    sql = "select states from profile where organization = ? and id = ?"
    states = set(json.loads(db.execute(sql, [organization, profile]).fetchone()["states"]))
    sql = """select action from privacy_change where organization = ? and profile_id = ? and status = 'initiated'
      order by id"""
    for row in db.execute(sql, [organization, profile]):
        verb, _, state = row["action"].partition("_")
        states = states | {state} if verb == "add" else states - {state}
    return [state for state in STATES if state in states]


def _carry_out(db: sqlite3.Connection, change: sqlite3.Row) -> None:
    where = [change["organization"], change["profile_id"]]
    verb, _, state = change["action"].partition("_")
    if change["action"] in (f"add_{DELETE}", f"add_{SUPPRESS}"):
        db.execute("delete from profile where organization = ? and id = ?", where)
    elif change["action"] == UNSUPPRESS:
        db.execute("update profile set deleted_at = null where organization = ? and id = ?", where)
        sql = """update privacy_change set status = 'cancelled', completed = ?
          where organization = ? and profile_id = ? and action = ? and status = 'initiated'"""
        db.execute(sql, [change["due"], *where, f"add_{SUPPRESS}"])
    else:
        row = db.execute("select states from profile where organization = ? and id = ?", where).fetchone()
        states = {*json.loads(row["states"] if row else "[]"), state}
        kept = [one for one in STATES if one in states and not (verb == "remove" and one == state)]
        sql = "update profile set states = ? where organization = ? and id = ?"
        db.execute(sql, [json.dumps(kept), *where])


def _told(row: sqlite3.Row) -> dict[str, str]:
    return {
        "date_initiated": _date(row["initiated"]),
        "profile_id": row["profile_id"],
        "action": row["action"],
        "source": "api",
        "status": row["status"],
        "batch_id": row["batch"],
        **({} if row["completed"] is None else {"date_completed": _date(row["completed"])}),
    }


def _date(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")


def _day(value: Any, name: str) -> date:
    try:
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError as error:
        raise _problem(400, f"{name} must be a date such as 2026-01-31") from error


def _report(first: date, last: date) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["date", "product_code", "configuration", "job_id", "displays"])
    for day in _days(first, last):
        writer.writerows([day, code, "nto-newsletter", "", 10 + 7 * place] for place, code in enumerate(_PRODUCTS))
    return text.getvalue()


def _days(first: date, last: date) -> Iterator[str]:
    return ((first + timedelta(days=passed)).isoformat() for passed in range((last - first).days + 1))


APP = App(routes=ROUTES, schema=SCHEMA, seeds=(seed,), elapse=elapse, secrets=("api_key",))
