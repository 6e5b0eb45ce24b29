"""Secrets and variables in the files of a workspace: in every way between the files and a business unit."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from tests.commands.workspace.test_promote import EU, both, in_eu
from tests.commands.workspace.test_pull import FOOTER, patch, status
from tests.commands.workspace.test_push import BLOCK, CUSTOMERS, content
from tests.conftest import Mcctl, Rehearsal

__all__ = ["both"]
VALUE = "s3cr3t-0f-the-trail"
GIVEN = {"MCCTL_SECRET_API_KEY": VALUE}
CALL = "<p>%%=HTTPGet('https://nto.example/?k=${{ secret.api_key }}')=%%</p>\n"
SENT = CALL.replace("${{ secret.api_key }}", VALUE)


def kept(folder: Path) -> list[str]:
    """Return the files in which the secret is, packed ones too."""
    found = []
    for path in folder.rglob("*"):
        if path.is_file():
            packed = path.read_bytes()
            texts = [packed]
            for at in range(len(packed) if path.suffix in ("", ".sqlite", ".db") or "bases" in path.name else 0):
                if packed[at] == 0x78:
                    try:
                        texts.append(zlib.decompressobj().decompress(packed[at:]))
                    except zlib.error:
                        continue
            if any(VALUE.encode() in text for text in texts):
                found.append(str(path))
    return found


@pytest.fixture
def pushed(mcctl: Mcctl, space: Path) -> Path:
    """A workspace whose footer holds a secret, and was pushed."""
    FOOTER.write_text(CALL + "<p>Mission Street</p>\n")
    assert mcctl(["workspace", "push", "--yes"], **GIVEN).code == 0
    assert content(mcctl, "nto-footer") == SENT + "<p>Mission Street</p>\n"
    return space


def test_what_holds_a_secret_is_in_sync_without_it(mcctl: Mcctl, rehearsal: Rehearsal, pushed: Path) -> None:
    for given in (GIVEN, {}):
        for words in (["pull"], ["pull", "--full"], ["status", "--check"], ["diff"], ["plan"]):
            done = mcctl(["workspace", *words], **given)
            assert (done.code, done.stdout) == (0, ""), done.stderr
        assert FOOTER.read_text() == CALL + "<p>Mission Street</p>\n"
    assert kept(pushed) == []


def test_a_change_beside_a_secret_comes_home_without_it(mcctl: Mcctl, rehearsal: Rehearsal, pushed: Path) -> None:
    patch(mcctl, "nto-footer", content=SENT + "<p>Market Street</p>\n")
    assert status(mcctl) == [("changed there", "asset:nto-footer")]
    for words in (["diff", "--incoming"], ["pull"], ["pull", "--theirs"]):
        refused = mcctl(["workspace", *words])
        assert refused.code != 0
        assert "The secret api_key is not given" in refused.stderr
        assert VALUE not in refused.stdout + refused.stderr
    told = mcctl(["workspace", "diff", "--incoming"], **GIVEN)
    assert ("+<p>Market Street</p>" in told.stdout, VALUE in told.stdout) == (True, False)
    assert mcctl(["workspace", "pull"], **GIVEN).code == 0
    assert FOOTER.read_text() == CALL + "<p>Market Street</p>\n"
    assert status(mcctl) == []
    assert mcctl(["workspace", "status", "--check"], **GIVEN).code == 0
    assert kept(pushed) == []


def test_theirs_keeps_the_names_of_secrets(mcctl: Mcctl, rehearsal: Rehearsal, pushed: Path) -> None:
    patch(mcctl, "nto-footer", content=SENT + "<p>Market Street</p>\n")
    FOOTER.write_text(CALL + "<p>Main Street</p>\n")
    assert mcctl(["workspace", "pull"], **GIVEN).code == 8
    assert mcctl(["workspace", "pull", "--theirs"], **GIVEN).code == 0
    assert FOOTER.read_text() == CALL + "<p>Market Street</p>\n"
    assert status(mcctl) == []
    assert kept(pushed) == []


def test_a_secret_that_is_another_there_is_not_shown(mcctl: Mcctl, rehearsal: Rehearsal, pushed: Path) -> None:
    patch(mcctl, "nto-footer", content=SENT.replace(VALUE, "an0ther-secret") + "<p>Mission Street</p>\n")
    told = mcctl(["workspace", "pull"], **GIVEN)
    assert (told.code, "secret.api_key stood in what is another there" in told.stderr) == (8, True)
    assert "an0ther-secret" not in told.stdout + told.stderr
    assert FOOTER.read_text() == CALL + "<p>Mission Street</p>\n"


def test_a_secret_in_another_business_unit(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    FOOTER.write_text(CALL + "<p>Mission Street</p>\n")
    assert mcctl(["workspace", "push", "--yes"], **GIVEN).code == 0
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"], **GIVEN).code == 0
    assert VALUE in str(in_eu(mcctl, "nto-footer-EU", "content"))
    for given in (GIVEN, {}):
        assert status(mcctl, "--target", "eu") == []
        assert mcctl(["workspace", "plan", "--target", "eu", "asset:nto-footer"], **given).stdout == ""
    Path("body.json").write_text(json.dumps({"content": SENT + "<p>Market Street</p>\n"}))
    assert mcctl(["asset", "patch", "nto-footer-EU", *EU, "--data", "body.json"]).code == 0
    Path("body.json").unlink()
    for words in (["diff", "--incoming"], ["pull"]):
        refused = mcctl(["workspace", *words, "--target", "eu"])
        assert ("The secret api_key is not given" in refused.stderr, refused.code != 0) == (True, True)
        assert VALUE not in refused.stdout + refused.stderr
    told = mcctl(["workspace", "diff", "--target", "eu", "--incoming"], **GIVEN)
    assert ("+<p>Market Street</p>" in told.stdout, VALUE in told.stdout) == (True, False)
    assert mcctl(["workspace", "pull", "--target", "eu"], **GIVEN).code == 0
    assert FOOTER.read_text() == CALL + "<p>Market Street</p>\n"
    assert kept(both) == []


def test_changes_beside_a_secret_are_merged(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    lines = ["<p>1</p>\n", "<p>2</p>\n", CALL, "<p>4</p>\n", "<p>5</p>\n"]
    FOOTER.write_text("".join(lines))
    assert mcctl(["workspace", "push", "--yes"], **GIVEN).code == 0
    patch(mcctl, "nto-footer", content="".join(["<p>one</p>\n", lines[1], SENT, *lines[3:]]))
    FOOTER.write_text("".join([*lines[:4], "<p>five</p>\n"]))
    done = mcctl(["workspace", "pull"], **GIVEN)
    assert (done.code, done.stdout.split("\t")[0]) == (0, "merged"), done.stderr
    assert FOOTER.read_text() == "".join(["<p>one</p>\n", *lines[1:4], "<p>five</p>\n"])
    assert mcctl(["workspace", "push", "--yes"], **GIVEN).code == 0
    assert status(mcctl) == []
    assert kept(space) == []


def test_a_secret_that_no_file_names_any_more_stays_hidden(mcctl: Mcctl, rehearsal: Rehearsal, pushed: Path) -> None:
    FOOTER.write_text("<p>Mission Street</p>\n")
    for words in (["diff"], ["pull", "--full"], ["diff", "--incoming"]):
        assert VALUE not in mcctl(["workspace", *words], **GIVEN).stdout
    patch(mcctl, "nto-footer", content=SENT + "<p>Market Street</p>\n")
    assert mcctl(["workspace", "pull", "--theirs"], **GIVEN).code == 0
    assert FOOTER.read_text() == CALL + "<p>Market Street</p>\n"
    FOOTER.unlink()
    BLOCK.unlink()
    assert mcctl(["workspace", "pull", "--theirs", "--full"], **GIVEN).code == 0
    assert FOOTER.read_text() == CALL + "<p>Market Street</p>\n"
    assert mcctl(["workspace", "status", "--check"], **GIVEN).code == 0
    assert kept(pushed) == []


def test_a_secret_that_is_repeated_in_an_error_is_hidden(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.write_text(CALL)
    rehearsal.fault(
        {"method": "PATCH", "path": "/asset/v1/content/assets"}, {"status": 400, "body": {"message": f"bad {VALUE}"}}
    )
    done = mcctl(["workspace", "push", "--yes", "-o", "json", "--results", "results.jsonl"], **GIVEN)
    assert (done.code, done.json[0]["outcome"]) == (5, "refused")
    assert VALUE not in done.stdout + done.stderr
    assert kept(space) + kept(space.parent / "state") == []


def test_one_secret_may_begin_like_another(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    given = {"MCCTL_SECRET_A": VALUE[:6], "MCCTL_SECRET_B": VALUE, "MCCTL_SECRET_USER": "secret"}
    FOOTER.write_text("${{ secret.a }} ${{ secret.b }} ${{ secret.user }}\n<p>1</p>\n")
    assert mcctl(["workspace", "push", "--yes"], **given).code == 0
    patch(mcctl, "nto-footer", content=f"{VALUE[:6]} {VALUE} secret\n<p>2</p>\n")
    assert mcctl(["workspace", "pull"], **given).code == 0
    assert FOOTER.read_text() == "${{ secret.a }} ${{ secret.b }} ${{ secret.user }}\n<p>2</p>\n"


# ---------------------------------------------------------------------- variables in properties


def test_a_value_in_properties_is_a_value_whatever_is_in_it(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    text = BLOCK.read_text()
    BLOCK.write_text(text + "description: ${{ var.note }}  # what it is for\n")
    Path("targets/dev.yaml").write_text('variables: {note: "It\'s: \'new\' # \\"really\\""}\n')
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    told = mcctl(["asset", "get", "nto-footer", "-o", "json", "-q", "description"]).json
    assert told == "It's: 'new' # \"really\""
    assert status(mcctl) == []
    patch(mcctl, "nto-footer", name="Another name")
    pulled = mcctl(["workspace", "pull"])
    assert pulled.code == 0, pulled.stderr
    assert "description: ${{ var.note }}" in BLOCK.read_text()
    assert "name: Another name" in BLOCK.read_text()
    assert status(mcctl) == []


def test_a_number_of_its_own_stays_a_number(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    text = CUSTOMERS.read_text()
    assert "length: 50" in text
    CUSTOMERS.write_text(text.replace("length: 50", "length: ${{ var.length }}", 1))
    Path("targets/dev.yaml").write_text("variables: {length: 50}\n")
    assert status(mcctl) == []
    Path("targets/dev.yaml").write_text("variables: {length: 60}\n")
    assert status(mcctl) == [("changed here", "de:nto-customers")]


def test_an_undefined_variable_in_properties_is_told_with_its_place(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path
) -> None:
    lines = BLOCK.read_text().splitlines()
    BLOCK.write_text("\n".join([*lines, "description: Until ${{ var.day }}", ""]))
    told = mcctl(["workspace", "plan"])
    assert told.code == 2
    assert f"{BLOCK}:{len(lines) + 1}:20: the variable day is not defined for dev" in told.stderr


def test_a_variable_in_properties_is_never_lost_without_a_word(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    Path("targets/dev.yaml").write_text("variables: {a: DEV, n: 5}\n")
    text = BLOCK.read_text() + 'data:\n  list: ["${{ var.a }}", b]\n  num: ${{ var.n }}\n'
    BLOCK.write_text(text)
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    for told in ({"list": ["DEV", "b", "c"], "num": 5}, {"list": ["DEV", "b"], "num": 6}):
        patch(mcctl, "nto-footer", data=told)
        done = mcctl(["workspace", "pull"])
        assert (done.code, "stood in what is another there" in done.stderr) == (8, True)
        assert BLOCK.read_text() == text


def test_two_names_that_become_one_are_told(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    Path("targets/dev.yaml").write_text("variables: {a: A, c: A}\n")
    BLOCK.write_text(BLOCK.read_text() + 'data: {"${{ var.a }}": 1, "${{ var.c }}": 2}\n')
    told = mcctl(["workspace", "plan"])
    assert (told.code, "Two names are one once they are filled in" in told.stderr) == (2, True)


def test_an_empty_variable_at_the_end_stays(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    Path("targets/dev.yaml").write_text('variables: {e: ""}\n')
    FOOTER.write_text("<p>1</p>\n${{ var.e }}<p>2</p>\n<p>c</p>${{ var.e }}")
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    patch(mcctl, "nto-footer", content="<p>one</p>\n<p>2</p>\n<p>c</p>")
    assert mcctl(["workspace", "pull"]).code == 0
    assert FOOTER.read_text() == "<p>one</p>\n${{ var.e }}<p>2</p>\n<p>c</p>${{ var.e }}"
