"""`mcctl auth token`."""

from __future__ import annotations

import time

from mcctl.commands._verb import READ, verb
from mcctl.session import Session


@verb(READ)
def token(session: Session) -> None:
    """Print an access token, for another tool to use.

    Examples:
      curl -H "Authorization: Bearer $(mcctl auth token)" https://...
    """
    token = session.tokens.current_token()
    session.output.write(token.access_token + "\n")
    left = f" for {token.expires_at - time.time():.0f} s" if token.issued_at else ""
    session.output.note(f"This is a secret: it is good{left}, for all that this login may do")
