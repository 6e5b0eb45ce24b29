"""`mcctl workspace init`, `pull`, `status` and `diff`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.workspace.conftest import HOME, tree
from tests.conftest import Mcctl, Rehearsal

FILES = [
    ".gitattributes",
    ".gitignore",
    ".mcctlignore",
    "content/Blocks/nto-footer.block.yaml",
    "content/Blocks/nto-footer.html",
    "content/Emails/Newsletters/nto-trail-news.email/email.yaml",
    "content/Emails/Newsletters/nto-trail-news.email/html.html",
    "content/Emails/Newsletters/nto-trail-news.email/slots/main.html",
    "content/Emails/Newsletters/nto-trail-news.email/slots/main/news.html",
    "content/Emails/Newsletters/nto-trail-news.email/template.html",
    "content/Emails/Newsletters/nto-trail-news.email/template/slots/legal.html",
    "content/Emails/Welcome Series/nto-welcome-series.email/email.yaml",
    "content/Emails/Welcome Series/nto-welcome-series.email/html.html",
    "content/Emails/Welcome Series/nto-welcome-series.email/text.txt",
    "content/Images/nto-logo.png",
    "content/Images/nto-logo.png.yaml",
    "data-extensions/nto-customers.de.yaml",
    "data-extensions/nto-suppression.de.yaml",
    "events/nto-purchase.event.yaml",
    "journeys/nto-thank-you.journey.yaml",
    "mcctl.yaml",
    "sends/nto-order-confirmation.email-send.yaml",
    "sends/nto-passcode.sms-send.yaml",
    "targets/dev.lock.jsonl",
]
FOOTER = Path("content/Blocks/nto-footer.html")
WELCOME = Path("content/Emails/Welcome Series/nto-welcome-series.email/html.html")


def patch(mcctl: Mcctl, key: str, **body: Any) -> None:
    """Change an asset as somebody does in the browser."""
    Path("body.json").write_text(json.dumps(body))
    assert mcctl(["asset", "patch", key, "--data", "body.json"]).code == 0
    Path("body.json").unlink()


def status(mcctl: Mcctl, *options: str) -> list[tuple[str, str]]:
    found = mcctl(["workspace", "status", "-o", "json", *options]).json
    return [(one["state"], one["address"]) for one in found]


def test_init_writes_four_files_and_replaces_none(mcctl: Mcctl, home: Path) -> None:
    (home / ".gitignore").write_text("node_modules")
    done = mcctl(["workspace", "init", "--target", "dev=nto:510000001", "--target", "prod=nto-prod", "--home", "prod"])
    assert (done.code, done.stdout) == (0, "mcctl.yaml\n.mcctlignore\n.gitignore\n.gitattributes\n")
    assert (home / "mcctl.yaml").read_text() == (
        "workspace: 1\nhome: prod\ntargets:\n  dev:\n    profile: nto\n    mid: 510000001\n  prod:\n"
        "    profile: nto-prod\nkinds:\n- asset\n- de\n- event\n- journey\n- send\n- ens\nfiles:\n  max: 3MB\n"
    )
    assert (home / ".gitignore").read_text() == "node_modules\n.mcctl/\n"
    again = mcctl(["workspace", "init", "--target", "dev=nto"])
    assert (again.code, "is there already" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        (["--target", "nto"], "'nto' is no target"),
        (["--target", "dev=nto:x"], "'dev=nto:x' is no target"),
        (["--target", "../x=nto"], "'../x' is no name for a target"),
        (["--target", "dev=nto", "--home", "prod"], "The home 'prod' is none of the targets: dev"),
    ],
)
def test_init_refuses(mcctl: Mcctl, home: Path, targets: list[str], said: str) -> None:
    done = mcctl(["workspace", "init", *targets])
    assert (done.code, said in done.stderr, (home / "mcctl.yaml").exists()) == (2, True, False)


def test_a_second_pull_changes_no_byte_and_asks_little(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    first = tree(space)
    assert sorted(first) == FILES
    before = len(rehearsal.requests())
    done = mcctl(["workspace", "pull"])
    assert (done.code, done.stdout, done.stderr) == (0, "", "Everything is as it was\n")
    assert len(rehearsal.requests()) - before <= 20
    assert tree(space) == first
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert tree(space) == first
    assert status(mcctl) == []


def test_bytes_are_kept_as_they_are(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    text = "<p>\r\nÜber\u2028 %%[ set @a = 1 ]%%\n\n\t</p>  "
    patch(mcctl, "nto-footer", content=text)
    assert mcctl(["workspace", "pull"]).code == 0
    assert FOOTER.read_bytes() == text.encode()
    before = tree(space)
    mcctl(["workspace", "pull", "--full"])
    assert tree(space) == before


def test_what_changed_there_is_taken_and_what_changed_here_stays(mcctl: Mcctl, space: Path) -> None:
    FOOTER.write_text("<footer>here</footer>")
    patch(mcctl, "nto-trail-news", views={"subjectline": {"content": "Snow"}})
    assert status(mcctl) == [("changed here", "asset:nto-footer"), ("changed there", "asset:nto-trail-news")]
    assert status(mcctl, "--offline") == [("changed here", "asset:nto-footer")]
    assert status(mcctl, "asset:nto-trail*") == [("changed there", "asset:nto-trail-news")]
    assert status(mcctl, "content/Blocks") == [("changed here", "asset:nto-footer")]
    checked = mcctl(["workspace", "status", "--check"])
    assert (checked.code, checked.stderr.splitlines()[0]) == (10, "mcctl: 2 objects not as in the business unit")
    dry = mcctl(["workspace", "pull", "--dry-run", "-o", "json"])
    assert [(one["state"], one["address"]) for one in dry.json] == [("changed there", "asset:nto-trail-news")]
    assert status(mcctl) == [("changed here", "asset:nto-footer"), ("changed there", "asset:nto-trail-news")]
    assert mcctl(["workspace", "pull"]).code == 0
    assert status(mcctl) == [("changed here", "asset:nto-footer")]
    assert FOOTER.read_text() == "<footer>here</footer>"


def test_a_diff_goes_from_the_business_unit_to_the_files(mcctl: Mcctl, space: Path) -> None:
    FOOTER.write_text("<footer>here</footer>")
    done = mcctl(["workspace", "diff"])
    assert done.stdout == (
        "--- there/content/Blocks/nto-footer.html\n+++ here/content/Blocks/nto-footer.html\n@@ -1 +1 @@\n"
        "-<footer>Northern Trail Outfitters</footer>\n\\ No newline at end of file\n"
        "+<footer>here</footer>\n\\ No newline at end of file\n"
    )
    assert mcctl(["workspace", "diff", "--incoming"]).stdout == ""
    patch(mcctl, "nto-footer", content="<footer>there</footer>")
    incoming = mcctl(["workspace", "diff", "--incoming", "--stat"])
    assert incoming.stdout == "asset:nto-footer\tcontent/Blocks/nto-footer.html\t+1 -1\n"
    outgoing = mcctl(["workspace", "diff", "-o", "json"]).json
    assert [(one["state"], "-<footer>there</footer>" in one["diff"]) for one in outgoing] == [("conflict", True)]


def test_changes_of_two_are_merged_where_they_do_not_meet(mcctl: Mcctl, space: Path) -> None:
    lines = [f"<p>{number}</p>\n" for number in range(12)]
    patch(mcctl, "nto-footer", content="".join(lines))
    mcctl(["workspace", "pull"])
    FOOTER.write_text("".join([*lines[:9], "<p>mine</p>\n", *lines[10:]]))
    patch(mcctl, "nto-footer", content="".join([lines[0], "<p>yours</p>\n", *lines[2:]]))
    done = mcctl(["workspace", "pull", "-o", "json"])
    assert [(one["state"], one["address"]) for one in done.json] == [("merged", "asset:nto-footer")]
    assert FOOTER.read_text() == "".join([lines[0], "<p>yours</p>\n", *lines[2:9], "<p>mine</p>\n", *lines[10:]])
    assert status(mcctl) == [("changed here", "asset:nto-footer")]


@pytest.mark.parametrize(
    ("option", "text", "state"),
    [
        ("--theirs", "<footer>there</footer>", []),
        ("--mine", "<footer>here</footer>", [("changed here", "asset:nto-footer")]),
    ],
)
def test_where_changes_meet_somebody_decides(
    mcctl: Mcctl, space: Path, option: str, text: str, state: list[tuple[str, str]]
) -> None:
    FOOTER.write_text("<footer>here</footer>")
    patch(mcctl, "nto-footer", content="<footer>there</footer>")
    for _ in range(2):  # a conflict is not forgotten
        done = mcctl(["workspace", "pull"])
        assert (done.code, "asset:nto-footer: changed here and there" in done.stderr) == (8, True)
        assert FOOTER.read_text() == "<footer>here</footer>"
    assert mcctl(["workspace", "pull", option, "asset:nto-footer"]).code == 0
    assert (FOOTER.read_text(), status(mcctl)) == (text, state)


def test_what_is_deleted_there_goes_unless_it_was_changed_here(mcctl: Mcctl, space: Path) -> None:
    FOOTER.write_text("<footer>here</footer>")
    for key in ("nto-footer", "nto-logo"):
        assert mcctl(["asset", "delete", key, "--yes", "--confirm", key]).code == 0
    assert status(mcctl) == [("conflict", "asset:nto-footer"), ("deleted there", "asset:nto-logo")]
    assert mcctl(["workspace", "pull"]).code == 8
    assert (FOOTER.exists(), Path("content/Images").exists()) == (True, False)
    assert mcctl(["workspace", "pull", "--mine"]).code == 0
    assert status(mcctl) == [("new here", "asset:nto-footer")]


def test_what_is_deleted_here_stays_so_unless_theirs_is_wanted(mcctl: Mcctl, space: Path) -> None:
    FOOTER.unlink()
    FOOTER.with_name("nto-footer.block.yaml").unlink()
    assert status(mcctl) == [("deleted here", "asset:nto-footer")]
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert not FOOTER.exists()
    assert mcctl(["workspace", "pull", "--full", "--theirs"]).code == 0
    assert (FOOTER.exists(), status(mcctl)) == (True, [])


def test_an_asset_made_anew_under_the_same_key_is_replaced(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    assert mcctl(["asset", "delete", "nto-footer", "--yes", "--confirm", "nto-footer"]).code == 0
    Path("new.html").write_text("<footer>anew</footer>")
    create = ["asset", "create", "--name", "NTO Footer", "--set", "customerKey=nto-footer", "--type", "htmlblock"]
    assert mcctl([*create, "--folder", "Blocks", "--content", "new.html"]).code == 0
    Path("new.html").unlink()
    assert status(mcctl) == [("replaced there", "asset:nto-footer")]
    assert mcctl(["workspace", "pull"]).code == 0
    assert (FOOTER.read_text(), status(mcctl)) == ("<footer>anew</footer>", [])


def test_a_rename_there_keeps_the_path(mcctl: Mcctl, space: Path) -> None:
    patch(mcctl, "nto-footer", customerKey="nto-foot", name="Foot")
    assert status(mcctl) == [("renamed there", "asset:nto-foot")]
    assert mcctl(["workspace", "pull"]).code == 0
    assert FOOTER.with_name("nto-footer.block.yaml").read_text() == "key: nto-foot\nname: Foot\ntype: htmlblock\n"
    assert status(mcctl) == []


def test_a_move_there_moves_the_files(mcctl: Mcctl, space: Path) -> None:
    patch(mcctl, "nto-footer", category={"id": 104})
    assert status(mcctl) == [("moved there", "asset:nto-footer")]
    assert mcctl(["workspace", "pull"]).code == 0
    assert (FOOTER.exists(), Path("content/Images/nto-footer.html").exists(), status(mcctl)) == (False, True, [])


def test_files_can_be_moved_here(mcctl: Mcctl, space: Path) -> None:
    new = Path("content/Images")
    for name in ("nto-footer.html", "nto-footer.block.yaml"):
        (FOOTER.parent / name).rename(new / name)
    assert status(mcctl) == [("moved here", "asset:nto-footer")]
    patch(mcctl, "nto-footer", content="<footer>there</footer>")
    assert mcctl(["workspace", "pull"]).code == 0
    assert ((new / "nto-footer.html").read_text(), FOOTER.exists()) == ("<footer>there</footer>", False)
    assert status(mcctl) == [("moved here", "asset:nto-footer")]


def test_new_files_are_new_here(mcctl: Mcctl, space: Path) -> None:
    block = Path("content/Blocks/nto-legal.block.yaml")
    block.write_text("key: nto-legal\nname: Legal\ntype: htmlblock\n")
    Path("content/Blocks/nto-legal.html").write_text("<p>Legal</p>")
    assert status(mcctl, "--offline") == [("new here", "asset:nto-legal")]
    stat = mcctl(["workspace", "diff", "--stat"]).stdout
    assert stat == (
        "asset:nto-legal\tcontent/Blocks/nto-legal.block.yaml\t+3 -0\n"
        "asset:nto-legal\tcontent/Blocks/nto-legal.html\t+1 -0\n"
    )
    WELCOME.with_name("preheader.ampscript").write_text("%%=v(@x)=%%")
    assert ("changed here", "asset:nto-welcome-series") in status(mcctl, "--offline")
    block.write_text("name: [")
    broken = mcctl(["workspace", "status", "--offline"])
    assert (broken.code, "content/Blocks/nto-legal.block.yaml is neither JSON nor YAML" in broken.stderr) == (8, True)


def test_images_can_be_left_out_and_are_told_by_their_size(mcctl: Mcctl, home: Path, rehearsal: Rehearsal) -> None:
    assert mcctl(["workspace", "init", "--target", f"dev=emulator:{HOME}"]).code == 0
    assert mcctl(["workspace", "pull", "--no-files"]).code == 0
    logo = Path("content/Images/nto-logo.png")
    assert (logo.exists(), logo.with_name("nto-logo.png.yaml").exists(), status(mcctl)) == (False, True, [])
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    content = logo.read_bytes()
    assert len(content) == 70
    logo.write_bytes(content + b"\0")
    shown = mcctl(["workspace", "diff"]).stdout.splitlines()
    assert shown[-1] == "70 bytes, 1x1 → 71 bytes, 1x1"


def test_a_file_that_is_too_large_is_told_and_left_out(mcctl: Mcctl, home: Path, rehearsal: Rehearsal) -> None:
    assert mcctl(["workspace", "init", "--target", f"dev=emulator:{HOME}"]).code == 0
    settings = Path("mcctl.yaml")
    settings.write_text(settings.read_text().replace("max: 3MB", "max: 0KB"))
    assert "files must be none" not in mcctl(["workspace", "status"]).stderr
    Path("big.png").write_bytes(Path("big.png").name.encode() * 200)
    assert mcctl(["asset", "upload", "big.png", "--folder", "Images"]).code == 0
    settings.write_text(settings.read_text().replace("max: 0KB", "max: 1KB"))
    done = mcctl(["workspace", "pull"])
    assert (done.code, ": its file has 1,400 bytes; files.max keeps it out" in done.stderr) == (0, True)
    assert (Path("content/Images/big.png").exists(), Path("content/Images/nto-logo.png").exists()) == (False, True)


NASTY = [
    "Angebote / Übersicht",
    "..",
    ".git",
    "CON",
    "con.txt",
    "😀" * 100,
    "trailing dot.",
    "a\nb",
    "\u202egpj.exe",
    "C:\\x",
    " blank ",
    "caf\u00e9",
    "cafe\u0301",
]


def test_nasty_names_stay_inside_and_come_back(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    before = tree(space.parent)
    for number, name in enumerate(NASTY):
        body = {"name": name, "customerKey": f"00000000-0000-0000-0000-{number:012}", "content": str(number)}
        Path("body.json").write_text(json.dumps({**body, "assetType": {"id": 197}}))
        assert mcctl(["asset", "create", "--data", "body.json", "--folder", "Blocks"]).code == 0
    Path("body.json").unlink()
    done = mcctl(["workspace", "pull", "-o", "json"])
    assert (done.code, len(done.json)) == (0, len(NASTY))
    new = {path for path in tree(space.parent) if path not in before and not path.startswith("state/usage/")}
    assert all(path.startswith("space/content/Blocks/") for path in new)
    assert len({path.casefold() for path in new}) == len(NASTY) * 2
    assert all(len(path.rpartition("/")[2].encode()) < 120 for path in new)
    assert "\u202e" not in "".join(new)
    lock = [json.loads(line) for line in Path("targets/dev.lock.jsonl").read_text().splitlines()[1:]]
    assert set(NASTY) <= {one["name"] for one in lock if one["kind"] == "asset"}
    kept = tree(space)
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert tree(space) == kept


def test_what_is_selected_and_what_it_refers_to(mcctl: Mcctl, home: Path, rehearsal: Rehearsal) -> None:
    assert mcctl(["workspace", "init", "--target", f"dev=emulator:{HOME}"]).code == 0
    assert mcctl(["workspace", "pull", "event:*"]).code == 0
    objects = {str(path) for path in Path().glob("*/**/*.yaml")}
    assert objects == {"events/nto-purchase.event.yaml"}
    done = mcctl(["workspace", "pull", "journey:nto-thank-you", "--deep", "-o", "json"])
    assert (done.code, {one["address"] for one in done.json}) == (
        0,
        {"journey:nto-thank-you", "asset:nto-welcome-series", "de:nto-customers"},
    )
    assert mcctl(["workspace", "pull"]).code == 0
    assert status(mcctl) == []


def test_shared_assets_are_known_and_have_no_files(mcctl: Mcctl, space: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = {"name": "Legal", "customerKey": "nto-legal", "assetType": {"id": 197}, "content": "<p>Legal</p>"}
    shared = {**body, "sharingProperties": {"sharedWith": [HOME], "sharingType": "view"}}
    Path("body.json").write_text(json.dumps(shared))
    assert mcctl(["asset", "create", "--data", "body.json", "--business-unit", "510000002"]).code == 0
    Path("body.json").unlink()
    FOOTER.write_text('%%=ContentBlockByKey("nto-legal")=%%')
    for _ in range(2):
        assert mcctl(["workspace", "pull"]).code == 0
        listed = mcctl(["workspace", "inventory", "asset:nto-legal", "-o", "json"]).json
        assert [(one["key"], one["path"], one["owner"]) for one in listed] == [("nto-legal", None, 510000002)]
    assert not list(Path("content").rglob("nto-legal*"))
    assert "missing-reference" not in mcctl(["workspace", "lint"]).stdout
    used = mcctl(["workspace", "usages", "asset:nto-legal", "-o", "json"]).json
    assert [one["address"] for one in used] == ["asset:nto-footer"]
    assert (
        mcctl(["asset", "delete", "nto-legal", "--yes", "--confirm", "nto-legal", "--business-unit", "510000002"]).code
        == 0
    )
    assert mcctl(["workspace", "pull"]).code == 0
    assert mcctl(["workspace", "inventory", "asset:nto-legal", "-o", "json"]).json == []


def test_ignored_files_and_properties_are_left_alone(mcctl: Mcctl, home: Path, rehearsal: Rehearsal) -> None:
    assert mcctl(["workspace", "init", "--target", f"dev=emulator:{HOME}"]).code == 0
    Path(".mcctlignore").write_text("content/Emails/Newsletters/\n*.de.yaml\n")
    with Path("mcctl.yaml").open("a") as file:
        file.write("fields:\n  ignore:\n    asset: [tags]\n")
    assert mcctl(["workspace", "pull"]).code == 0
    assert [*Path().glob("data-extensions/*"), *Path().rglob("nto-trail-news*")] == []
    assert "tags" not in WELCOME.with_name("email.yaml").read_text()
    patch(mcctl, "nto-welcome-series", tags=["other"])
    patch(mcctl, "nto-trail-news", tags=["other"])
    assert status(mcctl) == []


def test_a_folder_with_another_name_moves_its_files(mcctl: Mcctl, space: Path) -> None:
    assert mcctl(["folder", "update", "Emails", "--name", "Mails"]).code == 0
    assert status(mcctl) == [
        ("renamed there", "folder:Mails"),
        ("renamed there", "folder:Mails/Newsletters"),
        ("renamed there", "folder:Mails/Welcome Series"),
    ]
    assert mcctl(["workspace", "pull"]).code == 0
    assert (WELCOME.exists(), Path("content/Mails/Welcome Series/nto-welcome-series.email/html.html").exists()) == (
        False,
        True,
    )
    assert status(mcctl) == []
    assert mcctl(["workspace", "pull", "--full"]).stderr == "Everything is as it was\n"


def test_what_is_in_the_way_of_a_folder_stays(mcctl: Mcctl, space: Path) -> None:
    mine = space / "content/Mails/Welcome Series/nto-welcome-series.email/html.html"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    assert mcctl(["folder", "update", "Emails", "--name", "Mails"]).code == 0
    done = mcctl(["workspace", "pull"])
    assert (done.code, "another file is there; --full tries again" in done.stderr) == (8, True)
    assert (mine.read_text(), WELCOME.exists()) == ("mine", True)
    assert Path("content/Mails/Newsletters/nto-trail-news.email/html.html").exists()
    mine.unlink()
    assert mcctl(["workspace", "pull", "--full"]).code == 0
    assert (mine.exists(), WELCOME.exists(), status(mcctl)) == (True, False, [])


def test_folders_of_the_same_name_in_two_trees(mcctl: Mcctl, space: Path) -> None:
    assert mcctl(["folder", "create", "Shared Content/Emails"]).code == 0
    for taken in (True, False):
        done = mcctl(["workspace", "pull", "--full"])
        assert (done.code, done.stderr) == (0, "Everything is as it was\n"), taken
    keys = [one["key"] for one in mcctl(["workspace", "inventory", "folder:*mails", "-o", "json"]).json]
    assert keys == ["Emails", "Shared Content/Emails"]


def test_what_was_left_out_comes_when_it_is_wanted(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    assert mcctl(["workspace", "init", "--target", f"dev=emulator:{HOME}"]).code == 0
    Path(".mcctlignore").write_text("content/Blocks/\n")
    assert mcctl(["workspace", "pull", "--no-files"]).code == 0
    rehearsal.advance(3600)
    patch(mcctl, "nto-trail-news", tags=["later"])
    assert mcctl(["workspace", "pull", "--no-files"]).code == 0
    logo = Path("content/Images/nto-logo.png")
    assert (FOOTER.exists(), logo.exists()) == (False, False)
    Path(".mcctlignore").write_text("")
    assert mcctl(["workspace", "pull"]).code == 0
    assert (FOOTER.exists(), logo.exists(), status(mcctl)) == (True, True, [])


def test_theirs_brings_back_what_is_gone_here(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    rehearsal.advance(3600)
    patch(mcctl, "nto-trail-news", tags=["later"])
    assert mcctl(["workspace", "pull"]).code == 0
    for path in Path("content/Blocks").iterdir():
        path.unlink()
    assert mcctl(["workspace", "pull", "--theirs"]).code == 0
    assert (FOOTER.exists(), status(mcctl)) == (True, [])


def test_after_mine_a_change_there_is_merged_again(mcctl: Mcctl, space: Path) -> None:
    lines = [f"<p>{number}</p>\n" for number in range(9)]
    FOOTER.write_text("".join([*lines[:8], "<p>here</p>\n"]))
    patch(mcctl, "nto-footer", content="".join(lines))
    assert mcctl(["workspace", "pull", "--mine"]).code == 0
    assert mcctl(["workspace", "diff", "--stat"]).stdout.endswith("+1 -1\n")
    patch(mcctl, "nto-footer", content="".join(["<p>there</p>\n", *lines[1:]]))
    assert [one["state"] for one in mcctl(["workspace", "pull", "-o", "json"]).json] == ["merged"]
    assert FOOTER.read_text() == "".join(["<p>there</p>\n", *lines[1:8], "<p>here</p>\n"])


def test_definitions_of_two_channels_with_one_key(mcctl: Mcctl, space: Path) -> None:
    sms = ["tx", "definition", "create", "--channel", "sms", "nto-order-confirmation", "--message", "Hi"]
    assert mcctl([*sms, "--short-code", "12345", "--keyword", "NTO"]).code == 0
    for _ in range(2):
        done = mcctl(["workspace", "pull"])
        assert (done.code, "one of the other channel has the same key" in done.stderr) == (8, True)
        assert Path("sends/nto-order-confirmation.email-send.yaml").exists()


def test_selectors_that_choose_nothing(mcctl: Mcctl, space: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("status", "diff", "lint"):
        done = mcctl(["workspace", command, "asset:typo"])
        assert (done.code, done.stderr.splitlines()[0]) == (3, "mcctl: 'asset:typo' chooses nothing here")
    FOOTER.write_text("here")
    monkeypatch.chdir(space / "content")
    assert status(mcctl, "Blocks") == [("changed here", "asset:nto-footer")]
    assert status(mcctl, "Emails") == []
    assert status(mcctl, "..") == [("changed here", "asset:nto-footer")]


def test_changes_that_meet_are_marked_only_if_asked(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    patch(mcctl, "nto-footer", content="<p>1</p>\n<p>2</p>\n<p>3</p>")
    assert mcctl(["workspace", "pull"]).code == 0
    FOOTER.write_text("<p>1</p>\n<p>2</p>\n<p>here</p>")
    patch(mcctl, "nto-footer", content="<p>one</p>\n<p>2</p>\n<p>there</p>")
    told = mcctl(["workspace", "pull"])
    assert (told.code, FOOTER.read_text()) == (8, "<p>1</p>\n<p>2</p>\n<p>here</p>")
    told = mcctl(["workspace", "pull", "--markers"])
    assert (told.code, told.stdout.split("\t")[:2]) == (8, ["marked", "asset:nto-footer"])
    assert "Both changes are between marks in content/Blocks/nto-footer; leave what is meant, and push" in told.stderr
    assert FOOTER.read_text() == (
        "<p>one</p>\n<p>2</p>\n<<<<<<< here\n<p>here</p>\n=======\n<p>there</p>\n>>>>>>> there\n"
    )
    assert mcctl(["workspace", "pull"]).stderr == "Everything is as it was\n"
    assert mcctl(["workspace", "push", "--yes"]).code == 2  # the marks are an error
    FOOTER.write_text("<p>one</p>\n<p>2</p>\n<p>both</p>")
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    assert status(mcctl) == []
    for words in (["--mine", "--markers"], ["--markers", "--target", "dev"]):
        assert mcctl(["workspace", "pull", *words]).code == 2
