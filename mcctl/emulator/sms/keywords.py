"""Keywords of short and long codes: /sms/v1/keyword.

docs disagree whether a keyword to delete is named in the path or in a JSON body: both are taken. docs silent: a keyword
that is taken or reserved, an unknown one, a code that is not the account's; all are refused. New ones opt in at once:
no route sets another type.
"""

from __future__ import annotations

import sqlite3
from typing import Any

import falcon

from mcctl.emulator.core.web import Refusal, caller, database, is_text, sms_body, string_errors
from mcctl.emulator.sms import talk as mobile
from mcctl.emulator.sms.talk import CODES, HELP_WORDS, STOP_WORDS

MAX_CHARS = 25


class Keywords:
    """POST and DELETE /sms/v1/keyword."""

    scopes = {"POST": "sms_write", "DELETE": "sms_write"}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Reserve a keyword."""
        db, who, body = database(req), caller(req), sms_body(req)
        code, word = _code_of(body), body.get("keyword") or ""
        if problem := word_problem(word):
            raise string_errors([problem])
        if mobile.find_keyword(db, who.mid, code, word):
            raise string_errors([f"Keyword {word} already exists on {code}."])
        resp.status = 202
        resp.media = {"KeywordId": mobile.add_keyword(db, who.mid, code, word)}

    def on_delete(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Remove the keyword named in the body."""
        body = sms_body(req)
        _delete(req, resp, _code_of(body), str(body.get("keyword")))


class Keyword:
    """DELETE /sms/v1/keyword/{keywordId}."""

    scopes = {"DELETE": "sms_write"}

    def on_delete(self, req: falcon.Request, resp: falcon.Response, name: str) -> None:
        """Remove a keyword by its id."""
        sql = "select * from keyword where mid = ? and name = ?"
        _remove(req, resp, database(req).execute(sql, [caller(req).mid, name]).fetchone(), name)


class KeywordOfCode:
    """DELETE /sms/v1/keyword/{keyword}/{longCode} and .../{keyword}/{shortCode}/{countryCode}."""

    scopes = {"DELETE": "sms_write"}

    def on_delete(self, req: falcon.Request, resp: falcon.Response, name: str, code: str, country: str = "") -> None:
        """Remove a keyword of a code."""
        if code not in CODES or CODES[code] != country.upper():
            raise string_errors([f"Code {code} is not valid for the client."])
        _delete(req, resp, code, name)


ROUTES = {
    "/sms/v1/keyword": Keywords(),
    "/sms/v1/keyword/{name}": Keyword(),
    "/sms/v1/keyword/{name}/{code}": KeywordOfCode(),
    "/sms/v1/keyword/{name}/{code}/{country}": KeywordOfCode(),
}


def word_problem(word: Any) -> str:
    """Return why a word can be no keyword; empty where it can."""
    if not is_text(word) or not 0 < len(word) <= MAX_CHARS or any(char.isspace() or char == "," for char in word):
        return f"Keyword {word} is not valid."
    return f"Keyword {word} is reserved." if word.upper() in (*STOP_WORDS, *HELP_WORDS) else ""


def _code_of(body: dict[str, Any]) -> str:
    """Return the code that a body names: a short code with its country, or a long code. Raises a 400 Refusal."""
    short, country, long = (body.get(name) for name in ("shortcode", "countrycode", "longcode"))
    if (short is None) == (long is None):
        raise string_errors(["Either a short code with its country code, or a long code must be specified."])
    code = long if short is None else short
    if not isinstance(code, str) or code not in CODES or (short is None) == bool(CODES[code]):
        raise string_errors([f"Code {code} is not valid for the client."])
    if (short is not None or country is not None) and str(country).upper() != CODES[code]:
        raise string_errors([f"Country code {country} is not that of {code}."])
    return code


def _delete(req: falcon.Request, resp: falcon.Response, code: str, word: str) -> None:
    _remove(req, resp, mobile.find_keyword(database(req), caller(req).mid, code, word), word)


def _remove(req: falcon.Request, resp: falcon.Response, keyword: sqlite3.Row | None, told: str) -> None:
    if keyword is None:
        raise Refusal(404, {"errors": [f"Keyword {told} is not valid."]})
    database(req).execute("delete from keyword where id = ?", [keyword["id"]])
    resp.status = 202
    # The literal text of the documents, slip of the pen included.
    resp.media = {"Status": f"SUCCESS Keyword with id {keyword['name']} was successfully delete."}
