"""`mcctl automation run`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.automation._common import KeyArgument, api
from mcctl.commands.automation._running import following
from mcctl.errors import InputError
from mcctl.reading import get, objects, text
from mcctl.session import Session


@verb(DANGEROUS)
def run_automation(session: Session, key: KeyArgument, *, waiting: Wait) -> None:
    """Run every activity of an automation once, now.

    A schedule is neither needed nor changed. --wait tells how it ended: the step that failed, and why, as far as
    Marketing Cloud tells. In production it is asked for first.

    Examples:
      mcctl automation run nto-nightly
      mcctl automation run nto-nightly --wait
    """
    routes = api(session)
    found = routes.find(ref=key)
    name = text(found, "name")
    if not objects(get(found, "steps")):
        raise InputError(f"{name} has no activities; nothing was run")
    if session.profile.production:
        session.confirm(f"Run the automation {name!r} now?")
    before = text(found, "lastRunInstanceId")
    routes.run_once(automation_id=text(found, "id"))
    following(session, found, before).begin(
        session, {"id": text(found, "id"), "key": text(found, "key"), "name": name}, None, waiting,
        done=f"Started {name}",
    )  # fmt: skip
    if waiting.wait:
        session.done(f"{name} has run")
