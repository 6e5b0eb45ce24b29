"""YAML as people write it: text is text, unless it is what JSON has besides. The only importer of yaml.

Of what YAML 1.1 takes for something else, people mean the text: NO, 001234, +49151, 12:30:45, 1_000, dates. Numbers
are those of JSON. Imported where YAML is first met: JSON needs none of it.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from itertools import islice
from typing import Any

import yaml

from mcctl.errors import InputError
from mcctl.escaping import visible_lines, visible_yaml
from mcctl.reading import TwinNames, without_twins

_MAX_NODES = 150_000  # of a document; they take 600 bytes each
_MAX_WRITTEN_OUT = 1_000_000  # values of a document, its aliases written out
_SEPARATORS = (":", "-", ",", "?", "[", "{", "\n")
"""There are no more values in a document than of these, and one."""
_MERGE = "tag:yaml.org,2002:merge"
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
_PLAIN = (
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    ("float", _NUMBER, list("-0123456789")),
    ("merge", "<<", ["<"]),
)
"""What is, written plainly, no text: (tag, pattern, first characters)."""
_FAULTS = (yaml.YAMLError, RecursionError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What odd YAML raises on its way to JSON: it also knows keys and values (sets, bytes, cycles) that JSON does not."""


class _Dumper(yaml.SafeDumper):
    """Quotes what the loader would take for a number, and what could steer a terminal; lines stay lines."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        style = '"' if visible_lines(text) != text else "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)

    def ignore_aliases(self, _data: Any) -> bool:
        return True  # whoever reads it may know no aliases


class _Once:
    """Takes each name once."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        loader: Any = super()
        names = [loader.construct_object(key, deep=True) for key, _ in node.value if key.tag != _MERGE]
        try:
            without_twins([(name if isinstance(name, str) else json.dumps(name), None) for name in names])
        except TwinNames as error:
            raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from error
        mapping: dict[Any, Any] = loader.construct_mapping(node, deep)
        return mapping


class _Loader(_Once, yaml.SafeLoader):
    """Loads no more than a document may hold."""

    yaml_implicit_resolvers: dict[Any, Any] = {}
    nodes = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        self.nodes += 1
        if self.nodes > _MAX_NODES:
            raise _TooLarge(_TOO_MANY)
        return super().compose_node(parent, index)


class _QuickLoader(_Once, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Loads by libyaml, where that is there, what cannot hold too much."""

    yaml_implicit_resolvers: dict[Any, Any] = {}


class _TooLarge(Exception):
    """A document holds more than is kept in memory."""


_TOO_MANY = f"as YAML it may hold {_MAX_NODES:,} values; as JSON it may hold more"
_Dumper.add_representer(str, _Dumper.represent_text)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(f"(?:{_NUMBER})$"), list("-0123456789"))
for _tag, _pattern, _first in _PLAIN:
    for _kind in (_Loader, _QuickLoader):
        _kind.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first)


def dump(value: Any, width: int = 100) -> str:
    """Return `value` as YAML text, keys in their own order. width: characters at which a text goes on below."""
    text: str = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=width)
    return visible_yaml(text)


def parse(text: str, source: str) -> Any:
    """Parse YAML, naming `source` in errors. Raises InputError with the line of the fault."""
    try:
        document = _loaded(text)
        return json.loads(json.dumps(document, allow_nan=False))
    except _TooLarge as error:
        raise InputError(f"{source} is too large: {error}") from error
    except yaml.MarkedYAMLError as error:
        where = f" at line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise InputError(f"{source} is neither JSON nor YAML: {error.problem}{where}") from error
    except _FAULTS as error:
        raise InputError(f"{source} is neither JSON nor YAML: {str(error).splitlines()[0]}") from error


def _loaded(text: str) -> Any:
    """Return a document, by the quick loader if it can; of what is wrong, the other one tells."""
    if sum(map(text.count, _SEPARATORS)) >= _MAX_NODES:
        _count(text)
    with suppress(*_FAULTS, _TooLarge):
        return _document(_QuickLoader(text), has_aliases="&" in text)
    return _document(_Loader(text))


def _count(text: str) -> None:
    """Read a text that may hold too much without keeping any of it. Raises _TooLarge."""
    with suppress(*_FAULTS):
        nodes = (event for event in yaml.parse(text, Loader=_QuickLoader) if isinstance(event, yaml.NodeEvent))
        if next(islice(nodes, _MAX_NODES, None), None):
            raise _TooLarge(_TOO_MANY)


def _document(loader: Any, *, has_aliases: bool = True) -> Any:
    node = loader.get_single_node()
    if node is None:
        return None
    if has_aliases and _written_out(node, {}) > _MAX_WRITTEN_OUT:
        raise _TooLarge(f"its aliases stand for more than {_MAX_WRITTEN_OUT:,} values")
    return loader.construct_document(node)


def _written_out(node: Any, known: dict[int, int]) -> int:
    """Return how many values a node has where every alias is written out. Raises ValueError for a circle."""
    if id(node) in known:
        if not known[id(node)]:
            raise ValueError("an alias holds itself")
        return known[id(node)]
    known[id(node)] = 0
    parts = node.value if isinstance(node.value, list) else ()
    children = [child for part in parts for child in (part if isinstance(part, tuple) else (part,))]
    known[id(node)] = 1 + sum(_written_out(child, known) for child in children)
    return known[id(node)]
