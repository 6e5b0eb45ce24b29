"""Documents that people write: JSON or YAML text, files named on the command line, `path=value` assignments."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from mcctl.errors import InputError
from mcctl.files import opened
from mcctl.reading import TwinNames, check_values, without_twins

STDIN = STDOUT = "-"
MAX_BYTES = 4 * 1024 * 1024
_MAX_DIGITS = 9
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
        with nullcontext(sys.stdin.buffer) if name == STDIN else opened(Path(name)) as file:
            content: bytes = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise InputError(f"Cannot read {name}: {getattr(error, 'strerror', None) or error}") from error
    if len(content) > MAX_BYTES:
        raise InputError(f"{_label(name)} is larger than 4 MB, the most that a request can hold; nothing was sent")
    return content


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


def parse_document(text: str, source: str) -> Any:
    """Parse JSON, or else YAML, naming `source` in errors. Plain YAML is text unless it is what JSON has besides.

    Raises InputError with the line and column of the fault, or the name that is twice in an object.
    """
    try:
        check_values(text.encode("utf-8", "replace"))
    except ValueError as error:
        raise InputError(f"{source} is too large: {error}") from error
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
    from mcctl import yaml_text  # for YAML only

    return yaml_text.parse(text, source)


def dump_yaml(value: Any, width: int = 100) -> str:
    """Return `value` as YAML text, keys in their own order. width: characters at which a text goes on below."""
    from mcctl import yaml_text  # for YAML only

    return yaml_text.dump(value, width)


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
        raise InputError(f"{text!r} is not of the form {'PATH' if typed else 'NAME'}=VALUE")
    return path, (parse_value(value) if typed else value)


def parse_value(text: str) -> Any:
    """Read a typed value: `@file` (or `@-`) is that file's text, JSON is JSON, all else is the text itself."""
    if text.startswith("@"):
        return read_text(text[1:])
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        return text


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
