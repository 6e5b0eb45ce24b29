"""`mcctl personalization privacy`: what may be done with people's profiles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import App, Context, IrreversibleCommand, ReadCommand
from mcctl.commands.waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption, wait_until
from mcctl.errors import InputError, McctlError, PartlyDone, StillInProgress, refuse_all
from mcctl.formats import counted

if TYPE_CHECKING:
    from mcctl.output import Columns
    from mcctl.rest.personalization import PersonalizationApi

app = App("Privacy states of profiles.")

LOGIN_TYPE = "personalization"
BATCH_SIZE = 1000
_TOLD = 20
PROFILE, STATES_COLUMN = "id", "states"
CHANGE_COLUMNS: Columns = {
    "PROFILE": "profile_id",
    "ACTION": "action",
    "STATUS": "status",
    "INITIATED": "date_initiated",
    "COMPLETED": "date_completed",
}
BATCH_COLUMNS: Columns = {"BATCH": "batch_id", "PROFILES": "profiles"}

Batch = dict[str, list[str]]
OrganizationOption = Annotated[
    str | None, typer.Option("--org", metavar="MID", help="MID of the organization; that of the login if not given.")
]


class StatusCommand(ReadCommand):
    """A read with the login to Personalization Builder."""

    login_type = LOGIN_TYPE


class SetCommand(IrreversibleCommand):
    """A write with the login to Personalization Builder."""

    login_type = LOGIN_TYPE


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
        typer.Option("--from", metavar="FILE", help="CSV or TSV with the columns id and states, JSONL, or JSON."),
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
    """Set the privacy states of profiles: those named are what each has afterwards, so what is left out is removed.

    States are do_not_track, do_not_profile and do_not_process, in any combination; and, alone, rtbf_delete (the right
    to be forgotten: deletes profile and data), rtbf_suppress (deletes them after the suppression period, 14 days
    unless set otherwise) and remove_rtbf_suppress (takes that back). What each line does is told before it is sent;
    deletions want the MID typed, or --confirm MID. The same command again leads to the same states.

    Examples:
      mcctl personalization privacy set --org 12345678 hashed-id-01=do_not_track,do_not_profile hashed-id-08=
      mcctl personalization privacy set --org 12345678 --from privacy.csv --confirm 12345678 --wait
      mcctl personalization privacy set --from people.csv --map id=Email --hash sha256 --dry-run
    """
    batch = _batch(assignments or [], source, format, mapping or [])
    if hash_name is not None:
        batch = _hashed(batch, hash_name)
    routes = api(ctx, organization)
    _tell_effects(ctx, batch)
    _confirm(ctx, routes, batch)
    whole = iter(batch.items())
    parts = list(iter(lambda: dict(islice(whole, batch_size)), {}))
    if ctx.obj.dry_run:
        _preview(ctx, routes, parts)
        return
    sent = _send(ctx, routes, parts)
    ids = [str(one["batch_id"]) for one in sent]
    if wait:
        ctx.obj.output.note(f"Accepted as {', '.join(ids)}")
        _wait(ctx, routes, ids, wait_timeout)
        return
    ctx.obj.show_list(sent, BATCH_COLUMNS)
    status_of = f"mcctl personalization privacy status {ids[0]} --org {routes.organization}"
    ctx.obj.done(f"Accepted: {counted(len(batch), 'profile')}", next_command=status_of)


@app.add("status", StatusCommand)
def status(
    ctx: Context,
    batch_id: Annotated[str, typer.Argument(metavar="BATCH", help="Id of the batch.")],
    organization: OrganizationOption = None,
    wait: WaitOption = False,
    wait_timeout: WaitTimeoutOption = WAIT_SECONDS,
) -> None:
    """Show what became of a batch, change by change.

    Examples:
      mcctl personalization privacy status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --org 12345678
      mcctl personalization privacy status 5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c --wait -o json
    """
    routes = api(ctx, organization)
    if wait:
        _wait(ctx, routes, [batch_id], wait_timeout)
    else:
        ctx.obj.show_list(routes.get_batch(batch_id=batch_id), CHANGE_COLUMNS)


def api(ctx: Context, organization: str | None) -> PersonalizationApi:
    """Return the routes of an organization. Raises InputError where none is named."""
    from mcctl.rest.personalization import PersonalizationApi

    named = organization or (ctx.obj.profile.client_id if ctx.obj.profile.type == LOGIN_TYPE else "")
    if not named:
        raise InputError("Which organization?", "Give its MID: --org MID")
    if not (named.isascii() and named.isdecimal()):
        raise InputError(f"--org {named!r} is no MID: a MID has only digits")
    return PersonalizationApi(ctx.obj.client, named)


# ---------------------------------------------------------------------- what is to be set


def _batch(assignments: Sequence[str], source: str | None, format: str | None, mapping: Sequence[str]) -> Batch:
    """Return profile -> states. Raises InputError with everything that is wrong."""
    from mcctl.rest.privacy import problem_of, states_of

    if bool(assignments) == (source is not None):
        raise InputError("Which profiles?", "Give either ID=STATE,STATE... or --from FILE")
    pairs = _assigned(assignments) if source is None else _read(source, format, mapping)
    batch: Batch = {}
    problems = []
    for profile, value in pairs:
        states = states_of(value)
        problem = problem_of(profile, states)
        if profile in batch:
            problem = problem or f"{profile} is given twice"
        if problem:
            problems.append(problem)
        batch[profile] = states
    refuse_all(problems)
    if not batch:
        raise InputError(f"There are no profiles in {source}")
    return batch


def _assigned(assignments: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for text in assignments:
        profile, equals, states = text.rpartition("=")
        if not equals:
            raise InputError(f"{text!r} is not of the form ID=STATE,STATE", f"To clear all states: {text}=")
        yield profile.strip(), states


def _read(source: str, format: str | None, mapping: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """Yield (profile, states) of a file: an object of them in JSON, else a row for each."""
    if format == "json" or (format is None and Path(source).suffix.lower() == ".json"):
        yield from _read_json(source)
        return
    from mcctl.bulk.readers import is_stream, keep

    if not is_stream(source):
        yield from _read_rows(Path(source), source, format, mapping)
        return
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "rows"
        keep(source, kept)
        yield from _read_rows(kept, source, format, mapping)


def _read_rows(path: Path, name: str, format: str | None, mapping: Sequence[str]) -> Iterator[tuple[str, Any]]:
    from mcctl.bulk.columns import map_columns, text_of
    from mcctl.bulk.readers import survey

    file = survey(path, name=name, format=format)
    columns = map_columns(file, (PROFILE, STATES_COLUMN), mapping, required=(PROFILE, STATES_COLUMN))
    for row in file.rows():
        if row.problem:
            raise InputError(f"Line {row.line} of {name}: {row.problem}")
        yield text_of(row.values.get(columns[PROFILE])), row.values.get(columns[STATES_COLUMN])


def _read_json(source: str) -> Iterator[tuple[str, Any]]:
    """Yield (profile, states) of an object of them, or of a whole request."""
    from mcctl.documents import read_object

    document = read_object(source)
    batch = document.get("batch", document)
    if not isinstance(batch, dict):
        raise InputError(f"{source} must hold an object: profile id -> list of states")
    for profile, states in batch.items():
        if not isinstance(states, list):
            raise InputError(f"{source}: the states of {profile} must be a list")
        yield profile.strip(), states


def _hashed(batch: Mapping[str, list[str]], name: str) -> Batch:
    from mcctl.rest.privacy import hashed

    if name.lower() != "sha256":
        raise InputError(f"--hash {name!r} must be sha256")
    return {hashed(profile): states for profile, states in batch.items()}


# ---------------------------------------------------------------------- doing it


def _tell_effects(ctx: Context, batch: Batch) -> None:
    """Say what each line does."""
    from mcctl.rest.privacy import effect_of

    for profile, states in islice(batch.items(), _TOLD):
        ctx.obj.output.note(f"  {profile}: {effect_of(states)}")
    if any("@" in profile for profile in batch):
        ctx.obj.output.note("Some ids look like e-mail addresses; where profiles are known by hashes: --hash sha256")
    if len(batch) > _TOLD:
        ctx.obj.output.note(f"  and {counted(len(batch) - _TOLD, 'more profile')}")


def _confirm(ctx: Context, routes: PersonalizationApi, batch: Batch) -> None:
    from mcctl.rest.privacy import deletes

    if deleted := deletes(batch):
        told = counted(len(deleted), "profile")
        ctx.obj.confirm_name(f"Delete {told} of {routes.organization}, with all data, for good?", routes.organization)


def _preview(ctx: Context, routes: PersonalizationApi, parts: Sequence[Batch]) -> None:
    """Show the first request, and say how many there would be."""
    ctx.obj.show(routes.set_privacy(batch=parts[0]))
    requests = f"{counted(len(parts), 'request')}, of which the first is shown" if len(parts) > 1 else "one request"
    ctx.obj.output.note(f"Dry run: {counted(sum(map(len, parts)), 'profile')} in {requests}; nothing was sent")


def _send(ctx: Context, routes: PersonalizationApi, parts: Sequence[Batch]) -> list[dict[str, Any]]:
    """Send batches, and return the answers. Raises PartlyDone where one fails after others were accepted."""
    sent: list[dict[str, Any]] = []
    for part in parts:
        try:
            sent.append({**routes.set_privacy(batch=part), "profiles": len(part)})
        except McctlError as error:
            if not sent:
                raise
            ctx.obj.show_list(sent, BATCH_COLUMNS)
            told = f"{len(sent)} of {counted(len(parts), 'request')} were accepted; then: {error.message}"
            raise PartlyDone(told, "The same command again leads to the same states") from error
    return sent


def _wait(ctx: Context, routes: PersonalizationApi, ids: Sequence[str], seconds: float) -> None:
    """Wait until batches are through, and show their changes. Raises StillInProgress, PartlyDone."""
    from mcctl.rest.privacy import FAILED, is_over

    def ask() -> list[list[dict[str, Any]]]:
        return [routes.get_batch(batch_id=one) for one in ids]

    answers, done = wait_until(ask, lambda found: all(map(is_over, found)), seconds=seconds)
    changes = [change for found in answers for change in found]
    ctx.obj.show_list(changes, CHANGE_COLUMNS)
    again = f"mcctl personalization privacy status {ids[0]} --org {routes.organization} --wait"
    if not done:
        raise StillInProgress(f"Not all changes are made after {seconds:g} s", again)
    failed = [change for change in changes if str(change.get("status")).lower() in FAILED]
    if failed:
        details = [f"{one.get('profile_id')}: {one.get('action')}: {one.get('status')}" for one in failed]
        raise PartlyDone(f"{len(failed)} of {counted(len(changes), 'change')} were not made", details=details)
