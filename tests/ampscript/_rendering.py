"""Rendering a template with what a test gives."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from mcctl.ampscript.memory import Memory, rowset
from mcctl.ampscript.run import Person
from mcctl.ampscript.system import system_strings
from mcctl.ampscript.template import Templates

NOW = datetime(2026, 3, 4, 13, 52, 7)
ROWS = {
    "Bikes": rowset(
        ["Sku", "Name", "Price", "Seen"],
        [
            {"Sku": "B1", "Name": "Road", "Price": "900", "Seen": "2026-01-02"},
            {"Sku": "B2", "Name": "Gravel", "Price": "1200.5", "Seen": None},
            {"Sku": "b3", "Name": "road", "Price": "80", "Seen": "2025-12-31"},
        ],
    ),
    "Coupons": rowset(
        ["Code", "Taken", "By"], [{"Code": "C1", "Taken": "True", "By": "ann"}, {"Code": "C2", "Taken": "", "By": ""}]
    ),
}
CONTENT = {
    "plain": "Hello",
    "setter": '%%[ SET @from = "block" ]%%',
    "greeting": "Hi %%=v(@who)=%%",
    "loop": '%%=ContentBlockByKey("loop")=%%',
    "broken": "a\n%%[ IF @x THEN ]%%",
}


def render(template: str, attributes: dict[str, Any] | None = None, *, zone: str = "UTC", now: datetime = NOW) -> str:
    """Return what a template prints."""
    memory = Memory(ROWS, CONTENT)
    system = system_strings(now, context="PREVIEW", address="ada@example.com", key="K1")
    person = Person({name.lower(): value for name, value in (attributes or {}).items()}, system, now, zone)
    templates = Templates()
    return templates.run(person, memory).render(templates.compile(template))
