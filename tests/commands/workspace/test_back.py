"""What is changed, moved and deleted by a plan, and taken back: files, folders, data extensions."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.commands.workspace.test_pull import FOOTER, patch, status
from tests.commands.workspace.test_push import BLOCK, NEW, content, writes
from tests.conftest import Mcctl, Rehearsal, Result

LOGO = Path("content/Images/nto-logo.png")
OTHER = b"\x89PNG\r\n\x1a\n" + b"another picture" * 20
STORES = Path("data-extensions/nto-stores.de.yaml")


def run_of(done: Result) -> str:
    """Return the run that a push says can be taken back."""
    found = re.search(r"workspace rollback (\w+)", done.stderr)
    assert found is not None, done.stderr
    return found[1]


def picture(mcctl: Mcctl, key: str) -> bytes:
    Path("got.png").unlink(missing_ok=True)
    assert mcctl(["asset", "download", key, "--to", "got.png"]).code == 0
    return Path("got.png").read_bytes()


def test_an_image_is_changed_and_taken_back(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    found = next(space.rglob("nto-logo*.png"))
    before = found.read_bytes()
    found.write_bytes(OTHER)
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 0, done.stderr
    assert picture(mcctl, "nto-logo") == OTHER
    Path("got.png").unlink()
    assert status(mcctl) == []
    assert mcctl(["workspace", "push", "--yes"]).stderr == "Nothing to write\n"
    back = mcctl(["workspace", "rollback", run_of(done), "--yes"])
    assert back.code == 0, back.stderr
    assert picture(mcctl, "nto-logo") == before


def test_a_data_extension_is_deleted_and_comes_back_with_its_fields(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path
) -> None:
    STORES.write_text(
        "key: nto-stores\nname: nto-stores\nfields:\n- name: Store\n  type: Text\n  length: 40\n"
        "  isPrimaryKey: true\n  isNullable: false\n- name: City\n  type: Text\n  length: 100\n  isNullable: true\n"
    )
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    fields = mcctl(["de", "field", "list", "nto-stores", "-o", "json", "-q", "[].[name,type,length]"]).json
    assert [one[0] for one in fields] == ["Store", "City"]
    STORES.unlink()
    done = mcctl(["workspace", "push", "--prune", "--yes"])
    assert done.code == 0, done.stderr
    assert mcctl(["de", "get", "nto-stores"]).code == 3
    back = mcctl(["workspace", "rollback", run_of(done), "--yes"])
    assert back.code == 0, back.stderr
    assert mcctl(["de", "field", "list", "nto-stores", "-o", "json", "-q", "[].[name,type,length]"]).json == fields


def test_an_asset_is_moved_and_moved_back(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    before = mcctl(["asset", "get", "nto-footer", "-o", "json", "-q", "category.id"]).json
    folder = Path("content/Blocks/Legal")
    folder.mkdir()
    shutil.move(FOOTER, folder)
    shutil.move(BLOCK, folder)
    plan = mcctl(["workspace", "plan"])
    assert [line.split("\t")[1] for line in plan.stdout.splitlines()] == ["+ create", "~ move"], plan.stderr
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 0, done.stderr
    there = mcctl(["asset", "get", "nto-footer", "-o", "json", "-q", "category.name"]).json
    assert there == "Legal"
    assert status(mcctl) == []
    assert mcctl(["workspace", "push", "--yes"]).stderr == "Nothing to write\n"
    back = mcctl(["workspace", "rollback", run_of(done), "--yes"])
    assert back.code == 0, back.stderr
    assert mcctl(["asset", "get", "nto-footer", "-o", "json", "-q", "category.id"]).json == before


def test_what_others_use_meanwhile_is_not_taken_back(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    Path("content/Blocks/legal.block.yaml").write_text("key: legal\nname: Legal\ntype: htmlblock\n")
    Path("content/Blocks/legal.html").write_text("<p>Legal</p>")
    run = run_of(mcctl(["workspace", "push", "--yes"]))
    FOOTER.write_text('%%=ContentBlockByKey("legal")=%%')
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    before = writes(rehearsal)
    refused = mcctl(["workspace", "rollback", run, "--yes"])
    assert refused.code == 2
    assert "asset:legal: asset:nto-footer uses it: content/Blocks/nto-footer.html:1" in refused.stderr
    assert writes(rehearsal) == before


def test_what_never_came_off_is_told_and_the_rest_is_taken_back(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path
) -> None:
    before = content(mcctl, "nto-footer")
    FOOTER.write_text(NEW)
    Path("content/Blocks/legal.block.yaml").write_text("key: legal\nname: Legal\ntype: htmlblock\n")
    Path("content/Blocks/legal.html").write_text("<p>Legal</p>")
    rehearsal.fault({"method": "POST", "path": "/asset/v1/content/assets$"}, {"status": 400, "body": {"message": "No"}})
    done = mcctl(["workspace", "push", "--yes"])
    assert done.code == 8
    back = mcctl(["workspace", "rollback", run_of(done), "--yes"])
    assert back.code == 0, back.stderr
    assert "Left alone: asset:legal: it was not carried out, or nobody knows" in back.stderr
    assert content(mcctl, "nto-footer") == before


def test_a_change_between_the_look_and_the_write_is_not_overwritten(
    mcctl: Mcctl, rehearsal: Rehearsal, space: Path
) -> None:
    for number in range(3):
        place = Path(f"content/Blocks/b{number}.block.yaml")
        place.write_text(f"key: b{number}\nname: b{number}\ntype: htmlblock\n")
        Path(f"content/Blocks/b{number}.html").write_text("<p>1</p>")
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    for number in range(3):
        Path(f"content/Blocks/b{number}.html").write_text("<p>2</p>")
    found = mcctl(["asset", "get", "b2", "-o", "json"]).json
    mcctl(["workspace", "plan", "--out", "p.zip"])
    patch(mcctl, "b2", content="<p>meanwhile</p>")
    done = mcctl(["workspace", "apply", "p.zip"])
    assert (done.code, "The plan is stale: asset:b2 was changed there" in done.stderr) == (2, True)
    assert found["content"] == "<p>1</p>"
    assert content(mcctl, "b2") == "<p>meanwhile</p>"


def test_a_mail_and_its_block_are_deleted_together(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    for one, text in (("inner", "<p>1</p>"), ("outer", '%%=ContentBlockByKey("inner")=%%')):
        Path(f"content/Blocks/{one}.block.yaml").write_text(f"key: {one}\nname: {one}\ntype: htmlblock\n")
        Path(f"content/Blocks/{one}.html").write_text(text)
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    Path("content/Blocks/inner.block.yaml").unlink()
    Path("content/Blocks/inner.html").unlink()
    refused = mcctl(["workspace", "push", "--prune", "--yes"])
    assert (refused.code, "asset:inner: asset:outer uses it" in refused.stderr) == (2, True)
    Path("content/Blocks/outer.block.yaml").unlink()
    Path("content/Blocks/outer.html").unlink()
    done = mcctl(["workspace", "push", "--prune", "--yes"])
    assert done.code == 0, done.stderr
    assert (mcctl(["asset", "get", "inner"]).code, mcctl(["asset", "get", "outer"]).code) == (3, 3)


def test_files_with_other_names_are_known_by_these(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    FOOTER.rename("content/Blocks/foot.html")
    BLOCK.rename("content/Blocks/foot.block.yaml")
    assert status(mcctl) == [("moved here", "asset:nto-footer")]
    done = mcctl(["workspace", "push", "--yes"])
    assert (done.code, "Nothing to write" in done.stderr) == (0, True)
    assert writes(rehearsal) == []
    assert status(mcctl) == []
    assert mcctl(["workspace", "pull", "--full"]).stderr == "Everything is as it was\n"


def test_a_folder_in_other_letters_is_the_same_folder(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    Path("content/Blocks").rename("content/other")
    Path("content/other").rename("content/blocks")
    plan = mcctl(["workspace", "plan"])
    assert (plan.code, "move" in plan.stdout) == (0, False), plan.stderr
