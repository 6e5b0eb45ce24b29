"""`mcctl emulator serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.emulator._serving import server_on
from mcctl.session import Session

DEFAULT_PORT = 8025


@verb(READ)
def serve(
    session: Session,
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", min=0, max=65535, help="Port on 127.0.0.1; 0 picks a free one.")
    ] = DEFAULT_PORT,
) -> None:
    """Serve the emulator over HTTP, for any client, until Ctrl-C.

    Its URL is printed on stdout; it is both the authentication and the REST host. Client id and secret: emulator. In a
    browser it shows the messages that were sent.

    Examples:
      mcctl emulator serve
      mcctl emulator serve --port 0 > url &
    """
    server, url = server_on(session, port)
    out = session.output
    out.lines([url])
    out.flush()
    out.note(f"Serving {url}; stop with Ctrl-C. To use it from another shell:")
    out.note(f"  export MCCTL_AUTH_URL={url} MCCTL_REST_URL={url}")
    out.note("  export MCCTL_CLIENT_ID=emulator MCCTL_CLIENT_SECRET=emulator")
    out.note(f"  export MCCTL_PERSONALIZATION_URL={url} MCCTL_PERSONALIZATION_KEY=emulator")
    server.run()
