"""The command line itself: help, usage errors, laziness, unexpected errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mcctl import __version__
from mcctl.cli import GROUPS, load
from mcctl.commands._synonyms import LINES
from tests.conftest import Mcctl, Rehearsal
from tests.tree import TREE


def test_version(mcctl: Mcctl) -> None:
    assert mcctl(["--version"]).stdout == f"mcctl {__version__}\n"


def test_help_lists_every_group_and_the_exit_codes(mcctl: Mcctl) -> None:
    for flag in ("-h", "--help"):
        shown = mcctl([flag])
        assert shown.code == 0
        width = max(map(len, GROUPS))
        for name, line in GROUPS.items():
            assert f"  {name:<{width}}  {line}\n" in shown.stdout
        assert "7 outcome unknown" in shown.stdout


def test_bare_mcctl_and_bare_groups_show_help_and_do_nothing(mcctl: Mcctl) -> None:
    for args in ([], ["asset"], ["emulator", "fault"]):
        bare = mcctl(args)
        assert (bare.code, bare.stdout) == (2, "")
        assert bare.stderr.startswith("Usage: mcctl")


@pytest.mark.parametrize("name", GROUPS)
def test_the_registry_and_the_groups_agree(name: str) -> None:
    command = load(name)
    if hasattr(command, "commands"):
        assert command.help == GROUPS[name]


@pytest.mark.parametrize(
    ("path", "command"), TREE, ids=lambda value: " ".join(value) if isinstance(value, tuple) else ""
)
def test_every_command_and_option_has_help(mcctl: Mcctl, path: tuple[str, ...], command: Any) -> None:
    shown = mcctl([*path, "--help"], COLUMNS="80")
    assert shown.code == 0
    assert max(len(line) for line in shown.stdout.splitlines()) <= 80 or "Examples:" in shown.stdout
    assert all(param.help for param in command.params)
    if not hasattr(command, "commands"):
        assert "\nExamples:\n  " in shown.stdout
        assert f"mcctl {' '.join(path)}" in shown.stdout


@pytest.mark.parametrize("path", [path for path, command in TREE if not hasattr(command, "commands")], ids=" ".join)
def test_every_command_has_the_shared_options(mcctl: Mcctl, path: tuple[str, ...]) -> None:
    shown = mcctl([*path, "--help"]).stdout
    for option in ("--profile", "--business-unit", "--output", "--query", "--no-input", "--timeout", "--verbose"):
        assert option in shown


@pytest.mark.parametrize(
    ("args", "said", "hint"),
    [
        (["aset"], "No such command 'aset'. Did you mean 'asset'?", "mcctl --help"),
        (["asset", "pach"], "No such command 'pach'. Did you mean 'patch'?", "mcctl asset --help"),
        (
            ["asset", "list", "--recusive"],
            "No such option: --recusive. Did you mean --recursive?",
            "mcctl asset list --help",
        ),
        (["asset", "get"], "Missing argument 'KEY'", "mcctl asset get --help"),
        (
            ["asset", "list", "-o", "xml"],
            "Invalid value for '-o' / '--output' (env var: 'MCCTL_OUTPUT'): 'xml' is not one of 'table', 'json', "
            "'jsonl', 'yaml', 'csv', 'tsv', 'markdown'",
            "mcctl asset list --help",
        ),
        (
            ["-p", "prod", "asset", "list"],
            "No such option: -p",
            "Options stand after the command: mcctl asset list --profile NAME",
        ),
        (["asset", "list", "--timeout", "0", "-p", "emulator"], "--timeout must be more than 0 seconds", None),
        (["asset", "list", "-q", "[", "-p", "emulator"], "--query '[' is not valid JMESPath: ", None),
    ],
)
def test_usage_errors_are_exit_2_with_a_way_on(mcctl: Mcctl, args: list[str], said: str, hint: str | None) -> None:
    done = mcctl(args)
    lines = done.stderr.splitlines()
    assert (done.code, done.stdout) == (2, "")
    assert lines[0].startswith(f"mcctl: {said}")
    assert hint is None or lines[1] == f"Hint: {hint}"


@pytest.mark.parametrize("command", ["asset list", "de rows orders", "journey list", "tx unsent"])
def test_a_limit_that_cannot_be_counted_off_is_a_usage_error(mcctl: Mcctl, command: str) -> None:
    assert mcctl([*command.split(), "--limit", "9" * 30]).code == 2


@pytest.mark.parametrize("args", [["-o", "json"], ["--output=json"], ["-ojson"], ["--output", "jsonl"]])
def test_errors_are_json_where_the_output_is(mcctl: Mcctl, args: list[str]) -> None:
    assert mcctl(["asset", "nope", *args]).error["kind"] == "input"
    assert mcctl(["asset", "nope"], MCCTL_OUTPUT="json").error["kind"] == "input"


def test_an_unexpected_error_leaves_a_report_without_secrets(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    secret = "a-very-secret-client-secret"

    def crash(*_: Any, **__: Any) -> None:
        from mcctl.masking import protect

        raise ZeroDivisionError(f"with {protect(secret)} inside")

    monkeypatch.setattr("mcctl.rest.folder.FolderApi.list", crash)
    done = mcctl(["folder", "list"])
    report = next((home / "state" / "reports").iterdir())
    assert (done.code, done.stderr) == (
        1,
        "mcctl: Unexpected ZeroDivisionError: with ******** inside\n"
        f"Hint: This is a defect of mcctl. The report, without secrets, is {report}\n",
    )
    assert "Traceback" in report.read_text()
    assert secret not in report.read_text()
    debugged = mcctl(["folder", "list"], MCCTL_DEBUG="1")
    assert "Traceback" in debugged.stderr
    assert secret not in debugged.stderr


def python(code: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **env}, check=False
    )


def test_help_and_usage_errors_import_nothing_dear() -> None:
    code = """
import sys, json
from mcctl.cli import main
main(["asset", "--help"]); main(["asset", "list", "--nope"]); main(["auth", "login", "--help"])
dear = ("httpx", "rich", "keyring", "yaml", "jmespath", "falcon", "platformdirs", "filelock")
print(json.dumps([name for name in dear if name in sys.modules]))
"""
    assert json.loads(python(code).stdout.splitlines()[-1]) == []


def test_a_request_brings_no_tables_and_no_command_line_of_another(home: Path) -> None:
    code = """
import sys, json
from mcctl.cli import main
main(["asset", "list", "--profile", "emulator", "-o", "json", "-q", "[0].id"])
print(json.dumps([name for name in ("rich", "pygments", "click", "keyring") if name in sys.modules]))
"""
    done = python(code, MCCTL_EMULATOR_STATE=str(home / "state.sqlite"))
    assert done.stdout.splitlines() == ["1201", "[]"]


def test_version_imports_not_even_typer() -> None:
    code = "import sys; from mcctl.cli import main; main(['--version']); print('typer' in sys.modules)"
    assert python(code).stdout.splitlines()[-1] == "False"


def test_the_installed_script_in_a_pipe_that_closes(home: Path) -> None:
    script = Path(sys.executable).with_name("mcctl")
    env = {**os.environ, "MCCTL_EMULATOR_STATE": str(home / "state.sqlite")}
    command = f"{script} asset types; echo $? >&2"
    done = subprocess.run(
        ["bash", "-c", f"{{ {command}; }} | true"], capture_output=True, text=True, env=env, check=False
    )
    assert done.stderr in ("141\n", "0\n")
    whole = subprocess.run([script, "asset", "types"], capture_output=True, text=True, env=env, check=False)
    assert (whole.returncode, len(whole.stdout.splitlines()), whole.stderr) == (0, 240, "")


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("asset show x", "mcctl asset get"),
        ("asset info x", "mcctl asset get"),
        ("de ls", "mcctl de list"),
        ("de export x", "mcctl de rows"),
        ("asset rm x", "mcctl asset delete"),
        ("asset rename x", "mcctl asset patch"),
        ("asset find x", "mcctl asset list"),
        ("journey start x", "mcctl journey publish"),
        ("tx definition new", "mcctl tx definition create"),
        ("whoami", "mcctl auth status"),
        ("login", "mcctl auth login"),
        ("assets", "mcctl asset"),
        ("sql x", "mcctl query run"),
        ("workspace deploy", "mcctl workspace push"),
        ("asset fly", "mcctl asset --help"),
        ("nonsense", "mcctl --help"),
    ],
)
def test_other_words_for_a_command(mcctl: Mcctl, line: str, hint: str) -> None:
    words = line.split()
    wrong = words[-1] if words[-1] not in ("x",) else words[-2]
    told = mcctl(words)
    assert (told.code, told.stderr) == (2, f"mcctl: No such command {wrong!r}\nHint: {hint}\n")


def test_every_other_word_leads_to_a_command() -> None:
    paths = {" ".join(path) for path, _ in TREE}
    for typed, line in LINES.items():
        assert line in {*paths, "--version"}, typed
        assert typed not in paths


def test_asset_update_is_asset_patch(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["asset", "update", "nto-footer", "--name", "Foot"]).stderr.startswith("Changed asset 1203, 'Foot'")
    assert mcctl(["asset", "update", "--help"]).stdout.startswith("Usage: mcctl asset patch")
    assert "update" not in mcctl(["asset", "--help"]).stdout
