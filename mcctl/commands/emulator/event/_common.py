"""What the events of readers share."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.errors import NotFound
from mcctl.session import Session

EVENT_COLUMNS = {"EVENT": "event", "TO": "to", "CONTACT": "contactKey", "JOB": "job", "OF": "definition"}
ToOption = Annotated[
    list[str], typer.Option("--to", metavar="ADDRESS", help="An address that was sent to; may be given often.")
]
OfOption = Annotated[
    str | None,
    typer.Option("--of", metavar="NAME", help="Not the newest e-mail, but that of this definition, send or activity."),
]


def let_happen(session: Session, kind: str, to: list[str], of: str | None, url: str = "") -> None:
    """Let something happen to the newest e-mail to each address. Raises NotFound where none was sent there."""
    happened, missing = [], []
    for address in to:
        told = session.emulator.admin.happen(kind, address, job=of or "", url=url)
        if told is None:
            missing.append(address)
        else:
            happened.append(told)
    session.show_list(happened, EVENT_COLUMNS)
    if missing:
        which = f" of {of}" if of else ""
        raise NotFound(f"No e-mail{which} was sent to {', '.join(missing)}", "mcctl emulator outbox")
