"""`mcctl tx send --from`: a message to every row of a file."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mcctl.bulk import runs
from mcctl.bulk.engine import Engine, in_batches
from mcctl.bulk.ledger import ACCEPTED, REFUSED, UNKNOWN, Ledger
from mcctl.bulk.outcome import TOLD_PROBLEMS, check_results, problem_of, write_results
from mcctl.bulk.readers import Source, is_stream, keep, survey
from mcctl.bulk.recipients import Recipients, Shard, column_mapping, is_recipients_fault, send_with
from mcctl.bulk.runs import Identity
from mcctl.bulk.statuses import wait_for_statuses
from mcctl.commands import Context
from mcctl.commands.run import command_line
from mcctl.errors import InputError, Interrupted, McctlError, PartlyDone, StillInProgress
from mcctl.formats import counted
from mcctl.output import say
from mcctl.rest.client import preview
from mcctl.rest.http import RETRY_PAUSES
from mcctl.rest.pace import Pace
from mcctl.rest.tx import ADVISED_RECIPIENTS, TxApi

LARGE_SEND = 1000  # recipients; in production it is confirmed by name
LONG_PAUSES = (*RETRY_PAUSES, 8.0, 16.0, 32.0)
_MUST_NOT_CHANGE = {"map": "--map", "common": "--attr, --message or --resubscribe", "once": "--allow-duplicates"}


@dataclass(frozen=True)
class Sending:
    """All that a run of `tx send --from` is about."""

    ctx: Context
    routes: TxApi
    definition: str
    common: dict[str, Any]
    source: Source
    mapping: dict[str, str]
    shard: Shard
    rate: float | None

    @property
    def once(self) -> bool:
        """Whether a contact may be in the file only once."""
        return not self.ctx.obj.options["allow_duplicates"]

    @property
    def batch_size(self) -> int:
        """Recipients of one request: no more than may leave in a second."""
        wished: int = self.ctx.obj.options["batch_size"] or ADVISED_RECIPIENTS
        return wished if self.rate is None else max(1, min(wished, int(self.rate)))

    @property
    def results(self) -> Path | None:
        """Where the results go."""
        named = self.ctx.obj.options["results"]
        return Path(named).absolute() if named else None

    def identity(self) -> Identity:
        """Return what makes this run this run, but for the wish for a new one."""
        session = self.ctx.obj
        return Identity("tx", (*session.tenant, self.routes.channel), self.definition, self.source.digest)

    def recipients(self, identity: Identity) -> Recipients:
        """Return the recipients with the message keys of a run."""
        return Recipients(
            self.source, self.mapping, self.routes.channel, identity.namespace, self.shard, once=self.once
        )


def send_many(
    ctx: Context,
    routes: TxApi,
    definition: str,
    common: dict[str, Any],
    check_definition: Callable[[Context, TxApi, str], None],
) -> None:
    """Send a definition to every row of the file named by --from. common: what is the same for all recipients."""
    options = ctx.obj.options
    shard, rate = Shard.parse(options["shard"]), _rate(options["max_rate"])
    if options["results"]:
        check_results(Path(options["results"]), options["source"])
    with _surveyed(options["source"], options["format"]) as source:
        mapping = column_mapping(source, options["mapping"] or [])
        sending = Sending(ctx, routes, definition, common, source, mapping, shard, rate)
        if ctx.obj.dry_run:
            _preview(sending)
            return
        check_definition(ctx, routes, definition)
        run_id = _run_id(sending)
        _refuse_other_shards(sending, run_id)
        _confirm(sending)
        with runs.opened(run_id) as ledger:
            path = _describe(sending, ledger, run_id)
            identity = replace(sending.identity(), salt=ledger.about()["salt"])
            recipients = replace(sending.recipients(identity), source=replace(source, path=path))
            _run(sending, recipients, ledger, run_id)


@contextmanager
def _surveyed(name: str, format: str | None) -> Iterator[Source]:
    """Yield the file; what comes from a stream is kept beside the ledgers until it is known which run it belongs to."""
    if not is_stream(name):
        yield survey(Path(name).absolute(), name=name, format=format)
        return
    kept = runs.new_stream()
    try:
        keep(name, kept)
        yield replace(survey(kept, name=name, format=format), kept=True)
    finally:
        kept.unlink(missing_ok=True)


def _rate(text: str | None) -> float | None:
    """Read a number of recipients a second, such as 5 and 5/s. Raises InputError for anything else."""
    if text is None:
        return None
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)(?:/s)?", text)
    if not found or not float(found[1]):
        raise InputError(f"--max-rate {text!r} is no number of recipients a second, such as 50 or 50/s")
    return float(found[1])


def _confirm(sending: Sending) -> None:
    """Have a send to many confirmed, unless it reaches nobody, or is a run that was confirmed when it began."""
    session, count = sending.ctx.obj, sending.source.count
    if session.rehearsing or session.options["run"]:
        return
    question = f"Send {sending.definition} to up to {count:,} recipients?"
    if session.profile.production and count > LARGE_SEND:
        session.confirm_name(question, sending.definition)
    elif session.options.get("confirm") != sending.definition:
        session.confirm(question)


def _run_id(sending: Sending) -> str:
    """Return the run to go on with, or a new one."""
    options = sending.ctx.obj.options
    base = sending.identity().run_id(str(sending.shard))
    if options["run"]:
        if runs.get_run(options["run"])["base"] != base:
            raise InputError(f"Run {options['run']} is of another file, login or definition", "mcctl run list")
        return str(options["run"])
    newest = runs.newest_run(base)
    if not options["new_run"]:
        return newest
    unfinished = [run["id"] for run in runs.same_file(sending.identity()) if not run.get("finished")]
    if unfinished:
        raise InputError(
            f"Run {unfinished[-1]} of this file is not finished; nothing was sent",
            f"Go on with it: mcctl run resume {unfinished[-1]}, or forget it: mcctl run discard {unfinished[-1]}",
        )
    return runs.next_run(base)


def _describe(sending: Sending, ledger: Ledger, run_id: str) -> Path:
    """Write down what a new run is, and return the file to read. Raises InputError where an old one is different."""
    about = ledger.about()
    fixed = {"map": sending.mapping, "common": sending.common, "once": sending.once}
    if about:
        changed = [flag for name, flag in _MUST_NOT_CHANGE.items() if about[name] != fixed[name]]
        if changed:
            raise InputError(
                f"This file was begun with another {changed[0]}, as run {run_id}",
                f"mcctl run resume {run_id}, or --new-run to send it to everybody anew",
            )
        return sending.source.path
    _warn_of_namesake(sending)
    path, base = sending.source.path, sending.identity().run_id(str(sending.shard))
    if sending.source.kept:
        path = path.rename(runs.input_path(run_id))
    ledger.describe(
        kind="tx send",
        target=sending.definition,
        file=sending.source.name,
        rows=sending.source.count if sending.shard.total == 1 else None,
        shard=str(sending.shard),
        file_id=sending.identity().file_id,
        started=_now(),
        base=base,
        # Another run of the same file has other keys, or Marketing Cloud would recognise them.
        salt="" if run_id == base else os.urandom(8).hex(),
        command=command_line(sending.ctx, source=str(path), format=sending.source.format),
        **fixed,
    )
    return path


def _refuse_other_shards(sending: Sending, run_id: str) -> None:
    """Raise InputError where the file was begun in other parts, which overlap with this one."""
    if "-" in run_id:
        return  # a wish for a new run
    for run in runs.same_file(sending.identity()):
        if str(run.get("shard")).split("/")[-1] != str(sending.shard.total):
            raise InputError(
                f"This file was begun as --shard {run.get('shard')}, in run {run['id']}; nothing was sent",
                "Another division would send to its recipients again; --new-run sends to everybody anew",
            )


def _warn_of_namesake(sending: Sending) -> None:
    """Say so when another version of the file was sent: whoever is in both gets a second message."""
    for run in runs.known_runs():
        other = run.get("file_id") != sending.identity().file_id
        if other and run.get("target") == sending.definition and run.get("file") == sending.source.name:
            say(f"Another {sending.source.name} was sent as run {run['id']}; this one is sent to everybody in it")
            return


def _run(sending: Sending, recipients: Recipients, ledger: Ledger, run_id: str) -> None:
    """Send what is left, then tell and write what became of everything."""
    started, session = time.monotonic(), sending.ctx.obj
    _tell_beginning(ledger, run_id)
    try:
        _send(sending, recipients, ledger)
        if not ledger.under_way():
            ledger.describe(finished=_now())
        if session.options["wait"]:
            _wait(sending, ledger)
    except McctlError as error:
        goes_on = f"mcctl run resume {run_id} goes on where this stopped"
        error.hint = f"{error.hint}. {goes_on}" if error.hint else goes_on
        try:
            _write_results(sending, ledger, run_id)
        except PartlyDone as unwritten:
            session.output.note(unwritten.message)
        if isinstance(error, InputError) and ledger.counts()[ACCEPTED]:
            raise PartlyDone(error.message, error.hint) from error  # exit code 2 would say that nothing was sent
        raise
    statuses = ledger.count_status() if session.options["wait"] else {}
    if not ledger.under_way() and not statuses.get("Queued"):
        runs.input_path(run_id).unlink(missing_ok=True)
    summary = {"run": run_id, "definition": sending.definition, **ledger.counts()}
    waited = {"statuses": statuses} if session.options["wait"] else {}
    seconds = round(time.monotonic() - started, 1)
    session.show({**summary, **waited, "requests": session.sender.attempts, "seconds": seconds})
    _write_results(sending, ledger, run_id)
    if problem := problem_of(ledger, run_id):
        raise problem
    _tell_end(sending, run_id, statuses)


def _tell_beginning(ledger: Ledger, run_id: str) -> None:
    """Say so when not everything is still to be sent."""
    done = sum(ledger.counts().values()) - len(ledger.under_way())
    if done:
        say(f"Run {run_id} was begun before: {counted(done, 'row')} done already; --new-run sends to everybody anew")


def _write_results(sending: Sending, ledger: Ledger, run_id: str) -> None:
    if sending.results:
        write_results(ledger, sending.results, run_id)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _send(sending: Sending, recipients: Recipients, ledger: Ledger) -> None:
    session, options = sending.ctx.obj, sending.ctx.obj.options
    session.sender.pace = Pace(sending.rate)
    session.sender.pauses = LONG_PAUSES
    recognised: list[int] = []
    send = send_with(sending.routes, sending.definition, sending.common, recognised.append)
    total = recipients.source.count if sending.shard.total == 1 else None
    with session.output.progress(f"Sending {sending.definition}", total) as progress:
        Engine(
            ledger,
            send,
            keyed=True,
            is_items_fault=is_recipients_fault,
            batch_size=sending.batch_size,
            concurrency=options["concurrency"],
            progress=progress,
            note=session.output.note,
        ).run(recipients.items())
    if known := sum(recognised):
        session.output.note(
            f"Marketing Cloud recognised {counted(known, 'row')}: accepted before, by a run that is not known here, "
            "and not sent again; --new-run sends anew"
        )


def _wait(sending: Sending, ledger: Ledger) -> None:
    count = ledger.count_status().get("Queued", 0)
    session = sending.ctx.obj
    try:
        with session.output.progress("Waiting", count) as progress:
            wait_for_statuses(sending.routes, ledger, seconds=session.options["wait_timeout"], progress=progress)
    except KeyboardInterrupt:
        raise Interrupted("Interrupted while waiting; everything was sent") from None


def _tell_end(sending: Sending, run_id: str, statuses: dict[str, int]) -> None:
    if statuses.get("NotSent"):
        raise PartlyDone(
            f"Accepted but not sent: {counted(statuses['NotSent'], 'message')}",
            f"mcctl tx unsent --channel {sending.routes.channel} --definition {sending.definition}",
        )
    if statuses.get("Queued"):
        raise StillInProgress(f"Still queued: {counted(statuses['Queued'], 'message')}", f"mcctl run resume {run_id}")


def _preview(sending: Sending) -> None:
    """Show the first request, and say how many there would be, by a ledger that is thrown away."""
    first: list[Any] = []
    requests = 0
    with TemporaryDirectory() as folder, closing(Ledger(Path(folder) / "ledger.sqlite")) as ledger:
        for items in in_batches(sending.recipients(sending.identity()).items(), sending.batch_size):
            fit = ledger.intend(items)
            requests += bool(fit)
            first = first or [item.body for item in fit]
        counts, problems = ledger.counts(), ledger.problems(TOLD_PROBLEMS, REFUSED)
    if first:
        call = sending.routes.batch(definition_key=sending.definition, recipients=first, **sending.common)
        sending.ctx.obj.show(preview(call))
    note = sending.ctx.obj.output.note
    recipients, rows = counted(counts[UNKNOWN], "recipient"), counted(counts[REFUSED], "row")
    requests_told = f"{counted(requests, 'request')}, of which the first is shown"
    note(f"Dry run: {recipients} in {requests_told}; {rows} refused; nothing was sent")
    for problem in problems:
        note(f"  {problem}")
