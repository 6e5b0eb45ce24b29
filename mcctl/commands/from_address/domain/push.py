"""`mcctl from-address domain push`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.from_address._common import api, checked_domain
from mcctl.errors import PartlyDone
from mcctl.reading import text
from mcctl.session import Session

_GOOD = "success"


@verb(WRITE)
def push_domains(
    session: Session,
    domains: Annotated[list[str], typer.Argument(metavar="DOMAIN...", help="Domains, such as mail.nto.example.")],
) -> None:
    """Copy registered domains to all business units below, and tell what became of each. The enterprise can.

    Examples:
      mcctl from-address domain push mail.nto.example
    """
    told = api(session).push(domains=[checked_domain(one) for one in domains])
    session.show_list(told, {"DOMAIN": "domain", "RESULT": "message"})
    failed = [text(one, "domain") for one in told if not text(one, "message").lower().startswith(_GOOD)]
    if failed:
        raise PartlyDone(f"Not copied: {', '.join(failed)}")
