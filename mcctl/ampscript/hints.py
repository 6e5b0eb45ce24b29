"""What is accepted in a template, and is seldom meant."""

from __future__ import annotations

from collections.abc import Iterator

from mcctl.ampscript.nodes import Literal, Program, Warned
from mcctl.ampscript.walk import calls


def hints(program: Program) -> Iterator[Warned]:
    """Yield what an author probably did not mean."""
    for call in calls(program):
        pattern = call.args[1] if call.name.lower() == "formatdate" and len(call.args) > 1 else None
        if isinstance(pattern, Literal) and ":mm" in str(pattern.value).lower():
            told = f'FormatDate: mm in "{pattern.value}" is the month; minutes belong into the third argument'
            yield Warned(told, program.place(call.at))
