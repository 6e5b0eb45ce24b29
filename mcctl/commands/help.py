"""`mcctl help`: the manual, which is part of the package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mcctl.commands._manual import man_page, page, pages, sections, title_of
from mcctl.commands._verb import READ, verb
from mcctl.errors import InputError
from mcctl.files import write_file
from mcctl.session import Session
from mcctl.words import counted


@verb(READ)
def show_manual(
    session: Session,
    topic: Annotated[
        list[str] | None, typer.Argument(metavar="TOPIC", help="A group, a command, or a topic: exit-codes.")
    ] = None,
    man: Annotated[
        str | None, typer.Option("--man", metavar="DIR", help="Write all pages as man pages into this folder.")
    ] = None,
) -> None:
    """Print a page of the manual, or without a topic what there is.

    Examples:
      mcctl help
      mcctl help exit-codes
      mcctl help tx definition create
      mcctl help asset | less
      mcctl help --man ~/.local/share/man/man1
    """
    if man is not None and topic:
        raise InputError("--man writes all pages; leave the topic out")
    if man is not None:
        _write_man_pages(session, Path(man))
    elif not topic:
        session.show_list([{"topic": name, "title": title_of(name)} for name in pages()], _COLUMNS)
    else:
        session.output.raw(page(topic[0]) if len(topic) == 1 else sections(topic))


_COLUMNS = {"TOPIC": "topic", "TITLE": "title"}


def _write_man_pages(session: Session, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"Cannot write into {folder}: {error.strerror}") from error
    for name in pages():
        write_file(folder / f"mcctl-{name}.1", man_page(name).encode(), overwrite=True)
    session.done(f"Wrote {counted(len(pages()), 'page')} to {folder}", next_command="man mcctl-asset")
