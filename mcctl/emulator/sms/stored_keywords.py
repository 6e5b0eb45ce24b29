"""Keywords and codes as MobileConnect keeps them: /legacy/v1/beta/mobile/keyword and /code.

The routes are known from recorded answers. docs silent: what a wrong body is answered.
"""

from __future__ import annotations

import re
import sqlite3
from typing import Any

import falcon

from mcctl.emulator.core.app import Loaded
from mcctl.emulator.core.state import iso, now
from mcctl.emulator.core.web import (
    Caller,
    Refusal,
    caller,
    database,
    generic_problem,
    is_text,
    json_body,
    legacy_page,
    query_params,
)
from mcctl.emulator.sms import talk
from mcctl.emulator.sms.keywords import word_problem

_CODE_ID = 75
"""The kind of the encoded ids of codes; no document tells it."""
_EQUAL = re.compile(r"(keyword|code)\s+eq\s+'([^']*)'", re.IGNORECASE)
_COLUMNS = {
    "keywordType": "type",
    "restriction": "restriction",
    "responseMessage": "response",
    "companyName": "company",
}
"""Property -> the column that keeps it."""
_USUAL = {"keywordType": "NORMAL", "restriction": "NONE", "responseMessage": "", "companyName": ""}


class Codes:
    """GET /legacy/v1/beta/mobile/code/."""

    scopes = {"GET": "sms_read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the codes; `keyword eq 'CODE'` chooses one."""
        wanted = {name.lower(): value for name, value in _EQUAL.findall(query_params(req).get("$where", ""))}
        listed = [_code(code) for code in talk.CODES if wanted.get("keyword", code) == code]
        resp.media = legacy_page(req, listed)


class StoredKeywords:
    """GET and POST /legacy/v1/beta/mobile/keyword/."""

    scopes = {"GET": "sms_read", "POST": "sms_write"}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """List the keywords; $where can choose a word and a code. An unknown one is refused."""
        wanted = {name.lower(): value.upper() for name, value in _EQUAL.findall(query_params(req).get("$where", ""))}
        sql = "select * from keyword where mid = ? order by code, word"
        rows = database(req).execute(sql, [caller(req).mid]).fetchall()
        columns = {"keyword": "word", "code": "code"}
        chosen = [row for row in rows if all(row[columns[name]] == value for name, value in wanted.items())]
        if wanted and not chosen:
            raise _refused("The keyword does not exist.")
        resp.media = legacy_page(req, [_shown(row) for row in chosen])

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Make a keyword; the answer is its id alone."""
        db, mid, body = database(req), caller(req).mid, json_body(req, generic_problem)
        code, word = _code_of(body), str(body.get("keyword") or "").upper()
        if problem := word_problem(word):
            raise _refused(problem)
        if talk.find_keyword(db, mid, code, word):
            raise _refused(f"Keyword {word} already exists on {code}.")
        name = talk.add_keyword(db, mid, code, word)
        _keep(db, name, {**_USUAL, **_texts(body)})
        resp.media = {"id": name}


class StoredKeyword:
    """GET, POST and DELETE /legacy/v1/beta/mobile/keyword/{name}."""

    scopes = {"GET": "sms_read", "POST": "sms_write", "DELETE": "sms_write"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Show a keyword."""
        resp.media = _shown(_found(req, name))

    def on_post(self, req: falcon.Request, _resp: falcon.Response, name: str) -> None:
        """Change what a keyword is answered with; its word and code stay."""
        row, body = _found(req, name), json_body(req, generic_problem)
        if str(body.get("keyword") or row["word"]).upper() != row["word"]:
            raise _refused("A keyword cannot be renamed.")
        _keep(database(req), name, {**{one: row[column] for one, column in _COLUMNS.items()}, **_texts(body)})

    def on_delete(self, req: falcon.Request, _resp: falcon.Response, name: str) -> None:
        """Delete a keyword; the answer is empty."""
        database(req).execute("delete from keyword where mid = ? and name = ?", [caller(req).mid, name])


def load(db: sqlite3.Connection, who: Caller, one: Loaded) -> None:
    """Put a keyword there, with its id, on a code that the emulator has."""
    code, word = str(one.body["code"]), str(one.body["keyword"])
    if code not in talk.CODES:
        raise _refused(f"the emulator has no code {code}; it has {', '.join(talk.CODES)}")
    db.execute("delete from keyword where mid = ? and code = ? and word = ?", [who.mid, code, word])
    name = talk.add_keyword(db, who.mid, code, word)
    _keep(db, name, {**_USUAL, **_texts(one.body)})
    if one.id:
        db.execute("update keyword set name = ? where name = ?", [one.id, name])


def _keep(db: sqlite3.Connection, name: str, texts: dict[str, str]) -> None:
    given = ", ".join(f"{_COLUMNS[one]} = ?" for one in texts)
    db.execute(f"update keyword set {given}, changed = ? where name = ?", [*texts.values(), now(db), name])


def _texts(body: dict[str, Any]) -> dict[str, str]:
    found = {name: body[name] for name in _COLUMNS if body.get(name) is not None}
    if wrong := next((name for name, value in found.items() if not is_text(value)), None):
        raise _refused(f"{wrong} must be text.")
    return found


def _code_of(body: dict[str, Any]) -> str:
    given = body.get("code")
    number = given.get("id") if isinstance(given, dict) else None
    found = next((code for code in talk.CODES if talk.encode(code, _CODE_ID) == number), None)
    if found is None:
        raise _refused("The code is not valid for the client.")
    return found


def _found(req: falcon.Request, name: str) -> sqlite3.Row:
    sql = "select * from keyword where mid = ? and name = ?"
    row: sqlite3.Row | None = database(req).execute(sql, [caller(req).mid, name]).fetchone()
    if row is None:
        raise _refused("The keyword does not exist.")
    return row


def _refused(message: str) -> Refusal:
    return Refusal(400, {"message": message, "errorcode": 10001, "documentation": ""})


def _code(code: str) -> dict[str, Any]:
    country = talk.CODES[code]
    return {
        "id": talk.encode(code, _CODE_ID), "code": code, "countryCode": country or "US", "codeType": "PRIVATE",
        "isShortCode": bool(country), "keywordLimit": "Unlimited", "isClientOwned": True, "isOwner": True,
    }  # fmt: skip


def _shown(row: sqlite3.Row) -> dict[str, Any]:
    return {
        "id": row["name"], "keyword": row["word"], "code": _code(row["code"]), "status": "Active",
        **{one: row[column] for one, column in _COLUMNS.items()},
        "createdDate": iso(row["created"]), "lastUpdated": iso(row["changed"]), "isInherited": False,
    }  # fmt: skip


ROUTES = {
    "/legacy/v1/beta/mobile/code": Codes(),
    "/legacy/v1/beta/mobile/keyword": StoredKeywords(),
    "/legacy/v1/beta/mobile/keyword/{name}": StoredKeyword(),
}
