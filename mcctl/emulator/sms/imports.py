"""People on their way into MobileConnect: which column is what, and who becomes a contact and a subscriber."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from mcctl.emulator.core import files
from mcctl.emulator.core.web import Caller, flag_of, folded, is_text
from mcctl.emulator.sms import talk as mobile
from mcctl.emulator.sms.talk import IN_PROGRESS

MAPPINGS = ("mapbyordinal", "manualmap", "inferfromcolumnheadings")


@dataclass(frozen=True)
class Source:
    """Where people come from. columns: destination -> place. faults: why nobody does."""

    name: str = ""
    rows: Sequence[Sequence[str]] = ()
    columns: dict[str, int] = field(default_factory=dict)
    faults: Sequence[str] = ()


@dataclass
class Counts:
    """How many rows were new subscriptions, known ones, and of no use."""

    inserted: int = 0
    updated: int = 0
    invalid: int = 0


def mapping_faults(body: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with how a request, whose names are in lower case, maps columns."""
    kind = str(body.get("importmappingtype")).lower()
    if kind not in MAPPINGS:
        yield f"Import mapping type {body.get('importmappingtype', '')} is not valid."
    maps = body.get("fieldmaps")
    entries = [folded(one) if isinstance(one, dict) else {} for one in maps] if isinstance(maps, list) else []
    if maps is not None and not isinstance(maps, list):
        yield "Field maps must be an array."
    for one in entries:
        place = one.get("ordinal") if kind == "mapbyordinal" else one.get("source")
        wanted = int if kind == "mapbyordinal" else str
        if not is_text(one.get("destination")) or not isinstance(place, wanted) or isinstance(place, bool):
            yield "A field map must have a destination, and an ordinal or a source."
            return
    if kind in ("mapbyordinal", "manualmap") and not entries:
        yield "Field maps must be specified."


def columns_of(body: dict[str, Any], header: Sequence[str]) -> dict[str, int]:
    """Return destination (lower case, such as _mobilenumber) -> place of its column.

    Ordinals count from 0; where the columns are inferred, headings may lack the underscore.
    """
    names = [name.strip().lower() for name in header]
    kind = str(body.get("importmappingtype")).lower()
    if kind == "inferfromcolumnheadings":
        return {f"_{name.lstrip('_')}": place for place, name in enumerate(names)}
    found = {}
    for one in map(folded, body.get("fieldmaps") or []):
        place = one["ordinal"] if kind == "mapbyordinal" else _place(names, str(one["source"]).lower())
        if place is not None:
            found[one["destination"].lower()] = place
    return found


def source_of(name: str, rows: Sequence[Sequence[str]], columns: dict[str, int]) -> Source:
    """Return where people come from, whose numbers must be there."""
    missing = [] if "_mobilenumber" in columns else ["No column holds the mobile number."]
    return Source(name, rows, columns, missing)


def file_source(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> Source:
    """Read the file that a request names and maps, as far as it can be."""
    name = body.get("filename") or ""
    text = files.get(db, who.mid, name)
    if text is None:
        return Source(faults=[f"File {name} is not valid."])
    try:
        lines = files.rows_of(text)
    except csv.Error as error:
        return Source(faults=[f"File {name} is not valid: {error}"])
    has_header = bool(flag_of(body.get("isfirstrowheader"))) and bool(lines)
    return source_of(name, lines[has_header:], columns_of(body, lines[0] if has_header else []))


def take_rows(
    db: sqlite3.Connection,
    who: Caller,
    rows: Sequence[Sequence[str]],
    columns: dict[str, int],
    code: str,
    word: str,
) -> tuple[list[tuple[str, str]], Counts]:
    """Make contacts of rows, subscribe them to a keyword, if any; return number and contact key of each, and counts."""
    people, counts = [], Counts()
    for row in rows:
        values = {name: row[place].strip() for name, place in columns.items() if 0 <= place < len(row)}
        number = values.get("_mobilenumber", "")
        if not mobile.is_number(number):
            counts.invalid += 1
            continue
        key = mobile.contact_of(db, who.eid, number, values.get("_subscriberkey") or None)
        people.append((number, key))
        known = word and mobile.subscription(db, who.mid, code, word, number)
        counts.updated += bool(known)
        counts.inserted += bool(word and not known)
        if word and (not known or known["state"] == IN_PROGRESS):
            mobile.subscribe(db, who.mid, code, word.upper(), number, key)
    return people, counts


def _place(names: Sequence[str], name: str) -> int | None:
    return names.index(name) if name in names else None
