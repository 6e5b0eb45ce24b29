"""What the commands of runs share: columns, and what of a run is shown."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.formats import When

COLUMNS: Columns = {
    "ID": "id",
    "STARTED": When("started"),
    "PROFILE": "profile",
    "KIND": "kind",
    "TARGET": "target",
    "STATE": "state",
    "ROWS": "rows",
    "REFUSED": "refused",
    "UNKNOWN": "unknown",
}
ITEM_COLUMNS: Columns = {
    **COLUMNS,
    "ACCEPTED": "accepted",
    "FILE": "file",
    "SHARD": "shard",
    "FINISHED": When("finished"),
}
RunArgument = Annotated[str, typer.Argument(metavar="RUN", help="Id of the run.")]


def shown_run(run: dict[str, Any]) -> dict[str, Any]:
    hidden = ("base", "salt", "command", "fixed", "file_id", "results")
    return {name: value for name, value in run.items() if name not in hidden}
