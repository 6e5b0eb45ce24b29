"""How a publication or a validation is followed, and what is told of its end."""

from __future__ import annotations

from functools import partial
from typing import Any

from mcctl.commands._following import Following
from mcctl.copying import argument
from mcctl.errors import Refused
from mcctl.reading import get, reasons_in, text
from mcctl.rest.journey import JourneyApi, Version
from mcctl.session import Session

Check = Following[dict[str, Any]]
CHECK_COLUMNS = {"STATUS": "status", "ERRORS": "errors", "WARNINGS": "warnings"}
_PAST = {"publish": "published", "validate": "validated"}
_COMPLETED = ("completed", "complete", "success")
_FAILED = ("error", "errors", "failed", "failure", "cancelled", "canceled", "invalid", "aborted")


def following(session: Session, routes: JourneyApi, what: str, begun: dict[str, Any], chosen: Version) -> Check:
    """Return how a publication or validation is followed. what: publish or validate. begun: the answer to it."""
    status_id = text(begun, "statusId")

    def judge(final: dict[str, Any]) -> None:
        for warning in _listed(final, "warnings"):
            session.output.note(f"Warning: {_issue(warning)}")
        errors = [_issue(error) for error in _listed(final, "errors")]
        if errors or not text(final, "status").lower().endswith(_COMPLETED):
            told = errors or [f"Marketing Cloud gives no reason (status {text(final, 'status')})"]
            raise Refused(
                f"Version {chosen.number} of {chosen.key} was not {_PAST[what]}: {told[0]}",
                f"mcctl journey update --data FILE {argument(chosen.key)}",
                details=told[1:],
            )

    return Following(
        ask=partial(routes.progress, what, status_id=status_id),
        is_over=_has_ended,
        show=lambda final: session.show(final, CHECK_COLUMNS),
        judge=judge,
        still=lambda final, seconds: f"{chosen.key}: {text(final, 'status') or 'no status yet'} after {seconds:g} s",
        again=f"mcctl journey status --publication {status_id} {argument(chosen.key)}",
    )


def _has_ended(final: Any) -> bool:
    """Whether a publication or validation is over; in a state that nobody listed, it is where it tells errors."""
    return text(final, "status").lower().endswith((*_COMPLETED, *_FAILED)) or bool(_listed(final, "errors"))


def _issue(issue: Any) -> str:
    """Return an error or warning of a publication in one line; documents and live answers spell it differently."""
    detail = text(issue, "errorDetail", "message", "errorMessage") or "; ".join(reasons_in(get(issue, "errors")))
    detail = detail or (issue if isinstance(issue, str) else "no reason is told")
    code, key = text(issue, "errorCode"), text(issue, "additionalInfo.activityKey")
    where = f" [{key}]" if key and key not in detail else ""
    return f"{detail}{where}" + (f" (code {code})" if code else "")


def _listed(final: dict[str, Any], name: str) -> list[Any]:
    found = get(final, name)
    return found if isinstance(found, list) else [found] if found else []
