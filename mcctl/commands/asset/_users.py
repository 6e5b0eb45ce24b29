"""Who uses an asset, as far as a workspace around the current folder knows."""

from __future__ import annotations

from mcctl.commands.workspace._space import Workspace
from mcctl.errors import InputError
from mcctl.session import Session
from mcctl.workspace.address import Address

_MOST = 3


def users_of(session: Session, key: str) -> str:
    """Return who uses the asset with a key, in words; empty where nobody does, or nobody knows."""
    try:
        space = Workspace(session, None)
        found = list(space.usages.of(Address("asset", key), deep=False))
    except InputError:  # there is no workspace here, or none that can be read
        return ""
    users = list(dict.fromkeys(str(one.user) for one, _ in found))
    rest = [f"{len(users) - _MOST} more"] if len(users) > _MOST else []
    return ", ".join([*users[:_MOST], *rest])
