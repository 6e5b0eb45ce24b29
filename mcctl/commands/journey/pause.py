"""`mcctl journey pause`."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.journey._common import AllVersionsOption, KeyArgument, VersionOption, api
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.rest.journey import choose
from mcctl.session import Session


class PauseOptions(NamedTuple):
    """How a journey is paused."""

    days: Annotated[int, typer.Option("--days", metavar="DAYS", min=1, help="For so many days.")] = 14
    then: Annotated[
        str | None, typer.Option("--then", metavar="stop|resume", help="What happens when the days are over.")
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
      mcctl journey pause nto-thank-you --days 3 --then resume
      mcctl journey pause nto-thank-you --extend-waits --keep-entries
    """
    settings = {
        "PausedDays": how.days,
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


def _then(word: str) -> str:
    if word.lower() not in ("stop", "resume"):
        raise InputError(f"--then {word!r} must be stop or resume")
    return word.capitalize()
