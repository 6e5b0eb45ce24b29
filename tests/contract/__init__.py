"""The API reference as a judge: whether a request or an answer is as the vendor documents it."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

COMMON_STATUSES = (400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 501, 503)
"""Statuses that any route may answer; the reference lists them in one place, or says "docs silent" route by route."""
METHODS = ("get", "post", "put", "patch", "delete")
ERRORS = ("ApiErrorLower", "AssetError", "DomainError", "AsyncRequestRefused", "ContactsEnvelope", "Error", "LegacyError", "OAuthError", "RestError",
          "StringErrors")  # fmt: skip


def read(path: Path) -> Any:
    """Return the YAML in a file, by libyaml where it is there: pure Python takes ten times as long."""
    return yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def document() -> dict[str, Any]:
    """Return the reference: the files of this folder in one."""
    whole: dict[str, Any] = {}
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        _merge(whole, read(path))
    return whole


def operations() -> list[tuple[str, str]]:
    """Return every operation of the reference: its method and its path."""
    paths: dict[str, Any] = document()["paths"]
    return [(name.upper(), path) for path, item in paths.items() for name in item if name in METHODS]


def request_faults(method: str, path: str, body: bytes) -> list[str]:
    """Return what is wrong with a request that was accepted, by the reference."""
    operation = _operation(method, path)
    if operation is None:
        return [] if method == "OPTIONS" else [f"{method} {path} is not in the reference"]
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return []  # HTTP lets a server ignore the body of such a request
    return _faults(content["application/json"]["schema"], json.loads(body))


def is_refusal(body: bytes) -> bool:
    """Whether the body of a 2xx answer says that the request was refused."""
    answer = json.loads(body) if body[:1] == b"{" else {}
    messages = answer.get("resultMessages") or []
    return bool(answer.get("errorcode") or any(message.get("resultClass") == "Error" for message in messages))


def answer_faults(method: str, path: str, status: int, kind: str, body: bytes) -> list[str]:
    """Return what is wrong with an answer, by the reference."""
    operation = _operation(method, path)
    if operation is None:
        return [] if status in (405, 501) or method == "OPTIONS" else [f"{method} {path} is not in the reference"]
    responses = operation["responses"]
    response = _resolved(responses.get(str(status), responses.get("default") if status < 300 else None))
    if response is None:
        if status in COMMON_STATUSES:
            return _error_faults(body)
        return [] if "3XX" in operation["responses"] and 300 <= status < 400 else [f"undocumented status {status}"]
    content = {} if status == 304 else response.get("content", {})  # HTTP forbids it a body
    if status >= 400 and not content:
        return _error_faults(body)  # the reference is silent on the shape
    if kind.split(";")[0] not in content:
        return [] if not content and not body else [f"{method} {path} {status}: undocumented media type {kind}"]
    schema = content[kind.split(";")[0]]["schema"]
    return _faults(schema, json.loads(body) if "json" in kind else body.decode())


def _error_faults(body: bytes) -> list[str]:
    answer = json.loads(body)
    properties = (set(document()["components"]["schemas"][name]["properties"]) for name in ERRORS)
    return [] if any(answer and set(answer) <= known for known in properties) else [f"unknown error shape: {answer}"]


@cache
def _patterns() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    """Return what fits each path, with its operations; literal routes before the templates that would match them too."""
    paths: dict[str, Any] = document()["paths"]
    ordered = sorted(paths, key=lambda route: (route.count("{"), -len(route)))
    patterns = (re.sub(r"\{\w+\}", "[^/]+", route.rstrip("/")) for route in ordered)
    # Public code spells some in several ways.
    return [(re.compile(one, re.IGNORECASE), paths[route]) for one, route in zip(patterns, ordered, strict=True)]


@lru_cache(10_000)
def _operation(method: str, path: str) -> dict[str, Any] | None:
    fitting = (item for pattern, item in _patterns() if method.lower() in item and pattern.fullmatch(path.rstrip("/")))
    found: dict[str, Any] | None = next((item[method.lower()] for item in fitting), None)
    return found


def _merge(whole: dict[str, Any], part: dict[str, Any]) -> None:
    for name, value in part.items():
        if isinstance(value, dict) and isinstance(whole.get(name), dict):
            _merge(whole[name], value)
        else:
            whole.setdefault(name, value)


def _resolved(node: dict[str, Any] | None) -> dict[str, Any] | None:
    if node and "$ref" in node:
        _, _, kind, name = node["$ref"].split("/")
        resolved: dict[str, Any] = document()["components"][kind][name]
        return resolved
    return node


def _faults(schema: dict[str, Any], value: Any) -> list[str]:
    validator = Draft202012Validator({**schema, "components": document()["components"]})
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]
