"""The examples of the help pages, and from them one line for every command."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

from tests.tree import TREE

FILES = Path(__file__).parent / "data" / "examples"
EXAMPLES = [
    line.strip()
    for _, command in TREE
    for line in (command.help or "").partition("\nExamples:")[2].splitlines()
    if line.strip() not in ("", "\b")
]
SETTINGS = """\
workspace: 1
home: dev
targets:
  dev: {profile: emulator, mid: 510000001}
  prod: {profile: emulator, mid: 510000002, keys: {asset: "{key}-prod"}}
"""
"""A workspace of both business units of the demo account."""
ELSEWHERE = {
    "auth login": "asks a tenant",
    "https://hooks.example.com": "the emulator calls nothing but this machine",
    "https://...": "an address to fill in",
    "workspace init nto --home": "names logins of two tenants",
    "ens listen": "goes on until it is interrupted",
    "emulator serve": "goes on until it is interrupted",
    "preview welcome.html --watch": "goes on until it is interrupted",
    "preview nto-welcome-series --row": "shows a page until it is interrupted",
    "outbox --open": "shows a page until it is interrupted",
    "ens callback verify": "takes the key that `ens listen` kept",
    "download --start": "takes the organization from a login",
}
"""Parts of the examples that do not run here, and why; they have tests of their own."""

IN_A_SHELL = re.compile(r" [|<>] | >> |\$\(|/\*\.|~")
"""What only a shell understands."""
LOCAL = {
    "query views", "asset types", "auth list", "auth login", "auth logout", "auth refresh", "auth switch", "ens listen", "ens verify",
    "completion", "emulator", "help", "run", "usage", "workspace init", "workspace lint", "workspace unused", "workspace rename",
    "workspace usages", "workspace rollback", "workspace apply", "workspace push", "workspace match", "auth token",
}  # fmt: skip
"""Commands, and groups, that ask nobody, or not by themselves."""
BESIDES = {
    "asset preview": ["--view", "html"],
    "workspace inventory": ["--live"],
    "chat register messenger": [
        "--app-secret-file", "secret", "--page-token-file", "secret", "--verify-token-file", "secret",
    ],
    "chat register line": ["--channel-secret-file", "secret"],
    "ens callback create": ["--key-file", "new-key"],
    "ens callback rotate-key": ["--key-file", "new-key"],
    "ens callback verify": ["--verification-key", "k"],
}  # fmt: skip
"""What a command needs besides where nobody can be asked, and no keyring is there."""


def _has(command: Any, option: str) -> bool:
    return any(option in getattr(one, "opts", ()) for one in command.params)


def _line(path: tuple[str, ...], command: Any) -> list[str]:
    """Return what a command is called with where nobody can be asked: by an example that says so, if there is one."""
    name = " ".join(path)
    told = [one for one in EXAMPLES if re.match(rf"mcctl {re.escape(name)}(?: |$)", one)]
    told = [one for one in told if not IN_A_SHELL.search(one) and "--dry-run" not in one]
    told.sort(key=lambda one: "--yes" not in one and "--confirm" not in one)
    args = [*(shlex.split(told[0])[1:] if told else path), *BESIDES.get(name, ())]
    args += ["--overwrite"] if _has(command, "--overwrite") else []
    return [*args, "--yes"] if _has(command, "--yes") and "--yes" not in args and "--confirm" not in args else args


_COMMANDS = [
    (path, command)
    for path, command in TREE
    if not hasattr(command, "commands") and " ".join(path) not in LOCAL and path[0] not in LOCAL
]
READING, WRITING = (
    [_line(path, command) for path, command in _COMMANDS if _has(command, "--dry-run") is writes]
    for writes in (False, True)
)
ASKING = [*READING, *WRITING]
"""One line for every command that asks Marketing Cloud."""
