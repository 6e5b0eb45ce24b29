"""Documents that people write: JSON or YAML text, files named on the command line, `path=value` assignments.

The only importer of yaml.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from itertools import pairwise
from pathlib import Path
from typing import IO, Any, NoReturn

from mcctl.errors import InputError
from mcctl.escaping import visible_lines, visible_yaml

STDIN = STDOUT = "-"
MAX_BYTES = 4 * 1024 * 1024
_MAX_NODES = 1_000_000  # values of a YAML document, its aliases written out
_MAX_DIGITS = 9
_MAX_NAME = 200  # characters
_MERGE = "tag:yaml.org,2002:merge"
_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"
_PLAIN = (
    ("bool", "true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "-?(?:0|[1-9][0-9]*)", list("-0123456789")),
    ("float", _NUMBER, list("-0123456789")),
    ("merge", "<<", ["<"]),
)
"""What YAML is, written plainly, but for text: (tag, pattern, first characters). Numbers are those of JSON.

Of what YAML 1.1 takes for something else, people mean the text: NO, 001234, +49151, 12:30:45, 1_000, dates.
"""
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
"""Byte order marks, and what they tell."""


def read_bytes(name: str) -> bytes:
    """Return the bytes of the file called `name`, or of standard input for `-`; at most 4 MB, as of a request.

    Raises InputError when it cannot be read, or is larger; no more is read than that.
    """
    try:
        with nullcontext(sys.stdin.buffer) if name == STDIN else Path(name).open("rb") as file:
            content: bytes = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"Cannot read {name}: {getattr(error, 'strerror', None) or error}") from error
    if len(content) > MAX_BYTES:
        raise InputError(f"{_label(name)} is larger than 4 MB, the most that a request can hold; nothing was sent")
    return content


def write_file(path: Path, content: bytes, *, overwrite: bool, private: bool = False) -> None:
    """Write a file, whole or not at all; a private one so that only this user can read it.

    Raises InputError when it cannot be written, or is there and may not be replaced.
    """
    with new_file(path, overwrite=overwrite, private=private) as file:
        file.write(content)


@contextmanager
def new_file(path: Path, *, overwrite: bool, private: bool = False) -> Iterator[IO[bytes]]:
    """Yield a file that is at `path` when all has gone well; otherwise nothing is left of it.

    Raises InputError when it cannot be written, or is there and may not be replaced.
    """
    new = None
    try:
        target = resolved(path)  # a link stays one
        if target.exists() and not target.is_file():
            raise InputError(f"{path} is no file; nothing was written")
        if target.exists() and not overwrite:
            raise InputError(f"{path} is already there; nothing was written", "Replace it with --overwrite")
        new = target.with_name(f".{target.name[:_MAX_NAME]}.{os.urandom(8).hex()}.new")  # which nobody can foresee
        with open(new, "x+b", opener=_private if private else None) as file:
            yield file
        if target.exists() and not private:
            shutil.copymode(target, new)
        new.replace(target)
    except OSError as error:
        raise InputError(f"Cannot write {path}: {error.strerror or error}") from error
    finally:
        if new:
            new.unlink(missing_ok=True)


def resolved(path: Path) -> Path:
    """Return where a path leads, links followed. Raises InputError where they go round in a circle, and OSError."""
    try:
        return path.resolve()
    except RuntimeError as error:  # an OSError from Python 3.13 on
        raise InputError(f"{path} leads nowhere: its links go round in a circle") from error


def absolute(name: str) -> Path:
    """Return where a path leads from the current folder. Raises InputError where that folder is gone."""
    try:
        return Path(name).absolute()
    except OSError as error:
        raise InputError(f"Cannot read {name}: {error.strerror or error}", "The current folder is gone") from error


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def read_text(name: str) -> str:
    """Return the text of a file or of standard input: UTF-8, or what its byte order mark tells.

    Raises InputError when it cannot be read or is no such text.
    """
    content = read_bytes(name)
    encoding = encoding_of(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise not_text(name, encoding, f"byte {error.start}") from error


def encoding_of(head: bytes) -> str:
    """Return the encoding that the first bytes of a text tell by their mark; UTF-8 where there is none."""
    return next((name for mark, name in _MARKS if head.startswith(mark)), "utf-8-sig")


def not_text(name: str, encoding: str, why: str) -> InputError:
    """Return the error for a file, or standard input, that is not text of an encoding."""
    told = encoding.removesuffix("-sig").upper()
    return InputError(
        f"{_label(name)} is not {told} text ({why})",
        f"Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 {shlex.quote(name)}",
    )


def read_document(name: str) -> Any:
    """Return the JSON or YAML document in a file or on standard input.

    Raises InputError when it is neither.
    """
    return parse_document(read_text(name), _label(name))


def read_object(name: str) -> dict[str, Any]:
    """Return the JSON or YAML object in a file or on standard input.

    Raises InputError when the document is anything but an object.
    """
    document = read_document(name)
    if not isinstance(document, dict):
        raise InputError(f"{_label(name)} must hold an object (key: value), not {_kind(document)}")
    return document


class TwinNames(ValueError):
    """A name is in an object twice: what is meant cannot be told."""


def without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object of these names and values, as JSON's object_pairs_hook does. Raises TwinNames."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise TwinNames(f"{twice!r} is twice in an object")
    return found


def parse_document(text: str, source: str) -> Any:
    """Parse JSON, or else YAML, naming `source` in errors. Plain YAML is text unless it is what JSON has besides.

    Raises InputError with the line and column of the fault, or the name that is twice in an object.
    """
    try:
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=without_twins)
    except TwinNames as error:
        raise InputError(f"{source}: {error}") from error
    except json.JSONDecodeError as error:
        if text.lstrip()[:1] in ("{", "["):
            raise InputError(
                f"{source} is not valid JSON: {error.msg} at line {error.lineno}, column {error.colno}"
            ) from error
    except RecursionError as error:
        raise InputError(f"{source} is nested too deeply") from error
    except ValueError as error:
        raise InputError(f"{source} holds a number that is too large") from error
    return _parse_yaml(text, source)


def dump_yaml(value: Any) -> str:
    """Return `value` as YAML text, keys in their own order."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Quotes what the loader would take for a number, and what could steer a terminal."""

        def represent_text(self, text: str) -> yaml.ScalarNode:
            """Return text as a node."""
            style = '"' if visible_lines(text) != text else None
            return self.represent_scalar("tag:yaml.org,2002:str", text, style)

        def ignore_aliases(self, _data: Any) -> bool:
            """Write everything out: whoever reads it may know no aliases."""
            return True

    Dumper.add_representer(str, Dumper.represent_text)
    Dumper.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(f"(?:{_NUMBER})$"), list("-0123456789"))
    text: str = yaml.dump(value, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=100)
    return visible_yaml(text)


def assign(target: dict[str, Any], path: str, value: Any) -> None:
    r"""Set `value` in `target` at a dotted path such as `views.html.content`, making the objects on the way.

    A number selects an item of a list, or the place behind its last one: where there is no list yet, 0 makes one. `\.`
    stands for a dot inside a name.
    Raises InputError when the path runs through something that is not an object or list.
    """
    names = _split_path(path)
    node: Any = target
    for name, following in pairwise(names):
        new: Any = [] if following == "0" else {}
        node = _item(node, name, path, new) if isinstance(node, list) else node.setdefault(name, new)
        if not isinstance(node, dict | list):
            raise InputError(f"Cannot set {path}: {name} is {_kind(node)}, not an object")
    if isinstance(node, list):
        _item(node, names[-1], path, value)
        node[int(names[-1])] = value
    else:
        node[names[-1]] = value


def compose(data: str | None, assignments: Sequence[str], flags: Mapping[str, Any]) -> dict[str, Any]:
    """Return the object in the document `data`, changed by `path=value` assignments, and then by flags.

    flags: dotted path -> value. Raises InputError for what cannot be read or set.
    """
    body = read_object(data) if data else {}
    for assignment in assignments:
        assign(body, *parse_assignment(assignment, typed=True))
    for path, value in flags.items():
        assign(body, path, value)
    return body


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is given: the values that are not None."""
    return {name: value for name, value in values.items() if value is not None}


def parse_assignment(text: str, *, typed: bool) -> tuple[str, Any]:
    """Split `path=value`. With `typed`, the value is read as JSON where it is JSON, and `@file` as a file's text.

    Raises InputError when there is no `=` or no path.
    """
    path, equals, value = text.partition("=")
    if not equals or not path:
        raise InputError(f"{text!r} is not of the form path=value")
    return path, (parse_value(value) if typed else value)


def parse_value(text: str) -> Any:
    """Read a typed value: `@file` (or `@-`) is that file's text, JSON is JSON, all else is the text itself."""
    if text.startswith("@"):
        return read_text(text[1:])
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return text


def _parse_yaml(text: str, source: str) -> Any:
    import yaml

    class Loader(yaml.SafeLoader):
        """YAML whose dates stay strings, as the API wants them."""

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            """Return an object. Raises ConstructorError where a name is in it twice."""
            names = [self.construct_object(key, deep=True) for key, _ in node.value if key.tag != _MERGE]
            try:
                without_twins([(name if isinstance(name, str) else json.dumps(name), None) for name in names])
            except TwinNames as error:
                raise yaml.constructor.ConstructorError(None, None, str(error), node.start_mark) from error
            return super().construct_mapping(node, deep)

        yaml_implicit_resolvers: dict[Any, Any] = {}

    for tag, pattern, first in _PLAIN:
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), first)
    try:
        loader = Loader(text)
        node = loader.get_single_node()
        if node is not None and _written_out(node, {}) > _MAX_NODES:
            raise InputError(f"{source} is too large: its aliases stand for more than {_MAX_NODES:,} values")
        # Through JSON, because YAML also knows keys and values (sets, bytes, cycles) that JSON does not.
        return json.loads(json.dumps(None if node is None else loader.construct_document(node), allow_nan=False))
    except yaml.MarkedYAMLError as error:
        where = f" at line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise InputError(f"{source} is neither JSON nor YAML: {error.problem}{where}") from error
    except (
        yaml.YAMLError,
        RecursionError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        AttributeError,
    ) as error:
        raise InputError(f"{source} is neither JSON nor YAML: {str(error).splitlines()[0]}") from error


def _written_out(node: Any, known: dict[int, int]) -> int:
    """Return how many values a node of YAML has where every alias is written out. Raises ValueError for a circle."""
    if id(node) in known:
        if not known[id(node)]:
            raise ValueError("an alias holds itself")
        return known[id(node)]
    known[id(node)] = 0
    parts = node.value if isinstance(node.value, list) else ()
    children = [child for part in parts for child in (part if isinstance(part, tuple) else (part,))]
    known[id(node)] = 1 + sum(_written_out(child, known) for child in children)
    return known[id(node)]


def _refuse_constant(name: str) -> NoReturn:
    raise json.JSONDecodeError(f"{name} is not a JSON value", name, 0)


def _split_path(path: str) -> list[str]:
    names = [name.replace("\\.", ".") for name in re.split(r"(?<!\\)\.", path)]
    if not all(names):
        raise InputError(f"{path!r} is not a path: it has an empty name")
    return names


def _item(items: list[Any], name: str, path: str, new: Any) -> Any:
    """Return an item of a list by its number; behind the last one, `new` is put."""
    if not name.isdecimal() or len(name) > _MAX_DIGITS or int(name) > len(items):
        raise InputError(f"Cannot set {path}: {name} is not one of the {len(items)} items there")
    if int(name) == len(items):
        items.append(new)
    return items[int(name)]


def _kind(value: Any) -> str:
    if value is None:
        return "nothing"
    names = {
        bool: "a boolean",
        str: "text",
        int: "a number",
        float: "a number",
        list: "a list",
        dict: "an object",
    }
    return names[type(value)]


def _label(name: str) -> str:
    return "Standard input" if name == STDIN else name
