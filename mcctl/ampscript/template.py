"""The way in: templates that are parsed and compiled once, whoever refers to them, and rendered as often as wanted."""

from __future__ import annotations

from collections.abc import Callable

from mcctl.ampscript.compiler import Code, compile_program
from mcctl.ampscript.data import Data
from mcctl.ampscript.parser import parse
from mcctl.ampscript.run import SECONDS, Person, Run
from mcctl.ampscript.stubs import Stubs
from mcctl.ampscript.values import Value

_KEPT = 1000


class Templates:
    """Compiled templates. page: whether they are landing pages. stubs: answers for what only the platform has.

    The thousand compiled first are kept; then all are forgotten, since an account that changes brings new ones.
    """

    def __init__(
        self,
        *,
        page: bool = False,
        stubs: Callable[[Run, str, list[Value]], Value] | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._page = page
        self._stubs = stubs or Stubs()
        self._seconds = seconds
        self._compiled: dict[tuple[str, str], Code] = {}

    def compile(self, source: str, name: str = "") -> Code:
        """Return a template as a function of a run. name: of the content block it is. Raises AmpscriptError."""
        code = self._compiled.get((source, name))
        if code is None:
            if len(self._compiled) >= _KEPT:
                self._compiled.clear()
            code = self._compiled[source, name] = compile_program(parse(source, name), page=self._page)
        return code

    def run(self, person: Person, data: Data) -> Run:
        """Return a new run, in which the parts of one message are rendered one after the other."""
        return Run(person, data, self.compile, self._stubs, self._seconds)
