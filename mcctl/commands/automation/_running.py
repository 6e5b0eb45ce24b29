"""A run of an automation, followed to its end."""

from __future__ import annotations

from typing import Any

from mcctl.cells import Columns
from mcctl.commands._following import Following
from mcctl.commands.automation._common import api
from mcctl.copying import argument
from mcctl.errors import NotFound, Refused
from mcctl.formats import When
from mcctl.reading import get, text, whole
from mcctl.rest.automation import RUNNING, AutomationApi
from mcctl.rest.automation_run import failed_part, has_failed, is_going, reason_of, status_of
from mcctl.session import Session

_PAUSE_SECONDS = 5.0  # runs take minutes, and some hours
RUN_COLUMNS: Columns = {
    "NAME": "name",
    "STATUS": "status",
    "STARTED": When("lastRunTime"),
    "ENDED": lambda one: status_of(get(one, "lastRun")) or None,
    "REASON": lambda one: _reason(get(one, "lastRun")),
}


def state_of(routes: AutomationApi, automation_id: str) -> dict[str, Any]:
    """Return an automation without its steps, with what is told of its last run."""
    one = routes.get(automation_id=automation_id)
    state = {name: value for name, value in one.items() if name.lower() != "steps"}
    instance = text(one, "lastRunInstanceId")
    if not instance or whole(get(one, "statusId")) == RUNNING:
        return state
    return {**state, "lastRun": _last_run(routes, automation_id, instance)}


def _last_run(routes: AutomationApi, automation_id: str, instance: str) -> dict[str, Any]:
    """Return what is told of a run: by its own route, or, where that knows none, by the legacy service."""
    try:
        return routes.instance(instance_id=instance)
    except (NotFound, Refused):
        pass
    try:
        definition = routes.definition(automation_id=automation_id)
    except (NotFound, Refused):
        return {}
    return {
        name: get(definition, name) for name in ("lastRunStatus", "startTime", "completedTime") if get(definition, name)
    }


def _reason(run: Any) -> str:
    part = failed_part(run)
    if part is None:
        return reason_of(run)
    step = f"step {part.step}, " if part.step else ""
    return f"{step}{part.name}: {part.reason or reason_of(run) or 'no reason is told'}"


def following(session: Session, automation: Any, before: str) -> Following[dict[str, Any]]:
    """Return how a run is followed. before: the id of the run before it."""
    routes, automation_id, name = api(session), text(automation, "id"), text(automation, "name")

    def is_over(state: dict[str, Any]) -> bool:
        is_new = text(state, "lastRunInstanceId") != before
        return is_new and whole(get(state, "statusId")) != RUNNING and not is_going(status_of(get(state, "lastRun")))

    return Following(
        clock=session.clock,
        ask=lambda: state_of(routes, automation_id),
        is_over=is_over,
        show=lambda state: session.show(state, RUN_COLUMNS),
        judge=lambda state: judge(state, name),
        still=lambda state, seconds: f"{name} is {text(state, 'status') or 'running'} after {seconds:g} s",
        again=f"mcctl automation status {argument(text(automation, 'key'))} --wait",
        pause=_PAUSE_SECONDS,
    )


def judge(state: Any, name: str) -> None:
    """Raise Refused where the last run failed, with the step and the reason."""
    run = get(state, "lastRun")
    if has_failed(status_of(run)) or failed_part(run) is not None:
        raise Refused(f"{name} failed: {_reason(run) or 'no reason is told'}", "mcctl automation history tells more")
