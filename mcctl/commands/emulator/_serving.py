"""Serving the emulator: for other programs, and for a browser."""

from __future__ import annotations

from typing import Any

from mcctl.commands._browser import open_browser
from mcctl.errors import InputError
from mcctl.session import Session


def server_on(session: Session, port: int) -> tuple[Any, str]:
    """Return a server whose `run` serves the emulator until it is interrupted, and its URL. Raises InputError."""
    emulator = session.emulator
    from mcctl.emulator.serve import new_server  # needs what only the extra brings; session.emulator looked for it

    try:
        return new_server(emulator, port)
    except OSError as error:
        raise InputError(
            f"Cannot serve on port {port}: {error.strerror or error}", "Choose another: --port 0"
        ) from error


def serve_inbox(session: Session) -> None:
    """Serve the inbox page on a free port until Ctrl-C, and open it in the user's browser."""
    server, url = server_on(session, 0)
    session.output.lines([url])
    session.output.flush()
    session.output.note("Serving the inbox; stop with Ctrl-C")
    open_browser(session, url)
    server.run()
