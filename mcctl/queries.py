"""`--query`: what of the data is shown. The only importer of jmespath."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mcctl.errors import InputError

_SHOWN = 200  # characters of a query in an error


class QueryMisfit(InputError):
    """A query is right, but does not fit the data."""


def check_query(query: str | None) -> None:
    """Raise InputError where a query is not right."""
    compiled(query)


def compiled(query: str | None) -> Callable[[Any], Any] | None:
    if query is None:
        return None
    import jmespath  # for those who filter
    from jmespath.exceptions import JMESPathError  # for those who filter

    try:
        expression = jmespath.compile(query)
    except (JMESPathError, RecursionError, ValueError) as error:
        raise InputError(f"--query {query[:_SHOWN]!r} is not valid JMESPath: {str(error).splitlines()[0]}") from error

    def search(value: Any) -> Any:
        try:
            return expression.search(value)
        except (JMESPathError, ArithmeticError, ValueError, RecursionError) as error:
            raise QueryMisfit(f"--query {query!r} does not fit the data: {error}") from error

    return search
