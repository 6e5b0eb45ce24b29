"""The README says what is true: its commands exist, and what is made from the command tree is up to date."""

from __future__ import annotations

import itertools
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from mcctl.errors import ExitCode
from tests import contract
from tests.conftest import Mcctl, Rehearsal
from tests.tree import TREE

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MANUAL = {page.stem: page.read_text(encoding="utf-8") for page in (ROOT / "mcctl" / "manual").glob("*.md")}
API_PAGE = MANUAL["api"]
REFERENCE = {name: text.partition("<!-- commands -->")[2] for name, text in MANUAL.items()}


def test_generated_files_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "generate", "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_exit_code_is_in_the_manual() -> None:
    for code in ExitCode:
        assert re.search(rf"^\| {int(code)} \|", MANUAL["exit-codes"], re.MULTILINE), code


def test_the_readme_is_short() -> None:
    assert len(README.splitlines()) <= 600


def test_every_page_that_is_linked_is_there() -> None:
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert linked
    assert [link for link in linked if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("path", [path for path, command in TREE if not hasattr(command, "commands")], ids=" ".join)
def test_every_command_has_a_section(path: tuple[str, ...]) -> None:
    if len(path) > 1 and path != ("completion", "values"):
        assert f"## `mcctl {' '.join(path)}`\n" in MANUAL[path[0]]


API_ROWS = re.findall(r"^\| ([A-Z]+) \| `(\S+)` \| (yes|no) .*?\| (.*) \|$", API_PAGE, re.MULTILINE)


def test_the_table_of_the_api_is_whole() -> None:
    assert sorted((method, path) for method, path, *_ in API_ROWS) == sorted(contract.operations())


def test_every_command_of_the_table_of_the_api_exists() -> None:
    named = {name for *_, callers in API_ROWS for name in re.findall("`(.*?)`", callers)}
    assert len(named) > 80
    assert named <= {" ".join(path) for path, command in TREE if not hasattr(command, "commands")}


def test_what_is_not_emulated_says_why(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    reasons = re.findall(r"^\d+\. (.*)\.$", API_PAGE, re.MULTILINE)
    # /v2 is no route of the REST client, and /c2 is on a host of its own.
    missing = [row for row in API_ROWS if row[2] == "no" and not row[1].startswith(("/v2/", "/c2/"))]
    assert len(missing) > 50
    for method, path, *_ in missing:
        body = [] if method in ("GET", "DELETE") else ["-f", "a=b"]
        done = mcctl(["api", method, re.sub(r"{.*?}", "1", path), *body])
        assert done.code == 5, (method, path, done)
        assert any(done.json["message"].endswith(f". {reason}") for reason in reasons), (method, path, done)


def documented_commands() -> list[str]:
    """Return the mcctl command lines of the shell blocks of README and manual, and of every help text."""
    prose = "".join([README, *(text.partition("<!-- commands -->")[0] for text in MANUAL.values())])
    blocks = re.findall(r"```(?:sh|yaml|groovy)\n(.*?)```", prose, re.DOTALL)
    lines = [line.strip() for block in blocks for line in re.sub(r"\\\n\s*", "", block).splitlines()]
    lines += [line.strip() for text in REFERENCE.values() for line in text.splitlines()]
    found = (re.search(r"(?:^|[|(&'\- ])(mcctl [a-z].*)", line) for line in lines)
    return sorted({match[1] for match in found if match and not match[1].startswith("mcctl [")})


def command_words(line: str) -> list[str]:
    """Return the words of the mcctl command in a shell line, up to a pipe, a redirection or the next command."""
    lexer = shlex.shlex(re.sub(r"(?<=\w)'$", "", line), posix=True, punctuation_chars="|>&;)")
    lexer.whitespace_split = True
    return list(itertools.takewhile(lambda word: word[0] not in "|>&;)", lexer))[1:]


@pytest.mark.parametrize("line", documented_commands())
def test_every_documented_command_line_parses(mcctl: Mcctl, rehearsal: Rehearsal, line: str) -> None:
    words = command_words(line)
    done = mcctl([*words, "--help"])
    assert done.code == 0
    path = tuple(word for word in words[:3])
    known = {path for path, _ in TREE}
    assert any(path[:length] in known for length in (1, 2, 3)), line
    options = re.findall(r"(?<![\w-])--[a-z][a-z-]+", done.stdout)
    assert {word.split("=")[0] for word in words if word.startswith("--")} <= {*options, "--help"}, line
