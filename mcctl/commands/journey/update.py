"""`mcctl journey update`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.journey._common import ITEM_COLUMNS, DataOption, KeyArgument, SetOption, api, composed
from mcctl.copying import argument
from mcctl.errors import InputError, Refused
from mcctl.reading import get, text, whole
from mcctl.rest.journey import Version, choose
from mcctl.rest.journey_body import READ_ONLY, check_journey
from mcctl.session import Session


@verb(WRITE)
def update_journey(
    session: Session,
    key: KeyArgument,
    data: DataOption = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="New name.")] = None,
    assignments: SetOption = None,
    new_version: Annotated[
        bool, typer.Option("--new-version", help="Make a new draft of a journey that is running.", show_default=False)
    ] = False,
) -> None:
    """Change the draft of a journey, or with --new-version make one.

    Without --data only what --name and --set name is changed. A document that was fetched before somebody else changed
    the draft is refused: it says when it was modified.

    Examples:
      mcctl journey update welcome-journey --set activities.0.name=Hello
      mcctl journey get welcome-journey -o json > j.json
      mcctl journey update welcome-journey --data j.json
      mcctl journey update welcome-journey --new-version --data j.json
    """
    if not (data or name or assignments):
        raise InputError("Nothing to change", "Say what: --data FILE, --name, --set PATH=VALUE")
    routes = api(session)
    versions = routes.versions(key=key)
    base = _base(versions, new_version=new_version)
    stored = routes.get(journey_id=base.id, version=base.number)
    document = composed(data, assignments, name=name, start=None if data else stored)
    if not new_version:
        _refuse_stale(document, stored, base)
    body = {field: value for field, value in document.items() if field not in READ_ONLY}
    body = {
        "workflowApiVersion": get(stored, "workflowApiVersion") or 1.0,
        "name": get(stored, "name"),
        **body,
        "key": base.key,
    }
    check_journey(body)
    place = (
        {"version": base.number + 1}
        if new_version
        else {"version": base.number, "modifiedDate": get(stored, "modifiedDate")}
    )
    updated = routes.update(body={**body, "id": base.id, **place})
    if updated:
        session.show(updated, ITEM_COLUMNS)
    session.done(f"Changed version {place['version']} of {base.key}" if updated else "There was nothing to change")


def _base(versions: list[Version], *, new_version: bool) -> Version:
    """Return the version to change, or to make a new one of."""
    newest = versions[-1]
    if not new_version:
        try:
            return choose(versions, None, ("Draft",), "changed")
        except Refused as error:
            error.hint = f"Make a new version: mcctl journey update --new-version {argument(newest.key)}"
            raise
    if newest.status.lower() == "draft":
        raise InputError(f"Version {newest.number} of {newest.key} is a draft already", "Leave --new-version out")
    return newest


def _refuse_stale(document: dict[str, Any], stored: dict[str, Any], base: Version) -> None:
    """Raise Refused where the document was fetched before the draft was changed."""
    same = whole(get(document, "version")) in (None, base.number)
    if same and text(document, "modifiedDate") not in ("", text(stored, "modifiedDate")):
        raise Refused(
            f"Version {base.number} of {base.key} was changed at {text(stored, 'modifiedDate')}, "
            f"after the document was fetched ({text(document, 'modifiedDate')}); nothing was sent",
            f"Fetch it again: mcctl journey get -o json {argument(base.key)}",
        )
