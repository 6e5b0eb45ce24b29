"""The kinds of activities, as data: their routes, the names of their ids and keys, what they need and answer."""

from __future__ import annotations

from typing import Any, NamedTuple

QUERY, SCRIPT, IMPORT, TRANSFER, EXTRACT = (
    "queries", "scripts", "imports", "filetransfers", "dataextracts",
)  # fmt: skip


class ActivityKind(NamedTuple):
    """A kind of activity.

    type: its number in automations. id: what its id is called; key: its key, of at most 36 characters. needs: what a
    new one must have. more: what it is given where nothing was sent. folder: type of its folder; empty where it is in
    none. started: how it is run, behind its path. deleted: the answer to DELETE; None is an empty body. short: what a
    list leaves out; bare: what the single one leaves out. has_no_dates: a PATCH answers the year 1.
    """

    path: str
    type: int
    id: str
    key: str
    needs: tuple[str, ...] = ("name",)
    more: dict[str, Any] = {}
    folder: str = ""
    started: str = ""
    deleted: Any = None
    is_text: bool = False
    short: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    has_no_dates: bool = False


KINDS = {
    kind.path: kind
    for kind in (
        ActivityKind(
            QUERY, 300, "queryDefinitionId", "key", ("name", "queryText", "targetUpdateTypeId", "categoryId"),
            {"description": "", "isFrozen": False}, "queryactivity", "/actions/start", "OK",
            short=("validatedQueryText",), bare=("validatedQueryText",),
        ),
        ActivityKind(
            SCRIPT, 423, "ssjsActivityId", "key", ("name", "script", "categoryId"), {"description": ""}, "ssjsactivity",
            "/start", "OK", is_text=True, has_no_dates=True,
        ),
        ActivityKind(
            IMPORT, 43, "importDefinitionId", "customerKey", ("name", "destinationObjectTypeId"), {"description": ""},
            started="/actions/start",
            short=("destinationName", "encodingName", "fileTransferLocationName", "blankFileProcessingType",
                   "sourceCustomObjectId", "sourceDataExtensionName"),
        ),
        ActivityKind(
            TRANSFER, 53, "id", "customerKey", ("name", "fileTransferLocationId"), {"description": ""},
            started="/start", deleted={},
            only=("id", "name", "description", "customerKey", "createdDate", "modifiedDate"),
        ),
        ActivityKind(
            EXTRACT, 73, "dataExtractDefinitionId", "key", ("name", "dataExtractTypeId"), {"description": ""},
            started="/actions/start", deleted="OK", is_text=True, short=("dataFields",),
            bare=("createdDate", "modifiedDate"),
        ),
    )
}  # fmt: skip
WAIT, SEND, EVENT = 467, 42, 749
"""Numbers of activities that have no routes of this kind: they wait, send an e-mail, fire an event."""
TYPES = (
    33, 42, 43, 45, 53, 73, 84, 300, 303, 423, 425, 426, 427, 467, 724, 725, 726, 733, 736, 749, 771, 772, 783, 952,
    1000, 1010, 1101, 1701, 3700,
)  # fmt: skip
"""Every number that an activity of an automation may have."""
KIND_OF = {kind.type: kind for kind in KINDS.values()}
"""Number in automations -> kind."""
MAX_KEY_CHARS = 36
