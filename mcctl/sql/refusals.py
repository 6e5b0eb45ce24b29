"""What a query activity refuses before it looks at any data, in the platform's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mcctl.sql.functions import AGGREGATES, FUNCTIONS, REFUSED, WINDOWS
from mcctl.sql.grammar import SYNTAX, SqlError, Token, exp, parsed, tokens

NOT_A_SELECT = "Only SELECT queries are valid."
_RESERVED = (
    "INSERT", "UPDATE", "DELETE", "MERGE", "TRUNCATE", "CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "EXEC", "EXECUTE",
    "INTO", "DECLARE", "WHILE", "PRINT", "RAISERROR", "THROW", "GOTO", "WAITFOR", "GO",
)  # fmt: skip
_UNKNOWN = ("LIMIT", "QUALIFY")
_ORDERED = (
    "The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table "
    "expressions, unless TOP, OFFSET or FOR XML is also specified."
)
_UNEQUAL = (
    "All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of expressions in "
    "their target lists."
)
_ONE_EXPRESSION = (
    "Only one expression can be specified in the select list when the subquery is not introduced with EXISTS."
)
_NOT_PLAYED = (exp.Lateral, exp.Values, exp.Pivot, exp.TableSample, exp.Hint)


def certain(sql: str) -> list[str]:
    """Return what no business unit takes, whatever its tables are and whichever functions it knows."""
    try:
        _check_words(tokens(sql))
    except SqlError as error:
        return [str(error)]
    return []


def one_select(sql: str) -> Any:
    """Return the tree of a query that is one SELECT, as far as that can be told without its tables. Raises SqlError."""
    _check_words(tokens(sql))
    trees = parsed(sql)
    if len(trees) != 1 or not isinstance(trees[0], exp.Query):
        raise SqlError(NOT_A_SELECT)
    for problem in _problems(trees[0]):
        raise SqlError(SYNTAX + problem)
    return trees[0]


def has_star(tree: Any) -> bool:
    """Whether a query gives, or reads from a query that gives, every column that there is."""
    return any(select.is_star for select in tree.find_all(exp.Select))


def warnings(tree: Any) -> list[str]:
    """Return what is allowed, and seldom meant."""
    selects = [one for one in tree.find_all(exp.Select) if one.args.get("from_") and not one.args.get("where")]
    return ["The query has no WHERE clause: it reads every row."] if selects else []


def _check_words(found: list[Token]) -> None:
    """Raise SqlError for words and signs that no query may hold."""
    if any(token.token_type.name == "SEMICOLON" for token in found):
        raise SqlError("';' is a reserved word and may not be used")
    words = [token.text.upper() if token.token_type.name not in ("STRING", "IDENTIFIER") else "" for token in found]
    first = next((word for word in words if word != "("), "")
    for word in words:
        if word in _RESERVED and (first == "SELECT" or word == "INTO"):
            raise SqlError(f"'{word.lower()}' is a reserved word and may not be used")
    if first != "SELECT":
        raise SqlError(NOT_A_SELECT)
    if unknown := next((word for word in words if word in _UNKNOWN), None):
        raise SqlError(f"{SYNTAX}Incorrect syntax near '{unknown}'.")


def _problems(tree: Any) -> Iterator[str]:
    """Yield what is wrong with a tree, each in a sentence."""
    if tree.find(exp.With):
        yield "Incorrect syntax near the keyword 'with'."
    for node in tree.walk():
        if isinstance(node, (exp.Parameter, exp.SessionParameter)):
            yield f'Must declare the scalar variable "{node.sql()}".'
        if isinstance(node, _NOT_PLAYED):
            yield f"Incorrect syntax near '{node.key.upper()}'."
        if isinstance(node, exp.Table):
            yield from _of_table(node)
        if isinstance(node, (exp.Anonymous, exp.TryCast)):
            yield from _of_function(node)
        if isinstance(node, exp.Query):
            yield from _of_query(node)


def _of_table(table: Any) -> Iterator[str]:
    parts = [part.name for part in (table.args.get("catalog"), table.args.get("db")) if part]
    if [part.lower() for part in parts] not in ([], ["ent"]) or not isinstance(table.this, exp.Identifier):
        yield f"The {table.name or table.sql()} table has a multi-part specification. This is not allowed."
    if table.name.startswith("#") or table.this.args.get("temporary"):
        yield f"Invalid object name '#{table.name.lstrip('#')}'."


def _of_function(call: Any) -> Iterator[str]:
    name = "TRY_CAST" if isinstance(call, exp.TryCast) else call.name.upper()
    if isinstance(call, exp.TryCast) or name in REFUSED or name not in FUNCTIONS:
        yield f"'{name}' is not a recognized built-in function name."
        return
    known, given = FUNCTIONS[name], len(call.expressions)
    if not known.least <= given <= known.most:
        wanted = str(known.least) if known.least == known.most else f"{known.least} to {known.most}"
        yield f"The {name.lower()} function requires {wanted} argument(s)."
    over = _window_of(call)
    if name in WINDOWS and over is None:
        yield f"The function '{name}' must have an OVER clause."
    if over is not None and name not in AGGREGATES and name not in WINDOWS:
        yield f"The function '{name}' is not a valid windowing function, and cannot be used with the OVER clause."
    if over is not None and (clause := call.find_ancestor(exp.Where, exp.Group, exp.Having, exp.Join)):
        if clause.find_ancestor(exp.Select) is call.find_ancestor(exp.Select):
            yield "Windowed functions can only appear in the SELECT or ORDER BY clauses."
    elif name in AGGREGATES and (clause := call.find_ancestor(exp.Where, exp.Query)) and isinstance(clause, exp.Where):
        yield "An aggregate may not appear in the WHERE clause."


def _window_of(call: Any) -> Any:
    """Return the OVER of a call; None where there is none."""
    above = call.parent
    while isinstance(above, (exp.WithinGroup, exp.IgnoreNulls, exp.RespectNulls)):
        above = above.parent
    return above if isinstance(above, exp.Window) else None


def _of_query(query: Any) -> Iterator[str]:
    if isinstance(query, exp.Select) and not query.selects:
        yield "Incorrect syntax near the keyword 'select'."
    is_cut = query.args.get("limit") or query.args.get("offset")
    if query.args.get("order") and not is_cut:
        yield _ORDERED
    if query.args.get("offset") and not query.args.get("order"):
        yield "Incorrect syntax near 'OFFSET': it needs an ORDER BY."
    if isinstance(query, exp.SetOperation) and _counts_differ(query):
        yield _UNEQUAL
    if _is_value(query) and len(query.selects) != 1:
        yield _ONE_EXPRESSION


def _counts_differ(query: Any) -> bool:
    sides = (query.left.selects, query.right.selects)
    is_open = any(one.is_star for side in sides for one in side)
    return not is_open and len(sides[0]) != len(sides[1])


def _is_value(query: Any) -> bool:
    """Whether a query stands where one value does, or a list of them."""
    above = query.parent
    if not isinstance(above, exp.Subquery):
        return False
    return not isinstance(above.parent, (exp.From, exp.Join, exp.SetOperation, exp.Subquery, exp.Exists, type(None)))
