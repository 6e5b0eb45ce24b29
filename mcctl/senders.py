"""What answers requests: the network, or the emulator in this process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mcctl import config
from mcctl.errors import InputError

if TYPE_CHECKING:
    from mcctl.rest.http import Sender


LONGEST_TIMEOUT = 86400  # seconds


def new_sender(*, timeout: float | None, **options: Any) -> Sender:
    """Return what sends requests. options: of Sender. Raises InputError for a timeout that is none."""
    if timeout is not None and not 0 < timeout <= LONGEST_TIMEOUT:
        raise InputError(f"--timeout must be more than 0 seconds, and at most {LONGEST_TIMEOUT}")
    from mcctl.rest.http import Sender  # brings httpx, which help pages and dry runs do without

    return Sender(timeout=timeout, **options)


def emulator_app() -> Any:
    """Return the emulator as a WSGI application on this user's state. Raises InputError if it is not installed."""
    try:
        from mcctl.emulator.app import Emulator  # the extra may not be installed
    except ModuleNotFoundError as error:
        raise InputError(
            f"The emulator is not installed ({error.name} is missing)",
            "pip install 'mcctl-marketing-cloud[emulator]'",
        ) from error
    return Emulator(config.emulator_state(), _unusable_state)


def _unusable_state(path: Path, why: str) -> InputError:
    return InputError(
        f"Cannot use the emulator's state {path}: {why}",
        "mcctl emulator reset makes it anew; MCCTL_STATE_DIR names another folder",
    )
