"""Functions of rows: looked up in data extensions, made of texts, written."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from mcctl.ampscript.data import MOST_ROWS, Criteria, Write, no_column
from mcctl.ampscript.errors import Wrong, whole_characters
from mcctl.ampscript.run import Lookup, Run
from mcctl.ampscript.values import NULL, Row, Rowset, Value, flag, shown, text, whole

_MOST_COLUMNS = 1000
_MOST_PARTS = 100_000
_MAX_XML_CHARS = 64 * 1024
_MOST_STEPS = 12
_MOST_PATH_CHARS = 300
_MOST_CHOICES = 10
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_DEAR_XPATH = re.compile(r"\[[^\]]*(?:\[|//)|(?:following|preceding)[\w-]*\s*::")
"""A look through the whole document for each of its elements."""
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def lookup(run: Run, extension: Value, column: Value, *pairs: Value) -> Value:
    """Return a column of the first row that has the values; nothing where there is none."""
    found = _rows(run, extension, Criteria(_pairs(pairs), limit=1))
    place = found.places.get(text(column).lower())
    if place is None:
        raise no_column(text(extension), text(column))
    return found.rows[0][place] if found.rows else ""


def lookuprows(run: Run, extension: Value, *pairs: Value) -> Value:
    """Return the rows that have the values, in any case; at most 2,000."""
    return _rows(run, extension, Criteria(_pairs(pairs)))


def lookuprowscs(run: Run, extension: Value, *pairs: Value) -> Value:
    """Return the rows that have exactly the values; at most 2,000."""
    return _rows(run, extension, Criteria(_pairs(pairs), exact=True))


def lookuporderedrows(run: Run, extension: Value, count: Value, order: Value, *pairs: Value) -> Value:
    """Return the rows that have the values, in an order. count: how many at most; below 1 is all, up to 2,000."""
    return _ordered(run, extension, count, order, pairs, exact=False)


def lookuporderedrowscs(run: Run, extension: Value, count: Value, order: Value, *pairs: Value) -> Value:
    """Return the rows that have exactly the values, in an order."""
    return _ordered(run, extension, count, order, pairs, exact=True)


def _ordered(run: Run, extension: Value, count: Value, order: Value, pairs: Sequence[Value], *, exact: bool) -> Rowset:
    limit = whole(count, "The number of rows")
    column, _, way = text(order).split(",")[0].strip().rpartition(" ")
    if way.lower() not in ("asc", "desc") or not column:
        column, way = text(order).split(",")[0].strip(), "asc"
    wanted = (column.strip(), way.lower() == "desc")
    most = limit if 0 < limit <= MOST_ROWS else MOST_ROWS
    return _rows(run, extension, Criteria(_pairs(pairs), exact, wanted, most))


def _rows(run: Run, extension: Value, criteria: Criteria) -> Rowset:
    name = text(extension).strip()
    if not name:
        raise Wrong("The name of the data extension is empty")
    run.note(sum(len(column) + len(value) for column, value in criteria.pairs))
    found = run.data.rows(name, criteria)
    run.lookups.append(Lookup(name, criteria.pairs, len(found.rows)))
    return found


def _pairs(values: Sequence[Value]) -> tuple[tuple[str, str], ...]:
    if len(values) % 2:
        raise Wrong("Columns and values must come in pairs")
    texts = [whole_characters(text(value)) for value in values]
    return tuple((column.strip(), value) for column, value in zip(texts[::2], texts[1::2], strict=True))


def dataextensionrowcount(run: Run, extension: Value) -> Value:
    """Return how many rows a data extension has."""
    return run.data.count(text(extension).strip())


def rowcount(_run: Run, rowset: Value) -> Value:
    """Return how many rows a rowset has."""
    if isinstance(rowset, Rowset):
        return len(rowset.rows)
    if rowset is None or rowset == "":
        return 0
    raise Wrong(f"{shown(rowset)} is no rowset")


def row(_run: Run, rowset: Value, number: Value) -> Value:
    """Return a row of a rowset, counted from 1."""
    if not isinstance(rowset, Rowset):
        raise Wrong(f"{shown(rowset)} is no rowset")
    place = whole(number, "The number of the row")
    if not 1 <= place <= len(rowset.rows):
        raise Wrong(f"There is no row {place}; the rowset has {len(rowset.rows)}")
    return Row(rowset, rowset.rows[place - 1])


def field(_run: Run, one: Value, column: Value, strict: Value = True) -> Value:
    """Return a column of a row, by name or by number from 1. strict: whether a column must be there."""
    if not isinstance(one, Row):
        raise Wrong(f"{shown(one)} is no row")
    name = text(column).strip()
    place = one.rowset.places.get(name.lower())
    if place is None and name.isascii() and name.isdecimal() and 1 <= int(name) <= len(one.values):
        place = int(name) - 1
    if place is None:
        if strict is True or flag(strict):
            raise Wrong(f'The row has no column "{name}"')
        return ""
    return one.values[place]


def claimrow(run: Run, extension: Value, claim: Value, column: Value, value: Value, *pairs: Value) -> Value:
    """Claim a row for somebody, and return it; an empty row where none is left."""
    name = text(extension).strip()
    found = run.data.claim(name, text(claim).strip(), (text(column).strip(), text(value)), _written(pairs))
    if found is None:
        return Row(Rowset((), [()]), ())
    written = {name.lower(): one for name, one in _written(pairs).items()}
    cells = [written.get(name.lower(), cell) for name, cell in zip(found.rowset.columns, found.values, strict=True)]
    return Row(found.rowset, cells)


def claimrowvalue(
    run: Run, extension: Value, wanted: Value, claim: Value, fallback: Value, column: Value, value: Value, *pairs: Value
) -> Value:
    """Claim a row for somebody, and return one column; the fallback where none is left."""
    found = claimrow(run, extension, claim, column, value, *pairs)
    if not isinstance(found, Row) or not found.rowset.columns:
        return fallback
    return field(run, found, wanted)


def insertde(run: Run, extension: Value, *pairs: Value) -> Value:
    """Write a new row when the message has been rendered."""
    return _write(run, Write("insert", text(extension).strip(), {}, _written(pairs)))


def updatede(run: Run, extension: Value, count: Value, *pairs: Value) -> Value:
    """Change the rows that have the values of the first pairs. count: how many pairs these are."""
    return _write(run, _change(run, "update", extension, count, pairs))


def upsertde(run: Run, extension: Value, count: Value, *pairs: Value) -> Value:
    """Change the rows that have the values of the first pairs, or write a new one."""
    return _write(run, _change(run, "upsert", extension, count, pairs))


def deletede(run: Run, extension: Value, *pairs: Value) -> Value:
    """Delete the rows that have the values."""
    return _write(run, Write("delete", text(extension).strip(), dict(_pairs(pairs)), {}))


def _change(_run: Run, kind: str, extension: Value, count: Value, pairs: Sequence[Value]) -> Write:
    number = whole(count, "The number of search pairs")
    if not number >= 1 or len(pairs) <= number * 2:
        raise Wrong("There are fewer pairs than the number of search pairs says")
    keys = dict(_pairs(pairs[: number * 2]))
    return Write(kind, text(extension).strip(), keys, _written(pairs[number * 2 :]))


def _written(values: Sequence[Value]) -> dict[str, str | None]:
    return {
        name: None if value is None or value is NULL else printed
        for (name, printed), value in zip(_pairs(values), values[1::2], strict=True)
    }


def _write(run: Run, write: Write) -> Value:
    run.note(sum(len(value or "") for value in (*write.keys.values(), *write.values.values())))
    run.data.write(write)
    return ""


def buildrowsetfromstring(_run: Run, source: Value, separator: Value) -> Value:
    """Return the parts of a text as rows with one column, Value."""
    whole_text, mark = text(source), text(separator)
    if not whole_text:
        return Rowset(("Value",), [])
    if mark and whole_text.count(mark) > _MOST_PARTS:
        raise Wrong(f"The text has more than {_MOST_PARTS:,} parts")
    parts = whole_text.split(mark) if mark else [whole_text]
    return Rowset(("Value",), [(part,) for part in parts])


def buildrowsetfromjson(_run: Run, source: Value, path: Value, lenient: Value) -> Value:
    """Return what a JSONPath finds in a JSON text as rows. lenient: an error is an empty rowset."""
    try:
        return _json_rows(text(source), text(path))
    except Wrong:
        if flag(lenient):
            return Rowset((), [])
        raise


def _json_rows(source: str, path: str) -> Rowset:
    import jsonpath  # dear to load

    try:
        document = json.loads(source)
    except (ValueError, RecursionError):
        raise Wrong("The text is no JSON") from None
    if _is_dear(path):
        raise Wrong(f"{shown(path)} is too long or too involved for a JSONPath here")
    try:
        found = jsonpath.findall(path.replace("$.[", "$["), document)
    except (jsonpath.JSONPathError, ValueError, TypeError, ArithmeticError, RecursionError) as error:
        raise Wrong(f"{shown(path)} cannot be used as a JSONPath: {error}") from None
    if len(found) == 1 and isinstance(found[0], list):
        found = found[0]
    objects = [one if isinstance(one, dict) else {"Value": one} for one in found]
    columns = list(dict.fromkeys(str(name) for one in objects for name in one))[:_MOST_COLUMNS]
    return Rowset(columns, [[_cell(one.get(name)) for name in columns] for one in objects])


def _is_dear(path: str) -> bool:
    """Whether a JSONPath may take longer than a render has: regular expressions, and lists of choices in a row."""
    return len(path) > _MOST_PATH_CHARS or "=~" in path or path.count(",") > _MOST_CHOICES or path.count("..") > 2


def _cell(value: Any) -> Value:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int | float | str) else ""


def buildrowsetfromxml(_run: Run, source: Value, path: Value, lenient: Value) -> Value:
    """Return what an XPath finds in an XML text as rows. lenient: an error is an empty rowset."""
    try:
        return _xml_rows(text(source), text(path))
    except Wrong:
        if flag(lenient):
            return Rowset((), [])
        raise


def _xml_rows(source: str, path: str) -> Rowset:
    from lxml import etree  # dear to load

    if len(source) > _MAX_XML_CHARS or path.count("/") > _MOST_STEPS:
        raise Wrong(f"The XML has more than {_MAX_XML_CHARS:,} characters, or the path more than {_MOST_STEPS} steps")
    if _DEAR_XPATH.search(_QUOTED.sub("", path)):
        raise Wrong(f"{shown(path)} is too involved for an XPath here")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        found = etree.fromstring(_XML_DECLARATION.sub("", source).encode(), parser).xpath(path)
    except (etree.XMLSyntaxError, etree.XPathError, ValueError) as error:
        raise Wrong(f"The XML cannot be read: {error}") from None
    elements = found if isinstance(found, list) else [found]
    attributes = (name for one in elements if isinstance(one, etree._Element) for name in one.attrib)
    names = list(dict.fromkeys(f"{name}_att" for name in attributes))[:_MOST_COLUMNS]
    return Rowset(["Value", "Xml", *names], [_xml_row(one, names) for one in elements])


def _xml_row(element: Any, names: Sequence[str]) -> list[Value]:
    from lxml import etree  # dear, as above

    if not isinstance(element, etree._Element):
        return [str(element), str(element), *[""] * len(names)]
    inner = (element.text or "") + "".join(etree.tostring(child, encoding="unicode") for child in element)
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    cells: list[Value] = [own, inner]
    return cells + [element.get(name.removesuffix("_att"), "") for name in names]


FUNCTIONS: dict[str, Callable[..., Value]] = {
    function.__name__: function
    for function in (
        buildrowsetfromjson, buildrowsetfromstring, buildrowsetfromxml, claimrow, claimrowvalue, dataextensionrowcount,
        deletede, field, insertde, lookup, lookuporderedrows, lookuporderedrowscs, lookuprows, lookuprowscs, row,
        rowcount, updatede, upsertde,
    )
}  # fmt: skip
