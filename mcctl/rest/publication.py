"""What the state of a publication or a validation of a journey tells; documents and tenants spell it differently."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from mcctl.reading import get, reasons_in, text

_COMPLETED = ("completed", "complete", "success")
_FIELD = re.compile(r"\b[a-z]+(?:[A-Z][A-Za-z]*|\.[a-z][A-Za-z]*)+\b")
"""The name of a property, such as waitDuration and arguments.smsToSend."""
_FAILED = ("error", "errors", "failed", "failure", "cancelled", "canceled", "invalid", "aborted")


def has_ended(state: Any) -> bool:
    """Whether a publication or validation is over; in a state that nobody listed, it is where it tells errors."""
    return text(state, "status").lower().endswith((*_COMPLETED, *_FAILED)) or bool(_listed(state, "errors"))


def failures(state: Any) -> list[str]:
    """Return why one that is over did not come off, each reason in a line; nothing where it did."""
    errors = [str(one) for one in issues(state, "error")]
    if errors or text(state, "status").lower().endswith(_COMPLETED):
        return errors
    return [f"Marketing Cloud gives no reason (status {text(state, 'status')})"]


class Issue(NamedTuple):
    """What is wrong with a journey. level: error or warning. field: of the activity, where the detail names one."""

    level: str
    activity: str
    field: str
    detail: str
    code: str

    def __str__(self) -> str:
        where = f" [{self.activity}]" if self.activity and self.activity not in self.detail else ""
        return f"{self.detail}{where}" + (f" (code {self.code})" if self.code else "")


def issues(state: Any, *levels: str) -> list[Issue]:
    """Return what is wrong, as a state tells it. levels: error, warning."""
    return [_issue(one, level) for level in levels for one in _listed(state, f"{level}s")]


def _issue(issue: Any, level: str) -> Issue:
    detail = text(issue, "errorDetail", "message", "errorMessage") or "; ".join(reasons_in(get(issue, "errors")))
    detail = detail or (issue if isinstance(issue, str) else "no reason is told")
    field = _FIELD.search(detail)
    activity = text(issue, "additionalInfo.activityKey")
    return Issue(level, activity, field[0] if field else "", detail, text(issue, "errorCode"))


def _listed(state: Any, name: str) -> list[Any]:
    found = get(state, name)
    return found if isinstance(found, list) else [found] if found else []
