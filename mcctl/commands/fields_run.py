"""A run of a file whose columns are the fields of a data extension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from mcctl.bulk.readers import Source
from mcctl.bulk.rows import FieldRows
from mcctl.commands import Context
from mcctl.commands.bulk import BulkRun
from mcctl.errors import McctlError
from mcctl.rest.de_field import Field

MAX_CHARS = 2_500_000  # of a request; 4 MB with what JSON adds


def unchecked(ctx: Context, source: Source, why: str, *others: str) -> list[Field]:
    """Return the columns of a file as fields of any type, and say why no value is checked. others: no fields."""
    ctx.obj.output.note(f"The fields could not be checked: {why}")
    columns = source.columns or dict.fromkeys(name for row in source.rows() for name in row.values)
    return [Field(name) for name in columns if name not in others]


class FieldsRun(BulkRun):
    """A run that checks every row against fields before anything is sent. also: a column that is no field."""

    max_chars = MAX_CHARS

    def __init__(self, ctx: Context, target: str, source: Source, fields: Sequence[Field], also: str = "") -> None:
        super().__init__(ctx, target, source)
        options = ctx.obj.options
        self._columns = FieldRows.of(source, fields, options["mapping"] or [], options["left_out"] or [], also)

    @property
    def rows(self) -> FieldRows:
        """The rows of the file that is read now: that of a stream is moved when its run begins."""
        return replace(self._columns, source=self.source)

    @property
    def is_checked(self) -> bool:
        """Whether all of the rows are known to fit."""
        return not self.session.options["skip_invalid"]

    @property
    def fixed(self) -> Mapping[str, Any]:
        """Where a row's values come from."""
        return {"--map": dict(self._columns.mapping), "--leave-out": sorted(self._columns.left_out)}

    def check_file(self) -> None:
        """Look at every row. Raises InputError where one does not fit."""
        if self.is_checked:
            self._columns.check(option="--skip-invalid")

    def is_items_fault(self, error: McctlError) -> bool:
        """Whether one of the rows may be to blame."""
        return error.status in (400, 413)
