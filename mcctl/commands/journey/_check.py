"""How a publication or a validation is followed, and what is told of its end."""

from __future__ import annotations

from functools import partial
from typing import Any

from mcctl.commands._following import Following
from mcctl.copying import argument
from mcctl.errors import Refused
from mcctl.reading import text
from mcctl.rest.journey import JourneyApi, Version
from mcctl.rest.publication import failures, has_ended, issues
from mcctl.session import Session

Check = Following[dict[str, Any]]
_ISSUE_COLUMNS = {"LEVEL": "level", "ACTIVITY": "activity", "FIELD": "field", "ERROR": "detail", "CODE": "code"}
_PAST = {"publish": "published", "validate": "validated"}


def show_check(session: Session, state: dict[str, Any]) -> None:
    """Print the state of a publication or validation: as a table, what is wrong with the journey."""
    found = issues(state, "error", "warning")
    if found and not session.output.is_structured:
        session.show_list([one._asdict() for one in found], _ISSUE_COLUMNS)
    else:
        session.show(state, {"STATUS": "status"})


def following(session: Session, routes: JourneyApi, what: str, begun: dict[str, Any], chosen: Version) -> Check:
    """Return how a publication or validation is followed. what: publish or validate. begun: the answer to it."""
    status_id = text(begun, "statusId")

    def judge(final: dict[str, Any]) -> None:
        for warning in issues(final, "warning"):
            session.output.note(f"Warning: {warning}")
        if told := failures(final):
            raise Refused(
                f"Version {chosen.number} of {chosen.key} was not {_PAST[what]}: {told[0]}",
                f"mcctl journey update --data FILE {argument(chosen.key)}",
                details=told[1:],
            )

    return Following(
        clock=session.clock,
        ask=partial(routes.progress, what, status_id=status_id),
        is_over=has_ended,
        show=lambda final: show_check(session, final),
        judge=judge,
        still=lambda final, seconds: f"{chosen.key}: {text(final, 'status') or 'no status yet'} after {seconds:g} s",
        again=f"mcctl journey status --publication {status_id} {argument(chosen.key)}",
    )
