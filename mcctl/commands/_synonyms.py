"""What people type for a command that is called otherwise here."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

_ALIKE = 0.75  # of two words; less is another word, not a slip
_SHOW, _LIST, _FIND = ("get", "show", "status", "list"), ("list",), ("list", "search", "usages")
_DELETE, _CREATE, _CHANGE = ("delete", "purge", "clear"), ("create", "add", "init"), ("update", "patch", "set")
_RUN, _OUT = ("run", "publish", "fire", "send", "push", "start", "resume"), ("download", "get", "rows")
_WORDS = {
    **dict.fromkeys(("show", "view", "describe", "info", "read", "cat", "open", "display", "details"), _SHOW),
    **dict.fromkeys(("ls", "dir", "all", "index"), _LIST),
    **dict.fromkeys(("find", "search", "grep", "lookup", "filter"), _FIND),
    **dict.fromkeys(("rm", "del", "remove", "destroy", "erase", "drop", "unset"), _DELETE),
    **dict.fromkeys(("new", "add", "make", "insert", "upload"), _CREATE),
    **dict.fromkeys(("edit", "change", "modify", "rename", "update", "patch", "set", "put", "move", "mv"), _CHANGE),
    **dict.fromkeys(("run", "start", "launch", "execute", "trigger", "activate", "deploy", "fire", "go"), _RUN),
    **dict.fromkeys(("export", "save", "fetch", "dump"), _OUT),
    **dict.fromkeys(("render", "test", "check", "verify"), ("preview", "check", "validate", "lint")),
    **dict.fromkeys(("logs", "log", "runs"), ("history", "audit", "status")),
    **dict.fromkeys(("halt", "cancel", "deactivate", "disable", "unpublish"), ("stop", "pause")),
    **dict.fromkeys(("copy", "cp", "clone", "duplicate"), ("copy", "create")),
    **dict.fromkeys(("whoami", "me"), ("status",)),
}
"""Word -> the verbs that it can stand for, likeliest first: the first one that the group has is meant."""
LINES = {
    "login": "auth login", "logout": "auth logout", "whoami": "auth status", "business-unit": "bu list",
    "profile": "auth list", "profiles": "auth list", "version": "--version",
    "preview": "asset preview", "render": "asset preview",
    "sql": "query run", "send": "tx send", "pull": "workspace pull", "deploy": "workspace push",
    "plan": "workspace plan", "diff": "workspace diff", "lint": "workspace lint", "init": "workspace init",
    "retrieve": "workspace pull", "promote": "workspace promote", "data-extension": "de", "dataextension": "de",
    "data-extensions": "de", "rows": "de rows", "email": "asset", "mail": "asset", "block": "asset", "content": "asset",
    "image": "asset", "transactional": "tx", "message": "tx", "mobileconnect": "sms", "mobilepush": "push",
    "groupconnect": "chat", "subscriber": "contact", "man": "help", "request": "api", "curl": "api",
    "asset rename": "asset patch", "asset move": "asset patch", "asset search": "asset list",
    "asset export": "workspace pull", "asset pull": "workspace pull", "de export": "de rows", "de query": "query run",
    "de insert": "de upsert", "de get-rows": "de rows", "tx list": "tx definition list", "tx get": "tx definition get",
    "tx show": "tx status", "tx create": "tx definition create", "tx delete": "tx definition delete",
    "tx update": "tx definition update", "journey activate": "journey publish", "auth whoami": "auth status",
    "contact show": "contact timeline", "emulator start": "emulator serve", "emulator run": "emulator serve",
    "journey export": "journey get", "journey import": "journey create", "de truncate": "de clear",
    "de delete-rows": "de delete-row", "de remove-row": "de delete-row",
}  # fmt: skip
"""What is typed -> the command that is meant, where no rule tells it."""


def meant(group: str, word: str, names: Collection[str]) -> tuple[str, bool]:
    """Return the command that is meant by a word that is none, and whether it is a synonym; empty where nobody knows.

    group: the command line before the word, without the program; empty at its root. names: of the group's commands.
    """
    plain = word.lower()
    line = LINES.get(f"{group} {plain}".strip())
    singular = plain.removesuffix("s")
    if line is None and singular in names and not group:
        line = singular
    if line is None:
        verb = next((one for one in _WORDS.get(plain, ()) if one in names), "")
        line = f"{group} {verb}".strip() if verb else ""
    if line:
        return line, True
    close = get_close_matches(plain, names, 1, _ALIKE)
    return (close[0], False) if close else ("", False)
