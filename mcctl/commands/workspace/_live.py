"""What only the business unit knows of journeys, sends and automations: their state."""

from __future__ import annotations

from typing import Any

from mcctl.commands.workspace._space import Workspace
from mcctl.errors import NotFound
from mcctl.reading import get, text, whole
from mcctl.rest.automation import AutomationApi
from mcctl.rest.journey import RUNNING, JourneyApi
from mcctl.rest.tx import TxApi
from mcctl.workspace.address import Address
from mcctl.workspace.kinds.send import OF_KIND

_UNKNOWN: dict[str, Any] = {"status": None, "inside": None}


class Live:
    """The states of objects, each asked for once."""

    def __init__(self, space: Workspace) -> None:
        self._space = space
        self._client = space.source.client  # which is that of the right business unit
        self._known: dict[Address, dict[str, Any]] = {}

    def of(self, user: Address | str) -> dict[str, Any]:
        """Return the status of what runs, and how many contacts are inside of a journey; nulls for anything else."""
        asked = {"journey": self._journey, "send": self._send, "push": self._send, "automation": self._automation}
        if not isinstance(user, Address) or user.kind not in asked:
            return _UNKNOWN
        if user not in self._known:
            try:
                self._known[user] = asked[user.kind](user)
            except NotFound:
                self._known[user] = {"status": "gone", "inside": None}
        return self._known[user]

    def _journey(self, user: Address) -> dict[str, Any]:
        versions = JourneyApi(self._client).versions(key=user.key, extras="stats")
        running = [one for one in versions if one.status in RUNNING] or versions[-1:]
        inside = sum(whole(get(one.body, "stats.currentPopulation")) or 0 for one in versions)
        return {"status": running[-1].status, "inside": inside}

    def _send(self, user: Address) -> dict[str, Any]:
        entry = self._space.lock.by_address(user)
        files = entry.files if entry is not None else {}
        channel = next((one for one in OF_KIND[user.kind] if f".{one}-send.yaml" in files), OF_KIND[user.kind][0])
        answer = TxApi(self._client, channel).get_definition(key=user.key)
        return {"status": text(answer, "status"), "inside": None}

    def _automation(self, user: Address) -> dict[str, Any]:
        entry = self._space.lock.by_address(user)
        answer = AutomationApi(self._client).find(ref=entry.id if entry is not None else user.key)
        return {"status": text(answer, "status"), "inside": None}
