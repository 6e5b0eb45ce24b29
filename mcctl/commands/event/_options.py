"""The options of `mcctl event fire`, for one contact or for many."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer


class OneEvent(NamedTuple):
    """An event for one contact."""

    contact: Annotated[str | None, typer.Option("--contact", metavar="KEY", help="Contact key, old or new.")] = None
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="NAME=VALUE", help="A field of the data extension; may be given often."),
    ] = None
    data_file: Annotated[
        str | None, typer.Option("--data-file", metavar="FILE", help="The fields as JSON or YAML; - for stdin.")
    ] = None


class ManyEvents(NamedTuple):
    """How many events go into a request."""

    batch_size: Annotated[
        int | None,
        typer.Option("--batch-size", metavar="N", min=1, max=100, help="Contacts in a request; 100 if not given."),
    ] = None
