"""What an image says of itself."""

from __future__ import annotations

from io import BytesIO

import imagesize


def pixels(content: bytes) -> tuple[int, int] | None:
    """Return the width and height of an image; None for what is none."""
    width, height = imagesize.get(BytesIO(content))
    return (width, height) if width > 0 and height > 0 else None
