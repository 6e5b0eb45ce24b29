"""Placeholders in files: `${{ var.NAME }}`, `${{ secret.NAME }}`, and those for what is known only once it is made."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from mcctl.errors import InputError
from mcctl.masking import protect
from mcctl.workspace.address import Address
from mcctl.workspace.lock import Entry
from mcctl.workspace.settings import SECRET_VARIABLE, given_secrets, secret
from mcctl.workspace.shape import Files, document, encoded, parsed

MARK = b"${{"
PLACEHOLDER = re.compile(r"\$\{\{\s*(?P<what>var|secret|id|url)\.(?P<name>[^}\s][^}]*?)\s*\}\}")
ANY = re.compile(r"\$\{\{[^}\n]*(?:\}\})?")
"""A placeholder, or what was meant to be one."""
_PLAIN_PART = re.compile(rb"[A-Za-z0-9]+")
"""A part of a text that stands so in any file, whatever quotes it has there."""
LEAST_SECRET = 4  # characters; shorter ones would blacken ordinary text


def mapped(value: Any, change: Callable[[str], Any]) -> Any:
    """Return properties with every text in them, names too, as `change` has it.

    Raises InputError where two names become one.
    """
    if isinstance(value, dict):
        found = {str(change(name)): mapped(one, change) for name, one in value.items()}
        if len(found) < len(value):
            raise InputError(f"Two names are one once they are filled in: {', '.join(map(str, value))}")
        return found
    if isinstance(value, list):
        return [mapped(one, change) for one in value]
    return change(value) if isinstance(value, str) else value


def finished(files: Files, entry_at: Callable[[Address], Entry | None], *, with_secrets: bool = True) -> Files:
    """Return files with ids, addresses and, if wanted, secrets in the place of their placeholders.

    entry_at: returns the object at an address there. Raises InputError where one is not known.
    """

    def filled(suffix: str, text: str) -> str:
        return PLACEHOLDER.sub(lambda found: _value(found, suffix, entry_at, with_secrets), text)

    return {
        suffix: _changed(content, suffix, partial(filled, suffix)) if MARK in content else content
        for suffix, content in files.items()
    }


def hidden(files: Files, template: Files) -> Files:
    """Return files of an object with the names of secrets in the place of their values, as far as these are given.

    template: another version of it, which says how they are called there.
    """
    named = {value: name for name in secrets_in(template) if (value := secret(name))}
    others = {value: name for name, value in given_secrets().items() if len(value) >= LEAST_SECRET}
    given = {**others, **named}
    if not given:
        return files
    for value in given:
        protect(value, least=LEAST_SECRET)
    any_of = re.compile("|".join(map(re.escape, sorted(given, key=len, reverse=True))))
    signs = [max(_PLAIN_PART.findall(value.encode()) or [b""], key=len) for value in given]

    def masked(text: str) -> str:
        return any_of.sub(lambda found: f"${{{{ secret.{given[found[0]]} }}}}", text)

    return {
        suffix: _changed(content, suffix, masked) if any(sign in content for sign in signs) else content
        for suffix, content in files.items()
    }


def shown(files: Files, template: Files, without: str) -> Files:
    """Return files as `hidden` does. without: what cannot be done without a secret, for the error.

    Raises InputError where one that the template names is not given.
    """
    if wanting := lacking(template):
        raise not_given(wanting[0], without)
    return hidden(files, template)


def secrets_in(files: Files) -> list[str]:
    """Return the names of the secrets in files."""
    texts = (content.decode("utf-8", "replace") for content in files.values() if MARK in content)
    return sorted({one["name"] for text in texts for one in PLACEHOLDER.finditer(text) if one["what"] == "secret"})


def lacking(files: Files) -> list[str]:
    """Return the secrets in files that the environment does not give."""
    return [name for name in secrets_in(files) if secret(name) is None]


def not_given(name: str, done: str = "") -> InputError:
    """Return the error for a secret that the environment does not give. done: what was done, or not, besides."""
    told = f"The secret {name} is not given{f'; {done}' if done else ''}"
    return InputError(told, f"Set {SECRET_VARIABLE}{name.upper()}")


def _changed(content: bytes, suffix: str, change: Callable[[str], str]) -> bytes:
    """Return a file with its text changed; of properties, every text in them: what is put in may need quotes."""
    if suffix.endswith(".yaml"):
        told = parsed(content, suffix)
        other = mapped(told, change)
        return content if other == told else document(other)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return content
    return encoded(change(text))


def _value(found: re.Match[str], suffix: str, entry_at: Callable[[Address], Entry | None], with_secrets: bool) -> str:
    if found["what"] == "secret":
        return _secret(found["name"]) if with_secrets else found[0]
    entry = entry_at(Address(*found["name"].split(":", 1))) if ":" in found["name"] else None
    known = getattr(entry, "id" if found["what"] == "id" else "url", "")
    if not known:
        raise InputError(f"{found[0]} in {suffix}: that object is not there yet")
    return str(known)


def _secret(name: str) -> str:
    value = secret(name)
    if value is None:
        raise not_given(name)
    protect(value, least=LEAST_SECRET)
    return value
