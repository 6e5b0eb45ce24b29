"""`mcctl journey create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.journey._common import ITEM_COLUMNS, DataOption, SetOption, api, composed
from mcctl.commands.journey._examples import Example, example
from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.rest.journey_body import new_journey
from mcctl.session import Session


@verb(WRITE)
def create_journey(
    session: Session,
    data: DataOption = None,
    key: Annotated[str | None, typer.Option("--key", metavar="KEY", help="Key, at most 200 characters.")] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name.")] = None,
    assignments: SetOption = None,
    example_name: Annotated[
        Example | None,
        typer.Option("--example", metavar="|".join(Example), help="Print one to begin with; create nothing."),
    ] = None,
) -> None:
    """Create a journey as a draft, from its specification.

    It is checked before it is sent: keys, activities that point nowhere or in a circle, splits, waits. `journey new`
    writes a specification step by step; the examples of --example are for the demo account.

    Examples:
      mcctl journey create --example wait > example.json
      mcctl journey create --data journey.json
      mcctl journey get nto-thank-you -o json | mcctl journey create --data - --key new --name New --dry-run
    """
    if example_name is not None:
        if data is not None:
            raise InputError("--example stands in place of --data")
        session.output.show_json(composed(None, assignments, start=example(example_name), key=key, name=name))
        return
    body = new_journey(composed(data, assignments, key=key, name=name))
    created = api(session).create(body=body)
    session.show(created, ITEM_COLUMNS)
    session.done(
        f"Created the journey {body['key']}", next_command=f"mcctl journey publish --wait {argument(body['key'])}"
    )
