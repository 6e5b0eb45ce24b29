"""An import and a send to whoever was imported, in one: /sms/v1/automation/importSend.

docs silent: all errors, and the states before Complete; a source that is not there is refused at once. docs disagree on
whose token the delivery report wants: that of this import and send.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import falcon

from mcctl.emulator.core.state import now, utc
from mcctl.emulator.core.web import Caller, caller, database, folded, is_text, sms_body, string_errors
from mcctl.emulator.de import definitions as de
from mcctl.emulator.sms import jobs as texting
from mcctl.emulator.sms import talk as mobile
from mcctl.emulator.sms.imports import Source, columns_of, file_source, mapping_faults, source_of, take_rows
from mcctl.emulator.sms.jobs import Recipient
from mcctl.emulator.sms.lists import write_report
from mcctl.emulator.sms.sends import CONTACT, text_faults

WORK_SECONDS = 1.0
_TEXTS = ("messageid", "keyword", "notificationemail", "overridetext")
_FLAGS = ("override", "isduplicationallowed", "isvisible")
_DEFINITION_TEXTS = ("importtype", "importmappingtype", "filename", "dataextensionname")

SCHEMA = """
create table sms_import_send (token text primary key, mid integer not null, created real not null,
  source text not null, counts text not null);
"""


class ImportSend:
    """POST /sms/v1/automation/importSend."""

    scopes = {"POST": "automations_read sms_read sms_send"}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Import people, subscribe them to a keyword, and queue a text to them."""
        db, who, body = database(req), caller(req), sms_body(req)
        source, message = _source(db, who, body), texting.find_message(db, who.mid, str(body.get("messageid")))
        faults = [*_type_faults(body), *_faults(db, message, body), *source.faults]
        if faults or message is None:
            raise string_errors(faults)
        people, counts = take_rows(db, who, source.rows, source.columns, message["code"], body["keyword"])
        if not body.get("isduplicationallowed"):
            people = list(dict(people).items())
        text = body["overridetext"] if body.get("override") else None
        recipients: list[Recipient] = [(number, key, {}) for number, key in people]
        token = texting.add_job(db, message, who.eid, recipients, text=text, due=now(db) + WORK_SECONDS)
        values = [token, who.mid, now(db), source.name, json.dumps(asdict(counts))]
        db.execute("insert into sms_import_send values (?, ?, ?, ?, ?)", values)
        resp.status = 202
        resp.media = {"tokenId": token, "lastPublishDate": utc(now(db))}


class Status:
    """GET /sms/v1/automation/importSend/{tokenid}/status."""

    scopes = {"GET": "sms_read"}

    def on_get(self, req: falcon.Request, resp: falcon.Response, token: str) -> None:
        """Tell how far it is, and how many rows were of use."""
        run = _run(req, token)
        started, ended = utc(run["created"]), utc(run["created"] + WORK_SECONDS)
        over = now(database(req)) >= run["created"] + WORK_SECONDS
        told = {"status": "Complete" if over else "Running", "lastUpdate": ended if over else started}
        times = {"createdTime": started, "startTime": started, **({"completedTime": ended} if over else {})}
        resp.media = {**told, **times, "lastRunTime": started, "source": run["source"], **json.loads(run["counts"])}


class Report:
    """POST /sms/v1/automation/importSend/{id}/deliveryReport."""

    scopes = {"POST": "sms_read"}

    def on_post(self, req: falcon.Request, resp: falcon.Response, token: str) -> None:
        """Put a report of the send into the FTP folder."""
        run = _run(req, token)
        job = texting.find_job(database(req), run["mid"], token)
        assert job is not None  # noqa: S101 (made together)
        write_report(req, job)
        resp.status = 202


ROUTES = {
    "/sms/v1/automation/importSend": ImportSend(),
    "/sms/v1/automation/importSend/{token}/status": Status(),
    "/sms/v1/automation/importSend/{token}/deliveryReport": Report(),
}


def _run(req: falcon.Request, token: str) -> sqlite3.Row:
    sql = "select * from sms_import_send where mid = ? and token = ?"
    run: sqlite3.Row | None = database(req).execute(sql, [caller(req).mid, token]).fetchone()
    if run is None:
        raise string_errors([f"Token id {token} is not valid."])
    return run


def _type_faults(body: dict[str, Any]) -> Iterator[str]:
    yield from text_faults(body, _TEXTS)
    for name in _FLAGS:
        if not isinstance(body.get(name, False), bool):
            yield f"{name} must be true or false."


def _faults(db: sqlite3.Connection, message: sqlite3.Row | None, body: dict[str, Any]) -> Iterator[str]:
    keyword = body.get("keyword")
    if message is None or message["kind"] != CONTACT:
        yield f"Message {body.get('messageid', '')} is not valid for the client."
    elif not is_text(keyword) or mobile.find_keyword(db, message["mid"], message["code"], str(keyword)) is None:
        yield f"Keyword {keyword} is invalid for the code on the message."
    text = body.get("overridetext") or ""
    if body.get("override") and not (is_text(text) and text.strip()):
        yield "Cannot override message text with a blank message."


def _source(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> Source:
    """Read what the import definition of a request names."""
    definitions = body.get("importdefinition")
    if not isinstance(definitions, list) or len(definitions) != 1 or not isinstance(definitions[0], dict):
        return Source(faults=["Exactly one import definition must be specified."])
    definition = folded(definitions[0])
    faults = [*text_faults(definition, _DEFINITION_TEXTS), *mapping_faults(definition)]
    if not isinstance(definition.get("isfirstrowheader", False), bool):
        faults.append("isFirstRowHeader must be true or false.")
    if faults:
        return Source(faults=faults)
    read = _SOURCES.get(definition.get("importtype", "").upper())
    if read is None:
        return Source(faults=[f"Import type {definition.get('importtype')} is not valid."])
    return read(db, who, definition)


def _data_extension(db: sqlite3.Connection, who: Caller, definition: dict[str, Any]) -> Source:
    name = definition.get("dataextensionname") or ""
    found = de.named(db, who.mid, name)
    if found is None:
        return Source(faults=[f"Data extension {name} is not valid."])
    table = de.table_of(db, found)
    places = range(len(table.columns))
    rows = [[value or "" for value in row[1:]] for row in table.rows("", [], "id", places, -1, 0)]
    return source_of(name, rows, columns_of(definition, [column.name for column in table.columns]))


_SOURCES = {"FILE": file_source, "DATA_EXTENSION": _data_extension}
