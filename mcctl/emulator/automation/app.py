"""Automation Studio."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from mcctl.emulator.automation import activities, automations, demo, folders, legacy, locations, queries, runs, store
from mcctl.emulator.automation.activities import Activities, Check, IsRunning, Log, OneActivity, Start
from mcctl.emulator.automation.kinds import KINDS, QUERY, SCRIPT
from mcctl.emulator.core.app import App

_CHECKS: dict[str, Check] = {QUERY: queries.check}
_QUERIES_A_PAGE = 25
"""Whatever is asked for."""


def _activity_routes() -> Iterator[tuple[str, Any]]:
    for kind in KINDS.values():
        check = _CHECKS.get(kind.path, lambda _db, _who, body: body)
        home = f"/automation/v1/{kind.path}"
        listed = Activities(kind, check, _QUERIES_A_PAGE) if kind.path == QUERY else Activities(kind, check)
        yield home, listed
        if kind.folder:
            yield f"{home}/category/{{folder}}", listed
        yield f"{home}/{{ref}}", OneActivity(kind, check)
        yield f"{home}/{{ref}}{kind.started}", Start(kind)
        yield f"{home}/{{ref}}/log", Log(kind)
    yield f"/automation/v1/{QUERY}/{{ref}}/actions/isrunning", IsRunning(KINDS[QUERY])


APP = App(
    routes={
        **automations.ROUTES, **legacy.ROUTES, **folders.ROUTES, **locations.ROUTES, **queries.ROUTES,
        **dict(_activity_routes()),
    },
    schema=store.SCHEMA + folders.SCHEMA + legacy.SCHEMA,
    seeds=(folders.seed,),
    content=(demo.seed,),
    loads={
        "query": partial(activities.load, KINDS[QUERY], queries.kept),
        "script": partial(activities.load, KINDS[SCRIPT], lambda _db, _who, body: body),
        "automation": automations.load,
    },
    elapse=runs.elapse,
)  # fmt: skip
