"""Reading a file as a whole, once, before a run begins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from mcctl.bulk import runs
from mcctl.bulk.columns import Shard
from mcctl.bulk.outcome import check_results
from mcctl.bulk.readers import Source, is_stream, keep, survey
from mcctl.choices import per_second
from mcctl.commands._file_options import FileOptions
from mcctl.files import absolute


@contextmanager
def surveyed(name: str, file: FileOptions) -> Iterator[Source]:
    """Yield the file called `name`, read once as a whole, once it is known that its results can be written.

    What comes from a stream is kept beside the ledgers until it is known which run it belongs to.
    Raises InputError.
    """
    if file.results is not None:
        check_results(Path(file.results), name)
    Shard.parse(file.shard)
    per_second(file.max_rate, "--max-rate")
    if not is_stream(name):
        yield survey(absolute(name), name=name, format=file.format)
        return
    kept = runs.new_stream()
    try:
        keep(name, kept)
        yield replace(survey(kept, name=name, format=file.format), kept=True)
    finally:
        kept.unlink(missing_ok=True)
