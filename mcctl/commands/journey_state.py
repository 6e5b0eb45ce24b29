"""Setting journeys going, holding and stopping them, and having contacts leave."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context, DangerousCommand, WriteCommand
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.copying import argument
from mcctl.errors import InputError, McctlError, PartlyDone, Refused, StillInProgress
from mcctl.formats import counted
from mcctl.reading import get, objects, reasons_in, text

if TYPE_CHECKING:
    from mcctl.rest.journey import JourneyApi, Version

KeyArgument = Annotated[str, typer.Argument(metavar="JOURNEY", help="Key, or id, of the journey.")]
VersionOption = Annotated[
    str | None, typer.Option("--version", metavar="VERSION", help="Number, or draft, published, paused...")
]
AllVersionsOption = Annotated[
    bool, typer.Option("--all-versions", help="Every version that can be.", show_default=False)
]
_COMPLETED = ("completed", "complete", "success")
_FAILED = ("error", "errors", "failed", "failure", "cancelled", "canceled", "invalid", "aborted")
_EXIT_DONE = "completed"
_EXIT_PAUSE = 10.0


class CheckCommand(WriteCommand):
    """A validation."""


class PublishCommand(DangerousCommand):
    """A publication; asked about where it reaches people."""


def _pause_options(
    days: Annotated[int, typer.Option("--days", min=1, help="For so many days.")] = 14,
    then: Annotated[
        str | None, typer.Option("--then", metavar="stop|resume", help="What happens when the days are over.")
    ] = None,
    extend_waits: Annotated[
        bool,
        typer.Option("--extend-waits", help="Make waits longer by as much as the pause lasts.", show_default=False),
    ] = False,
    keep_entries: Annotated[
        bool, typer.Option("--keep-entries", help="Let contacts in when it is over.", show_default=False)
    ] = False,
) -> None: ...


class PauseCommand(WriteCommand):
    """A pause."""

    declared = (_pause_options, *WriteCommand.declared)


def validate_journey(
    ctx: Context,
    key: KeyArgument,
    version: VersionOption = None,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Have Marketing Cloud check a draft, without publishing it, and tell everything that is wrong.

    The route is not documented, but known from public code.

    Examples:
      mcctl journey validate welcome-journey
    """
    from mcctl.rest.journey import choose

    routes = api(ctx)
    chosen = choose(routes.versions(key=key), version, ("Draft",), "validated")
    begun = routes.begin("validate", journey_id=chosen.id, version=chosen.number)
    if ctx.obj.dry_run:
        ctx.obj.show(begun)
        ctx.obj.done("")
        return
    final = _follow(routes, "validate", begun, wait_timeout, chosen)
    _tell_check(ctx, final, chosen, "validated")
    ctx.obj.done(f"Version {chosen.number} of {chosen.key} can be published")


def publish_journey(
    ctx: Context,
    key: KeyArgument,
    version: VersionOption = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Publish the draft of a journey: it takes contacts from then on, and the version before it takes no new ones.

    Marketing Cloud publishes in its own time; --wait tells how it ended, with every error. Without it, accepted means
    no more than that it has begun. The emulator refuses what it cannot play: Einstein and engagement splits, custom
    activities, waits other than by duration, AMPscript, single sends.

    Examples:
      mcctl journey publish welcome-journey --wait
      mcctl journey publish welcome-journey --version 3 --wait --wait-timeout 600
    """
    from mcctl.rest.journey import choose

    routes = api(ctx)
    chosen = choose(routes.versions(key=key), version, ("Draft",), "published")
    if ctx.obj.profile.production:
        ctx.obj.confirm(f"Publish version {chosen.number} of {chosen.key}?")
    if chosen.transactional:
        ctx.obj.show(routes.transactional("create", journey_id=chosen.id))
        ctx.obj.done(f"Published {chosen.key}")
        return
    begun = routes.begin("publish", journey_id=chosen.id, version=chosen.number)
    if ctx.obj.dry_run or not wait:
        ctx.obj.show(begun)
        follow = f"mcctl journey status --publication {text(begun, 'statusId')} {argument(chosen.key)}"
        ctx.obj.done(f"Version {chosen.number} of {chosen.key} is being published", next_command=follow)
        return
    final = _follow(routes, "publish", begun, wait_timeout, chosen)
    _tell_check(ctx, final, chosen, "published")
    ctx.obj.done(
        f"Published version {chosen.number} of {chosen.key}",
        next_command=f"mcctl journey status {argument(chosen.key)}",
    )


def pause_journey(
    ctx: Context, key: KeyArgument, version: VersionOption = None, all_versions: AllVersionsOption = False
) -> None:
    """Pause a running journey: nobody goes on, and nobody enters.

    Examples:
      mcctl journey pause nto-thank-you --days 3 --then resume
      mcctl journey pause nto-thank-you --extend-waits --keep-entries
    """
    from mcctl.rest.journey import choose

    options = ctx.obj.options
    wishes = {
        "PausedDays": options["days"],
        "ExtendWaitEndDates": options["extend_waits"],
        "RetainContactInjectionWhileJourneyPaused": options["keep_entries"],
        **({"GuardrailAction": _then(options["then"])} if options["then"] else {}),
    }
    routes = api(ctx)
    chosen = choose(routes.versions(key=key), version, ("Published",), "paused")
    if chosen.transactional:
        answer = routes.transactional("pause", journey_id=chosen.id)
    else:
        number = None if all_versions else chosen.number
        answer = routes.pause(journey_id=chosen.id, version=number, wishes=wishes)
    ctx.obj.show(answer)
    ctx.obj.done(f"Paused {chosen.key}", next_command=f"mcctl journey resume {argument(chosen.key)}")


def resume_journey(
    ctx: Context, key: KeyArgument, version: VersionOption = None, all_versions: AllVersionsOption = False
) -> None:
    """Let a paused journey go on.

    Examples:
      mcctl journey resume welcome-journey
    """
    from mcctl.rest.journey import choose

    routes = api(ctx)
    chosen = choose(routes.versions(key=key), version, ("Paused",), "resumed")
    if chosen.transactional:
        answer = routes.transactional("resume", journey_id=chosen.id)
    else:
        answer = routes.resume(journey_id=chosen.id, version=None if all_versions else chosen.number)
    ctx.obj.show(answer)
    ctx.obj.done(f"Resumed {chosen.key}", next_command=f"mcctl journey status {argument(chosen.key)}")


def stop_journey(
    ctx: Context, key: KeyArgument, version: VersionOption = None, all_versions: AllVersionsOption = False
) -> None:
    """Stop a journey for good: whoever is in it is ejected, and the version cannot be started again.

    It stops the newest running version; --all-versions those with it that only finish what they have begun.

    Examples:
      mcctl journey stop nto-thank-you
      mcctl journey stop nto-thank-you --all-versions --yes
    """
    from mcctl.rest.journey import RUNNING, choose

    routes = api(ctx)
    versions = routes.versions(key=key)
    newest = choose(versions, version, RUNNING, "stopped")
    if newest.transactional:
        raise Refused(
            "A transactional send journey cannot be stopped, only paused", f"mcctl journey pause {argument(newest.key)}"
        )
    running = [one for one in versions if one.status.lower() in map(str.lower, RUNNING)]
    chosen = running if all_versions else [newest]
    numbers = ", ".join(str(one.number) for one in chosen)
    ctx.obj.confirm(f"Stop the journey {newest.key!r}, version {numbers}, for good, and eject whoever is in it?")
    stopped = _each(chosen, lambda one: routes.stop(journey_id=one.id, version=one.number))
    if ctx.obj.dry_run:
        ctx.obj.show_list(stopped, {})
    ctx.obj.done(
        f"Stopped version {numbers} of {newest.key}", next_command=f"mcctl journey status {argument(newest.key)}"
    )


def exit_journey(
    ctx: Context,
    key: KeyArgument,
    contacts: Annotated[
        list[str], typer.Option("--contact", metavar="KEY", help="Contact that is to leave; may be given often.")
    ],
    versions: Annotated[
        list[int] | None, typer.Option("--version", metavar="N", help="Only this version; may be given often.")
    ] = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Have contacts leave a journey. Marketing Cloud does so in its own time.

    Examples:
      mcctl journey exit nto-thank-you --contact nto-1001 --wait
      mcctl journey exit nto-thank-you --contact nto-1001 --contact nto-1002 --version 1
    """
    from mcctl.rest.journey import MAX_EXITS

    routes = api(ctx)
    journey_key = routes.versions(key=key)[0].key
    only = {"Versions": versions} if versions else {}
    wishes = [{"ContactKey": contact, "DefinitionKey": journey_key, **only} for contact in dict.fromkeys(contacts)]
    parts = [wishes[start : start + MAX_EXITS] for start in range(0, len(wishes), MAX_EXITS)]
    refused = [error for part in parts for error in routes.exit(wishes=part)]
    if ctx.obj.dry_run:
        ctx.obj.show_list(refused, {})
        ctx.obj.done("")
        return
    if refused:
        details = [f"{text(one, 'contactKey')}: {_messages(one)}" for one in refused]
        kind = Refused if len(refused) >= len(wishes) else PartlyDone
        raise kind(f"{len(refused)} of {counted(len(wishes), 'exit')} were refused", details=details)
    if wait:
        _wait_for_exits(ctx, routes, parts, wait_timeout)
    ctx.obj.done(f"{counted(len(wishes), 'contact')} {'left' if wait else 'will leave'} {journey_key}")


def api(ctx: Context) -> JourneyApi:
    """Return the routes of journeys."""
    from mcctl.rest.journey import JourneyApi

    return JourneyApi(ctx.obj.client)


def _follow(routes: JourneyApi, what: str, begun: dict[str, Any], seconds: float, chosen: Version) -> dict[str, Any]:
    """Return how a publication or validation ended. Raises StillInProgress when it has not after so many seconds."""
    status_id = text(begun, "statusId")
    follow = f"mcctl journey status --publication {status_id} {argument(chosen.key)}"
    ask = partial(routes.progress, what, status_id=status_id)
    final: dict[str, Any]
    final, done = wait_until(ask, _has_ended, seconds=seconds, accepted=follow)
    if not done:
        raise StillInProgress(f"{chosen.key}: {text(final, 'status') or 'no status yet'} after {seconds:g} s", follow)
    return final


def _has_ended(final: Any) -> bool:
    """Whether a publication or validation is over; in a state that nobody listed, it is where it tells errors."""
    return text(final, "status").lower().endswith((*_COMPLETED, *_FAILED)) or bool(_listed(final, "errors"))


def _tell_check(ctx: Context, final: dict[str, Any], chosen: Version, verb: str) -> None:
    """Show how a publication or validation ended. Raises Refused, with every error, where it failed."""
    ctx.obj.show(final, {"STATUS": "status", "ERRORS": "errors", "WARNINGS": "warnings"})
    for warning in _listed(final, "warnings"):
        ctx.obj.output.note(f"Warning: {_issue(warning)}")
    errors = [_issue(error) for error in _listed(final, "errors")]
    if errors or not text(final, "status").lower().endswith(_COMPLETED):
        told = errors or [f"Marketing Cloud gives no reason (status {text(final, 'status')})"]
        raise Refused(
            f"Version {chosen.number} of {chosen.key} was not {verb}: {told[0]}",
            f"mcctl journey update --data FILE {argument(chosen.key)}",
            details=told[1:],
        )


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


def _then(word: str) -> str:
    if word.lower() not in ("stop", "resume"):
        raise InputError(f"--then {word!r} must be stop or resume")
    return word.capitalize()


def _each(versions: Sequence[Version], change: Any) -> list[dict[str, Any]]:
    """Change versions one after the other. Raises PartlyDone where only some of it came off."""
    done: list[dict[str, Any]] = []
    for one in versions:
        try:
            done.append(change(one))
        except McctlError as error:
            if not done:
                raise
            numbers = ", ".join(str(version.number) for version in versions[: len(done)])
            message = f"Done with version {numbers} only; version {one.number}: {error.message}"
            raise PartlyDone(message, error.hint, details=error.details) from error
    return done


def _wait_for_exits(ctx: Context, routes: JourneyApi, parts: list[list[dict[str, Any]]], seconds: float) -> None:
    states, done = wait_until(
        lambda: [one for part in parts for one in routes.exit_status(wishes=part)],
        lambda answer: bool(answer) and all(_EXIT_DONE in _messages(one).lower() for one in answer),
        seconds=seconds,
        pause=min(_EXIT_PAUSE, seconds),
        accepted="mcctl contact journeys CONTACT",
    )
    ctx.obj.show_list(states, {"CONTACT": "contactKey", "JOURNEY": "definitionKey", "STATUS": _messages})
    if not done:
        raise StillInProgress(f"Not everybody has left after {seconds:g} s", "mcctl contact journeys CONTACT")


def _messages(one: dict[str, Any]) -> str:
    told = objects(get(one, "status"))
    return "; ".join(f"version {text(part, 'version')}: {text(part, 'message')}" for part in told)
