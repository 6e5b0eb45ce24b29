"""What every command that works through a file has in common: how a run goes from the file to its results.

A kind of run says what it sends (BulkRun's abstract methods); all else is here: which run of this machine it is, what
must not change while it is unfinished, the danger, the ledger, the results.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from mcctl.bulk import runs
from mcctl.bulk.columns import Shard
from mcctl.bulk.engine import NEVER, Engine, Send
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, REFUSED, TX_RESULT, Ledger
from mcctl.bulk.outcome import TOLD_PROBLEMS, problem_of, write_results
from mcctl.bulk.readers import Source
from mcctl.bulk.runs import Identity
from mcctl.choices import per_second
from mcctl.commands._file_options import FileOptions
from mcctl.commands._hints import told
from mcctl.commands._replay import command_line
from mcctl.errors import InputError, Interrupted, McctlError, PartlyDone, StillInProgress
from mcctl.files import absolute
from mcctl.rest.calls import Call
from mcctl.rest.client import preview
from mcctl.rest.pace import Pace
from mcctl.rest.repeating import RETRY_PAUSES
from mcctl.session import Session
from mcctl.signals import Ended
from mcctl.talk import say
from mcctl.words import counted

LONG_PAUSES = (*RETRY_PAUSES, 8.0, 16.0, 32.0)


class BulkRun(ABC):
    """One command at work on one file.

    target: the key of what it is about. source: the file. file: how it is worked through.

    kind: what `run list` calls it. noun: what a row is called. anew: what --new-run is there to do.
    results: name in the results -> column of the ledger. resend_within: see Engine.
    repeats: whether the same file may be worked through again once it is finished.
    is_checked: whether all of the rows are known to fit.
    """

    kind: str
    noun = "row"
    anew = "send it to everybody anew"
    results: Mapping[str, str] = TX_RESULT
    resend_within: float = NEVER
    repeats = False
    max_chars = 0

    def __init__(self, session: Session, target: str, source: Source, file: FileOptions) -> None:
        self.session = session
        self.target = target
        self.source = source
        self.file = file
        self.shard = Shard.parse(file.shard)
        self.rate = per_second(file.max_rate, "--max-rate")
        self.interrupted: int | None = None  # the signal that came when all had been sent
        self.once = not file.allow_duplicates
        self.is_checked = False

    # ------------------------------------------------------------------ what a kind of run says

    @property
    @abstractmethod
    def largest_batch(self) -> int:
        """Rows of one request, at most."""

    @property
    @abstractmethod
    def identity_parts(self) -> tuple[str | None, ...]:
        """What makes this run another one than the same file with the same target."""

    @property
    @abstractmethod
    def fixed(self) -> Mapping[str, Any]:
        """What must not change while the run is unfinished: option -> value."""

    @abstractmethod
    def items(self, identity: Identity, shard: Shard) -> Iterator[Item]:
        """Yield the rows of a part of the file, ready to be sent; what cannot be sent with its problem."""

    @abstractmethod
    def sending(self) -> Send:
        """Return what sends a batch."""

    @abstractmethod
    def request(self, bodies: Sequence[Mapping[str, Any]]) -> Call:
        """Return the request that carries some bodies."""

    @abstractmethod
    def is_items_fault(self, error: McctlError) -> bool:
        """Whether a request that was refused as a whole may have been for one of its rows."""

    def unfit(self) -> Iterator[str]:
        """Yield, of each row of the file that cannot be sent, where it is and why."""
        items = self.items(self.identity, Shard())
        return (f"line {item.line}: {item.problem}" for item in items if item.problem)

    def check(self) -> None:
        """Look at the target before anything is sent. Raises what is wrong with it."""

    def check_new(self) -> None:
        """Look at what only counts when a run begins. Raises InputError."""

    def confirm(self) -> None:
        """Ask, where the run is dangerous."""

    def work(self, ledger: Ledger) -> None:
        """Send what is left, and whatever comes after that."""
        self.send(ledger, self.batch_size)

    def summary(self, ledger: Ledger) -> dict[str, Any]:
        """Return what is shown of the run at its end."""
        return ledger.counts()

    def is_finished(self, ledger: Ledger) -> bool:
        """Whether there is nothing more to send."""
        return not ledger.under_way()

    def is_waiting(self, ledger: Ledger) -> bool:
        """Whether something that was accepted is still waited for."""
        return False

    def tell_end(self, ledger: Ledger, run_id: str) -> None:
        """Say what else is to be said at the end. Raises what the end amounts to."""

    def unknown_hint(self, ledger: Ledger, run_id: str) -> str:
        """Return what can be done about rows of which nothing is known."""
        return f"They are not tried again; which ones: mcctl run show {run_id} --results PATH"

    # ------------------------------------------------------------------ what all kinds have in common

    @property
    def batch_size(self) -> int:
        """Rows of one request: no more than may leave in a second."""
        return self.largest_batch if self.rate is None else max(1, min(self.largest_batch, int(self.rate)))

    @cached_property
    def identity(self) -> Identity:
        """What makes this run this run, but for the wish for a new one."""
        return Identity(self.kind, (*self.session.tenant, *self.identity_parts), self.target, self.source.digest)

    def start(self) -> None:
        """Work through the file, from where an earlier process stopped, or only show what would leave."""
        if not (self.file.skip_invalid or self.file.run):  # a run that goes on was checked when it began
            self._check_rows()
            self.is_checked = True
        if not self.session.dry_run:
            self.check()
        run_id = self._run_id()
        if not runs.about(run_id):
            self.check_new()
        self._refuse_other_shards(run_id)
        if self.session.dry_run:
            self._preview(run_id)
            return
        if not self.file.run:  # a run that goes on was confirmed when it began
            self.confirm()
        with runs.opened(run_id) as ledger:
            self._check_same(ledger, run_id)
            if not ledger.about():
                self.source = replace(self.source, path=self._describe(ledger, run_id))
            self.salted = replace(self.identity, salt=ledger.about()["salt"])
            self._run(ledger, run_id)

    def send(self, ledger: Ledger, batch_size: int) -> None:
        """Send what the ledger does not know to be done, in batches of a size."""
        sender = self.session.sender
        sender.pace = Pace(sender.clock, self.rate, requests=self.session.profile.pace)
        sender.pauses, sender.is_patient = LONG_PAUSES, True
        total = self.source.count if self.shard.total == 1 else None
        with self.session.output.progress(f"{self.kind.capitalize()} {self.target}", total) as progress:
            self.interrupted = self._engine(ledger, batch_size, progress).run(self.items(self.salted, self.shard))

    def _engine(self, ledger: Ledger, batch_size: int, progress: Callable[[int], None]) -> Engine:
        return Engine(
            ledger,
            self.sending(),
            clock=self.session.clock,
            resend_within=self.resend_within,
            is_items_fault=self.is_items_fault,
            batch_size=batch_size,
            max_chars=self.max_chars,
            concurrency=self.file.concurrency,
            progress=progress,
            note=self.session.output.note,
        )

    def confirm_many(self, question: str) -> None:
        """Ask before many are reached."""
        self.session.confirm_many(question, self.target, self.source.count)

    def wait(self, ledger: Ledger, settle: Callable[..., None], seconds: float) -> None:
        """Wait for what was accepted. settle: asks, for so many `seconds`, and tells its `progress`."""
        count = ledger.count_status().get("Queued", 0)
        self.session.sender.pauses = RETRY_PAUSES
        try:
            if self.interrupted is not None:
                raise Ended(self.interrupted)
            with self.session.output.progress("Waiting", count) as progress:
                settle(seconds=seconds, progress=progress)
        except KeyboardInterrupt as signal:
            raise Interrupted.by(signal, "Interrupted while waiting; what was sent is being worked on") from None
        except McctlError as error:
            told = "All was sent, but how it goes on cannot be asked now"
            raise StillInProgress(told, details=[error.message, *error.details]) from error

    def _check_rows(self) -> None:
        """Raise InputError, with the first of them, where there are rows that cannot be sent."""
        unfit = self.unfit()
        first = list(islice(unfit, TOLD_PROBLEMS))
        if first:
            count = len(first) + sum(1 for _ in unfit)
            rows = f"{counted(count, 'row')} of {self.source.name} {'does' if count == 1 else 'do'} not fit"
            raise InputError(
                f"{rows}; nothing was sent",
                "Repair the file, or leave such rows out: --skip-invalid",
                details=first,
            )

    def _run_id(self) -> str:
        """Return the run to go on with, or a new one."""
        base = self.identity.run_id(str(self.shard))
        if self.file.run:
            if runs.get_run(self.file.run)["base"] != base:
                raise InputError(f"Run {self.file.run} is of another file, login or target", "mcctl run list")
            return self.file.run
        newest = runs.newest_run(base)
        finished = self.repeats and bool(runs.about(newest).get("finished"))
        if not self.file.new_run and not finished:
            return newest
        unfinished = [run["id"] for run in runs.same_file(self.identity) if not run.get("finished")]
        if unfinished:
            raise InputError(
                f"Run {unfinished[-1]} of this file is not finished; nothing was sent",
                f"Go on with it: mcctl run resume {unfinished[-1]}, or forget it: mcctl run discard {unfinished[-1]}",
            )
        return runs.next_run(base)

    def _refuse_other_shards(self, run_id: str) -> None:
        """Raise InputError where the file was begun in other parts, which overlap with this one."""
        if "-" in run_id:
            return  # a wish for a new run
        for run in runs.same_file(self.identity):
            if str(run.get("shard")).split("/")[-1] != str(self.shard.total):
                raise InputError(
                    f"This file was begun as --shard {run.get('shard')}, in run {run['id']}; nothing was sent",
                    f"Another division would take its rows again; --new-run to {self.anew}",
                )

    @property
    def _fixed(self) -> Mapping[str, Any]:
        return {**self.fixed, "--allow-duplicates": not self.once}

    def _check_same(self, ledger: Ledger, run_id: str) -> None:
        """Raise InputError where the run was begun differently."""
        begun = ledger.about().get("fixed", self._fixed)
        changed = [option for option, value in self._fixed.items() if begun.get(option) != value]
        if changed:
            raise InputError(
                f"This file was begun with another {changed[0]}, as run {run_id}",
                f"mcctl run resume {run_id}, or --new-run to {self.anew}",
            )

    def _describe(self, ledger: Ledger, run_id: str) -> Path:
        """Write down what a new run is, and return the file to read."""
        self._warn_of_namesake()
        path, base = self.source.path, self.identity.run_id(str(self.shard))
        if self.source.kept:
            path = path.rename(runs.input_path(run_id))
        ledger.describe(
            kind=self.kind,
            profile=self.session.profile.name,
            target=self.target,
            file=self.source.name,
            rows=self.source.count if self.shard.total == 1 else None,
            shard=str(self.shard),
            file_id=self.identity.file_id,
            started=_now(),
            base=base,
            # Another run of the same file has other keys, or Marketing Cloud would recognise them.
            salt="" if run_id == base else os.urandom(8).hex(),
            command=command_line(self.session, source=str(path), format=self.source.format),
            fixed=self._fixed,
            results=dict(self.results),
        )
        return path

    def _warn_of_namesake(self) -> None:
        """Say so when another version of the file was worked through: what is in both is taken a second time."""
        for run in runs.known_runs():
            same = (run.get("kind"), run.get("target"), run.get("file")) == (self.kind, self.target, self.source.name)
            if same and run.get("file_id") != self.identity.file_id and not self.repeats:
                say(f"Another {self.source.name} was sent as run {run['id']}; this one is sent to everybody in it")
                return

    def _run(self, ledger: Ledger, run_id: str) -> None:
        """Do what is left, then tell and write what became of everything."""
        started = self.session.clock.monotonic()
        self._tell_done(ledger, run_id)
        try:
            self.work(ledger)
        except McctlError as error:
            raise self._stopped(error, ledger, run_id) from error
        if self.is_finished(ledger):
            ledger.describe(finished=_now())
            if not self.is_waiting(ledger):
                runs.input_path(run_id).unlink(missing_ok=True)
        took = {"requests": self.session.sender.attempts, "seconds": round(self.session.clock.monotonic() - started, 1)}
        self.session.show({"run": run_id, **self.summary(ledger), **took})
        self._write_results(ledger, run_id)
        problem = problem_of(ledger, run_id, self.unknown_hint(ledger, run_id))
        try:
            self.tell_end(ledger, run_id)
        except McctlError as ended:
            raise (_joined(problem, ended) if problem else ended) from None
        if problem:
            raise problem

    def _tell_done(self, ledger: Ledger, run_id: str) -> None:
        under_way = sum(sent_at is not None for sent_at in ledger.under_way().values())
        done = sum(ledger.counts().values()) - under_way
        if done:
            say(f"Run {run_id} was begun before: {counted(done, 'row')} done already; --new-run to {self.anew}")

    def _stopped(self, error: McctlError, ledger: Ledger, run_id: str) -> McctlError:
        """Return the error that stopped the run, with how to go on; the results so far are written."""
        goes_on = f"mcctl run resume {run_id} goes on where this stopped"
        error.hint = f"{told(error.hint)}. {goes_on}" if error.hint else goes_on
        try:
            self._write_results(ledger, run_id)
        except PartlyDone as unwritten:
            self.session.output.note(unwritten.message)
        if isinstance(error, InputError) and ledger.counts()[ACCEPTED]:
            return PartlyDone(error.message, error.hint)  # exit code 2 would say that nothing was sent
        return error

    def _write_results(self, ledger: Ledger, run_id: str) -> None:
        if named := self.file.results:  # an empty name was refused
            write_results(ledger, absolute(named), run_id)

    def _preview(self, run_id: str) -> None:
        """Show the first request, and say how many there would be, by a ledger that is thrown away."""
        first: list[Any] = []
        requests = rows = 0
        with runs.rehearsed(run_id) as ledger:
            self._check_same(ledger, run_id)
            self._tell_done(ledger, run_id)
            identity = replace(self.identity, salt=ledger.about().get("salt", ""))
            engine = self._engine(ledger, self.batch_size, lambda _: None)
            for batch in engine.planned(self.items(identity, self.shard)):
                requests += 1
                rows += len(batch.items)
                first = first or [item.body for item in batch.items]
            counts, problems = ledger.counts(), ledger.problems(TOLD_PROBLEMS, REFUSED)
        if first:
            self.session.output.show_json(preview(self.request(first)))
        told = f"{counted(rows, self.noun)} in {counted(requests, 'request')}"
        shown = ", of which the first is shown" if first else ""
        refused = counted(counts[REFUSED], "row")
        self.session.output.note(f"Dry run: {told}{shown}; {refused} refused; nothing was sent")
        if problems:
            total = sum(counts.values())
            raise PartlyDone(f"{counts[REFUSED]:,} of {total:,} rows would be refused", details=problems)


def _joined(first: McctlError, second: McctlError) -> McctlError:
    """Return the first of two ends of a run, with what the second tells."""
    first.message = f"{first.message}. {second.message}"
    first.details = [*first.details, *second.details]
    first.hint = ". ".join(filter(None, (told(first.hint), told(second.hint))))
    return first


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
