"""What is plainly wrong with a message that is saved: told, and saved all the same."""

from __future__ import annotations

from typing import Any

from mcctl.ampscript.assets import compile_view, parts_of
from mcctl.ampscript.errors import AmpscriptError
from mcctl.checks.mail import ERROR, Mail, check
from mcctl.session import Session

_MOST = 3


def warn(session: Session, body: dict[str, Any]) -> None:
    """Say the worst that is wrong with the message in an asset's JSON."""
    try:
        parts = parts_of(body) if body.get("views") else {"html": compile_view(body, "html")}
    except AmpscriptError as error:
        session.output.note(f"Warning: {error}")
        return
    wrong = [one for one in check(Mail(parts, is_email=False)) if one.level == ERROR]
    for one in wrong[:_MOST]:
        session.output.note(f"Warning: {one.part}, {one.place}: {one.message}")
    if len(wrong) > _MOST:
        session.output.note(f"Warning: {len(wrong) - _MOST} more; mcctl asset check tells all")
