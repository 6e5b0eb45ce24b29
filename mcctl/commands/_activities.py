"""What the commands of activities share: queries, scripts, imports, file transfers, data extracts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Annotated, Any, NamedTuple

import typer

from mcctl.cells import Columns, headed
from mcctl.commands._folder_paths import at_path
from mcctl.commands._following import Following
from mcctl.commands._options import LimitOption
from mcctl.commands._recent import ModifiedSinceOption, changed
from mcctl.commands._waiting import Wait, wait_option
from mcctl.errors import InputError, NotFound, Refused
from mcctl.formats import When
from mcctl.reading import number_in, text
from mcctl.rest.activity import MAX_KEY_CHARS, QUERY, Activity, ActivityApi
from mcctl.rest.automation_run import reason_of
from mcctl.session import Session

GRACE_SECONDS = 20.0
"""So long after its start a query may say that it does not run, and not have begun."""
RUN_SECONDS = 1800.0
"""After so long a query is stopped by the platform."""
RunTimeoutOption = Annotated[float, wait_option("30m")]
SearchOption = Annotated[
    str | None, typer.Option("--search", metavar="TEXT", help="Those whose name or key holds TEXT.")
]
FolderOption = Annotated[
    str | None, typer.Option("--folder", metavar="FOLDER", help="Those in the folder with this id, or path.")
]


class Wanted(NamedTuple):
    """Which activities of a kind are listed."""

    search: SearchOption = None
    modified_since: ModifiedSinceOption = None
    limit: LimitOption = None


def api(session: Session) -> ActivityApi:
    """Return the routes of activities."""
    return ActivityApi(session.client)


def list_columns(kind: Activity) -> Columns:
    """Return the columns of a list of activities."""
    folder = {"FOLDER": "categoryId"} if kind.folder else {}
    return {"NAME": "name", "KEY": kind.key, **folder, "MODIFIED": When("modifiedDate"), "ID": kind.id}


def item_columns(kind: Activity, **more: str | Callable[[Any], Any]) -> Columns:
    """Return the columns of one activity; more: heading -> where it is."""
    return {**list_columns(kind), "DESCRIPTION": "description", **more}


def show_activities(
    session: Session, kind: Activity, wanted: Wanted, *, folder: str | None = None, columns: Columns | None = None
) -> None:
    """List activities."""
    routes = api(session)
    number = None if folder is None else folder_number(routes.folders(kind.folder), folder)
    found = searched(routes.list_all(kind, folder=number), wanted.search, kind.key)
    shown = islice(changed(found, wanted.modified_since), wanted.limit)
    session.show_list(shown, columns or list_columns(kind))


def searched(found: Iterable[Any], search: str | None, key: str = "key") -> Iterator[Any]:
    """Yield what has some words in its name or key, in any case."""
    if search is not None and not search.strip():
        raise InputError("--search is empty", "Leave it out to list them all")
    for one in found:
        if search is None or search.lower() in f"{text(one, 'name')}\n{text(one, key)}".lower():
            yield one


def folder_number(folders: list[dict[str, Any]], named: str) -> int:
    """Return the folder with an id, or at a path, among those of its type. Raises NotFound."""
    number = number_in(named)
    if number is not None:
        return number
    found = at_path(folders, named)
    if found is not None:
        return found
    raise NotFound(
        f"There is no folder {named!r} of this type", f"There are: {', '.join(text(one, 'name') for one in folders)}"
    )


def new_place(routes: ActivityApi, kind: Activity, folder: str | None) -> int:
    """Return the folder of a new activity: the one that is named, or else the top one. Errors are those of both."""
    return routes.root_folder(kind.folder) if folder is None else folder_number(routes.folders(kind.folder), folder)


def check_key(key: str) -> None:
    """Raise InputError for what can be no key of an activity."""
    if not 0 < len(key) <= MAX_KEY_CHARS:
        raise InputError(f"A key has 1 to {MAX_KEY_CHARS} characters, not {len(key)}")


def run_activity(session: Session, kind: Activity, ref: str, hint: str = "") -> None:
    """Run an activity that tells no more than that it was started."""
    routes = api(session)
    found = routes.find(kind, ref=ref)
    answer = routes.start(kind, activity_id=kind.id_of(found))
    session.show(answer or {kind.id: kind.id_of(found), "name": text(found, "name")})
    session.done(f"Started the {kind.name} {text(found, 'name')}", next_command=hint)


def show_log(session: Session, kind: Activity, ref: str) -> None:
    """Show what is logged of the last runs of an activity, whatever the entries hold."""
    routes = api(session)
    found = routes.find(kind, ref=ref)
    entries = routes.log(kind, activity_id=kind.id_of(found))
    session.show_list(entries, headed({name: None for entry in entries for name in entry}))
    if not entries:
        session.output.note(f"Nothing is logged of the {kind.name} {text(found, 'name')}")


class QueryRun:
    """A query activity that was started, asked for now and then.

    Right after the start it is told that it does not run: it has ended when it was seen to run, when rows are there,
    or when it has not been seen to run for a while.
    """

    def __init__(self, session: Session, routes: ActivityApi, query_id: str, has_rows: Callable[[], bool]) -> None:
        self._routes, self._id, self._has_rows = routes, query_id, has_rows
        self._clock = session.clock
        self._started = session.clock.monotonic()
        self._was_seen = False

    def ask(self) -> dict[str, Any]:
        """Return whether it has ended."""
        is_running = self._routes.is_running(query_id=self._id)
        self._was_seen = self._was_seen or is_running
        waited = self._clock.monotonic() - self._started
        has_ended = not is_running and (self._was_seen or waited >= GRACE_SECONDS or self._has_rows())
        return {
            "queryDefinitionId": self._id,
            "status": "Ended" if has_ended else "Running" if is_running else "Queued",
        }

    def failure(self) -> str:
        """Return why it failed, as far as the log tells; "" where it does not."""
        entries = self._routes.log(QUERY, activity_id=self._id)
        return reason_of(entries[0]) if entries else ""


def following(session: Session, run: QueryRun, name: str, again: str) -> Following[dict[str, Any]]:
    """Return how a query is followed."""

    def judge(_state: Any) -> None:
        if reason := run.failure():
            raise Refused(f"The query {name} failed: {reason}", "Change it, and run it again")

    return Following(
        clock=session.clock,
        ask=run.ask,
        is_over=lambda state: text(state, "status") == "Ended",
        show=lambda _state: None,
        judge=judge,
        still=lambda _state, seconds: f"The query {name} is not done after {seconds:g} s",
        again=again,
    )


def wait_for(session: Session, run: QueryRun, name: str, waiting: Wait, again: str) -> None:
    """Wait for the end of a query. Raises Refused where it failed, StillInProgress."""
    following(session, run, name, again).wait(waiting.wait_timeout, accepted=True)


def no_rows() -> bool:
    """Say that rows tell nothing: the target had some before."""
    return False
