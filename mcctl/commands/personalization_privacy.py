"""`mcctl personalization privacy`: what may be done with people's profiles."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from mcctl.commands import App, Context, IrreversibleCommand, ReadCommand
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.config import PERSONALIZATION, check_mid
from mcctl.errors import InputError, Interrupted, McctlError, OutcomeUnknown, PartlyDone, StillInProgress, refuse_all
from mcctl.formats import counted
from mcctl.reading import get

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.personalization import PersonalizationApi

app = App("Privacy states of profiles.")

BATCH_SIZE = 1000
_TOLD = 20
PROFILE, STATES_COLUMN = "id", "states"
CHANGE_COLUMNS: Columns = {
    "ID": "profile_id",
    "ACTION": "action",
    "STATUS": "status",
    "INITIATED (UTC)": lambda change: _without_zone(get(change, "date_initiated")),
    "COMPLETED (UTC)": lambda change: _without_zone(get(change, "date_completed")),
}

OrganizationOption = Annotated[
    str | None, typer.Option("--org", metavar="MID", help="MID of the organization; that of the login if not given.")
]


class Wish(NamedTuple):
    """The states that a profile is to have. place: where that is said. plain: the id before it was hashed.

    problem: why it makes no sense.
    """

    profile: str
    states: list[str]
    place: str = ""
    plain: str = ""
    problem: str | None = None


class PersonalizationReadCommand(ReadCommand):
    """A read with the login to Personalization Builder."""

    login_type = PERSONALIZATION


class SetCommand(IrreversibleCommand):
    """A write with the login to Personalization Builder."""

    login_type = PERSONALIZATION


@app.add("set", SetCommand)
def set_privacy(
    ctx: Context,
    assignments: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID=STATE,STATE...", help="A profile's states; ID= clears them."),
    ] = None,
    organization: OrganizationOption = None,
    source: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="CSV, TSV or JSONL with id and states, or JSON {id: [states]}."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option("--format", metavar="csv|tsv|jsonl|json", help="What is in FILE, if its name does not tell."),
    ] = None,
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="The column of id or states, where it is called otherwise."),
    ] = None,
    hash_name: Annotated[
        str | None, typer.Option("--hash", metavar="sha256", help="The ids are plain: send their hashes.")
    ] = None,
    batch_size: Annotated[int, typer.Option("--batch-size", min=1, help="Profiles in a request.")] = BATCH_SIZE,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Set the privacy states of profiles.

    Those named are what a profile has afterwards: what is left out is removed. States are do_not_track, do_not_profile
    and do_not_process, in any combination; and, alone, rtbf_delete (the right to be forgotten: deletes profile and
    data), rtbf_suppress (deletes them after the suppression period, 14 days unless set otherwise) and
    remove_rtbf_suppress (takes that back). What each line does is shown before it is sent, of many the deletions and
    the first others; deletions want the MID typed, or --confirm MID. The same command again leads to the same states.

    --hash takes an id as it is written, without spaces around it: case counts. --wait does not wait for a suppression
    period to end.

    Examples:
      mcctl personalization privacy set --org 12345678 hashed-id-01=do_not_track,do_not_profile hashed-id-08=
      mcctl personalization privacy set --org 12345678 --from privacy.csv --confirm 12345678 --wait
      mcctl personalization privacy set --org 12345678 --from people.csv --map id=Email --hash sha256 --dry-run
    """
    wishes = _wishes(assignments or [], source, format, mapping or [], hash_name)
    routes = api(ctx, organization)
    _tell_effects(ctx, wishes)
    _confirm(ctx, routes, wishes)
    whole = iter(wishes)
    parts = list(iter(lambda: list(islice(whole, batch_size)), []))
    if ctx.obj.dry_run:
        _preview(ctx, routes, parts)
        return
    sent = _send(ctx, routes, parts)
    ids = [str(one["batch_id"]) for one in sent]
    again = f"mcctl personalization privacy status {shlex.join(ids)} --org {routes.organization}"
    if wait:
        ctx.obj.output.note(f"Accepted as {', '.join(ids)}")
        _wait(ctx, routes, ids, wait_timeout, accepted=f"{again} --wait")
        return
    ctx.obj.show_list(sent, {"BATCH": "batch_id"})
    ctx.obj.done(f"Accepted: {counted(len(wishes), 'profile')}", next_command=again)


@app.add("status", PersonalizationReadCommand)
def status(
    ctx: Context,
    batch_ids: Annotated[list[str], typer.Argument(metavar="BATCH...", help="Ids of the batches.")],
    organization: OrganizationOption = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show what became of batches, change by change.

    Examples:
      mcctl personalization privacy status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --org 12345678
      mcctl personalization privacy status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --org 12345678 --wait -o json
    """
    routes = api(ctx, organization)
    if wait:
        _wait(ctx, routes, batch_ids, wait_timeout)
        return
    changes = (change for one in batch_ids for change in routes.get_batch(batch_id=one))
    ctx.obj.show_list(changes, CHANGE_COLUMNS)


def api(ctx: Context, organization: str | None) -> PersonalizationApi:
    """Return the routes of an organization: the one named, else that of the login, else the business unit in use.

    Raises InputError where there is none.
    """
    from mcctl.rest.personalization import PersonalizationApi

    profile = ctx.obj.profile
    of_login = profile.client_id if profile.type == PERSONALIZATION else ""
    named = organization or of_login or ctx.obj.options["business_unit"]
    if not named:
        raise InputError("Which organization?", "Give its MID: --org MID")
    return PersonalizationApi(ctx.obj.client, check_mid(named, option="--org"))


# ---------------------------------------------------------------------- what is to be set


def _wishes(
    assignments: Sequence[str], source: str | None, format: str | None, mapping: Sequence[str], hash_name: str | None
) -> list[Wish]:
    """Return what is to be set. Raises InputError with everything that is wrong."""
    from mcctl.rest.personalization_privacy import problem_of

    if assignments and source is not None:
        raise InputError("Give either ID=STATE,STATE... or --from FILE, not both")
    if not assignments and source is None:
        raise InputError("Which profiles?", "Give ID=STATE,STATE... or --from FILE")
    if hash_name not in (None, "sha256"):
        raise InputError(f"--hash {hash_name!r} must be sha256")
    given = list(_assigned(assignments) if source is None else _read(source, format, mapping))
    problems = []
    known: set[str] = set()
    for wish in given:
        problem = wish.problem or problem_of(wish.profile, wish.states)
        if problem is None and wish.profile in known:
            problem = f"{wish.profile} is given twice"
        known.add(wish.profile)
        if problem:
            problems.append(f"{wish.place}: {problem}" if wish.place else problem)
    refuse_all(problems)
    if not given:
        raise InputError(f"There are no profiles in {source}")
    return given if hash_name is None else _hashed(given)


def _assigned(assignments: Sequence[str]) -> Iterator[Wish]:
    from mcctl.rest.personalization_privacy import states_of

    for text in assignments:
        profile, equals, states = text.rpartition("=")
        problem = None if equals else f"{text!r} is not of the form ID=STATE,STATE; to clear all states: {text}="
        yield Wish(profile.strip(), states_of(states), problem=problem)


def _read(source: str, format: str | None, mapping: Sequence[str]) -> Iterator[Wish]:
    """Yield what a file says: an object of profiles in JSON, else a row for each."""
    from mcctl.bulk.readers import is_stream, keep

    if format == "json" or (format is None and Path(source).suffix.lower() == ".json"):
        yield from _read_json(source)
    elif not is_stream(source):
        yield from _read_rows(Path(source), source, format, mapping)
    else:
        with TemporaryDirectory() as folder:
            kept = Path(folder) / "rows"
            keep(source, kept)
            yield from _read_rows(kept, source, format, mapping)


def _read_rows(path: Path, name: str, format: str | None, mapping: Sequence[str]) -> Iterator[Wish]:
    """Yield the rows of a file. What clears a profile's states is said by an empty cell or list, never left out."""
    from mcctl.bulk.columns import map_columns, text_of
    from mcctl.bulk.readers import survey
    from mcctl.rest.personalization_privacy import states_of

    file = survey(path, name=name, format=format)
    columns = map_columns(file, (PROFILE, STATES_COLUMN), mapping, required=(PROFILE, STATES_COLUMN))
    for row in file.rows():
        place = f"Line {row.line} of {name}"
        states = row.values.get(columns[STATES_COLUMN])
        problem = row.problem
        if not isinstance(states, str | list):
            problem = problem or f"{columns[STATES_COLUMN]} is missing; to clear all states, leave it empty: []"
            states = []
        yield Wish(text_of(row.values.get(columns[PROFILE])), states_of(states), place, problem=problem)


def _read_json(source: str) -> Iterator[Wish]:
    """Yield the profiles of an object of them, or of a whole request."""
    from mcctl.documents import read_object
    from mcctl.rest.personalization_privacy import states_of

    document = read_object(source)
    batch = document.get("batch", document)
    if not isinstance(batch, dict) or ("batch" in document and len(document) > 1):
        raise InputError(f"{source} must hold an object: profile id -> list of states")
    for profile, states in batch.items():
        is_list = isinstance(states, list)
        problem = None if is_list else f"The states of {profile} must be a list"
        yield Wish(profile.strip(), states_of(states) if is_list else [], source, problem=problem)


def _hashed(wishes: Sequence[Wish]) -> list[Wish]:
    from mcctl.rest.personalization_privacy import hashed

    return [wish._replace(profile=hashed(wish.profile), plain=wish.profile) for wish in wishes]


# ---------------------------------------------------------------------- doing it


def _tell_effects(ctx: Context, wishes: Sequence[Wish]) -> None:
    """Say what each line does; of many, the first, and all deletions."""
    from mcctl.rest.personalization_privacy import deletes, effect_of

    note = ctx.obj.output.note
    rest = wishes[_TOLD:]
    for wish in [*wishes[:_TOLD], *(wish for wish in rest if deletes(wish.states))]:
        name = f"{wish.plain}, {wish.profile}" if wish.plain else wish.profile
        note(f"  {name}: {effect_of(wish.states)}")
    others = [wish.states for wish in rest if not deletes(wish.states)]
    if others:
        note(f"  and {counted(len(others), 'more profile')}; all states are removed from {others.count([]):,} of them")
    if any("@" in wish.profile for wish in wishes):
        note("Some ids look like e-mail addresses; where profiles are known by hashes: --hash sha256")


def _confirm(ctx: Context, routes: PersonalizationApi, wishes: Sequence[Wish]) -> None:
    from mcctl.rest.personalization_privacy import deletes

    if deleted := sum(deletes(wish.states) for wish in wishes):
        told = counted(deleted, "profile")
        ctx.obj.confirm_name(f"Delete {told} of {routes.organization}, with all data, for good?", routes.organization)


def _batch(part: Sequence[Wish]) -> dict[str, list[str]]:
    return {wish.profile: wish.states for wish in part}


def _preview(ctx: Context, routes: PersonalizationApi, parts: Sequence[Sequence[Wish]]) -> None:
    """Show the first request, and say how many there would be."""
    ctx.obj.show(routes.set_privacy(batch=_batch(parts[0])))
    requests = f"{counted(len(parts), 'request')}, of which the first is shown" if len(parts) > 1 else "one request"
    ctx.obj.output.note(f"Dry run: {counted(sum(map(len, parts)), 'profile')} in {requests}; nothing was sent")


def _send(ctx: Context, routes: PersonalizationApi, parts: Sequence[Sequence[Wish]]) -> list[dict[str, Any]]:
    """Send batches, and return the answers; where one fails, show those of the batches before it.

    Raises PartlyDone where others were accepted and this one was not, Interrupted, OutcomeUnknown.
    """
    sent: list[dict[str, Any]] = []
    for part in parts:
        try:
            sent.append(routes.set_privacy(batch=_batch(part)))
        except McctlError as error:
            if sent:
                ctx.obj.show_list(sent, {"BATCH": "batch_id"})
            if not sent or isinstance(error, Interrupted | OutcomeUnknown):
                raise
            raise PartlyDone(
                f"{len(sent)} of {counted(len(parts), 'request')} were accepted; then: {error.message}",
                "The same command again leads to the same states",
                status=error.status,
                errorcode=error.errorcode,
                details=error.details,
            ) from error
    return sent


def _wait(ctx: Context, routes: PersonalizationApi, ids: Sequence[str], seconds: float, *, accepted: str = "") -> None:
    """Wait until batches have ended, and show their changes. accepted: as for `wait_until`.

    Raises StillInProgress, PartlyDone.
    """
    from mcctl.rest.personalization_privacy import is_failed, is_over, is_scheduled

    answers: dict[str, list[dict[str, Any]]] = {}

    def ask() -> bool:
        for one in ids:
            if not is_over(answers.get(one, [])):
                answers[one] = routes.get_batch(batch_id=one)
        return all(map(is_over, answers.values()))

    _, done = wait_until(ask, bool, seconds=seconds, accepted=accepted)
    changes = [change for found in answers.values() for change in found]
    ctx.obj.show_list(changes, CHANGE_COLUMNS)
    if not done:
        again = f"mcctl personalization privacy status {shlex.join(ids)} --org {routes.organization} --wait"
        raise StillInProgress("Not all changes are made when the wait ends", again)
    if failed := [change for change in changes if is_failed(change)]:
        details = [f"{get(one, 'profile_id')}: {get(one, 'action')}: {get(one, 'status')}" for one in failed]
        raise PartlyDone(f"Not made: {len(failed)} of {counted(len(changes), 'change')}", details=details)
    if scheduled := sum(map(is_scheduled, changes)):
        ctx.obj.output.note(f"{counted(scheduled, 'profile')} will be deleted when the suppression period ends")


def _without_zone(date: Any) -> Any:
    return date.removesuffix(" UTC") if isinstance(date, str) else date
