"""Where the images of a business unit are published."""

from __future__ import annotations

from mcctl.workspace.lock import Lock


def hosts_of(lock: Lock) -> frozenset[str]:
    """Return the hosts of the addresses of images, in lower case."""
    found = (entry.url.partition("://")[2].partition("/")[0].lower() for entry in lock if entry.url)
    return frozenset(host for host in found if host)
