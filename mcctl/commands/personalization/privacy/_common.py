"""How batches of privacy states are followed."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from mcctl.cells import Columns
from mcctl.clock import told_moment
from mcctl.commands._following import Following
from mcctl.commands.personalization._states import is_failed, is_over, is_scheduled
from mcctl.errors import PartlyDone
from mcctl.reading import get, text
from mcctl.rest.personalization import PersonalizationApi
from mcctl.session import Session
from mcctl.words import counted

CHANGE_COLUMNS: Columns = {
    "ID": "profile_id",
    "ACTION": "action",
    "STATUS": "status",
    "INITIATED": lambda change: _moment(text(change, "date_initiated")),
    "COMPLETED": lambda change: _moment(text(change, "date_completed")),
}


def following(session: Session, routes: PersonalizationApi, ids: Sequence[str]) -> Following[list[dict[str, Any]]]:
    """Return how batches are followed until their changes are made."""
    answers: dict[str, list[dict[str, Any]]] = {}

    def ask() -> list[dict[str, Any]]:
        for one in ids:
            if not is_over(answers.get(one, [])):
                answers[one] = routes.get_batch(batch_id=one)
        return [change for found in answers.values() for change in found]

    def judge(changes: list[dict[str, Any]]) -> None:
        if failed := [change for change in changes if is_failed(change)]:
            details = [f"{get(one, 'profile_id')}: {get(one, 'action')}: {get(one, 'status')}" for one in failed]
            raise PartlyDone(f"Not made: {len(failed)} of {counted(len(changes), 'change')}", details=details)
        if scheduled := sum(map(is_scheduled, changes)):
            session.output.note(f"{counted(scheduled, 'profile')} will be deleted when the suppression period ends")

    return Following(
        clock=session.clock,
        ask=ask,
        is_over=lambda _changes: all(map(is_over, answers.values())),
        show=lambda changes: session.show_list(changes, CHANGE_COLUMNS),
        judge=judge,
        still=lambda _changes, _seconds: "Not all changes are made when the wait ends",
        again=f"mcctl personalization privacy status {shlex.join(ids)} --org {routes.organization} --wait",
    )


def _moment(told: str) -> datetime | str:
    return told_moment(told.removesuffix(" UTC"), UTC) or told
