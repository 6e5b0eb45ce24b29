"""Whom an `sms` command is about: some numbers, or those of a file."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer

from mcctl.rest.address import region_problem


class SomeNumbers(NamedTuple):
    """Who gets a text that is sent to some."""

    to: Annotated[
        list[str] | None,
        typer.Option("--to", metavar="NUMBER", help="Number, with its country code; repeatable."),
    ] = None
    subscribers: Annotated[
        list[str] | None,
        typer.Option("--subscriber", metavar="KEY=NUMBER", help="Number with its subscriber key, instead of --to."),
    ] = None
    attributes: Annotated[
        list[str] | None,
        typer.Option("--attr", metavar="NAME=VALUE", help="With --subscriber: a personalization string."),
    ] = None


class ManyNumbers(NamedTuple):
    """How the rows of a file become numbers."""

    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=COLUMN", help="Column of mobileNumber, subscriberKey; others are attributes."
        ),
    ] = None
    batch_size: Annotated[
        int | None,
        typer.Option("--batch-size", metavar="N", min=1, max=250, help="Numbers in a request; 250 if not given."),
    ] = None


RegionOption = Annotated[
    str | None, typer.Option("--region", metavar="CC", help="Country of numbers written without its code: US, DE...")
]


def checked_region(region: str | None, problems: list[str]) -> str | None:
    """Return a country in capitals; what is wrong with it is added to `problems`, and no number is checked by it."""
    if region is None:
        return None
    problem = region_problem(region.upper())
    problems += [f"--region {problem}"] if problem else []
    return None if problem else region.upper()
