"""Keywords of codes in a workspace that asks for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.sms._helpers import KNOWN
from tests.commands.workspace.conftest import HOME
from tests.commands.workspace.test_pull import status
from tests.commands.workspace.test_push import writes
from tests.conftest import Mcctl, Rehearsal

SNOW = Path("keywords/snow.keyword.yaml")


@pytest.fixture
def words(mcctl: Mcctl, rehearsal: Rehearsal, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with keywords."""
    folder = home / "space"
    assert mcctl(["workspace", "init", str(folder), "--target", f"dev=emulator:{HOME}"]).code == 0
    monkeypatch.chdir(folder)
    Path("mcctl.yaml").write_text(Path("mcctl.yaml").read_text().replace("- ens\n", "- ens\n- keyword\n"))
    assert mcctl(["workspace", "pull"]).code == 0
    return folder


def listed(mcctl: Mcctl) -> list[list[str]]:
    query = "[].[keyword, code.code, responseMessage]"
    found: list[list[str]] = mcctl(["sms", "keyword", "list", "-o", "json", "-q", query]).json
    return [one for one in found if one[2]]


def test_a_keyword_is_made_changed_and_deleted(mcctl: Mcctl, rehearsal: Rehearsal, words: Path) -> None:
    assert sorted(path.name for path in Path("keywords").iterdir()) == [
        f"12345.{word}.keyword.yaml" for word in ("BREWS", "NTO", "TRAILS", "WELCOME")
    ]
    assert Path("keywords/12345.NTO.keyword.yaml").read_text() == "key: 12345.NTO\n"
    SNOW.write_text("key: 12345.snow\nresponseMessage: It snows\ncompanyName: NTO\n")
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    assert listed(mcctl) == [["SNOW", "12345", "It snows"]]
    assert status(mcctl) == []
    SNOW.write_text("key: 12345.SNOW\nresponseMessage: It rains\n")
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    assert listed(mcctl) == [["SNOW", "12345", "It rains"]]
    assert mcctl(["sms", "queue-mo", "--number", KNOWN, "--short-code", "12345", "--text", "snow"]).code == 0
    rehearsal.advance(60)
    assert "It rains" in mcctl(["emulator", "outbox", "-o", "json"]).stdout
    SNOW.unlink()
    assert mcctl(["workspace", "push", "--prune", "--yes", "--confirm", str(HOME)]).code == 0
    assert listed(mcctl) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("key: SNOW\n", "the key must be CODE.WORD, such as 12345.TRAIL"),
        ("key: 12345.SN OW\n", "a keyword is one word of at most 25 characters"),
        ("key: 12345.STOP\n", "Keyword STOP is reserved (HTTP 400"),
        ("key: 12345.10\n", "key must be text; quotes make it so"),
        ("key: 12345.SNOW\nresponseMessage: [1]\n", "responseMessage must be text"),
        ("key: 12345.SNOW\nstatus: Active\n", "status is no property of a keyword"),
        ("key: 99999.SNOW\n", "The business unit has no code 99999"),
    ],
)
def test_what_can_be_no_keyword_is_told(mcctl: Mcctl, rehearsal: Rehearsal, words: Path, text: str, why: str) -> None:
    SNOW.write_text(text)
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code != 0
    assert why in done.stderr
    assert listed(mcctl) == []


def test_the_word_of_a_keyword_stays(mcctl: Mcctl, rehearsal: Rehearsal, words: Path) -> None:
    path = Path("keywords/12345.NTO.keyword.yaml")
    before = writes(rehearsal)
    path.write_text("key: 12345.NORTH\n")
    done = mcctl(["workspace", "push", "--yes"])
    assert (done.code, "of a keyword cannot be changed; make another one" in done.stderr) == (2, True), done.stderr
    assert writes(rehearsal) == before


def test_the_emulator_takes_them(mcctl: Mcctl, rehearsal: Rehearsal, words: Path) -> None:
    SNOW.write_text("key: 12345.SNOW\nresponseMessage: It snows\n")
    done = mcctl(["emulator", "load", "."])
    assert (done.code, "5 keywords" in done.stderr) == (0, True), done.stderr
    assert listed(mcctl) == [["SNOW", "12345", "It snows"]]


def test_what_the_parent_lends_is_nobodys_here(mcctl: Mcctl, rehearsal: Rehearsal, words: Path) -> None:
    lent = {"id": "P", "keyword": "NTO", "code": {"code": "12345"}, "responseMessage": "Parent", "isInherited": True}
    page = {"startIndex": 0, "itemsPerPage": 50, "totalResults": 1, "entry": [lent]}
    rehearsal.fault({"method": "GET", "path": "/mobile/keyword"}, {"status": 200, "body": page})
    Path("keywords/12345.NTO.keyword.yaml").write_text("key: 12345.NTO\nresponseMessage: Mine\n")
    before = writes(rehearsal)
    assert mcctl(["workspace", "push", "keyword:12345.NTO", "--overwrite-drift", "--yes"]).code != 0
    assert [path for method, path in writes(rehearsal)[len(before) :] if path.endswith("/P")] == []
