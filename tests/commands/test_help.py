"""`mcctl help`: the pages that are there, one of them, and all as man pages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from mcctl.cli import GROUPS
from mcctl.help_pages import kept_page
from tests.conftest import Mcctl
from tests.tree import TREE

TOPICS = {"ampscript", "api", "ci", "environment", "exit-codes", "glossary", "output", "scopes", "troubleshooting"}


def test_every_group_and_topic_has_a_page(mcctl: Mcctl) -> None:
    listed = [one["topic"] for one in mcctl(["help", "-o", "json"]).json]
    assert listed == sorted({*GROUPS, *TOPICS} - {"help"})
    for name in listed:
        assert mcctl(["help", name]).stdout.startswith("# ")


def test_a_page_is_printed_as_it_is_but_for_its_marks(mcctl: Mcctl) -> None:
    done = mcctl(["help", "exit-codes"])
    assert done.code == 0
    assert "| 7 | outcome unknown" in done.stdout
    assert "<!--" not in mcctl(["help", "emulator"]).stdout


@pytest.mark.parametrize("name", ["Exit Codes", "exit_codes"])
def test_a_page_is_found_as_it_is_said(mcctl: Mcctl, name: str) -> None:
    assert mcctl(["help", name]).stdout == mcctl(["help", "exit-codes"]).stdout


def test_a_page_that_is_not_there(mcctl: Mcctl) -> None:
    done = mcctl(["help", "exit-cods"])
    assert (done.code, done.stderr) == (
        3,
        "mcctl: The manual has no page 'exit-cods'. Did you mean exit-codes?\nHint: mcctl help\n",
    )


def test_a_command_and_a_group_below_a_group(mcctl: Mcctl) -> None:
    assert mcctl(["help", "asset", "get"]).stdout.startswith("## `mcctl asset get`\n")
    below = mcctl(["help", "tx", "queue"]).stdout
    assert [line for line in below.splitlines() if line.startswith("## ")] == [
        "## `mcctl tx queue show`",
        "## `mcctl tx queue purge`",
    ]
    assert mcctl(["help", "asset", "fly"]).stderr == (
        "mcctl: The manual knows no command mcctl asset fly\nHint: mcctl help asset\n"
    )


def test_titles_are_a_sentence(mcctl: Mcctl) -> None:
    titles = {one["topic"]: one["title"] for one in mcctl(["help", "-o", "json"]).json}
    assert titles["emulator"] == "A Marketing Cloud on this machine: strict, stateful, and sending nothing to anybody."
    assert titles["exit-codes"] == "Exit codes"


def test_man_pages(mcctl: Mcctl, home: Path) -> None:
    (home / "man").mkdir()
    done = mcctl(["help", "--man", "man"])
    assert done.code == 0, done.stderr
    written = sorted(page.name for page in (home / "man").iterdir())
    assert written == sorted(f"mcctl-{one['topic']}.1" for one in mcctl(["help", "-o", "json"]).json)
    text = (home / "man" / "mcctl-output.1").read_text()
    assert text.startswith('.TH "MCCTL-OUTPUT" "1"')
    assert text.count(".nf\n") == text.count(".fi\n") > 0


@pytest.mark.skipif(not shutil.which("groff"), reason="groff renders man pages, where it is installed")
def test_man_pages_are_without_fault(mcctl: Mcctl, home: Path) -> None:
    (home / "man").mkdir()
    mcctl(["help", "--man", "man"])
    for page in (home / "man").iterdir():
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", page], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), page


def test_man_pages_want_a_folder(mcctl: Mcctl, home: Path) -> None:
    assert mcctl(["help", "--man", "share/man1"]).code == 0
    assert (home / "share" / "man1" / "mcctl-asset.1").is_file()
    (home / "file").touch()
    assert mcctl(["help", "--man", "file"]).stderr == "mcctl: Cannot write into file: File exists\n"
    assert mcctl(["help", "asset", "--man", "."]).code == 2


@pytest.mark.parametrize("path", [path for path, command in TREE if not hasattr(command, "commands")], ids=" ".join)
def test_the_help_that_is_kept_is_what_the_command_says(
    mcctl: Mcctl, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]
) -> None:
    kept = mcctl([*path, "--help"], COLUMNS="80")
    monkeypatch.setattr("mcctl.cli.kept_page", lambda _: None)
    assert mcctl([*path, "--help"], COLUMNS="80") == kept
    assert kept.code == 0


def test_a_narrow_terminal_gets_help_of_its_own(mcctl: Mcctl) -> None:
    command = ["asset", "list", "-h"]
    assert mcctl(command, COLUMNS="50").stdout != mcctl(command, COLUMNS="80").stdout
    assert kept_page(["asset", "list", "-h"]) is not None
    for args in (
        ["asset", "--help"],
        ["asset", "nope", "--help"],
        ["asset", "list"],
        ["../x", "list", "--help"],
        [],
        ["-h"],
    ):
        assert kept_page(args) is None
