"""`mcctl automation schedule`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.automation._common import ITEM_COLUMNS, KeyArgument, api, switch
from mcctl.documents import given
from mcctl.errors import InputError
from mcctl.reading import get, text
from mcctl.rest.automation_body import schedule_to_send
from mcctl.session import Session


@verb(DANGEROUS)
def schedule_automation(
    session: Session,
    key: KeyArgument,
    start: Annotated[str, typer.Option("--start", metavar="TIME", help="First run, in --zone: 2027-01-31T02:00.")],
    zone: Annotated[
        str | None,
        typer.Option("--zone", metavar="ZONE", help="Time zone, such as Europe/Berlin; else that of the schedule now."),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option("--every", metavar="INTERVAL", help="15 minutes, 1 day, 2 weeks...; 1 day if not given."),
    ] = None,
    rule: Annotated[
        str | None, typer.Option("--rule", metavar="RULE", help="An iCal rule, instead of --every.")
    ] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="TIME", help="Last run at the latest then.")] = None,
    times: Annotated[int | None, typer.Option("--times", metavar="N", min=1, help="Run so many times.")] = None,
    paused: Annotated[bool, typer.Option("--paused", help="Set it, and leave it paused.", show_default=False)] = False,
) -> None:
    """Set when an automation runs, and let it.

    In production it is asked for first.

    Examples:
      mcctl automation schedule nto-nightly --start 2027-01-31T02:00 --zone Europe/Berlin --every "1 day"
      mcctl automation schedule nto-nightly --start 2027-01-31T02:00 --every "15 minutes" --times 4 --paused
    """
    if rule is not None and every is not None:
        raise InputError("How often?", "Give either --every or --rule")
    routes = api(session)
    found = routes.find(ref=key)
    there = zone or text(found, "schedule.timezoneId") or text(get(found, "schedule"), "timezoneName")
    if not there:
        raise InputError("In which time zone?", "Give --zone, such as Europe/Berlin")
    told = {"start": start, "zone": there, "every": every, "rule": rule, "until": until, "times": times}
    wanted = schedule_to_send(given(told))
    if session.profile.production and not paused:
        session.confirm(f"Let {text(found, 'name')!r} run by itself?")
    body = {"startSource": {"typeId": 1, "schedule": wanted}}
    updated = routes.update(automation_id=text(found, "id"), body=body)
    if not paused:
        switch(session, updated, on=True)
    session.show(routes.get(automation_id=text(found, "id")), ITEM_COLUMNS)
    session.done(f"Set the schedule of {text(found, 'name')}{', paused' if paused else ''}")
