"""What the environment says of the way to a host: which proxy to take, and whose certificates to trust."""

from __future__ import annotations

import ipaddress
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.hosts import is_url

if TYPE_CHECKING:
    from ssl import SSLContext

_SCHEMES = ("http", "https", "socks5", "socks5h")


def proxy_for(url: str) -> str | None:
    """Return the URL of the proxy to `url`, as the environment or the system has it; None for the straight way.

    Entries of NO_PROXY may be names, addresses and networks; one that is none of them is left out.
    Raises InputError, naming the variable, for a proxy that cannot be used.
    """
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = (proxies.get(parts.scheme) or proxies.get("all") or "").strip()
    if not proxy or _is_bypassed(parts.hostname or "", parts.netloc, proxies.get("no", "")):
        return None
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    if not is_url(proxy, *_SCHEMES):
        raise InputError(f"{_variable(proxy)} is no proxy that mcctl can use: {', '.join(_SCHEMES)}://HOST:PORT")
    return proxy


def certificates() -> SSLContext:
    """Return what the certificate of a host is checked against: SSL_CERT_FILE, SSL_CERT_DIR, else certifi's.

    Raises InputError, naming the variable and the file, where it holds no certificates.
    """
    import ssl  # for https only

    import certifi  # for https only

    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if not file and folder:
        if not any(Path(one).is_dir() for one in folder.split(os.pathsep)):
            raise InputError(f"SSL_CERT_DIR: {folder} is no folder; nothing was sent")
        return ssl.create_default_context(capath=folder)
    try:
        if file and Path(file).is_fifo():
            raise InputError(f"SSL_CERT_FILE: {file} is no file; nothing was sent")
        return ssl.create_default_context(cafile=file or certifi.where())
    except ssl.SSLError as error:
        raise InputError(
            f"SSL_CERT_FILE: {file} holds no certificate (PEM); nothing was sent",
            f"From DER: openssl x509 -inform der -in {argument(file or '')} -out ca.pem",
        ) from error
    except OSError as error:
        raise InputError(f"SSL_CERT_FILE: cannot read {file}: {error.strerror or error}; nothing was sent") from error


def _is_bypassed(host: str, netloc: str, no_proxy: str) -> bool:
    """Whether NO_PROXY, or the system's settings, name a host."""
    if proxy_bypass(netloc) or proxy_bypass(host):
        return True
    with suppress(ValueError):
        address = ipaddress.ip_address(host)
        return any(address in network for network in _networks(no_proxy))
    return False


def _networks(no_proxy: str) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    found = []
    for entry in no_proxy.split(","):
        with suppress(ValueError):
            found.append(ipaddress.ip_network(entry.strip().strip("[]"), strict=False))
    return found


def _variable(proxy: str) -> str:
    """Return the name of the variable that names a proxy."""
    named = (name for name, value in os.environ.items() if name.lower().endswith("_proxy") and value and value in proxy)
    return next(named, "The system's proxy")
