"""How a run of an automation ended: what of it is told differs, and nothing describes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from mcctl.reading import get, objects, text

_GOOD = ("complete", "completed", "success", "succeeded", "ok")
_BAD = ("error", "failed", "failure", "stopped", "fatal")
_GOING = ("executing", "running", "initialized", "queued", "queuedfile", "inprogress", "in progress", "pending")
_REASONS = (
    "errorDetails", "statusDetails", "activityInstanceStatusDetails", "errorMessage", "statusMessage",
    "errorDescription", "message", "error", "description",
)  # fmt: skip


class Part(NamedTuple):
    """What became of an activity. step: as it is told; "" where it is not. reason: "" likewise."""

    name: str
    step: str
    status: str
    reason: str


def status_of(run: Any) -> str:
    """Return the status of a run as it is told; "" where it is not."""
    return text(run, "status", "lastRunStatus", "automationInstanceStatus", "statusName")


def has_failed(status: str) -> bool:
    """Whether a status tells that something did not come off."""
    return status.lower() in _BAD


def is_going(status: str) -> bool:
    """Whether a status tells that something goes on."""
    return status.lower() in _GOING


def failed_part(run: Any) -> Part | None:
    """Return the first activity that failed, wherever in the answer it stands; None where none is told."""
    return next((part for part in _parts(run) if has_failed(part.status)), None)


def reason_of(run: Any) -> str:
    """Return why a run failed, as far as it tells by itself."""
    return text(run, *_REASONS)


def _parts(one: Any, step: str = "") -> Iterator[Part]:
    """Yield every activity below something: in steps, processes, activities or workers."""
    for name in ("activities", "workers", "steps", "processes", "activityInstances"):
        for inner in objects(get(one, name)):
            here = text(inner, "step", "stepNumber", "sequence") or step
            yield Part(text(inner, "name", "activityName"), here, status_of(inner), reason_of(inner))
            yield from _parts(inner, here)
