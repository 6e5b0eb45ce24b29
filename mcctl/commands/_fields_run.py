"""A run of a file whose columns are the fields of a data extension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from mcctl.bulk.readers import Source
from mcctl.bulk.rows import FieldRows
from mcctl.commands._bulk_run import BulkRun
from mcctl.commands._file_options import FileOptions, FitOptions
from mcctl.errors import McctlError
from mcctl.rest.de_field import Field
from mcctl.session import Session

MAX_CHARS = 2_500_000  # of a request; 4 MB with what JSON adds


def unchecked(session: Session, source: Source, why: str, *others: str) -> list[Field]:
    """Return the columns of a file as fields of any type, and say why no value is checked. others: no fields."""
    session.output.note(f"The fields could not be checked: {why}")
    columns = source.columns or dict.fromkeys(name for row in source.rows() for name in row.values)
    return [Field(name) for name in columns if name not in others]


class FieldsRun(BulkRun):
    """A run that checks every row against fields before anything is sent. also: a column that is no field."""

    max_chars = MAX_CHARS

    def __init__(
        self,
        session: Session,
        target: str,
        source: Source,
        file: FileOptions,
        fit: FitOptions,
        fields: Sequence[Field],
        also: str = "",
    ) -> None:
        super().__init__(session, target, source, file)
        self._columns = FieldRows.of(source, fields, fit.mapping or [], fit.left_out or [], also)

    @property
    def rows(self) -> FieldRows:
        """The rows of the file that is read now: that of a stream is moved when its run begins."""
        return replace(self._columns, source=self.source)

    @property
    def fixed(self) -> Mapping[str, Any]:
        """Where a row's values come from."""
        return {"--map": dict(self._columns.mapping), "--leave-out": sorted(self._columns.left_out)}

    def is_items_fault(self, error: McctlError) -> bool:
        """Whether one of the rows may be to blame."""
        return error.status in (400, 413)
