"""Opening a page in the user's browser."""

from __future__ import annotations

import threading
import webbrowser

from mcctl.session import Session


def open_browser(session: Session, address: str) -> None:
    """Open an address in the user's browser, which may be one of the terminal that takes its time."""

    def start() -> None:
        if not webbrowser.open(address):
            session.output.note("No browser could be opened; open the address yourself")

    threading.Thread(target=start, daemon=True).start()
