"""What becomes of the texts of MobileConnect sends as time goes by.

A job is dispatched a second after it is due: to those of its recipients who are subscribed to its code; the others get
nothing, and are not counted. Then the carriers' codes come in, a second apart and not in order. The number decides how
it ends: 1500555CCCC ends with the status code CCCC (1500555 4500: undeliverable), all others are delivered.
"""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.core.state import add_unsent, iso, now, timestamp
from mcctl.emulator.core.web import generic_problem
from mcctl.emulator.rendering import messages
from mcctl.emulator.rendering.messages import Mailroom, NotBuilt, Template, obstacles
from mcctl.emulator.sms import talk as mobile
from mcctl.emulator.sms.talk import MESSAGE_ID, SEND_TOKEN, new_token

DISPATCH_SECONDS = 1.0
TRACKING_SECONDS = 3.0
STATUSES = {
    "1500": "Could not be queued", "1501": "Validation failed", "2000": "Message was Delivered to Aggregator",
    "2500": "Aggregator did not take it", "2501": "Unknown failure", "2600": "No capacity", "3000": "Message enroute",
    "3001": "Message Sent to Carrier", "3002": "Accepted by carrier", "3400": "Unknown failure",
    "4000": "Delivered to handset", "4500": "Undeliverable", "4501": "Expired", "4502": "Deleted", "4503": "Rejected",
}  # fmt: skip
"""Status code (standardStatusCode) -> the carrier's text."""
_ENDING = "1500555"
Recipient = tuple[str, str, dict[str, Any]]
"""Number, contact key, attributes."""

SCHEMA = """
create table sms_message (id integer primary key, mid integer not null, kind text not null, name text not null,
  code text not null, text text not null, status text not null);
create table sms_job (id integer primary key autoincrement, mid integer not null, eid integer not null,
  message_id integer not null, token text not null unique, code text not null, text text not null,
  media text, created real not null, due real not null, started real);
create index sms_job_due on sms_job (due) where started is null;
create table sms_recipient (id integer primary key autoincrement, job_id integer not null, number text not null,
  contact_key text not null, attributes text not null, sent integer not null default 0, reason text);
create index sms_recipient_job on sms_recipient (job_id);
"""


def find_message(db: sqlite3.Connection, mid: int, name: str) -> sqlite3.Row | None:
    """Return a message by its encoded id; None if the business unit has none of that id."""
    for row in db.execute("select * from sms_message where mid = ?", [mid]):
        if mobile.encode(row["id"], MESSAGE_ID) == name:
            found: sqlite3.Row = row
            return found
    return None


def add_job(
    db: sqlite3.Connection,
    message: sqlite3.Row,
    eid: int,
    recipients: Iterable[Recipient],
    *,
    text: str | None = None,
    media: str | None = None,
    due: float,
) -> str:
    """Queue a send, and return its token. text: instead of the message's.

    Raises a Refusal where it cannot be rendered: 501 for what only the platform can, 400 for what it refuses.
    """
    try:
        obstacle = next(obstacles(db, eid, message["mid"], [text or message["text"]]), None)
    except AmpscriptError as error:
        raise generic_problem(400, error.code or 0, str(error)) from error
    if obstacle:
        raise generic_problem(501, 0, f"The emulator does not emulate: {obstacle} in messages")
    token = new_token(SEND_TOKEN)
    values = [message["mid"], eid, message["id"], token, message["code"], text or message["text"], media, now(db), due]
    job = db.execute(
        "insert into sms_job (mid, eid, message_id, token, code, text, media, created, due) "
        "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    ).lastrowid
    sql = "insert into sms_recipient (job_id, number, contact_key, attributes) values (?, ?, ?, ?)"
    db.executemany(sql, [(job, number, key, json.dumps(values)) for number, key, values in recipients])
    return token


def find_job(db: sqlite3.Connection, mid: int, token: str) -> sqlite3.Row | None:
    """Return a send by its token; None for an unknown one."""
    row: sqlite3.Row | None = db.execute("select * from sms_job where mid = ? and token = ?", [mid, token]).fetchone()
    return row


def elapse(db: sqlite3.Connection) -> None:
    """Dispatch every send whose time has come."""
    moment = now(db)
    sql = "select * from sms_job where started is null and due <= ? order by id"
    for job in db.execute(sql, [moment - DISPATCH_SECONDS]).fetchall():
        _dispatch(db, job)
        db.execute("update sms_job set started = ? where id = ?", [job["due"] + DISPATCH_SECONDS, job["id"]])


def delivery_status(db: sqlite3.Connection, job: sqlite3.Row, *, detailed: bool) -> dict[str, Any]:
    """Return the state of a send with the carriers' codes so far, in the form of the deliveries routes.

    detailed: rows have the standard status codes, which those of list sends have not.
    """
    passed = -1.0 if job["started"] is None else now(db) - job["started"]
    sql = "select * from sms_recipient where job_id = ? and (sent or ?) order by id"
    recipients = db.execute(sql, [job["id"], job["started"] is None]).fetchall()
    events = [event for one in recipients for event in tracking(one["number"], passed, detailed=detailed)]
    over = passed >= TRACKING_SECONDS
    state = "New" if job["started"] is None else "Finished" if over else "Started"
    told = {"message": job["text"], "count": len(recipients), "createDate": iso(job["created"])}
    done = {"completeDate": iso(job["started"] + TRACKING_SECONDS)} if over else {}
    return {**told, **done, "status": state, "tracking": events}


def tracking(number: str, passed: float, *, detailed: bool = True) -> list[dict[str, str]]:
    """Return the codes that have come in for a number, `passed` seconds after its text left, as they arrived."""
    ending = number.removeprefix(_ENDING) if number.startswith(_ENDING) else ""
    final = ending if ending in STATUSES else "4000"
    if final < "2000":
        codes = [(0.0, final)]
    elif final < "3000":
        codes = [(0.0, "2000"), (1.0, final)] if final != "2000" else [(0.0, "2000")]
    else:
        codes = [(0.0, "2000"), (1.0, "3001"), (2.0, final)]
        # It was overtaken by what followed it; without standard codes nobody could tell.
        codes += [(TRACKING_SECONDS, "3000")] if detailed else []
    rows = []
    for at, code in codes:
        if passed >= at:
            standard = {"standardStatusCode": code, "description": STATUSES[code]} if detailed else {}
            raw = {"mobileNumber": number, "statusCode": "0" if code == "4000" else "20", "message": STATUSES[code]}
            rows.append({**raw, **standard})
    return rows


def report(db: sqlite3.Connection, job: sqlite3.Row) -> str:
    """Return a send as the CSV of a delivery report. docs silent on its columns."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["MobileNumber", "SubscriberKey", "Status"])
    passed = -1.0 if job["started"] is None else now(db) - job["started"]
    for one in db.execute("select * from sms_recipient where job_id = ? order by id", [job["id"]]):
        codes = [row["standardStatusCode"] for row in tracking(one["number"], passed)] if one["sent"] else []
        unsent = f"Not sent: {one['reason']}" if one["reason"] else "Not sent"
        writer.writerow([one["number"], one["contact_key"], max(codes, default=unsent)])
    return text.getvalue()


def _dispatch(db: sqlite3.Connection, job: sqlite3.Row) -> None:
    """Send the texts of a job to those who are subscribed; one that cannot be rendered is not sent, or ends the job."""
    mailroom = Mailroom(db)
    stopped = ""
    for one in db.execute("select * from sms_recipient where job_id = ? order by id", [job["id"]]).fetchall():
        if not mobile.is_subscribed(db, job["mid"], job["code"], one["number"]):
            continue
        if stopped:
            _give_up(db, job, one, stopped)
            continue
        recipient = messages.Recipient(one["number"], one["contact_key"], json.loads(one["attributes"]), str(job["id"]))
        try:
            text = mailroom.render(job["eid"], job["mid"], Template({"text": job["text"]}), recipient).parts["text"]
        except NotBuilt as error:
            _give_up(db, job, one, error.reason)
            stopped = f"The job was stopped: {error.reason}" if error.stops else ""
        else:
            _send(db, job, one, text)
    mailroom.finish()


def _give_up(db: sqlite3.Connection, job: sqlite3.Row, one: sqlite3.Row, reason: str) -> None:
    db.execute("update sms_recipient set reason = ? where id = ?", [reason, one["id"]])
    add_unsent(db, _unsent(db, job, one), reason)


def _unsent(db: sqlite3.Connection, job: sqlite3.Row, one: sqlite3.Row) -> dict[str, Any]:
    message = mobile.encode(job["message_id"], MESSAGE_ID)
    who = {"channel": "sms", "from": job["code"], "to": one["number"], "contactKey": one["contact_key"]}
    return {**who, "messageId": message, "tokenId": job["token"], "sentAt": timestamp(now(db))}


def _send(db: sqlite3.Connection, job: sqlite3.Row, one: sqlite3.Row, text: str) -> None:
    more = {"media": job["media"]} if job["media"] else {}
    sms_message = mobile.encode(job["message_id"], MESSAGE_ID)
    mobile.say(
        db,
        job["mid"],
        job["code"],
        one["number"],
        one["contact_key"],
        text,
        job["token"],
        messageId=sms_message,
        **more,
    )
    db.execute("update sms_recipient set sent = 1 where id = ?", [one["id"]])
