"""The rows of a run that were refused, as a file like the one that was read."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import closing
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from mcctl.bulk import runs
from mcctl.bulk.ledger import Ledger
from mcctl.bulk.readers import Source, copy_rows, format_named, survey
from mcctl.errors import InputError, NotFound
from mcctl.files import absolute, new_file


def write_refused(run: str, about: Mapping[str, Any], name: str) -> int:
    """Write the rows that were refused to a file, or to standard output, and return how many there are.

    Raises NotFound where the file that was read is gone, and InputError where it was changed, or the other one is
    there, cannot be written, or is called what it would not be.
    """
    source = _source(run, about)
    _check_name(name, source.format)
    with closing(Ledger(runs.ledger_path(run))) as ledger:
        if name == "-":
            return copy_rows(source, ledger.refused_rows(), sys.stdout)
        with new_file(absolute(name), overwrite=True) as file:
            text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
            count = copy_rows(source, ledger.refused_rows(), text)
            text.detach()
            return count


def _check_name(name: str, form: str) -> None:
    if os.path.lexists(name):  # it may hold rows that were repaired
        raise InputError(f"{name} is already there; nothing was written", "Give another name")
    if (named := format_named(name)) not in (form, None):
        raise InputError(f"The rows are {form.upper()}, and {name} would be {named.upper()}")


def _source(run: str, about: Mapping[str, Any]) -> Source:
    """Return the file that a run read, as its command names it."""
    words = about.get("command") or []
    named = [word.partition("=")[2] for word in words if word.startswith("--from=")]
    path = Path(named[0] if named else words[-1] if words else "")
    form = next((word.partition("=")[2] for word in words if word.startswith("--format=")), None)
    if form is None:
        raise InputError(f"The run {run} read no file of rows")
    if not path.is_file():
        raise NotFound(
            f"{path} is not there any more; nothing else has the rows", f"mcctl run show {run} --results PATH"
        )
    source = survey(path, name=str(path), format=form)
    if about.get("rows") not in (None, source.count):
        raise InputError(f"{path} was changed since run {run} read it: it has {source.count:,} rows now")
    return source
