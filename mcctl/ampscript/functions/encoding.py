"""Functions that encode: Base64, hashes, URLs, identifiers."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import uuid
from collections.abc import Callable
from urllib.parse import quote_plus

from mcctl.ampscript.errors import Wrong
from mcctl.ampscript.run import Run
from mcctl.ampscript.values import Value, bounded, flag, shown, text

_CHARSETS = {
    "utf-8": "utf-8", "utf-16": "utf-16-le", "utf-16be": "utf-16-be", "utf-32": "utf-32-le", "ascii": "ascii",
    "us-ascii": "ascii", "iso-8859-1": "iso-8859-1",
}  # fmt: skip
_ALGORITHMS = {"hs256": "sha256", "hs384": "sha384", "hs512": "sha512"}
_SALESFORCE_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
_SALESFORCE_CHARS = 15
_MOST_QUERY_CHARS = 200_000


def base64encode(_run: Run, source: Value, charset: Value = None) -> Value:
    """Return a text in Base64."""
    return bounded(base64.b64encode(_bytes(source, charset)).decode("ascii"))


def base64decode(_run: Run, source: Value, charset: Value = None, strict: Value = True) -> Value:
    """Return the text that is in Base64. strict: whether a wrong one stops the render."""
    try:
        return base64.b64decode("".join(text(source).split()), validate=True).decode(_charset(charset), "replace")
    except (binascii.Error, ValueError):
        if strict is True or flag(strict):
            raise Wrong(f"{shown(source)} is not Base64") from None
        return ""


def stringtohex(_run: Run, source: Value, charset: Value = None) -> Value:
    """Return the bytes of a text in hexadecimal digits."""
    return bounded(_bytes(source, charset).hex())


def _hash(name: str) -> Callable[..., Value]:
    """Return a function that gives a hash of a text in hexadecimal digits."""

    def hashed(_run: Run, source: Value, charset: Value = None) -> Value:
        return hashlib.new(name, _bytes(source, charset), usedforsecurity=False).hexdigest()

    return hashed


def getjwt(_run: Run, secret: Value, algorithm: Value, payload: Value) -> Value:
    """Return a signed token over a payload, as it is."""
    name = _ALGORITHMS.get(text(algorithm).strip().lower())
    if name is None:
        raise Wrong(f"{shown(algorithm)} is no algorithm; there are {', '.join(_ALGORITHMS).upper()}")
    if not text(secret):
        raise Wrong("The secret is empty")
    header = f'{{"alg":"{text(algorithm).strip().upper()}","typ":"JWT"}}'
    signed = b".".join(_url64(part.encode("utf-8")) for part in (header, text(payload)))
    signature = hmac.new(text(secret).encode("utf-8"), signed, name).digest()
    return (signed + b"." + _url64(signature)).decode("ascii")


def guid(_run: Run) -> Value:
    """Return a new identifier."""
    return str(uuid.uuid4())


def longsfid(_run: Run, source: Value) -> Value:
    """Return the identifier of a Salesforce record with its three check characters."""
    short = text(source)
    if len(short) != _SALESFORCE_CHARS:
        return short
    bits = [sum(char.isupper() << place for place, char in enumerate(short[at : at + 5])) for at in (0, 5, 10)]
    return short + "".join(_SALESFORCE_DIGITS[number] for number in bits)


def urlencode(run: Run, source: Value, form: Value = False, all_of_it: Value = False) -> Value:
    """Return a URL with its query encoded. form: as a form is. all_of_it: the whole text, not the query alone."""
    url = text(source)
    if "%%" in url:
        url = run.content(url, "")
    before, mark, query = ("", "", url) if flag(all_of_it) else url.partition("?")
    if not mark and not flag(all_of_it):
        return url
    if len(query) > _MOST_QUERY_CHARS:
        raise Wrong(f"What is to be encoded has more than {_MOST_QUERY_CHARS:,} characters")
    encoded = _lower_hex(quote_plus(query, safe="!'()*-._")) if flag(form) else query.replace(" ", "%20")
    return bounded(before + mark + encoded)


def _lower_hex(encoded: str) -> str:
    parts = encoded.split("%")
    return parts[0] + "".join("%" + part[:2].lower() + part[2:] for part in parts[1:])


def _url64(raw: bytes) -> bytes:
    return base64.urlsafe_b64encode(raw).rstrip(b"=")


def _charset(value: Value) -> str:
    name = "utf-8" if value is None else text(value).strip().lower()
    if name not in _CHARSETS:
        raise Wrong(f"{shown(value)} is no character set")
    return _CHARSETS[name]


def _bytes(source: Value, charset: Value) -> bytes:
    raw = text(source).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return raw.encode(_charset(charset), "replace")


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "md5": _hash("md5"),
    "sha1": _hash("sha1"),
    "sha256": _hash("sha256"),
    "sha512": _hash("sha512"),
    **{
        function.__name__: function
        for function in (base64decode, base64encode, getjwt, guid, longsfid, stringtohex, urlencode)
    },
}
