"""`mcctl folder`, against the emulator in this process."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Mcctl, Rehearsal

TREE = """\
Content Builder  (100)
  Blocks  (105)
  Emails  (101)
    Newsletters  (103)
    Welcome Series  (102)
  Images  (104)
  Templates  (106)
Shared Content  (110)
"""


def test_tree(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["folder", "list", "--tree"]).stdout == TREE
    below = mcctl(["folder", "list", "--tree", "--under", "Emails"]).stdout
    assert below == "Emails  (101)\n  Newsletters  (103)\n  Welcome Series  (102)\n"


def test_a_tree_as_json_is_nested(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    (emails,) = mcctl(["folder", "list", "--tree", "--under", "Emails", "-o", "json"]).json
    assert (emails["id"], emails["categoryType"]) == (101, "asset")
    assert [(one["name"], one["folders"]) for one in emails["folders"]] == [("Newsletters", []), ("Welcome Series", [])]
    whole = mcctl(["folder", "list", "--tree", "-o", "json", "-q", "[].folders[].name"]).json
    assert whole == ["Blocks", "Emails", "Images", "Templates"]


def test_list_gives_full_paths(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["folder", "list", "--under", "Emails"]).stdout == (
        "Content Builder/Emails\t101\tasset\n"
        "Content Builder/Emails/Newsletters\t103\tasset\n"
        "Content Builder/Emails/Welcome Series\t102\tasset\n"
    )


def test_only_this_business_units_folders(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["folder", "list", "-o", "json", "-q", "[].name"]
    assert mcctl([*args, "--business-unit", "510000002"]).json == ["Content Builder", "Emails", "Europe Only"]
    assert mcctl(["folder", "get", "Europe Only"]).code == 3
    assert mcctl(["folder", "get", "202"]).code == 3


@pytest.mark.parametrize("path", ["Emails", "/Emails/", "emails", "Content Builder/Emails", "101"])
def test_a_folder_goes_by_path_or_id(mcctl: Mcctl, rehearsal: Rehearsal, path: str) -> None:
    assert mcctl(["folder", "get", path, "-o", "json"]).json == {
        "id": 101,
        "name": "Emails",
        "parentId": 100,
        "categoryType": "asset",
        "memberId": 510000001,
        "enterpriseId": 510000001,
        "description": "",
    }


def test_create(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    made = mcctl(["folder", "create", "Emails/Spring", "-o", "json"])
    assert (made.code, made.json["parentId"]) == (0, 101)
    again = mcctl(["folder", "create", "Emails/Spring"])
    assert (again.code, again.stderr.splitlines()[0]) == (
        2,
        f"mcctl: The folder 'Emails/Spring' is already there: {made.json['id']}",
    )


def test_create_with_parents(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    refused = mcctl(["folder", "create", "Emails/2026/Spring"])
    assert (refused.code, refused.stderr) == (
        2,
        "mcctl: There is no folder '2026' in 'Content Builder/Emails'\nHint: Create it too: --parents\n",
    )
    made = mcctl(["folder", "create", "Emails/2026/Spring", "--parents", "-o", "json"])
    assert [folder["name"] for folder in made.json] == ["2026", "Spring"]
    assert made.json[1]["parentId"] == made.json[0]["id"]
    again = mcctl(["folder", "create", "Emails/2026/Spring", "--parents", "-o", "json"])
    assert (again.code, again.json) == (0, made.json[1])
    assert len(rehearsal.requests("POST")) == 2


def test_a_dry_run_shows_every_folder_that_would_be_made(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl(["folder", "create", "Emails/2026/Spring", "--parents", "--dry-run"])
    assert [request["body"] for request in shown.json] == [
        {"name": "2026", "parentId": 101},
        {"name": "Spring", "parentId": "<id of the new folder 2026>"},
    ]
    assert rehearsal.requests("POST") == []


def test_a_slash_in_a_name_is_escaped(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["folder", "create", r"Emails/A\/B"]).code == 0
    assert mcctl(["folder", "get", r"Emails/A\/B", "-o", "json"]).json["name"] == "A/B"


def test_update_renames_and_moves(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["folder", "update", "Emails/Newsletters", "--name", "News", "--parent", "Content Builder"])
    assert done.code == 0
    assert json.loads(rehearsal.requests("PUT")[0]["body"]) == {
        "id": 103,
        "name": "News",
        "parentId": 100,
        "categoryType": "asset",
        "memberId": 510000001,
        "enterpriseId": 510000001,
        "description": "",
    }
    assert mcctl(["folder", "get", "News"]).code == 0


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["update", "Emails"], 2),
        (["update", "Emails", "--parent", "Emails/Newsletters"], 5),
        (["update", "Content Builder", "--name", "Mine"], 4),
        (["create", "Emails//x"], 2),
        (["create", ""], 2),
        (["create", "n" * 101], 5),
        (["delete", "Emails", "--yes"], 5),
        (["delete", "Nowhere", "--yes"], 3),
        (["delete", "Templates"], 2),
    ],
)
def test_what_is_refused(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int) -> None:
    assert mcctl(["folder", *args]).code == code


def test_delete(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    asked = mcctl(["folder", "delete", "Emails"], terminal=True, stdin="no\n")
    assert "Delete folder 'Content Builder/Emails' (101, with 2 folders below it)? [y/N]" in asked.stderr
    done = mcctl(["folder", "delete", "Templates", "--yes"])
    assert (done.code, done.stderr) == (0, "Deleted folder 106, 'Content Builder/Templates'\n")
    assert mcctl(["folder", "get", "Templates"]).code == 3


def test_folders_of_one_path_are_told_apart_by_id(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["folder", "create", "Emails/Content Builder"]).code == 0
    assert mcctl(["folder", "create", "Content Builder/Content Builder/Emails", "--parents"]).code == 0
    done = mcctl(["folder", "get", "Content Builder/Emails"])
    assert done.code == 2
    assert done.stderr.startswith("mcctl: Several folders are called 'Content Builder/Emails'; name one by id: ")
