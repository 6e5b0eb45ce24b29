"""What the state of a publication or a validation of a journey tells; documents and tenants spell it differently."""

from __future__ import annotations

from typing import Any

from mcctl.reading import get, reasons_in, text

_COMPLETED = ("completed", "complete", "success")
_FAILED = ("error", "errors", "failed", "failure", "cancelled", "canceled", "invalid", "aborted")


def has_ended(state: Any) -> bool:
    """Whether a publication or validation is over; in a state that nobody listed, it is where it tells errors."""
    return text(state, "status").lower().endswith((*_COMPLETED, *_FAILED)) or bool(_listed(state, "errors"))


def failures(state: Any) -> list[str]:
    """Return why one that is over did not come off, each reason in a line; nothing where it did."""
    errors = issues(state, "errors")
    if errors or text(state, "status").lower().endswith(_COMPLETED):
        return errors
    return [f"Marketing Cloud gives no reason (status {text(state, 'status')})"]


def issues(state: Any, name: str) -> list[str]:
    """Return the errors, or the warnings, of a state, each in a line."""
    return [_issue(one) for one in _listed(state, name)]


def _issue(issue: Any) -> str:
    detail = text(issue, "errorDetail", "message", "errorMessage") or "; ".join(reasons_in(get(issue, "errors")))
    detail = detail or (issue if isinstance(issue, str) else "no reason is told")
    code, key = text(issue, "errorCode"), text(issue, "additionalInfo.activityKey")
    where = f" [{key}]" if key and key not in detail else ""
    return f"{detail}{where}" + (f" (code {code})" if code else "")


def _listed(state: Any, name: str) -> list[Any]:
    found = get(state, name)
    return found if isinstance(found, list) else [found] if found else []
