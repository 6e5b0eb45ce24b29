"""`mcctl usage`."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated

import typer

from mcctl import usage
from mcctl.commands._times import moment_since
from mcctl.commands._verb import READ, verb
from mcctl.errors import InputError
from mcctl.session import Session

_USUAL = timedelta(days=30)


class By(StrEnum):
    """By what requests are added up."""

    DAY = "day"
    PROFILE = "profile"
    GROUP = "group"


@verb(READ)
def show_usage(
    session: Session,
    by: Annotated[
        list[By] | None,
        typer.Option("--by", metavar="|".join(By), help="Add up by this only; may be given often."),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="WHEN", help="A date, or how long ago: 7d; 30d if not given.")
    ] = None,
) -> None:
    """Show how many requests mcctl made from this machine, by day, profile and group of commands.

    Every request counts, repeated ones and those for tokens too; logins and what a killed process made do not. In the
    config file, a profile may hold the requests that it is allowed in a year, `allowance: 2000000`: what is used of it
    is told here, and from 80 % on by all commands, once a day. `max_rate: 10/s` holds each command of a profile back to
    so many requests a second.

    Examples:
      mcctl usage
      mcctl usage --by profile --since 365d
      mcctl usage --by day --by group -o csv
    """
    parts = [part.value for part in By if not by or part in by]
    today = session.clock.today()
    first = moment_since(since, "--since").astimezone().date() if since else today - _USUAL
    sums: Counter[tuple[str, ...]] = Counter()
    try:
        for one in usage.counted(first):
            sums[tuple(getattr(one, part) for part in parts)] += one.requests
        rows = [{**dict(zip(parts, key, strict=True)), "requests": requests} for key, requests in sums.items()]
        session.show_list(rows, {name.upper(): name for name in (*parts, "requests")})
        _tell_allowances(session, today)
    except OSError as error:
        raise InputError(f"Cannot read {error.filename}: {error.strerror}") from error


def _tell_allowances(session: Session, today: date) -> None:
    for profile in session.config.profiles.values():
        if profile.allowance:
            used = usage.share(usage.of_a_year(profile.name, today), profile.allowance)
            session.output.note(f"Profile {profile.name}: {used}")
