"""`mcctl journey draw`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.commands.journey._common import VersionOption, api
from mcctl.commands.journey._drawing import mermaid, steps_of, tree
from mcctl.documents import read_object
from mcctl.errors import InputError
from mcctl.rest.journey import choose
from mcctl.session import Session

_COLUMNS: Columns = {"KEY": "key", "STEP": "step", "NEXT": "next"}


@verb(READ)
def draw_journey(
    session: Session,
    key: Annotated[str | None, typer.Argument(metavar="KEY", help="Key or id of the journey.")] = None,
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="A journey as JSON or YAML; - for stdin.")
    ] = None,
    version: VersionOption = None,
    is_mermaid: Annotated[
        bool, typer.Option("--mermaid", help="As a diagram in the words of Mermaid.", show_default=False)
    ] = False,
) -> None:
    """Draw a journey, or a specification of one: the way of a contact as a tree.

    A step that several ways lead to is drawn once. With -o json, the steps are told with the ways out of each.

    Examples:
      mcctl journey draw nto-thank-you
      mcctl journey draw nto-thank-you --mermaid > journey.mmd
      mcctl journey draw --data journey.json
    """
    if (key is None) == (data is None):
        raise InputError("Which journey?", "Give either its KEY or --data FILE")
    steps = steps_of(_body(session, key, version) if key is not None else read_object(str(data)))
    if session.output.is_structured:
        told = [{"key": one.key, "step": one.told, "next": [way._asdict() for way in one.ways]} for one in steps]
        session.show_list(told, _COLUMNS)
    else:
        session.output.lines(list(mermaid(steps) if is_mermaid else tree(steps)))


def _body(session: Session, key: str, version: str | None) -> object:
    routes = api(session)
    chosen = choose(routes.versions(key=key), version)
    return routes.get(journey_id=chosen.id, version=chosen.number)
