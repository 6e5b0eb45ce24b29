"""What was sent to whom, in which job, and what happened to it: the data views are made of it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from mcctl.emulator.core.state import now

OPEN, CLICK, BOUNCE, UNSUBSCRIBE, COMPLAINT = "open", "click", "bounce", "unsubscribe", "complaint"
FIRST_JOB = 100_000
"""Jobs of definitions have their numbers; those of journeys begin here."""

SCHEMA = """
create table job (id integer primary key, mid integer not null, source text not null, name text not null,
  subject text not null, category text not null, classification text not null, triggered_id text not null,
  triggered_key text not null, created real not null);
create unique index job_source on job (mid, source);
create table sent (id integer primary key autoincrement, mid integer not null, eid integer not null,
  job_id integer not null, batch_id integer not null, contact_id integer not null, contact_key text not null,
  channel text not null, address text not null, text text not null, at real not null);
create index sent_address on sent (address, id);
create table tracked (id integer primary key autoincrement, sent_id integer not null, kind text not null,
  at real not null, url text not null, reason text not null, is_first integer not null);
create index tracked_sent on tracked (sent_id, kind);
create table subscriber (eid integer not null, contact_key text not null, status text not null,
  changed real not null, bounces integer not null default 0, primary key (eid, contact_key));
"""


class Job(NamedTuple):
    """A send. source: what names it, once in a business unit. triggered_id, triggered_key: of its definition."""

    source: str
    name: str
    subject: str
    category: str
    classification: str
    triggered_id: str
    triggered_key: str
    number: int | None = None


class Sent(NamedTuple):
    """A message that was sent. text: of an SMS."""

    mid: int
    eid: int
    contact_id: int
    contact_key: str
    channel: str
    address: str
    text: str = ""
    batch_id: int = 0


def job_of(db: sqlite3.Connection, mid: int, job: Job) -> int:
    """Return the number of a job, which begins where there is none yet."""
    row = db.execute("select id from job where mid = ? and source = ?", [mid, job.source]).fetchone()
    if row is not None:
        return int(row["id"])
    highest = int(db.execute("select ifnull(max(id), 0) from job where id > ?", [FIRST_JOB]).fetchone()[0])
    number = job.number or max(highest, FIRST_JOB) + 1
    values = [number, mid, *job[:-1], now(db)]
    db.execute(f"insert into job values ({', '.join('?' * 10)})", values)
    return number


def add_sent(db: sqlite3.Connection, job: Job, sent: Sent, moment: float, bounced: str = "") -> None:
    """Take note of a message that was sent. bounced: how it came back, in words."""
    number = job_of(db, sent.mid, job)
    values = [sent.mid, sent.eid, number, sent.batch_id, sent.contact_id, sent.contact_key, sent.channel, sent.address,
              sent.text, moment]  # fmt: skip
    names = "mid, eid, job_id, batch_id, contact_id, contact_key, channel, address, text, at"
    cursor = db.execute(f"insert into sent ({names}) values ({', '.join('?' * 10)})", values)
    if bounced:
        track(db, cursor.lastrowid or 0, BOUNCE, moment, reason=bounced)


def track(db: sqlite3.Connection, sent_id: int, kind: str, moment: float, *, url: str = "", reason: str = "") -> None:
    """Take note of what happened to a message; an unsubscribe, a complaint and a hard bounce end what may be sent."""
    sql = "select count(*) from tracked where sent_id = ? and kind = ? and url = ?"
    is_first = db.execute(sql, [sent_id, kind, url]).fetchone()[0] == 0
    sql = "insert into tracked (sent_id, kind, at, url, reason, is_first) values (?, ?, ?, ?, ?, ?)"
    db.execute(sql, [sent_id, kind, moment, url, reason, int(is_first)])
    status = {UNSUBSCRIBE: "unsubscribed", COMPLAINT: "unsubscribed"}.get(kind)
    if kind == BOUNCE:
        status = "bounced" if reason.upper().startswith("HARD") else "active"
    if status:
        row = db.execute("select * from sent where id = ?", [sent_id]).fetchone()
        if row["channel"] == "email":
            _change(db, row, status, moment, bounces=int(kind == BOUNCE))


def _change(db: sqlite3.Connection, sent: sqlite3.Row, status: str, moment: float, *, bounces: int) -> None:
    db.execute(
        "insert into subscriber values (?, ?, ?, ?, ?) on conflict do update set bounces = bounces + excluded.bounces, "
        "status = case when status = 'unsubscribed' then status else excluded.status end, changed = excluded.changed",
        [sent["eid"], sent["contact_key"], status, moment, bounces],
    )


def is_unsubscribed(db: sqlite3.Connection, eid: int, contact_key: str) -> bool:
    """Whether a contact wants no commercial e-mails any more."""
    sql = "select 1 from subscriber where eid = ? and contact_key = ? and status = 'unsubscribed'"
    return db.execute(sql, [eid, contact_key]).fetchone() is not None


def newest(db: sqlite3.Connection, address: str, job_name: str = "") -> sqlite3.Row | None:
    """Return the newest e-mail to an address, in any case, with its job; of the job with a name or key, if given."""
    sql = (
        "select sent.*, job.name, job.subject, job.triggered_id, job.triggered_key from sent "
        "join job on job.id = job_id and job.mid = sent.mid where channel = 'email' and address = ? collate nocase "
        "and (? = '' or name = ? or triggered_key = ?) order by sent.id desc limit 1"
    )
    row: sqlite3.Row | None = db.execute(sql, [address, job_name, job_name, job_name]).fetchone()
    return row
