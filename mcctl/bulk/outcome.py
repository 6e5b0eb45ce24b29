"""What a run leaves behind: a file of results, and the error that its outcomes amount to."""

from __future__ import annotations

import os
from pathlib import Path

from mcctl.bulk.ledger import REFUSED, UNKNOWN, Ledger
from mcctl.documents import STDIN
from mcctl.errors import InputError, McctlError, OutcomeUnknown, PartlyDone
from mcctl.files import behind_link, new_file, resolved

TOLD_PROBLEMS = 5


def check_results(path: Path, source: str = "") -> None:
    """Raise InputError unless a results file can be written at `path`, which is not the file called `source`."""
    try:
        if source and resolved(path) == resolved(Path(source)):
            raise InputError(f"{path} is the file that is read; --results wants another")
        if path == Path() or path.is_dir() or str(path) == STDIN:
            raise InputError(f"--results wants a file, not {path}")
        if not path.parent.is_dir():
            raise InputError(f"There is no folder {path.parent} for --results")
        target = behind_link(path)
        if not os.access(target if target.exists() and not target.is_file() else target.parent, os.W_OK):
            raise InputError(f"Cannot write {path}: no permission")
    except OSError as error:
        raise InputError(f"Cannot write {path}: {error.strerror or error}") from error


def write_results(ledger: Ledger, path: Path, run_id: str) -> None:
    """Write a line of JSON for every row, whole or not at all.

    Raises PartlyDone when the file cannot be written: what was sent is sent.
    """
    try:
        # Only plain files are replaced; a pipe or a device takes it as it comes.
        is_stream = path.exists() and not path.is_file()
        with path.open("wb") if is_stream else new_file(path, overwrite=True) as file:
            file.writelines(f"{line}\n".encode() for line in ledger.results())
    except (OSError, InputError) as error:
        told = getattr(error, "strerror", None) or str(error)
        raise PartlyDone(
            f"The results cannot be written to {path}: {told}; what was sent is sent",
            f"They are not lost: mcctl run show {run_id} --results PATH",
        ) from error


def problem_of(ledger: Ledger, run_id: str, unknown_hint: str) -> McctlError | None:
    """Return the error that the outcomes of a run amount to; None if every row was accepted.

    unknown_hint: what can be done about rows of which nothing is known.
    """
    counts = ledger.counts()
    total = sum(counts.values())
    if counts[UNKNOWN]:
        return OutcomeUnknown(
            f"{counts[UNKNOWN]:,} of {total:,} rows have an unknown outcome",
            unknown_hint,
            details=ledger.problems(TOLD_PROBLEMS, UNKNOWN),
        )
    if counts[REFUSED]:
        return PartlyDone(
            f"{counts[REFUSED]:,} of {total:,} rows were refused",
            f"See why: mcctl run show {run_id} --results PATH; get them back to repair them: --refused-rows FILE",
            details=ledger.problems(TOLD_PROBLEMS, REFUSED),
        )
    return None
