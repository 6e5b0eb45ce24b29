"""`mcctl asset preview`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.asset._lookup import IsKeyOption
from mcctl.commands.asset._preview import VIEWS, Preview, Whom, account_of, message_of, previews
from mcctl.errors import InputError, NotFound
from mcctl.formats import Format
from mcctl.session import Session


@verb(READ)
def preview_asset(
    session: Session,
    source: Annotated[str, typer.Argument(metavar="KEY|FILE", help="Key or id of an asset, or a file; - for stdin.")],
    is_key: IsKeyOption = False,
    view: Annotated[
        str | None, typer.Option("--view", metavar="VIEW", help="Print just this view: html, text, subject, preheader.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--as", metavar="json", help="Print all views, warnings, lookups and links as JSON.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Write the page as files into this folder.")
    ] = None,
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Port on 127.0.0.1; 0 picks a free one.")
    ] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="Print the address of the page, open no browser.")] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Render a local file again whenever it changes.")] = False,
    *,
    whom: Whom,
) -> None:
    """Look at a message as somebody gets it, in a browser or as text.

    AMPscript is rendered here: with data extensions and content blocks of the login, which are only read, or with
    those in --context FILE. What would be written is listed. A message that only the platform can render ends in 8.

    Examples:
      mcctl asset preview nto-welcome-series --attr FirstName=Amelia --view subject
      mcctl asset preview nto-welcome-series --row nto-customers:nto-1001 --row nto-customers:nto-1002
      mcctl asset preview welcome.html --watch
      mcctl asset preview nto-welcome-series --contact nto-1001 --as json -q "views.subject"
    """
    as_json = _wants_json(session, form, is_otherwise=bool(view or out))
    part = _part(view) if view else None
    output = "--view" if view else "JSON" if as_json else "--out" if out else ""
    _check_options(
        output, whom, {"JSON": as_json, "--out": bool(out), "--port": port, "--no-open": no_open, "--watch": watch}
    )
    message, account = message_of(session, source, is_key), account_of(session, whom)
    if watch and message.path is None:
        raise InputError("--watch looks at a file; the message is not one")
    found = list(previews(session, message, whom, account, last=part or ""))
    if part:
        _print_view(session, found, part)
    elif as_json:
        _print_json(session, found)
    else:
        from mcctl.commands.asset._page import Page, images_of, serve, write_files  # a server is dear to load

        def again() -> list[Preview]:
            return list(previews(session, message_of(session, source, is_key), whom, account))

        page = Page(message, found, again, images_of(session))
        if out:
            write_files(session, page, out)
        else:
            serve(session, page, port=port, is_opened=not no_open, watched=message.path if watch else None)


def _wants_json(session: Session, form: str | None, *, is_otherwise: bool) -> bool:
    """Whether JSON is printed. is_otherwise: something else is named, which goes before the usual form of output."""
    if form not in (None, "json"):
        raise InputError(f"--as {form} is not known; there is json")
    is_usual = session.settings.output == Format.JSON and not is_otherwise
    return form == "json" or bool(session.settings.query) or is_usual


def _check_options(output: str, whom: Whom, given: dict[str, Any]) -> None:
    """Raise InputError for options that would have no effect. output: what is made; empty for a served page."""
    idle = next((option for option, value in given.items() if value and output and option != output), None)
    if idle:
        raise InputError(f"{output} and {idle} do not go together")
    named = len(whom.contacts or []) + len(whom.rows or [])
    if output == "--view" and named > 1:
        raise InputError("--view prints one view, so it takes one person")
    if whom.context and named:
        raise InputError("--context brings its own person; --contact and --row are those of the account")


def _part(view: str) -> str:
    part = VIEWS.get(view.lower())
    if part is None:
        raise InputError(f"--view {view} is not known; there are html, text, subject and preheader")
    return part


def _print_view(session: Session, found: list[Preview], part: str) -> None:
    for one in found:
        if part not in one.views and one.error is None:
            raise NotFound(f"The message has no {part}; it has: {', '.join(one.views)}")
        one.check() if one.error else session.output.raw(one.views[part])
    for one in found:
        one.check()


def _print_json(session: Session, found: list[Preview]) -> None:
    told: Any = [one.as_json() for one in found]
    session.show_any(told[0] if len(told) == 1 else told, as_json=True)
    for one in found:
        one.check()
