"""`mcctl journey pause`."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, NamedTuple

import typer

from mcctl.commands._times import duration
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.journey._common import AllVersionsOption, KeyArgument, VersionOption, api
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.rest.journey import choose
from mcctl.session import Session


class PauseOptions(NamedTuple):
    """How a journey is paused."""

    lasting: Annotated[
        str, typer.Option("--for", metavar="DURATION", help="Whole days: 3d, 2w; a number by itself is of days.")
    ] = "14d"
    then: Annotated[
        str | None, typer.Option("--then", metavar="stop|resume", help="What happens when the pause is over.")
    ] = None
    extend_waits: Annotated[
        bool,
        typer.Option("--extend-waits", help="Make waits longer by as much as the pause lasts.", show_default=False),
    ] = False
    keep_entries: Annotated[
        bool, typer.Option("--keep-entries", help="Let contacts in when it is over.", show_default=False)
    ] = False


@verb(WRITE)
def pause_journey(
    session: Session,
    key: KeyArgument,
    version: VersionOption = None,
    all_versions: AllVersionsOption = False,
    *,
    how: PauseOptions,
) -> None:
    """Pause a running journey: nobody goes on, and nobody enters.

    Examples:
      mcctl journey pause nto-thank-you --for 3d --then resume
      mcctl journey pause nto-thank-you --extend-waits --keep-entries
    """
    settings = {
        "PausedDays": _days(how.lasting),
        "ExtendWaitEndDates": how.extend_waits,
        "RetainContactInjectionWhileJourneyPaused": how.keep_entries,
        **({"GuardrailAction": _then(how.then)} if how.then else {}),
    }
    routes = api(session)
    chosen = choose(routes.versions(key=key), version, ("Published",), "paused")
    if chosen.transactional:
        answer = routes.transactional("pause", journey_id=chosen.id)
    else:
        number = None if all_versions else chosen.number
        answer = routes.pause(journey_id=chosen.id, version=number, settings=settings)
    session.show(answer)
    session.done(f"Paused {chosen.key}", next_command=f"mcctl journey resume {argument(chosen.key)}")


def _days(given: str) -> int:
    days, rest = divmod(duration(f"{given}d" if given.strip().isdecimal() else given, "--for"), timedelta(days=1))
    if rest or not days:
        raise InputError(f"--for {given}: a pause lasts whole days, at least one")
    return days


def _then(word: str) -> str:
    if word.lower() not in ("stop", "resume"):
        raise InputError(f"--then {word!r} must be stop or resume")
    return word.capitalize()
