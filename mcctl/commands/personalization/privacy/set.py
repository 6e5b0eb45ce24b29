"""`mcctl personalization privacy set`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.commands._verb import IRREVERSIBLE, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.personalization._common import OrganizationOption, api
from mcctl.commands.personalization._states import deletes, effect_of
from mcctl.commands.personalization.privacy._common import following
from mcctl.commands.personalization.privacy._profiles import ProfileStates, checked_profiles
from mcctl.config import PERSONALIZATION
from mcctl.errors import Interrupted, McctlError, OutcomeUnknown, PartlyDone
from mcctl.rest.client import preview
from mcctl.rest.personalization import PersonalizationApi
from mcctl.session import Session
from mcctl.words import counted

BATCH_SIZE = 1000
_TOLD = 20


@verb(IRREVERSIBLE, login_type=PERSONALIZATION)
def set_privacy(
    session: Session,
    assignments: Annotated[
        list[str] | None, typer.Argument(metavar="ID=STATE,STATE...", help="A profile's states; ID= clears them.")
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
    batch_size: Annotated[
        int, typer.Option("--batch-size", metavar="N", min=1, help="Profiles in a request.")
    ] = BATCH_SIZE,
    *,
    waiting: Wait,
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
      mcctl personalization privacy set --org 12345678 --from addresses.csv --map id=Email --hash sha256 --dry-run
    """
    profiles = checked_profiles(assignments or [], source, format, mapping or [], hash_name)
    routes = api(session, organization)
    _tell_effects(session, profiles)
    _confirm(session, routes, profiles)
    whole = iter(profiles)
    parts = list(iter(lambda: list(islice(whole, batch_size)), []))
    if session.dry_run:
        _preview(session, routes, parts)
        return
    sent = _send(session, routes, parts)
    ids = [str(one["batch_id"]) for one in sent]
    batches = following(session, routes, ids)
    if waiting.wait:
        session.output.note(f"Accepted as {', '.join(ids)}")
        batches.wait(waiting.wait_timeout, accepted=True)
        return
    session.show_list(sent, {"BATCH": "batch_id"})
    session.done(f"Accepted: {counted(len(profiles), 'profile')}", next_command=batches.again.removesuffix(" --wait"))


def _tell_effects(session: Session, profiles: Sequence[ProfileStates]) -> None:
    """Say what each line does; of many, the first, and all deletions."""
    note = session.output.note
    rest = profiles[_TOLD:]
    for one in [*profiles[:_TOLD], *(one for one in rest if deletes(one.states))]:
        name = f"{one.plain}, {one.profile}" if one.plain else one.profile
        note(f"  {name}: {effect_of(one.states)}")
    others = [one.states for one in rest if not deletes(one.states)]
    if others:
        note(f"  and {counted(len(others), 'more profile')}; all states are removed from {others.count([]):,} of them")
    if any("@" in one.profile for one in profiles):
        note("Some ids look like e-mail addresses; where profiles are known by hashes: --hash sha256")


def _confirm(session: Session, routes: PersonalizationApi, profiles: Sequence[ProfileStates]) -> None:
    if deleted := sum(deletes(one.states) for one in profiles):
        told = counted(deleted, "profile")
        session.confirm_name(f"Delete {told} of {routes.organization}, with all data, for good?", routes.organization)


def _batch(part: Sequence[ProfileStates]) -> dict[str, list[str]]:
    return {one.profile: one.states for one in part}


def _preview(session: Session, routes: PersonalizationApi, parts: Sequence[Sequence[ProfileStates]]) -> None:
    """Show the first request, and say how many there would be."""
    session.output.show_json(preview(routes.set_call(batch=_batch(parts[0]))))
    requests = f"{counted(len(parts), 'request')}, of which the first is shown" if len(parts) > 1 else "one request"
    session.output.note(f"Dry run: {counted(sum(map(len, parts)), 'profile')} in {requests}; nothing was sent")


def _send(
    session: Session, routes: PersonalizationApi, parts: Sequence[Sequence[ProfileStates]]
) -> list[dict[str, Any]]:
    """Send batches, and return the answers; where one fails, show those of the batches before it.

    Raises PartlyDone where others were accepted and this one was not, Interrupted, OutcomeUnknown.
    """
    sent: list[dict[str, Any]] = []
    for part in parts:
        try:
            sent.append(routes.set_privacy(batch=_batch(part)))
        except McctlError as error:
            if sent:
                session.show_list(sent, {"BATCH": "batch_id"})
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
