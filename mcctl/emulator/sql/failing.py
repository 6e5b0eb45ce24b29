"""How a query fails while it runs."""

from __future__ import annotations


class Failure(Exception):
    """Why a query stopped, in the platform's words."""
