"""`mcctl automation notification set`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._addresses import checked_emails
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.automation._common import KeyArgument, api
from mcctl.commands.automation.notification._common import show
from mcctl.errors import InputError
from mcctl.reading import text
from mcctl.session import Session


@verb(WRITE)
def set_notifications(
    session: Session,
    key: KeyArgument,
    on_error: Annotated[
        list[str] | None,
        typer.Option("--on-error", metavar="ADDRESS", help="Told when it failed; may be given often."),
    ] = None,
    on_complete: Annotated[
        list[str] | None,
        typer.Option("--on-complete", metavar="ADDRESS", help="Told when it is through; may be given often."),
    ] = None,
    note: Annotated[str, typer.Option("--text", metavar="TEXT", help="What is in the mail besides.")] = "",
    nobody: Annotated[bool, typer.Option("--none", help="Tell nobody any more.", show_default=False)] = False,
) -> None:
    """Say who is told by mail how an automation ended; whoever was, is not any more.

    Examples:
      mcctl automation notification set nto-nightly --on-error ada@nto.example --on-error ops@nto.example
      mcctl automation notification set nto-nightly --none
    """
    wanted = {"Error": checked_emails(on_error or []), "Complete": checked_emails(on_complete or [])}
    if nobody == any(wanted.values()):
        raise InputError("Who is told?", "Give --on-error ADDRESS, --on-complete ADDRESS, or --none by itself")
    routes = api(session)
    found = routes.find(ref=key)
    number, name = text(found, "id"), text(found, "name")
    workers = [
        {"notificationType": kind, "definition": ",".join(addresses), "body": note, "channelType": "Account"}
        for kind, addresses in wanted.items()
        if addresses
    ]
    routes.set_notifications(automation_id=number, workers=workers)
    show(session, routes.notifications(automation_id=number))
    session.done(f"Nobody is told of {name}" if nobody else f"Changed who is told of {name}")
