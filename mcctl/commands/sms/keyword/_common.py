"""The options that name a code."""

from __future__ import annotations

from typing import Annotated

import typer

ShortCodeOption = Annotated[str | None, typer.Option("--short-code", metavar="CODE", help="The short code.")]
CountryOption = Annotated[
    str | None, typer.Option("--country", metavar="CC", help="Country of the short code: US, DE...")
]
LongCodeOption = Annotated[
    str | None, typer.Option("--long-code", metavar="NUMBER", help="The long code, in place of a short one.")
]
