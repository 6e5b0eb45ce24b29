"""`mcctl personalization privacy set`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Annotated, Any

import typer

from mcctl.commands._verb import IRREVERSIBLE, verb
from mcctl.commands._waiting import WAIT_SECONDS, WaitOption, WaitTimeoutOption
from mcctl.commands.personalization._common import OrganizationOption, api
from mcctl.commands.personalization._states import deletes, effect_of
from mcctl.commands.personalization.privacy._common import following
from mcctl.commands.personalization.privacy._wishes import Wish, checked_wishes
from mcctl.config import PERSONALIZATION
from mcctl.errors import Interrupted, McctlError, OutcomeUnknown, PartlyDone
from mcctl.formats import counted
from mcctl.rest.client import preview
from mcctl.rest.personalization import PersonalizationApi
from mcctl.session import Session

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
    wishes = checked_wishes(assignments or [], source, format, mapping or [], hash_name)
    routes = api(session, organization)
    _tell_effects(session, wishes)
    _confirm(session, routes, wishes)
    whole = iter(wishes)
    parts = list(iter(lambda: list(islice(whole, batch_size)), []))
    if session.dry_run:
        _preview(session, routes, parts)
        return
    sent = _send(session, routes, parts)
    ids = [str(one["batch_id"]) for one in sent]
    batches = following(session, routes, ids)
    if wait:
        session.output.note(f"Accepted as {', '.join(ids)}")
        batches.wait(wait_timeout, accepted=True)
        return
    session.show_list(sent, {"BATCH": "batch_id"})
    session.done(f"Accepted: {counted(len(wishes), 'profile')}", next_command=batches.again.removesuffix(" --wait"))


def _tell_effects(session: Session, wishes: Sequence[Wish]) -> None:
    """Say what each line does; of many, the first, and all deletions."""
    note = session.output.note
    rest = wishes[_TOLD:]
    for wish in [*wishes[:_TOLD], *(wish for wish in rest if deletes(wish.states))]:
        name = f"{wish.plain}, {wish.profile}" if wish.plain else wish.profile
        note(f"  {name}: {effect_of(wish.states)}")
    others = [wish.states for wish in rest if not deletes(wish.states)]
    if others:
        note(f"  and {counted(len(others), 'more profile')}; all states are removed from {others.count([]):,} of them")
    if any("@" in wish.profile for wish in wishes):
        note("Some ids look like e-mail addresses; where profiles are known by hashes: --hash sha256")


def _confirm(session: Session, routes: PersonalizationApi, wishes: Sequence[Wish]) -> None:
    if deleted := sum(deletes(wish.states) for wish in wishes):
        told = counted(deleted, "profile")
        session.confirm_name(f"Delete {told} of {routes.organization}, with all data, for good?", routes.organization)


def _batch(part: Sequence[Wish]) -> dict[str, list[str]]:
    return {wish.profile: wish.states for wish in part}


def _preview(session: Session, routes: PersonalizationApi, parts: Sequence[Sequence[Wish]]) -> None:
    """Show the first request, and say how many there would be."""
    session.output.show_json(preview(routes.set_call(batch=_batch(parts[0]))))
    requests = f"{counted(len(parts), 'request')}, of which the first is shown" if len(parts) > 1 else "one request"
    session.output.note(f"Dry run: {counted(sum(map(len, parts)), 'profile')} in {requests}; nothing was sent")


def _send(session: Session, routes: PersonalizationApi, parts: Sequence[Sequence[Wish]]) -> list[dict[str, Any]]:
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
