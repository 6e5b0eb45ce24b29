"""The demo account's automation: every night, it puts the names of the customers in order. Its schedule is paused."""

from __future__ import annotations

import sqlite3

from mcctl.emulator.automation import automations, folders, kinds, locations, queries, sends, store, work
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.web import Caller
from mcctl.emulator.de import definitions as de

QUERY, SCRIPT, AUTOMATION = (f"5e0d0000-0000-4000-8000-0000000001{number:02d}" for number in (1, 2, 3))
_SQL = """SELECT SubscriberKey, Email, UPPER(LEFT(FirstName, 1)) + LOWER(SUBSTRING(FirstName, 2, 50)) AS FirstName
FROM [NTO Customers]
WHERE FirstName IS NOT NULL"""
_SCRIPT = '<script runat="server">\nPlatform.Load("Core", "1");\nWrite("Northern Trail");\n</script>'


def seed(db: sqlite3.Connection) -> None:
    """Make a query, a script, and the automation of both."""
    who = Caller(ENTERPRISE, ENTERPRISE, "", frozenset(), {})
    body = {
        "queryText": _SQL,
        "targetKey": "nto-customers",
        "targetUpdateTypeId": 1,
        "description": "",
        "isFrozen": False,
    }
    doc = queries.kept(db, who, body)
    folder = folders.root_of(db, ENTERPRISE, "queryactivity")
    store.add_activity(db, who, kinds.QUERY, "nto-names", "NTO Names", folder, doc, QUERY)
    folder = folders.root_of(db, ENTERPRISE, "ssjsactivity")
    script = {"description": "", "script": _SCRIPT}
    store.add_activity(db, who, kinds.SCRIPT, "nto-hello-script", "NTO Hello", folder, script, SCRIPT)
    sends.seed(db)
    _seed_files(db, who)
    steps = [(300, QUERY, "NTO Names"), (423, SCRIPT, "NTO Hello")]
    schedule = {
        "startDate": "2026-01-01T02:00:00",
        "timezoneId": 5,
        "icalRecur": "FREQ=DAILY;UNTIL=20790606T050000;INTERVAL=1",
    }
    automations.create(db, who, {
        "name": "NTO Nightly", "key": "nto-nightly", "description": "Names in order",
        "steps": [{"stepNumber": place, "annotation": "", "activities": [
            {"displayOrder": 1, "objectTypeId": number, "activityObjectId": target, "name": name}]}
            for place, (number, target, name) in enumerate(steps)],
        "startSource": {"typeId": 1, "schedule": schedule},
    }, AUTOMATION)  # fmt: skip


def _seed_files(db: sqlite3.Connection, who: Caller) -> None:
    """Make an import of customers, a transfer of their file, and an extract of them."""
    customers = de.find(db, who, key="nto-customers")
    assert customers is not None  # noqa: S101 (seeded before)
    there = {"fileTransferLocationId": locations.ENHANCED_FTP, "description": ""}
    load = {
        **there, "fileNamingPattern": "customers.csv", "fileSpec": "", "destinationObjectTypeId": 310,
        "destinationObjectId": customers["guid"], "destinationId": 0, "destinationName": "NTO Customers",
        "fieldMappingType": "InferFromColumnHeadings", "fieldMappings": [], "fileType": "CSV", "hasColumnHeader": True,
        "allowErrors": True, "updateTypeId": 0, "subscriberImportTypeId": 255, "encodingName": "utf-8",
    }  # fmt: skip
    move = {**there, "fileSpec": "customers.csv", "isUpload": False, "isCompressed": False, "isEncrypted": False}
    options = {"DECustomerKey": "nto-customers", "ColumnDelimiter": ",", "HasColumnHeaders": "True"}
    extract = {
        "description": "", "dataExtractTypeId": work.EXTRACT_ROWS, "fileSpec": "customers-%%Year%%%%Month%%%%Day%%.csv",
        "intervalType": 0, "createdBy": 7001, "modifiedBy": 7001,
        "dataFields": [{"name": name, "type": "string", "value": value} for name, value in options.items()],
    }  # fmt: skip
    for kind, key, doc in (
        (kinds.IMPORT, "import", load),
        (kinds.TRANSFER, "transfer", move),
        (kinds.EXTRACT, "extract", extract),
    ):
        store.add_activity(db, who, kind, f"nto-customers-{key}", f"NTO Customers {key.capitalize()}", 0, doc)
