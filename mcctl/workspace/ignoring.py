"""What .mcctlignore keeps out of a workspace, both ways; it is written as .gitignore is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mcctl.errors import InputError
from mcctl.files import is_file

FILE = ".mcctlignore"


class Ignoring:
    """The patterns of a workspace. root: its folder. Raises InputError for a file that cannot be read."""

    def __init__(self, root: Path) -> None:
        try:
            lines = (root / FILE).read_text(encoding="utf-8").splitlines() if is_file(root / FILE) else []
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"Cannot read {root / FILE}: {error}") from error
        try:
            self.lines = [line for line in lines if line.strip() and not line.startswith("#")]
            self._spec = _spec(self.lines)
        except (ValueError, re.error) as error:
            raise InputError(f"{root / FILE}: {error}") from error

    def takes(self, path: str) -> bool:
        """Whether a file is kept out."""
        return self._spec is not None and bool(self._spec.match_file(path))


def _spec(lines: list[str]) -> Any:
    """Return the patterns in some lines; None where there are none: asking them for every file costs much."""
    if not lines:
        return None
    from pathspec import GitIgnoreSpec  # dear to load

    return GitIgnoreSpec.from_lines(lines)
