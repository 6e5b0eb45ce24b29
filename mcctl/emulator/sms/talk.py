"""MobileConnect: codes, keywords, who is subscribed to them, and the talk that leads there.

A keyword's opt-in type says what comes between its first text and the subscription (use-the-mobileconnect-api.md).
docs silent: what ends a subscription (here STOP and its kin, for the whole code), the minimum age, how a birth date is
written, what a wrong answer does (it is asked again), and what an unknown keyword is answered.
"""

from __future__ import annotations

import base64
import binascii
import re
import sqlite3
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from mcctl.emulator.contact import store as contacts
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.state import add_to_outbox, now, timestamp
from mcctl.emulator.core.web import Caller
from mcctl.emulator.tracking.store import Job, Sent, add_sent

CODES = {"12345": "US", "13175550100": ""}
"""The account's codes, with the country of a short code; a long code is a number."""
STOP_WORDS = ("STOP", "END", "QUIT", "CANCEL", "UNSUBSCRIBE")
HELP_WORDS = ("HELP", "INFO")
SUBSCRIBED, IN_PROGRESS, UNSUBSCRIBED = "Subscribed", "In Progress", "Unsubscribed"
ADULT_YEARS = 18
MESSAGE_ID, SEND_TOKEN, LIST_ID, MO_TOKEN, IMPORT_TOKEN, KEYWORD_ID = 78, 79, 63, 76, 42, 77
"""Kinds of encoded ids; that of a keyword is not known from the documents."""
_STEPS: dict[str, tuple[str, ...]] = {"single": (), "double": ("yes",), "double with age": ("yes", "birth date")}
_QUESTIONS = {
    "yes": "Reply YES to get texts of {word} from Northern Trail Outfitters.",
    "birth date": "How old are you? Reply with your birth date, such as 1990-12-31.",
}
_WELCOME = "You are subscribed to {word}. Reply STOP to end it."
_NUMBER = re.compile(r"[0-9]{8,15}")

SCHEMA = """
create table keyword (id integer primary key autoincrement, name text not null unique, mid integer not null,
  code text not null, word text not null, opt_in text not null, type text not null default 'NORMAL',
  restriction text not null default 'NONE', response text not null default '', company text not null default '',
  created real not null, changed real not null);
create unique index keyword_word on keyword (mid, code, word);
create table subscription (id integer primary key autoincrement, mid integer not null, number text not null,
  code text not null, word text not null, state text not null, contact_key text not null, since real not null,
  asked text);
create unique index subscription_word on subscription (mid, number, code, word);
create table talk (id integer primary key autoincrement, mid integer not null, number text not null,
  code text not null, kind text not null, text text not null, at real not null, token text not null);
create index talk_token on talk (token);
"""


def encode(name: str | int, kind: int) -> str:
    """Return an encoded id, as the SMS routes use them: unpadded base64 of name, kind and 0."""
    return base64.urlsafe_b64encode(f"{name}:{kind}:0".encode()).decode().rstrip("=")


def new_token(kind: int) -> str:
    """Return an encoded id for something new."""
    return encode(base64.urlsafe_b64encode(uuid.uuid4().bytes).decode().rstrip("="), kind)


def is_encoded(text: str) -> bool:
    """Whether a text can be decoded. Not all samples of the documents are of the form that `encode` makes."""
    try:
        base64.b64decode(text + "=" * (-len(text) % 4), altchars="-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    return bool(text)


def is_number(text: Any) -> bool:
    """Whether a value is a number with its country code, digits only."""
    return isinstance(text, str) and bool(_NUMBER.fullmatch(text))


# ---------------------------------------------------------------------- keywords and subscriptions


def add_keyword(db: sqlite3.Connection, mid: int, code: str, word: str, opt_in: str = "single") -> str:
    """Reserve a keyword on a code, and return its encoded id."""
    name = new_token(KEYWORD_ID)
    sql = "insert into keyword (name, mid, code, word, opt_in, created, changed) values (?, ?, ?, ?, ?, ?, ?)"
    db.execute(sql, [name, mid, code, word.upper(), opt_in, now(db), now(db)])
    return name


def find_keyword(db: sqlite3.Connection, mid: int, code: str, word: str) -> sqlite3.Row | None:
    """Return a keyword of a code, in any case; None for an unknown one."""
    sql = "select * from keyword where mid = ? and code = ? and word = ?"
    row: sqlite3.Row | None = db.execute(sql, [mid, code, word.strip().upper()]).fetchone()
    return row


def contact_of(db: sqlite3.Connection, eid: int, number: str, key: str | None = None) -> str:
    """Return the key of the contact with a number, who is made if there is none. key: who it is, where it is known."""
    if key is None:
        key = contacts.key_of_mobile(db, eid, number) or number
    contacts.ensure(db, eid, key, mobile=number)
    return key


def subscribe(
    db: sqlite3.Connection, mid: int, code: str, word: str, number: str, contact: str, *, state: str = SUBSCRIBED,
    asked: str | None = None,
) -> None:  # fmt: skip
    """Set the state of a number's subscription to a keyword. asked: what the next text is to answer."""
    db.execute(
        "insert into subscription (mid, number, code, word, state, contact_key, since, asked) "
        "values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (mid, number, code, word) do update set "
        "state = excluded.state, contact_key = excluded.contact_key, since = excluded.since, asked = excluded.asked",
        [mid, number, code, word, state, contact, now(db), asked],
    )


def subscription(db: sqlite3.Connection, mid: int, code: str, word: str, number: str) -> sqlite3.Row | None:
    """Return a number's subscription to a keyword, whatever its state; None if there never was one."""
    sql = "select * from subscription where mid = ? and code = ? and word = ? and number = ?"
    row: sqlite3.Row | None = db.execute(sql, [mid, code, word.upper(), number]).fetchone()
    return row


def is_subscribed(db: sqlite3.Connection, mid: int, code: str, number: str) -> bool:
    """Whether a number gets texts of a code: it is subscribed to one of its keywords."""
    sql = "select 1 from subscription where mid = ? and code = ? and number = ? and state = ?"
    return db.execute(sql, [mid, code, number, SUBSCRIBED]).fetchone() is not None


# ---------------------------------------------------------------------- the talk


def say(
    db: sqlite3.Connection, mid: int, code: str, number: str, contact: str, text: str, token: str, **more: Any
) -> None:
    """Send a text to a handset. token: of the request that caused it. more: what else the outbox tells."""
    moment = now(db)
    _write(db, mid, code, number, "MT", text, moment, token)
    message = {"channel": "sms", "to": number, "from": code, "contactKey": contact, "text": text}
    add_to_outbox(db, {**message, **more, "sentAt": timestamp(moment)})
    known = contacts.find(db, ENTERPRISE, contact)
    job = Job(f"code:{code}", code, "", "SMS", "", "", "")
    add_sent(db, job, Sent(mid, ENTERPRISE, known["id"] if known else 0, contact, "sms", number, text), moment)


def hear(db: sqlite3.Connection, who: Caller, code: str, number: str, contact: str, text: str, token: str) -> None:
    """Take a text from a handset, and answer it."""
    _write(db, who.mid, code, number, "MO", text, now(db), token)
    answer = _answer(db, who.mid, code, number, contact, text.strip())
    say(db, who.mid, code, number, contact, answer, token)


def talk_of(db: sqlite3.Connection, mid: int, token: str, number: str | None = None) -> list[sqlite3.Row]:
    """Return the texts that a request caused, oldest first; with `number`, those of that handset."""
    sql = "select * from talk where mid = ? and token = ? and (? is null or number = ?) order by id"
    return db.execute(sql, [mid, token, number, number]).fetchall()


def _write(
    db: sqlite3.Connection, mid: int, code: str, number: str, kind: str, text: str, at: float, token: str
) -> None:
    sql = "insert into talk (mid, number, code, kind, text, at, token) values (?, ?, ?, ?, ?, ?, ?)"
    db.execute(sql, [mid, number, code, kind, text, at, token])


def _answer(db: sqlite3.Connection, mid: int, code: str, number: str, contact: str, text: str) -> str:
    """Change the subscriptions as a text asks for, and return the answer."""
    word = text.upper()
    if word in STOP_WORDS:
        sql = "update subscription set state = ?, asked = null where mid = ? and code = ? and number = ?"
        db.execute(sql, [UNSUBSCRIBED, mid, code, number])
        return f"You are unsubscribed from {code}. No more texts will come."
    if word in HELP_WORDS:
        return f"{code} is Northern Trail Outfitters. Reply STOP to end it."
    if keyword := find_keyword(db, mid, code, word):
        return _begin(db, keyword, number, contact)
    sql = """select * from subscription where mid = ? and code = ? and number = ? and asked is not null
      order by since desc, id desc"""
    if asked := db.execute(sql, [mid, code, number]).fetchone():
        return _go_on(db, asked, text)
    return f"{code} does not know this keyword. Reply HELP for help."


def _begin(db: sqlite3.Connection, keyword: sqlite3.Row, number: str, contact: str) -> str:
    known = subscription(db, keyword["mid"], keyword["code"], keyword["word"], number)
    if known and known["state"] == SUBSCRIBED:
        return f"You are subscribed to {keyword['word']} already."
    steps = _STEPS[keyword["opt_in"]]
    return _ask_or_subscribe(db, keyword, number, contact, steps)


def _go_on(db: sqlite3.Connection, asked: sqlite3.Row, text: str) -> str:
    """Take the answer to a question: the next one, the subscription, or the end of it."""
    keyword = find_keyword(db, asked["mid"], asked["code"], asked["word"])
    fits = _FITS[asked["asked"]](text, datetime.fromtimestamp(now(db), UTC).date())
    if fits is None or keyword is None:
        return _QUESTIONS[asked["asked"]].format(word=asked["word"])
    if not fits:
        db.execute("delete from subscription where id = ?", [asked["id"]])
        return "Sorry, you are too young to get these texts."
    steps = _STEPS[keyword["opt_in"]]
    left = steps[steps.index(asked["asked"]) + 1 :]
    return _ask_or_subscribe(db, keyword, asked["number"], asked["contact_key"], left)


def _ask_or_subscribe(
    db: sqlite3.Connection, keyword: sqlite3.Row, number: str, contact: str, steps: tuple[str, ...]
) -> str:
    asked = steps[0] if steps else None
    state = IN_PROGRESS if asked else SUBSCRIBED
    mid, code, word = keyword["mid"], keyword["code"], keyword["word"]
    subscribe(db, mid, code, word, number, contact, state=state, asked=asked)
    return _QUESTIONS[asked].format(word=word) if asked else keyword["response"] or _WELCOME.format(word=word)


def _is_yes(text: str, _today: date) -> bool | None:
    return True if text.upper() in ("Y", "YES") else None


def _is_adult(text: str, today: date) -> bool | None:
    """Whether a birth date is long enough ago; None for what is no date in the past."""
    for form in ("%Y-%m-%d", "%m/%d/%Y"):
        try:
            born = datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
        years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
        return years >= ADULT_YEARS if born < today else None
    return None


_FITS: dict[str, Callable[[str, date], bool | None]] = {"yes": _is_yes, "birth date": _is_adult}
"""Question -> whether a text is a good answer, a bad one, or none."""
