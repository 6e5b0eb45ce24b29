"""The commands that tell more about a thing, for hints: the layers below know the things, and no command."""

from __future__ import annotations

from mcctl.copying import argument, word
from mcctl.errors import Look

_COMMANDS = {
    "activities": "mcctl {0:raw} list",
    "anything": "mcctl api GET {0:raw}",
    "asset": "mcctl asset get {0}",
    "asset types": "mcctl asset types",
    "assets": "mcctl asset list",
    "assets where": 'mcctl asset list --where "{0:raw}"',
    "automation status": "mcctl automation status {0}",
    "automations": "mcctl automation list",
    "callback": "mcctl ens callback get {0}",
    "callback key": "mcctl ens callback rotate-key {0} makes another key",
    "callbacks": "mcctl ens callback list",
    "campaigns": "mcctl campaign list",
    "chat message": "mcctl chat status {0:word}",
    "contact": "mcctl contact get {0}",
    "contact deletions": "mcctl contact delete-status",
    "data extensions": "mcctl de list --search {0:word}",
    "definition": "mcctl tx definition get --channel {0} {1}",
    "definitions": "mcctl tx definition list --channel {0}",
    "definitions of all channels": "mcctl tx definition list --channel {0}, or is it for {1} or {2}? --channel {1}",
    "event": "mcctl event get {0}",
    "events of contact": "mcctl event status --contact {0:word}",
    "folder": "mcctl folder get {0}",
    "folder tree": "mcctl folder list --tree",
    "folders": "mcctl folder list",
    "from addresses": "mcctl from-address list",
    "journey": "mcctl journey get {0}",
    "journey status": "mcctl journey status {0}",
    "journeys": "mcctl journey list",
    "journeys of contact": "mcctl contact journeys CONTACT",
    "keywords": "mcctl sms keyword list",
    "login": "mcctl auth status",
    "message": "mcctl tx status --channel {0} {1}",
    "new data extensions": "mcctl de list --search {0:word}; a new one is found after some seconds",
    "newer asset types": "mcctl asset types; one that is newer than mcctl goes by its id",
    "push messages": "mcctl push list",
    "queue": "mcctl tx queue show --channel {0} {1}",
    "rows": "mcctl de rows {0}",
    "runs": "mcctl run list",
    "subscribers": "mcctl sms subscription NUMBER",
    "subscription": "mcctl ens subscription get {0}",
    "subscriptions": "mcctl ens subscription list --callback {0:word}",
}


class _Quoted(str):
    """A name in a command: as its last words, or, with the format `word`, as the value of an option."""

    def __format__(self, form: str) -> str:
        return str(self) if form == "raw" else word(self) if form == "word" else argument(self)


def told(hint: str | Look) -> str:
    """Return a hint in words."""
    if isinstance(hint, str):
        return hint
    return hint.before + _COMMANDS[hint.kind].format(*(_Quoted(one) for one in hint.which))
