"""The demo account's automation: every night, it puts the names of the customers in order. Its schedule is paused."""

from __future__ import annotations

import sqlite3

from mcctl.emulator.automation import automations, folders, kinds, queries, sends, store
from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.web import Caller

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
