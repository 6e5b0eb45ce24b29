"""What activities do: queries, imports and extracts for real, sends and events too; the others are but noted."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from mcctl.emulator.automation import kinds, queries, sends, store
from mcctl.emulator.core import files
from mcctl.emulator.core.state import iso
from mcctl.emulator.core.web import Caller
from mcctl.emulator.de import definitions as de
from mcctl.emulator.de.tables import BadRow, Table

EXTRACT_ROWS = "bb94a04d-9632-4623-be47-daabc3f588a6"
"""The type of extract that writes a data extension to a file."""
_ADD_UPDATE, _ADD, _UPDATE, _OVERWRITE = 0, 1, 2, 4
_UNITS = {"minutes": 60, "hours": 3600, "days": 86400, "weeks": 7 * 86400, "months": 30 * 86400, "years": 365 * 86400}


def do(db: sqlite3.Connection, who: Caller, one: dict[str, Any], moment: float, file: str) -> str:
    """Do an activity of an automation, and return why it failed; nothing where it did not.

    file: that which began the automation, if one did.
    """
    number, target = one["objectTypeId"], one["activityObjectId"]
    if number in _BY_NUMBER:
        return _BY_NUMBER[number](db, who, target, moment)
    kind = kinds.KIND_OF.get(number)
    if kind is None:
        return ""
    row = store.activity(db, who.mid, kind.path, target)
    if row is None:
        return f"The activity {one['name'] or target} is gone."
    return do_activity(db, who, kind.path, store.doc_of(row), moment, file)


def do_activity(
    db: sqlite3.Connection, who: Caller, kind: str, doc: dict[str, Any], moment: float, file: str = ""
) -> str:
    """Do an activity by itself; as above."""
    if kind == kinds.QUERY:
        return queries.run(db, who, doc, moment)
    if kind == kinds.IMPORT:
        return _import(db, who, doc, moment, file)
    if kind == kinds.EXTRACT and doc.get("dataExtractTypeId") == EXTRACT_ROWS:
        return _extract(db, who, doc, moment)
    return ""


def wait_seconds(one: dict[str, Any], moment: float) -> float:
    """Return how long a wait activity waits: for a while, or until a time of the day, here the platform's."""
    try:
        told = json.loads(one.get("serializedObject") or "{}")
    except ValueError:
        told = {}
    if "duration" in told:
        return float(told["duration"]) * _UNITS.get(str(told.get("durationUnits", "")).lower(), 60)
    if "specifiedTime" in told:
        here = datetime.fromisoformat(iso(moment))
        hour, _, minute = str(told["specifiedTime"]).partition(":")
        there = here.replace(hour=int(hour), minute=int(minute or 0), second=0, microsecond=0)
        return (there - here).total_seconds() if there > here else (there + timedelta(days=1) - here).total_seconds()
    return 1.0


def _import(db: sqlite3.Connection, who: Caller, doc: dict[str, Any], moment: float, file: str) -> str:
    """Put the rows of a file into a data extension."""
    row = de.with_guid(db, str(doc.get("destinationObjectId") or "").lower())
    if row is None:
        return "The destination of the import is gone."
    name = named(str(doc.get("fileNamingPattern") or doc.get("fileSpec") or ""), moment)
    if file and "%%" in name:
        name = file
    content = files.get(db, who.mid, name)
    if content is None:
        return f"The file {name} was not found."
    table = de.table_of(db, row)
    try:
        rows = list(csv.reader(io.StringIO(content), strict=True))
        items = _items(doc, rows, table)
        return _put(db, table, items, doc)
    except (csv.Error, BadRow) as error:
        return str(error)


def named(pattern: str, moment: float) -> str:
    """Return the name of a file, with the parts of the date in place of %%Year%% and its like."""
    here = datetime.fromisoformat(iso(moment))
    parts = {
        "Year": f"{here:%Y}",
        "Month": f"{here:%m}",
        "Day": f"{here:%d}",
        "Hour": f"{here:%H}",
        "Minute": f"{here:%M}",
    }
    for part, value in parts.items():
        pattern = pattern.replace(f"%%{part}%%", value)
    return pattern


def _items(doc: dict[str, Any], rows: list[list[str]], table: Table) -> list[dict[str, str]]:
    """Return the rows of a file by the names of the fields. Raises BadRow."""
    if not rows:
        return []
    has_heading = doc.get("hasColumnHeader", True)
    heading = rows[0] if has_heading else [column.name for column in table.columns]
    maps = {one.get("sourceFieldName"): one.get("destinationFieldName") for one in doc.get("fieldMappings") or []}
    if str(doc.get("fieldMappingType", "")).lower() == "manualmap":
        heading = [str(maps.get(name, "")) for name in heading]
    known = [name if table.place(name) is not None else "" for name in heading]
    if not any(known):
        raise BadRow("No column of the file is a field of the data extension.")
    return [
        {name: value for name, value in zip(known, row, strict=False) if name}
        for row in rows[1 if has_heading else 0 :]
        if row
    ]


def _put(db: sqlite3.Connection, table: Table, items: list[dict[str, str]], doc: dict[str, Any]) -> str:
    """Write the rows that fit, and return why the import failed; others are left out, if that is allowed."""
    fit, errors = [], []
    for item in items:
        try:
            fit.append(table.checked(item))
        except BadRow as error:
            errors.append(str(error))
    if errors and not doc.get("allowErrors", True):
        return errors[0]
    kind = doc.get("updateTypeId", _ADD_UPDATE)
    if kind == _OVERWRITE:
        table.clear()
    db.execute("savepoint rows")
    try:
        (table.insert if kind == _ADD else table.upsert)(fit)
    except BadRow as error:
        db.execute("rollback to rows")
        return str(error)
    finally:
        db.execute("release rows")
    return ""


def _extract(db: sqlite3.Connection, who: Caller, doc: dict[str, Any], moment: float) -> str:
    """Write the rows of a data extension to a file."""
    options = {
        str(one.get("name")): str(one.get("value")) for one in doc.get("dataFields") or [] if isinstance(one, dict)
    }
    row = de.find(db, who, key=options.get("DECustomerKey", ""))
    if row is None:
        return f"The data extension {options.get('DECustomerKey', '')} was not found."
    table, out = de.table_of(db, row), io.StringIO()
    writer = csv.writer(out, delimiter=(options.get("ColumnDelimiter") or ",")[:1], lineterminator="\n")
    if options.get("HasColumnHeaders", "True").lower() == "true":
        writer.writerow([column.name for column in table.columns])
    for line in table.rows("", [], "id", range(len(table.columns)), -1, 0):
        writer.writerow(["" if value is None else value for value in line[1:]])
    files.put(db, who.mid, named(str(doc.get("fileSpec") or "extract.csv"), moment), out.getvalue())
    return ""


_BY_NUMBER: dict[int, Callable[[sqlite3.Connection, Caller, str, float], str]] = {
    kinds.SEND: sends.send,
    kinds.EVENT: sends.fire,
}
