"""What is said on stderr: lines of text, and errors as JSON."""

from __future__ import annotations

import sys
from typing import Any

from mcctl.cells import json_of
from mcctl.escaping import visible
from mcctl.masking import mask, mask_texts
from mcctl.streams import give_up


def say(text: str) -> None:
    """Print one line on stderr, steering characters escaped and secrets masked."""
    tell(visible(mask(text)))


def say_json(value: Any) -> None:
    """Print a JSON object on stderr, secrets masked."""
    tell(json_of(mask_texts(value)))


def tell(text: str) -> None:
    """Print lines of our own, or what was made fit for a terminal, on stderr."""
    try:
        print(text, file=sys.stderr, flush=True)  # noqa: T201
    except OSError:  # what counts is still done, and the exit code tells it
        give_up(2)
