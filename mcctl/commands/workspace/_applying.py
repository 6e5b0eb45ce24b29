"""A plan carried out as a run of this machine: its ledger, what was there before, its results, and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from mcctl.bulk import runs
from mcctl.bulk.ledger import Ledger
from mcctl.bulk.outcome import check_results, write_results
from mcctl.commands._waiting import WAIT_SECONDS, wait_until
from mcctl.commands.workspace._space import Workspace
from mcctl.copying import argument, repeat
from mcctl.errors import Interrupted, McctlError, OutcomeUnknown, PartlyDone, Refused
from mcctl.files import absolute
from mcctl.reading import text
from mcctl.rest.journey import JourneyApi
from mcctl.rest.publication import failures, has_ended
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace.applying import BLOCKED, Applying, Outcome
from mcctl.workspace.images import Images
from mcctl.workspace.lock import Entry
from mcctl.workspace.plan import DELETE, PUBLISH, Plan

KIND = "workspace"
_MANY = 50  # writes that are confirmed by the number of the business unit
_RESULT = {"operation": "row", "address": "contact", "action": "key", "outcome": "status", "error": "error"}
_COLUMNS = {"#": "operation", "OUTCOME": "outcome", "ACTION": "action", "ADDRESS": "address", "ERROR": "error"}
ResultsOption = Annotated[
    str | None,
    typer.Option("--results", metavar="PATH", help="Write what became of each operation to this JSONL file."),
]


class _Run(NamedTuple):
    """A plan on its way. name: of the file that it came from, or of the command that made it."""

    id: str
    plan: Plan
    name: str


def carry_out(space: Workspace, plan: Plan, name: str, *, asks: bool, results: str | None = None) -> None:
    """Carry out a plan, and tell what became of it. The workspace is held by whoever calls.

    name: of the plan's file, or of the command that made it. asks: whether it is asked for, even where nothing is
    production. Raises InputError where it is stale, PartlyDone or OutcomeUnknown where not all of it came off, and what
    an operation raised where nothing of it did.
    """
    session = space.session
    if results is not None:
        check_results(absolute(results))
    run = _Run(plan.digest[:10], plan, name)
    with _opened(run) as (ledger, images):
        applying = Applying(plan, space.unit, space.bases, ledger, images, _publishing(session))
        applying.look()
        left = [one for one in applying.left if one.is_write]
        if session.dry_run:
            session.show_list([_told(Outcome(one, "to do")) for one in left], _COLUMNS)
            session.done("")
            return
        if left and (asks or space.target.production or session.profile.production):
            _confirm(space, plan, len(left))
        _describe(space, ledger, run)
        _run(space, applying, ledger, run)
        if results is not None:
            write_results(ledger, absolute(results), run.id)
        if not left:
            session.done("Already applied" if plan.writes else "Nothing to write")
            return
        _tell(session, applying, run)


def _run(space: Workspace, applying: Applying, ledger: Ledger, run: _Run) -> None:
    with space.session.output.progress("Applying", len(run.plan.operations)) as advance:
        try:
            applying.run(advance)
        except KeyboardInterrupt as signal:
            hint = f"mcctl run resume {run.id} goes on"
            raise Interrupted.by(signal, "Interrupted; what was done is known", hint) from None
        except McctlError as error:
            done = sum(one.is_good for one in applying.outcomes.values())
            if done:
                told = f"{counted(done, 'operation')} done, then: {error.message}"
                raise PartlyDone(told, f"mcctl run resume {run.id} goes on", details=error.details) from error
            raise
    if len(applying.outcomes) == len(run.plan.operations):
        ledger.describe(finished=_now())


def _confirm(space: Workspace, plan: Plan, count: int) -> None:
    """Ask before anything is written: by the number of the business unit where it is much, or cannot be undone."""
    session = space.session
    deleted, published = plan.count(DELETE), plan.count(PUBLISH)
    parts = [
        counted(count, "write"),
        f"{deleted:,} deleted" if deleted else "",
        f"{published:,} published" if published else "",
    ]
    question = f"Write to {plan.target}: {', '.join(filter(None, parts))}?"
    is_production = space.target.production or session.profile.production
    if session.settings.confirm is not None or (is_production and (deleted or published or count > _MANY)):
        session.confirm_name(question, str(plan.mid))
    else:
        session.confirm(question)


def _publishing(session: Session) -> Callable[[Entry], None]:
    """Return what publishes the draft of a journey, and waits until it is done."""

    def publish(entry: Entry) -> None:
        api = JourneyApi(session.client)
        newest = api.versions(key=entry.key)[-1]
        begun = api.begin("publish", journey_id=newest.id, version=newest.number)
        state, over = wait_until(
            lambda: api.progress("publish", status_id=text(begun, "statusId")),
            has_ended,
            clock=session.clock,
            seconds=WAIT_SECONDS,
        )
        what = f"Version {newest.number} of {entry.key}"
        if not over:
            raise OutcomeUnknown(f"{what} is still being published", f"mcctl journey status {argument(entry.key)}")
        if told := failures(state):
            raise Refused(f"{what} was not published, and stays a draft: {told[0]}", details=told[1:])

    return publish


@contextmanager
def _opened(run: _Run) -> Iterator[tuple[Ledger, Images]]:
    with runs.opened(run.id) as ledger:
        images = Images(images_path(run.id))
        try:
            yield ledger, images
        finally:
            images.close()


def _describe(space: Workspace, ledger: Ledger, run: _Run) -> None:
    """Write down what the run is, once, and keep its plan: it can be taken back even when the file is gone."""
    if ledger.about():
        return
    run.plan.save(plan_path(run.id))
    session, root = space.session, space.project.root
    login = [] if session.environment else [f"--profile={session.profile.name}"]
    ledger.describe(
        kind=KIND,
        profile=session.profile.name,
        target=f"{run.plan.target} ({run.plan.mid})",
        file=run.name,
        rows=len(run.plan.operations),
        shard="",
        file_id=run.plan.digest,
        started=_now(),
        base=run.id,
        salt="",
        command=["workspace", "apply", f"--confirm={run.plan.mid}", *login, "--", str(plan_path(run.id))],
        fixed={"root": str(root)},
        results=_RESULT,
    )


def images_path(run_id: str) -> Path:
    """Return the file in which a run keeps what was there before."""
    return runs.runs_dir() / f"{run_id}.images"


def plan_path(run_id: str) -> Path:
    """Return the file in which a run keeps its plan."""
    return runs.runs_dir() / f"{run_id}.plan"


def _tell(session: Session, applying: Applying, run: _Run) -> None:
    found = list(applying.outcomes.values())
    session.show_list([_told(one) for one in found], _COLUMNS)
    bad = [f"{one.operation.address}: {one.outcome}: {one.error}" for one in found if not one.is_good]
    left = len(run.plan.operations) - len(found)
    told = f"{counted(sum(one.is_good for one in found), 'operation')} done"
    hint = f"mcctl run resume {run.id} tries again; mcctl workspace rollback {run.id} takes back what was done"
    more = f", {left:,} not tried" if left else ""
    if alone := _only_error(found):
        told = f"Nothing was written: {counted(len(bad), 'operation')} refused{more}"
        raise alone(told, f"mcctl run resume {run.id} tries again", details=bad)
    if unknown := [one for one in found if one.outcome == "unknown"]:
        raise OutcomeUnknown(f"{told}; of {counted(len(unknown), 'operation')} nobody knows", hint, details=bad)
    if bad or left:
        raise PartlyDone(f"{told}, {len(bad):,} not{more}", hint, details=bad)
    session.output.note(told)
    session.output.note(repeat(f"Next: mcctl workspace rollback {run.id} takes it back"))


def _only_error(found: list[Outcome]) -> type[McctlError] | None:
    """Return the class of what every operation failed with; None where one came off, or they failed in several ways."""
    kinds = {one.kind for one in found if one.outcome != BLOCKED}
    return kinds.pop() if len(kinds) == 1 else None


def _told(found: Outcome) -> dict[str, Any]:
    one = found.operation
    return {
        "operation": one.number,
        "outcome": found.outcome,
        "action": one.action,
        "address": str(one.address),
        "id": one.entry.id or None,
        "error": found.error or None,
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
