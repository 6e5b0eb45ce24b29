"""Workspaces where things go wrong: odd answers, odd files, interruptions, two at once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from mcctl.emulator.app import Emulator
from mcctl.workspace import paths
from tests.commands.workspace.conftest import HOME, tree
from tests.conftest import Mcctl, Rehearsal

FOOTER = Path("content/Blocks/nto-footer.html")
ASSETS, KILLS = 400, 6
ODD: list[Any] = [
    None,
    7,
    "x",
    [],
    {},
    [None],
    {"a": 1},
    True,
    "\ud800",
    "../../x",
    "\x1b[2J",
    10**25,
    "http://[x/y",
    "http://a\u2100b/x",
]


def test_answers_that_are_odd_cost_nothing_else(mcctl: Mcctl, rehearsal: Rehearsal, space: Path, home: Path) -> None:
    before, outside = tree(space), set(home.iterdir())
    chance = random.Random(5)
    asset = {
        "id": 1203,
        "customerKey": "nto-footer",
        "name": "F",
        "assetType": {"id": 197},
        "memberId": HOME,
        "content": "a",
    }
    for number in range(80):
        items = [dict(asset, id=2000 + one, customerKey=f"key-{one}") for one in range(3)]
        items[1][chance.choice(list(asset))] = chance.choice(ODD)
        rehearsal.app.admin.clear_faults()
        page = {"count": 3, "page": 1, "pageSize": 3, "items": items}
        rehearsal.fault({"method": "POST", "path": "/query", "times": 1}, {"status": 200, "body": page})
        done = mcctl(["workspace", "pull", "--full", *(["--dry-run"] if number % 2 else [])])
        assert done.code in (0, 8), (number, items[1], done.stderr)
        assert mcctl(["workspace", "usages", "asset:nto-footer"]).code in (0, 3)
        assert "\x1b" not in done.stdout + done.stderr
    rehearsal.app.admin.clear_faults()
    assert set(home.iterdir()) - {home / "state"} == outside  # in which requests are counted
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert tree(space) == before


@pytest.mark.parametrize("answer", ["<html>", {"items": "x"}, {"message": "no", "errorcode": 1}, {"items": [1]}])
@pytest.mark.parametrize("path", ["/categories", "/query", "/customobjects/category", "/interactions", "/eventDefinitions",
                                  "/email/definitions", "/ens-callbacks"])  # fmt: skip
def test_a_list_that_cannot_be_read_is_told_and_deletes_nothing(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path, naps: list[float], path: str, answer: Any
) -> None:
    before = tree(space)
    rehearsal.fault({"path": path}, {"status": 200, "body": answer})
    done = mcctl(["workspace", "pull", "--full"])
    after = tree(space)
    lock = "targets/dev.lock.jsonl"
    assert {name: after[name] for name in before if name != lock} == {
        name: one for name, one in before.items() if name != lock
    }
    assert (done.code, "not everything could be read" in done.stderr) == (8, True)


def test_pauses_are_kept_and_lost_answers_asked_for_again(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, naps: list[float]
) -> None:
    assert mcctl(["workspace", "init", "--target", f"dev=emulator:{HOME}"]).code == 0
    for nth in (3, 10, 17):
        rehearsal.fault({"nth": nth, "times": 1}, {"status": 429, "headers": {"Retry-After": "1"}})
    rehearsal.fault({"nth": 6, "times": 1}, {"cut": "after"})
    assert mcctl(["workspace", "pull"]).code == 0
    assert mcctl(["workspace", "status", "-o", "json"]).json == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: this is no JSON object"),
        ("<<<<<<< mine", "line 2: a merge of git left its marks here"),
        ('{"kind":"asset","key":"a"}', "line 2: kind, key or id is not what it should be"),
        ('{"kind":"asset","key":"a","id":1}', "line 2: id is not what it should be"),
        ('{"kind":"asset","key":"a","id":"1","path":"../x"}', "line 2: path is not what it should be"),
        ('{"kind":"asset","key":"a","id":"1","path":"/x"}', "line 2: path is not what it should be"),
        ('{"kind":"asset","key":"a","id":"1","path":"content/x","files":{"/../../x":"0"}}', "line 2: files is not"),
        ('{"kind":"asset","key":"a","id":"1","path":"content/x","files":{"./../../x":"0"}}', "line 2: path is not"),
        ('{"kind":"asset","key":"e","id":"9","files":{"/tmp/victim.txt":"0"}}', "line 2: path is not"),
        ('{"kind":"asset","key":"e","id":"9", "path": "/tmp/victim","files":{".txt":"0"}}', "line 2: path is not"),
        ('{"kind":"asset","key":"e","id":"9","path":".git/x","files":{".txt":"0"}}', "line 2: path is not"),
        ('{"kind":"asset","key":"e","id":"9","path":"content/\\u002e\\u002e/x","files":{}}', "line 2: path is not"),
        ('{"kind":"asset","key":"e","id":"9","path":"content/a\\u0000"}', "line 2: path is not"),
        ('{"kind":"asset","key":"\\ud800","id":"9"}', "line 2: key is not"),
        ('{"kind":"foo","key":"e","id":"9"}', "line 2: kind is not"),
        ('{"kind":"asset","key":"e","id":"x"}', "line 2: id is not"),
        ('{"kind":"folder","key":"e","id":"9","parent":"x"}', "line 2: parent is not"),
        ('{"kind":"asset","key":"a","id":"1","files":[]}', "line 2: files is not"),
        ('{"kind":"asset","key":"a","id":"1","nope":"x"}', "line 2: nope is not"),
    ],
)
def test_a_lock_file_that_somebody_edited(mcctl: Mcctl, space: Path, line: str, said: str) -> None:
    lock = space / "targets/dev.lock.jsonl"
    head, *rest = lock.read_text().splitlines()
    lock.write_text("\n".join([head, line, *rest]))
    done = mcctl(["workspace", "status"])
    assert (done.code, said in done.stderr) == (2, True), done.stderr


def test_a_lock_file_of_another_business_unit(mcctl: Mcctl, space: Path) -> None:
    wrong = mcctl(["workspace", "pull", "--business-unit", "510000002"])
    assert (wrong.code, wrong.stderr.splitlines()[0]) == (
        2,
        "mcctl: The login is for business unit 510000002; the target dev is 510000001",
    )
    lock = space / "targets/dev.lock.jsonl"
    lock.write_text(lock.read_text().replace("http://emulator.localhost", "https://nto.example", 1))
    assert "is of https://nto.example" in mcctl(["workspace", "pull"]).stderr


def test_a_lock_file_that_is_gone_is_made_again(mcctl: Mcctl, space: Path) -> None:
    before = tree(space)
    (space / "targets/dev.lock.jsonl").unlink()
    assert mcctl(["workspace", "pull"]).code == 0
    assert tree(space) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("workspace: 2", "workspace must be 1"),
        ("workspace: 1\nhome: x\ntargets: {dev: {profile: a}}", "home must be one of the targets: dev"),
        ("workspace: 1\nhome: dev\ntargets: {dev: {mid: 1}}", "targets.dev.profile must name a login"),
        (
            "workspace: 1\nhome: dev\ntargets: {dev: {profile: a, business_unit: 1}}",
            "targets.dev.business_unit is not known",
        ),
        ("workspace: 1\nhome: dev\ntargets: {dev: {profile: a, mid: x}}", "targets.dev.mid must be a number"),
        ("workspace: 1\nhome: dev\ntargets: {dev: {profile: a}}\nkinds: [nope]", "'nope' is not known"),
        ("workspace: 1\nhome: dev\ntargets: {dev: {profile: a}}\nfiles: {max: huge}", "files must be none, or"),
        ("workspace: 1\nhome: dev\ntargets: {dev: {profile: a}}\nlint: {alt: loud}", "lint.alt must be one of"),
        (
            "workspace: 1\nhome: dev\ntargets: {dev: {profile: a}}\nfields: {ignore: [x]}",
            "fields.ignore must be an object",
        ),
        ("workspace: 1\nhome: dev\ntargets: []", "targets must be an object"),
        ("workspace: 1\nnope: 1", "nope is not known"),
        ("a: [", "neither JSON nor YAML"),
    ],
)
def test_settings_that_make_no_sense(mcctl: Mcctl, space: Path, text: str, said: str) -> None:
    (space / "mcctl.yaml").write_text(text)
    done = mcctl(["workspace", "status"])
    assert (done.code, said in done.stderr) == (2, True), done.stderr


def test_no_file_is_written_through_a_link_or_onto_a_folder(mcctl: Mcctl, space: Path, home: Path) -> None:
    outside = home / "outside"
    outside.mkdir()
    Path("body.json").write_text('{"content": "<footer>there</footer>"}')
    assert mcctl(["asset", "patch", "nto-footer", "--data", "body.json"]).code == 0
    Path("body.json").unlink()
    (space / "content/Blocks/nto-footer.html").unlink()
    (space / "content/Blocks/nto-footer.html").symlink_to(outside / "taken.html")
    (space / "data-extensions").rename(space / "old")
    (space / "data-extensions").symlink_to(outside)
    (space / "events/nto-purchase.event.yaml").unlink()
    (space / "events/nto-purchase.event.yaml").mkdir()
    done = mcctl(["workspace", "pull", "--full", "--theirs"])
    assert (done.code, list(outside.iterdir())) == (8, [])
    for why in ("it is a link", "it is a folder", "data-extensions is no folder"):
        assert why in done.stderr


def test_nothing_is_removed_behind_a_link(mcctl: Mcctl, space: Path, home: Path) -> None:
    (space / "content/Blocks").rename(home / "out")
    (space / "content/Blocks").symlink_to(home / "out")
    assert mcctl(["asset", "delete", "nto-footer", "--yes", "--confirm", "nto-footer"]).code == 0
    mcctl(["workspace", "pull", "--theirs"])
    assert len(list((home / "out").iterdir())) == 2
    (space / "targets").rename(home / "targets")
    (space / "targets").symlink_to(home / "targets")
    done = mcctl(["workspace", "pull"])
    assert (done.code, "is a link; mcctl writes through none" in done.stderr) == (2, True)


def test_a_file_of_somebody_else_is_in_the_way(mcctl: Mcctl, space: Path) -> None:
    mine = space / "content/Images/nto-footer.html"
    mine.write_text("mine")
    Path("body.json").write_text('{"category": {"id": 104}}')
    assert mcctl(["asset", "patch", "nto-footer", "--data", "body.json"]).code == 0
    Path("body.json").unlink()
    for options in ([], ["--mine"], ["--theirs"]):
        done = mcctl(["workspace", "pull", *options])
        assert (done.code, "another file is there" in done.stderr, mine.read_text()) == (8, True, "mine")
    mine.unlink()
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert (mine.exists(), FOOTER.exists()) == (True, False)


def test_keys_that_change_hands(mcctl: Mcctl, space: Path) -> None:
    for key in ("aaa", "bbb"):
        Path("body.json").write_text(
            json.dumps({"name": key, "customerKey": key, "assetType": {"id": 197}, "content": key})
        )
        assert mcctl(["asset", "create", "--data", "body.json", "--folder", "Blocks"]).code == 0
    Path("body.json").unlink()
    assert mcctl(["workspace", "pull"]).code == 0
    assert mcctl(["asset", "delete", "aaa", "--yes", "--confirm", "aaa"]).code == 0
    assert mcctl(["asset", "patch", "bbb", "--set", "customerKey=aaa"]).code == 0
    assert mcctl(["workspace", "pull"]).code == 0
    assert [path.name for path in sorted((space / "content/Blocks").glob("[ab][ab]*"))] == [
        "bbb.block.yaml",
        "bbb.html",
    ]
    assert mcctl(["workspace", "status", "-o", "json"]).json == []
    assert [one["key"] for one in mcctl(["workspace", "inventory", "asset:aaa", "asset:bbb", "-o", "json"]).json] == [
        "aaa"
    ]


def test_what_is_too_large_is_not_read_and_said(mcctl: Mcctl, space: Path) -> None:
    dump = Path("dump.sql")
    dump.write_text("select 1")
    os.truncate(dump, 10 * 1024**3)  # it takes no room on the disk
    for command in (["usages", "asset:nto-footer"], ["unused"]):
        done = mcctl(["workspace", *command])
        assert (done.code, done.stderr.splitlines()[-1]) == (8, "  dump.sql is larger than 32 MB; it is not searched")
    assert mcctl(["workspace", "status"]).code == 0
    os.truncate("content/Blocks/nto-footer.html", 10 * 1024**3)
    done = mcctl(["workspace", "status"])
    told = "  content/Blocks/nto-footer.html is larger than 32 MB, the most that an answer can hold"
    assert (done.code, told in done.stderr.splitlines()) == (8, True), done.stderr


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/Blocks/x.html", 'ContentBlockByKey("x") ' + "<script runat " * 3000),
        ("content/Blocks/x.html", 'ContentBlockByKey("x") ' + "%%[" * 60000),
        ("content/Blocks/x.html", "<a href='http://[foo'>x</a> http://a\u2100b/c"),
        ("content/Blocks/x.block.yaml", "key: x\nmeta: " + "[" * 900 + "]" * 900),
        ("data-extensions/x.de.yaml", "key: 5\nname: [a]\nfields: x\n"),
        ("sends/x.sms-send.yaml", "key: x\nchannel: null\n"),
        ("content/Blocks/x.block.yaml", "key: x\nname: x\ntype: {id: {a: 1}}\n"),
        ("content/x.email/x%FF.html", "x"),
        ("content/x.email/email.yaml", "key: 5\nviews: {html: 7}\nslots: [a]\nsubject: {a: b}\n"),
        ("journeys/x.journey.yaml", "key: x\nactivities: {a: 1}\ntriggers: 5\n"),
        ("events/x.event.yaml", "key: [x]\ndataExtension: {ref: 5}\n"),
        ("queries/x.sql", "select * from a where " + "(" * 3000),
    ],
)
def test_files_that_are_odd_end_nothing(mcctl: Mcctl, space: Path, path: str, text: str) -> None:
    file = space / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    if path.startswith("content/Blocks/x.html"):
        (space / "content/Blocks/x.block.yaml").write_text("key: x\nname: x\ntype: htmlblock\n")
    started = time.monotonic()
    for command in (["status"], ["diff"], ["lint"], ["usages", "asset:nto-footer"], ["unused"], ["inventory"]):
        done = mcctl(["workspace", *command])
        assert done.code in (0, 2, 8), (command, done.stderr)
    done = mcctl(["emulator", "load", "."])
    assert done.code in (0, 2, 8), done.stderr
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("line", ["[z-a]", "**/[", "\\", "!", "a" * 5000])
def test_patterns_that_are_odd(mcctl: Mcctl, space: Path, line: str) -> None:
    (space / ".mcctlignore").write_text(line)
    assert mcctl(["workspace", "status"]).code in (0, 2)


def test_two_pulls_at_once(mcctl: Mcctl, space: Path) -> None:
    with FileLock(space / ".mcctl/lock"):
        done = mcctl(["workspace", "pull"])
    assert (done.code, "Another mcctl is writing to" in done.stderr) == (2, True)
    assert mcctl(["workspace", "pull"]).code == 0


def test_what_mcctl_keeps_for_itself_can_be_thrown_away(mcctl: Mcctl, space: Path) -> None:
    mcctl(["workspace", "usages", "asset:nto-footer"])
    for name in ("base.sqlite", "usages.sqlite"):
        (space / ".mcctl" / name).write_bytes(b"this is no database, whatever its name says")
    assert mcctl(["workspace", "status"]).code == 0
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    broken = mcctl(["workspace", "usages", "asset:nto-footer"])
    assert (broken.code, "Delete it; it is made anew" in broken.stderr) == (2, True)


# ---------------------------------------------------------------------- processes that are killed


@pytest.fixture
def large(home: Path) -> dict[str, str]:
    """An emulator with some hundred blocks, and a workspace of it; the environment for processes that use it."""
    from tests.benchmarks.workspace import ACCOUNT, account

    Emulator(home / "large.sqlite").admin.load(
        HOME, list(account(ACCOUNT._replace(assets=ASSETS).over(10)._replace(assets=ASSETS)))
    )
    env = {**os.environ, "MCCTL_EMULATOR_STATE": str(home / "large.sqlite"), "MCCTL_PROFILE": "emulator"}
    for name in ("space", "whole"):
        assert run(home, env, "init", name, "--target", f"dev=emulator:{HOME}").wait() == 0
    return env


def run(folder: Path, env: dict[str, str], *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "mcctl", "workspace", *words]
    return subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.mark.processes
def test_a_pull_that_is_killed_goes_on(home: Path, large: dict[str, str]) -> None:
    started = time.monotonic()
    assert run(home / "whole", large, "pull").wait() == 0
    seconds = time.monotonic() - started
    chance = random.Random(3)
    for number in range(KILLS):
        process = run(home / "space", large, "pull")
        timer = threading.Timer(
            0.3 + chance.random() * seconds, process.send_signal, [signal.SIGKILL if number % 2 else signal.SIGINT]
        )
        timer.start()
        process.wait()
        timer.cancel()
        told = process.stderr.read() if process.stderr else b""
        assert b"Unexpected" not in told
        # A signal after the end of all that is ours ends Python itself.
        assert process.returncode in (0, 130, -signal.SIGKILL, -signal.SIGINT), told
        broken = [path for path in (home / "space").rglob("*.yaml") if not path.read_bytes().endswith(b"\n")]
        assert broken == []
    assert run(home / "space", large, "pull").wait() == 0
    lock = "targets/dev.lock.jsonl"
    assert (home / "space" / lock).read_text().splitlines() == (home / "whole" / lock).read_text().splitlines()
    assert tree(home / "space") == tree(home / "whole")


# ---------------------------------------------------------------------- names as files


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("NTO Footer", "NTO Footer"),
        ("A/B", "A%2FB"),
        ("..", "%2E%2E"),
        (".git", "%2Egit"),
        ("CON", "%43ON"),
        ("con.txt", "%63on.txt"),
        ("Consent", "Consent"),
        ("end.", "end%2E"),
        ("end ", "end%20"),
        (" x", "%20x"),
        ("50%", "50%25"),
        ("a\nb", "a%0Ab"),
        ("u\u0308", "\u00fc"),
        ("\u202egpj", "%E2%80%AEgpj"),
        ("", "_"),
    ],
)
def test_names_become_file_names(name: str, slug: str) -> None:
    assert paths.slug(name, "key") == slug
    assert paths.name_of(slug) == (name or "_") or name == "u\u0308"


def test_long_names_are_cut_between_characters() -> None:
    cut = paths.slug("\U0001f600" * 100, "key")
    assert (len(cut.encode()) <= 87, cut.endswith("~a62f22"), "\ufffd" in cut) == (True, True, False)
    assert paths.slug("%" * 100, "a") != paths.slug("%" * 100, "b")
    assert len(paths.slug("x" * 80, "key")) == 80
