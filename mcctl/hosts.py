"""Which hosts mcctl speaks to: a tenant's own, by subdomain or URL, and this machine."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mcctl.errors import InputError

PERSONALIZATION_URL = "https://app.igodigital.com"
"""The host of Personalization Builder, the same for all tenants (einstein-recommendations-api.md)."""
_SUBDOMAIN = re.compile(r"mc[a-z0-9-]{26}")
_TENANT_HOST = re.compile(r"([a-z0-9-]+)\.(?:auth|rest|soap)\.marketingcloudapis\.com")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def is_url(text: str, *schemes: str) -> bool:
    """Whether `text` is a URL with a host, and a port if any, of one of some schemes, or of any."""
    try:
        parts = urlsplit(text)
        return bool(parts.hostname) and parts.port != 0 and (not schemes or parts.scheme in schemes)
    except ValueError:
        return False


def is_loopback(url: str) -> bool:
    """Whether `url` is on this machine."""
    return urlsplit(url).hostname in LOOPBACK


def tenant_urls(text: str) -> tuple[str, str]:
    """Return (auth_url, rest_url) for a tenant's subdomain, or for any of the tenant's URLs pasted whole.

    Raises InputError for anything that is neither. The form is the vendor's: 28 characters, the first two "mc"
    (your-subdomain-and-your-tenants-endpoints.md).
    """
    given = text.strip().lower()
    host = urlsplit(given if "://" in given else f"//{given}").hostname or ""
    tenant = _TENANT_HOST.fullmatch(host)
    subdomain = tenant[1] if tenant else given
    if not _SUBDOMAIN.fullmatch(subdomain):
        raise InputError(
            f"{text.strip()!r} is not a tenant's subdomain: it has 28 characters and begins with mc",
            "It is the first part of the Authentication Base URI in Setup > Installed Packages > API Integration. "
            "For any other host give --auth-url and --rest-url",
        )
    return (
        f"https://{subdomain}.auth.marketingcloudapis.com",
        f"https://{subdomain}.rest.marketingcloudapis.com",
    )


def base_url(text: str, *, name: str) -> str:
    """Return a checked base URL, without its final slash. name: the option or variable it came from.

    Raises InputError unless it is https, or http on this machine, and nothing but scheme, host and port.
    """
    url = text.strip().rstrip("/")
    parts = urlsplit(url if is_url(url) else "")
    plain = parts.scheme == "http" and is_loopback(url)
    if not parts.hostname or (parts.scheme != "https" and not plain):
        raise InputError(f"{name} must be an https:// URL (http:// only for 127.0.0.1 and localhost): {text}")
    if parts.path or parts.query or parts.fragment or parts.username:
        raise InputError(f"{name} must be a scheme, a host and perhaps a port, and no more")
    return url
