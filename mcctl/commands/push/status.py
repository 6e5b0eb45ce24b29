"""`mcctl push status`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.push._common import AUDIENCES, SEND_COLUMNS, api
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.session import Session


@verb(READ)
def show_status(
    session: Session,
    token: Annotated[str, typer.Argument(metavar="TOKEN_ID", help="Token that `push send` printed.")],
    message: Annotated[str, typer.Option("--message", metavar="PUSH_MESSAGE", help="Id or name of the push message.")],
    audience: Annotated[
        str, typer.Option("--audience", metavar="contact|list|tag|everybody", help="Whom it was sent to.")
    ] = "contact",
) -> None:
    """Show how far a send of a push message is.

    Examples:
      mcctl push status 98sdkj23-0000-4000-8000-000000000001 --message "NTO Snow" --audience tag
    """
    if audience not in AUDIENCES:
        raise InputError(f"--audience {audience!r} must be one of {', '.join(AUDIENCES)}")
    routes = api(session)
    found = routes.find(ref=message)
    state = routes.deliveries(audience=AUDIENCES[audience], message_id=text(found, "id"), token=token)
    session.show({"tokenId": token, **state}, SEND_COLUMNS)
