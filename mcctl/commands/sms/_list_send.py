"""Which lists get a text, and what is said of a report."""

from __future__ import annotations

from typing import Annotated, NamedTuple

import typer

from mcctl.session import Session

FileNameOption = Annotated[
    str, typer.Option("--file-name", metavar="NAME", help="Name of the file in the FTP reports folder.")
]


class Lists(NamedTuple):
    """Which lists get a text."""

    lists: Annotated[
        list[str] | None,
        typer.Option("--list", metavar="LIST_ID", help="To this list instead of the message's; repeatable."),
    ] = None
    excluded: Annotated[
        list[str] | None,
        typer.Option("--exclude", metavar="LIST_ID", help="Not to members of this list, instead of the message's."),
    ] = None
    ignore_exclusions: Annotated[
        bool, typer.Option("--ignore-exclusions", help="Leave nobody out.", show_default=False)
    ] = False
    allow_duplicates: Annotated[
        bool,
        typer.Option("--allow-duplicates", help="A number on several lists gets several texts.", show_default=False),
    ] = False


def tell_report(session: Session, file_name: str) -> None:
    """Say that a report was asked for."""
    session.done(f"Asked for {file_name} in the FTP reports folder")
