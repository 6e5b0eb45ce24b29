"""The grammar: T-SQL, one SELECT. The only module that knows the parser.

Functions are kept as they were written, name and arguments, since what they mean here is told by `functions` alone.
"""

from __future__ import annotations

from typing import Any

from sqlglot import exp
from sqlglot.dialects.tsql import TSQL
from sqlglot.errors import OptimizeError, ParseError, TokenError
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import Scope, traverse_scope
from sqlglot.tokens import Token

__all__ = ["Scope", "Token", "exp", "parsed", "qualified", "spelled", "sqlite", "tokens", "traverse_scope"]
SYNTAX = "An error occurred while checking the query syntax. Errors: "
_SPECIAL = ("CAST", "CONVERT", "TRY_CAST", "TRY_CONVERT")
_MOST_CHARS = 64_000


class SqlError(Exception):
    """What Marketing Cloud refuses, in its words."""


class _Dialect(TSQL):  # type: ignore[misc]
    """T-SQL whose functions are but names with arguments."""

    class Parser(TSQL.Parser):  # type: ignore[misc]
        """See above; CAST and CONVERT have a type among their arguments, and are understood."""

        FUNCTIONS: dict[str, Any] = {}
        FUNCTION_PARSERS = {name: parse for name, parse in TSQL.Parser.FUNCTION_PARSERS.items() if name in _SPECIAL}
        NO_PAREN_FUNCTION_PARSERS = {
            name: parse for name, parse in TSQL.Parser.NO_PAREN_FUNCTION_PARSERS.items() if name == "CASE"
        }


def tokens(sql: str) -> list[Token]:
    """Return the words of a query, without its comments. Raises SqlError."""
    if len(sql) > _MOST_CHARS:
        raise SqlError(f"{SYNTAX}The query has {len(sql):,} characters, more than {_MOST_CHARS:,}.")
    try:
        return list(_Dialect().tokenize(sql))
    except (TokenError, RecursionError):
        raise SqlError(f"{SYNTAX}Unclosed quotation mark, or another character that SQL does not know.") from None


def parsed(sql: str) -> list[Any]:
    """Return the statements of a text as trees. Raises SqlError."""
    try:
        return [one for one in _Dialect().parse(sql) if one is not None]
    except ParseError as error:
        near = str(error.errors[0].get("highlight") or "") if error.errors else ""
        raise SqlError(f"{SYNTAX}Incorrect syntax near '{near or 'the end'}'.") from None
    except (TokenError, RecursionError):
        raise SqlError(f"{SYNTAX}The query is nested too deeply, or a quotation mark is not closed.") from None


def qualified(tree: Any, columns: dict[str, dict[str, str]]) -> Any:
    """Return the tree with every column under its table's alias, in lower case, and every star spelled out.

    columns: table -> column -> anything. Raises SqlError for a column that is in none of the tables, or in several.
    """
    try:
        return qualify(tree, schema=dict(columns), dialect=_Dialect, expand_alias_refs=False)
    except OptimizeError as error:
        raise SqlError(SYNTAX + _in_words(str(error), columns, _names_of(tree))) from None
    except RecursionError:
        raise SqlError(f"{SYNTAX}The query is nested too deeply.") from None


def _names_of(tree: Any) -> list[str]:
    """Return the tables of a tree, each as often as it is there."""
    return [table.name for table in tree.find_all(exp.Table)]


def _in_words(error: str, columns: dict[str, dict[str, str]], tables: list[str]) -> str:
    """Return what SQL Server says where the parser's library found a column amiss: it tells no two reasons apart."""
    told = error.splitlines()[0]
    name = told.partition("'")[2].partition("'")[0]
    if " for table: '" not in told and sum(name in columns.get(table, ()) for table in tables) > 1:
        return f"Ambiguous column name '{name}'."
    if " for table: '" in told:
        table = told.partition(" for table: '")[2].partition("'")[0]
        return f'The multi-part identifier "{table}.{name}" could not be bound.'
    if told.startswith("Column"):
        return f"Invalid column name '{name}'."
    return f"{told}."


def spelled(tree: Any) -> str:
    """Return a tree as T-SQL."""
    text: str = tree.sql(dialect=_Dialect)
    return text


def sqlite(tree: Any) -> str:
    """Return a tree as SQLite understands it, where nothing in it is T-SQL's alone."""
    text: str = tree.sql(dialect="sqlite")
    return text
