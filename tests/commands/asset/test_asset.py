"""`mcctl asset`, against the emulator in this process."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal

DATA = Path(__file__).parents[2] / "data"
SEED_HTML = "<!DOCTYPE html><body>This is a simple message.</body></html>"
SEED_PATCH = {
    "name": "NTO Welcome Series Email",
    "channels": {"email": True, "web": False},
    "views": {"html": {"content": SEED_HTML}, "text": {}, "subjectline": {}, "preheader": {}},
}
SEED_ARGS = ["asset", "patch", "nto-welcome-series", "--name", "NTO Welcome Series Email"]
SEED_ARGS += ["--channel", "email=true", "--channel", "web=false", "--html"]
HOSTILE_NAMES = [
    "[red]bold[/red]",
    "two\nlines",
    "\x1b[31mred\x1b[0m",
    "emoji 🏔️",
    "שלום עולם",
    "over\u202eride",
    "tab\there",
]


def keys(assets: list[dict[str, Any]]) -> list[str]:
    return [asset["customerKey"] for asset in assets]


# ---------------------------------------------------------------------- patch


def test_the_vendors_example_is_sent_to_the_letter(mcctl: Mcctl, rehearsal: Rehearsal, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(SEED_HTML)
    shown = mcctl([*SEED_ARGS, str(page), "--dry-run"])
    assert shown.code == 0
    assert shown.json == {
        "method": "PATCH",
        "url": "http://emulator.localhost/asset/v1/content/assets/1201",
        "headers": {
            "Authorization": "Bearer ********",
            "Accept": "application/json",
            "User-Agent": shown.json["headers"]["User-Agent"],
            "Content-Type": "application/json",
        },
        "body": SEED_PATCH,
    }
    assert list(shown.json["body"]["views"]) == ["html", "text", "subjectline", "preheader"]
    assert shown.stderr == "Dry run: nothing was sent\n"
    assert rehearsal.requests("PATCH") == []

    assert mcctl([*SEED_ARGS, str(page)]).code == 0
    assert json.loads(rehearsal.requests("PATCH")[0]["body"]) == SEED_PATCH
    assert mcctl(["asset", "get", "nto-welcome-series", "--view", "html"]).stdout == SEED_HTML
    subject = mcctl(["asset", "get", "nto-welcome-series", "--view", "subjectline"]).stdout
    assert subject == "Welcome to Northern Trail Outfitters"


def test_a_dry_run_by_id_needs_neither_network_nor_login(mcctl: Mcctl) -> None:
    shown = mcctl(["asset", "patch", "12", "--subject", "Hello", "--dry-run"])
    assert shown.code == 0
    assert shown.json["url"] == "https://YOUR_SUBDOMAIN.rest.marketingcloudapis.com/asset/v1/content/assets/12"
    assert shown.json["body"] == {"views": {"subjectline": {"content": "Hello"}}}


@pytest.mark.parametrize("name", ["cerberus-responsive.html", "simple-transactional.html"])
def test_real_emails_go_through_unchanged(mcctl: Mcctl, rehearsal: Rehearsal, name: str) -> None:
    assert mcctl(["asset", "patch", "nto-welcome-series", "--html", str(DATA / name)]).code == 0
    there = mcctl(["asset", "get", "nto-welcome-series", "--view", "html"])
    assert there.raw == (DATA / name).read_bytes()


def test_html_comes_from_standard_input_too(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["asset", "patch", "nto-footer", "--content", "-"], stdin="<p>שלום 🏔️</p>").code == 0
    assert mcctl(["asset", "get", "nto-footer", "--view", "content"]).stdout == "<p>שלום 🏔️</p>"


def test_flags_win_over_assignments_and_those_over_data(mcctl: Mcctl, tmp_path: Path) -> None:
    data = tmp_path / "asset.yaml"
    data.write_text("name: from data\ndescription: from data\nactiveDate: 2026-01-31\nlocked: true\ntags: [a, b]\n")
    args = ["asset", "patch", "12", "--dry-run", "--data", str(data), "--name", "from flag"]
    args += ["--set", "name=from set", "--set", "description=from set", "--set", "tags.1=c", "--set", r"data.a\.b.c=1"]
    assert mcctl(args).json["body"] == {
        "name": "from flag",
        "description": "from set",
        "activeDate": "2026-01-31",
        "locked": True,
        "tags": ["a", "c"],
        "data": {"a.b": {"c": 1}},
    }


def test_move_to_a_folder_by_path(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    moved = mcctl(["asset", "patch", "nto-footer", "--folder", "Emails/Newsletters", "-o", "json"])
    assert (moved.code, moved.json["category"]) == (0, {"id": 103, "name": "Newsletters", "parentId": 101})


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ([], "Nothing to change"),
        (["--name", ""], "The name must be text that is not empty"),
        (["--name", "n" * 201], "The name has 201 characters; at most 200 are allowed"),
        (["--external-key", "k" * 37], "The external key has 37 characters; at most 36 are allowed"),
        (["--channel", "email"], "'email' is not of the form NAME=VALUE"),
        (["--channel", "email=maybe"], "--channel email=maybe: say email=true or email=false"),
        (["--html", "absent.html"], "Cannot read absent.html: No such file or directory"),
        (["--html", "-", "--text-part", "-"], "Standard input can be read only once: give - to one option"),
        (["--set", "a..b=1"], "'a..b' is not a path: it has an empty name"),
        (["--set", "name=x", "--set", "name.first=y"], "Cannot set name.first: name is text, not an object"),
        (["--set", "tags=[1]", "--set", "tags.7=y"], "Cannot set tags.7: 7 is not one of the 1 items there"),
        (["--name", "bad \udcff"], "Argument 5 is not UTF-8 text: bad \\udcff"),
    ],
)
def test_bad_input_is_exit_2_and_nothing_is_sent(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], said: str
) -> None:
    done = mcctl(["asset", "patch", "1201", *args])
    assert (done.code, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == f"mcctl: {said}"
    assert rehearsal.requests("PATCH") == []


def test_a_file_that_is_not_utf8_is_refused_with_what_to_do(mcctl: Mcctl, tmp_path: Path) -> None:
    page = tmp_path / "latin.html"
    page.write_bytes("Größe".encode("latin-1"))
    done = mcctl(["asset", "patch", "12", "--html", "latin.html", "--dry-run"])
    assert (done.code, done.stderr) == (
        2,
        "mcctl: latin.html is not UTF-8 text (byte 2)\n"
        "Hint: Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 latin.html\n",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"name": ', "asset.json is not valid JSON: Expecting value at line 1, column 10"),
        ('{"minBlocks": NaN}', "asset.json is not valid JSON: NaN is not a JSON value at line 1, column 1"),
        ("[1, 2]", "asset.json must hold an object (key: value), not a list"),
        (
            "name: [",
            "asset.json is neither JSON nor YAML: expected the node content, but found '<stream end>' at line 1",
        ),
        ("name: !!python/object:os.system x", None),
        ("name: !!bool perhaps", None),
        ("", "asset.json must hold an object (key: value), not nothing"),
    ],
)
def test_data_that_is_no_document_is_refused(mcctl: Mcctl, tmp_path: Path, text: str, said: str | None) -> None:
    (tmp_path / "asset.json").write_text(text)
    done = mcctl(["asset", "patch", "12", "--data", "asset.json", "--dry-run"])
    assert done.code == 2
    assert said is None or done.stderr.splitlines()[0] == f"mcctl: {said}"


# ---------------------------------------------------------------------- list


@pytest.mark.parametrize(
    ("args", "found"),
    [
        ([], ["nto-welcome-series", "nto-trail-news", "nto-footer", "nto-logo"]),
        (["--type", "htmlemail"], ["nto-welcome-series"]),
        (["--type", "207", "--type", "block"], ["nto-trail-news", "nto-footer"]),
        (["--type", "image"], ["nto-logo"]),
        (["--folder", "Emails/Welcome Series"], ["nto-welcome-series"]),
        (["--folder", "content builder/emails/newsletters"], ["nto-trail-news"]),
        (["--folder", "105"], ["nto-footer"]),
        (["--folder", "Templates"], []),
        (["--name", "NTO"], ["nto-welcome-series", "nto-trail-news", "nto-footer", "nto-logo"]),
        (["--name", "trail"], ["nto-trail-news"]),
        (["--modified-since", "1d", "--limit", "1"], ["nto-welcome-series"]),
        (["--modified-since", "2099-01-01"], []),
        (["--where", "name like welcome or name startsWith 'NTO F'"], ["nto-welcome-series", "nto-footer"]),
        (["--where", "tags where newsletter"], ["nto-trail-news"]),
        (["--where", "id in (1203, 1204) and not_a = 1"], None),
        (["--where", "id in (1203, 1204)", "--sort", "id:desc"], ["nto-logo", "nto-footer"]),
        (["--where", "description is null and (id < 1203 and id >= 1202)"], ["nto-trail-news"]),
        (["--where", "name mustcontain 'news trail'"], ["nto-trail-news"]),
        (["--where", "name contains 'footer logo'"], ["nto-footer", "nto-logo"]),
        (["--where", "id != 1201", "--where", "assetType.name = 'png'"], ["nto-logo"]),
        (["--where", '{"property": "id", "simpleOperator": "greaterthan", "value": 1203}'], ["nto-logo"]),
        (["--sort", "name:desc", "--limit", "2"], ["nto-logo", "nto-welcome-series"]),
        (["--limit", "0"], []),
        (["--where", f"id in ({', '.join(map(str, range(1203, 1303)))})"], ["nto-footer", "nto-logo"]),
    ],
)
def test_list_finds_by_every_filter(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], found: list[str] | None
) -> None:
    listed = mcctl(["asset", "list", "-o", "json", *args])
    if found is None:
        assert (listed.code, listed.error["errorcode"]) == (5, "10005")
    else:
        assert (listed.code, keys(listed.json)) == (0, found)


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("", "expected a property at character 1, found the end"),
        ("name", "expected an operator at character 5, found the end"),
        ("name like", "expected a value at character 10, found the end"),
        ("name like 'a' and", "expected a property at character 18, found the end"),
        ("(name = a", "expected ) at character 10, found the end"),
        ("name = a b", "expected and, or, or the end at character 10, found 'b'"),
        ("name is full", "expected null at character 9, found 'full'"),
        ("id in 3", "expected ( at character 7, found '3'"),
        ("'name' = 3", "expected a property at character 1, found \"'name'\""),
        ("name = )", "expected a value at character 8, found ')'"),
    ],
)
def test_a_condition_that_makes_no_sense_is_shown_where(mcctl: Mcctl, where: str, said: str) -> None:
    done = mcctl(["asset", "list", "--where", where], MCCTL_PROFILE="emulator")
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: --where: {said}")


@pytest.mark.parametrize(
    "args",
    [
        ["--where", "name ~ x"],
        ["--where", "name = 'open"],
        ["--where", "{nope"],
        ["--sort", ":desc"],
        ["--sort", "name:up"],
        ["--modified-since", "yesterday"],
        ["--type", "htmlmail"],
    ],
)
def test_other_bad_filters_are_exit_2(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    assert mcctl(["asset", "list", *args]).code == 2


def test_an_unknown_type_gets_a_suggestion(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["asset", "list", "--type", "htmlemial"])
    assert done.stderr.splitlines()[0].startswith("mcctl: There is no asset type 'htmlemial'; did you mean htmlemail")


def test_list_as_tsv_csv_jsonl_yaml(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["asset", "list", "--type", "htmlblock"]
    modified = mcctl([*args, "-o", "json"]).json[0]["modifiedDate"]
    row = ["NTO Footer", "nto-footer", "1203", "htmlblock", "Blocks", modified, "Ada Admin", "Ada Admin"]
    assert mcctl(args).stdout == "\t".join(row) + "\n"
    assert (
        mcctl([*args, "-o", "csv"]).stdout
        == "NAME,KEY,ID,TYPE,FOLDER,MODIFIED,MODIFIED BY,CREATED BY\n" + ",".join(row) + "\n"
    )
    assert json.loads(mcctl([*args, "-o", "jsonl"]).stdout)["customerKey"] == "nto-footer"
    assert mcctl([*args, "-o", "yaml", "-q", "[].customerKey"]).stdout == "- nto-footer\n"
    assert mcctl([*args, "-q", "[].{key: customerKey, id: id}"]).stdout == "nto-footer\t1203\n"


def test_an_empty_list_is_exit_0(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["asset", "list", "--search", "nothing like it"]
    assert mcctl([*args, "-o", "json"]).stdout == "[]\n"
    assert mcctl(args).stdout == ""
    assert mcctl(args, terminal=True).stderr == "Nothing found\n"


def test_all_pages_are_read_and_no_more_than_needed(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    for number in range(120):
        body = {"name": f"Block {number}", "assetType": {"id": 197}, "content": "x"}
        assert mcctl(["api", "POST", "/asset/v1/content/assets", "--input", "-"], stdin=json.dumps(body)).code == 0
    queries = len(rehearsal.requests("POST"))
    assert len(mcctl(["asset", "list", "-o", "json", "--type", "htmlblock"]).json) == 121
    assert len(rehearsal.requests("POST")) == queries + 3
    assert len(mcctl(["asset", "list", "-o", "jsonl", "--limit", "60"]).stdout.splitlines()) == 60
    assert len(rehearsal.requests("POST")) == queries + 5


# ---------------------------------------------------------------------- get


def test_get_by_key_and_by_id_are_the_same(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    by_key = mcctl(["asset", "get", "nto-footer", "-o", "json"]).json
    assert by_key == mcctl(["asset", "get", "1203", "-o", "json"]).json
    assert by_key["content"] == "<footer>Northern Trail Outfitters</footer>"


def test_digits_are_an_id_unless_key_says_otherwise(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["asset", "patch", "nto-footer", "--external-key", "777"]).code == 0
    assert mcctl(["asset", "get", "777"]).code == 3
    assert mcctl(["asset", "get", "777", "--key", "-o", "json"]).json["id"] == 1203


def test_an_unknown_key_is_exit_3(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["asset", "get", "nope", "-o", "json"])
    assert (done.code, done.stdout) == (3, "")
    assert done.error == {
        "kind": "not_found",
        "message": "No asset has the external key 'nope' in this business unit",
        "status": None,
        "errorcode": None,
        "details": [],
        "hint": "mcctl asset list",
    }


def test_another_business_units_asset_is_not_found(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["asset", "get", "nto-europe-welcome"]).code == 3
    assert mcctl(["asset", "get", "1301"]).code == 3
    assert mcctl(["asset", "get", "nto-europe-welcome", "--business-unit", "510000002"]).code == 0


def test_a_view_that_is_not_there_names_those_that_are(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["asset", "get", "nto-trail-news", "--view", "text"])
    assert (done.code, done.stderr) == (3, "mcctl: The asset has no view 'text'; it has: html, subjectline\n")


def test_a_compiled_view_has_its_slots_and_blocks_filled_in(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl(["asset", "get", "nto-trail-news", "--compiled"])
    assert shown.stdout == "<body><main><h1>Trail news</h1></main><small>Unsubscribe at any time.</small></body>"


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_come_back_whole_in_json_and_harmless_elsewhere(
    mcctl: Mcctl, rehearsal: Rehearsal, name: str
) -> None:
    assert mcctl(["asset", "patch", "nto-footer", "--name", name]).code == 0
    shown = mcctl(["asset", "get", "nto-footer", "-o", "json"])
    assert shown.json["name"] == name
    assert "\x1b" not in shown.stdout
    assert "\u202e" not in shown.stdout
    for args, terminal in ((["-o", "table"], True), ([], False), (["-o", "csv"], True)):
        text = mcctl(
            ["asset", "list", "--type", "htmlblock", *args], terminal=terminal, COLUMNS="300", NO_COLOR="1"
        ).stdout
        assert not set(text) & set("\x1b\u202e")
        assert len(text.splitlines()) == (1 if not args else 2)
    if name.isprintable():
        assert name in mcctl(["asset", "list", "--type", "htmlblock"]).stdout


# ---------------------------------------------------------------------- create


def test_create_an_email(mcctl: Mcctl, rehearsal: Rehearsal, tmp_path: Path) -> None:
    (tmp_path / "sale.html").write_text("<p>Sale</p>")
    args = ["asset", "create", "--name", "Sale", "--html", "sale.html", "--subject", "20% off", "--folder", "Emails"]
    done = mcctl([*args, "--external-key", "sale", "-o", "json"])
    assert done.code == 0
    assert done.json["assetType"] == {"id": 208, "name": "htmlemail"}
    assert done.json["category"]["id"] == 101
    assert done.stderr == f"Created asset {done.json['id']}, 'Sale'\nNext: mcctl asset get sale\n"
    assert mcctl(["asset", "get", "sale", "--view", "subjectline"]).stdout == "20% off"


@pytest.mark.parametrize("name", ["NTO Footer", "nto footer"])
def test_a_name_that_is_taken_in_the_folder_is_refused(mcctl: Mcctl, rehearsal: Rehearsal, name: str) -> None:
    args = ["asset", "create", "--name", name, "--type", "htmlblock", "--set", "content=x"]
    done = mcctl([*args, "--folder", "Blocks"])
    assert (done.code, done.stderr) == (
        2,
        f"mcctl: The name '{name}' is taken in that folder by asset 1203; nothing was created\n"
        "Hint: Change that one (mcctl asset patch 1203), or choose another name or folder\n",
    )
    assert mcctl([*args, "--folder", "Emails"]).code == 0
    assert mcctl(args).code == 0
    assert mcctl(args).code == 2


def test_the_platform_itself_would_add_a_number(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    body = json.dumps({"name": "NTO Footer", "assetType": {"id": 197}, "category": {"id": 105}})
    made = mcctl(["api", "POST", "/asset/v1/content/assets", "--input", "-"], stdin=body)
    assert made.json["name"] == "NTO Footer (1)"


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["--name", "X"], 2, "What type of asset is it?"),
        (["--type", "htmlblock"], 2, "The asset has no name"),
        (["--name", "X", "--type", "nope"], 2, "There is no asset type 'nope'"),
        (["--name", "X", "--type", "htmlblock", "--folder", "Europe Only"], 3, "no folder 'Europe Only'"),
        (["--name", "X", "--type", "htmlblock", "--folder", "202"], 3, "no folder '202'"),
        (["--name", "X", "--type", "htmlblock", "--external-key", "nto-logo"], 5, "customerKey nto-logo is taken"),
        (["--name", "X", "--type", "png"], 5, "file is required"),
        (["--name", "X", "--type", "htmlblock", "--set", "naem=Y"], 5, "Unknown property 'naem'"),
    ],
)
def test_create_refuses(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, said: str) -> None:
    done = mcctl(["asset", "create", *args])
    assert (done.code, said in done.stderr) == (code, True), done.stderr


def test_a_read_only_login_may_not_create(mcctl: Mcctl, tenant: Rehearsal) -> None:
    args = ["asset", "create", "--name", "X", "--type", "htmlblock", "-o", "json"]
    done = mcctl(args, MCCTL_SCOPE="documents_and_images_read")
    assert (done.code, done.error["errorcode"]) == (4, "20002")


# ---------------------------------------------------------------------- delete


def test_delete_asks_and_off_a_terminal_names_the_flag(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["asset", "delete", "nto-footer"])
    assert (done.code, done.stderr) == (
        2,
        "mcctl: In business unit default of profile emulator: Delete asset 'NTO Footer' (nto-footer, 1203)? Nobody can be asked here\nHint: Say it on the command line: --yes\n",
    )
    refused = mcctl(["asset", "delete", "nto-footer"], terminal=True, stdin="n\n")
    assert (refused.code, "Not confirmed; nothing was done" in refused.stderr) == (2, True)
    assert rehearsal.requests("DELETE") == []
    assert mcctl(["asset", "delete", "nto-footer"], terminal=True, stdin="y\n").code == 0
    assert mcctl(["asset", "get", "nto-footer"]).code == 3


def test_no_input_forbids_questions_on_a_terminal_too(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["asset", "delete", "nto-footer", "--no-input"], terminal=True, stdin="y\n").code == 2


def test_purging_the_cdn_wants_the_name(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["asset", "delete", "nto-logo", "--purge-cdn"]
    assert mcctl([*args, "--yes"]).code == 2
    assert mcctl([*args, "--confirm", "nto-lego"]).code == 2
    assert mcctl(args, terminal=True, stdin="nto\n").code == 2
    assert rehearsal.requests("DELETE") == []
    assert mcctl(args, terminal=True, stdin="nto-logo\n").code == 0
    assert [one["query"] for one in rehearsal.requests("DELETE")] == ["isCDNDelete=1"]


def test_a_dry_run_of_a_delete_asks_nothing(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl(["asset", "delete", "1203", "--dry-run"])
    assert (shown.code, shown.json["method"]) == (0, "DELETE")
    assert rehearsal.requests() == []


# ---------------------------------------------------------------------- upload and download


def test_upload_and_download_give_the_same_bytes(mcctl: Mcctl, rehearsal: Rehearsal, tmp_path: Path) -> None:
    content = os.urandom(1000)
    (tmp_path / "photo.JPG").write_bytes(content)
    done = mcctl(["asset", "upload", "photo.JPG", "--folder", "Images", "--external-key", "photo", "-o", "json"])
    assert (done.code, done.json[0]["assetType"]) == (0, {"id": 23, "name": "jpg"})
    (tmp_path / "photo.JPG").unlink()
    saved = mcctl(["asset", "download", "photo", "-o", "json"])
    assert saved.json == {"id": done.json[0]["id"], "path": "photo.JPG", "bytes": 1000}
    assert (tmp_path / "photo.JPG").read_bytes() == content
    assert mcctl(["asset", "download", "photo", "--out", "-"]).raw == content
    assert mcctl(["asset", "download", "photo"]).code == 2
    assert mcctl(["asset", "download", "photo", "--overwrite"]).code == 0
    assert mcctl(["asset", "download", "nto-footer"]).code == 5


def test_of_several_files_one_bad_does_not_lose_the_others(mcctl: Mcctl, rehearsal: Rehearsal, tmp_path: Path) -> None:
    for name in ("a.png", "b.pdf", "nto-logo.png"):
        (tmp_path / name).write_bytes(b"content")
    done = mcctl(["asset", "upload", "a.png", "nto-logo.png", "b.pdf", "--folder", "Images", "-o", "json"])
    assert (done.code, [one["name"] for one in done.json]) == (8, ["a.png", "b.pdf"])
    assert done.error["details"] == [
        "nto-logo.png: The name 'nto-logo.png' is taken in that folder by asset 1204; nothing was created"
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.xyz", b"x", "notes.xyz: Marketing Cloud has no asset type for .xyz"),
        ("noext", b"x", "noext: Marketing Cloud has no asset type for ."),
        ("x.htmlblock", b"x", "x.htmlblock: Marketing Cloud has no asset type for .htmlblock"),
        ("empty.png", b"", "empty.png is empty"),
        ("absent.png", None, "Cannot read absent.png: No such file or directory"),
        (
            "big.png",
            bytes(3 * 1024 * 1024 + 1),
            "big.png: 3,145,729 bytes; at most 3,145,728 fit into a request of 4 MB, as base64",
        ),
    ],
)
def test_no_file_is_sent_while_one_is_bad(
    mcctl: Mcctl, rehearsal: Rehearsal, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    (tmp_path / "good.png").write_bytes(b"content")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = mcctl(["asset", "upload", "good.png", name])
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {said}")
    assert rehearsal.requests() == []


def test_the_server_does_not_choose_where_a_download_goes(mcctl: Mcctl, rehearsal: Rehearsal, tmp_path: Path) -> None:
    file = base64.b64encode(b"x").decode()
    body = {"name": "evil", "assetType": {"id": 28}, "customerKey": "evil", "file": file}
    body["fileProperties"] = {"fileName": "../../../.bashrc"}
    mcctl(["api", "POST", "/asset/v1/content/assets", "--input", "-"], stdin=json.dumps(body))
    assert mcctl(["asset", "download", "evil", "-o", "json"]).json["path"] == "bashrc"
    assert (tmp_path / "bashrc").read_bytes() == b"x"


def test_types(mcctl: Mcctl) -> None:
    assert mcctl(["asset", "types", "--under", "template"]).stdout == (
        "4\ttemplate\tasset\n214\tdefaulttemplate\ttemplate\n"
    )
    assert len(mcctl(["asset", "types", "-o", "json"]).json) == 240


# ---------------------------------------------------------------------- beyond what a search shows


def test_a_list_goes_on_behind_the_last_window(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mcctl.rest.asset.WINDOW", 3)
    assert mcctl(["asset", "list", "-o", "json", "-q", "[].id"]).json == [1201, 1202, 1203, 1204]
    asked = [json.loads(one["body"])["query"] for one in rehearsal.requests("POST")]
    assert [one.get("value", one.get("rightOperand", {}).get("value")) for one in asked] == [0, 1203]


def test_a_list_of_folders_and_kinds(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    def ids(*options: str) -> list[int]:
        found: list[int] = mcctl(["asset", "list", "-o", "json", "-q", "[].id", *options]).json
        return found

    assert (ids("--folder", "Emails"), ids("--folder", "Emails", "--recursive")) == ([], [1201, 1202])
    assert ids("--folder", "welcome SERIES") == [1201]
    assert ids("--type", "email") == [1201, 1202]
    assert ids("--type", "email", "--type", "block") == [1201, 1202, 1203]
    assert ids("--type", "hologram") == []
    sent = json.loads(rehearsal.requests("POST")[-1]["body"])["query"]
    assert sent == {"property": "assetType.name", "simpleOperator": "equal", "value": "hologram"}
    alone = mcctl(["asset", "list", "--recursive"])
    assert (alone.code, alone.stderr.splitlines()[0]) == (2, "mcctl: --recursive goes with --folder")
    assert mcctl(["folder", "delete", "Welcome Series", "--yes"]).code == 3
    for parent in ("Emails", "Blocks"):
        assert mcctl(["folder", "create", f"{parent}/Twin"]).code == 0
    twins = mcctl(["asset", "list", "--folder", "Twin"])
    assert (twins.code, "Several folders are called 'Twin'; name one by id" in twins.stderr) == (2, True)


def test_who_uses_an_asset_is_told_before_it_is_deleted(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert mcctl(["workspace", "init", "nto", "--target", "dev=emulator:510000001"]).code == 0
    monkeypatch.chdir(home / "nto")
    assert mcctl(["workspace", "pull"]).code == 0
    asked = mcctl(["asset", "delete", "nto-welcome-series"])
    users = "journey:nto-thank-you, send:nto-order-confirmation"
    assert (asked.code, f"(nto-welcome-series, 1201; used by {users})?" in asked.stderr) == (2, True), asked
    Path("mcctl.yaml").write_text("nonsense")
    assert "(nto-welcome-series, 1201)? Nobody" in mcctl(["asset", "delete", "1201"]).stderr


def test_deleted_files_are_listed_with_the_time(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    for key in ("nto-logo", "nto-footer"):
        assert mcctl(["asset", "delete", key, "--yes"]).code == 0
    (row,) = mcctl(["asset", "deleted"]).stdout.splitlines()
    assert row.split("\t")[:5] == ["nto-logo.png", "nto-logo", "1204", "28", "104"]
    assert mcctl(["asset", "deleted", "--since", "1h", "-o", "json", "-q", "[].id"]).json == [1204]
    assert mcctl(["asset", "deleted", "--since", "2999-01-01", "-o", "json"]).json == []
