"""`mcctl campaign`: campaigns, and what is attached to them."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Mcctl, Rehearsal


def test_a_campaign_from_its_creation_to_its_end(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    made = mcctl(["campaign", "create", "Autumn boots", "--code", "autumn", "--color", "#ff8800", "--favorite"])
    assert (made.code, made.stderr) == (0, "Created the campaign Autumn boots\nNext: mcctl campaign attach 2 KEY\n")
    sent = json.loads(rehearsal.requests("POST")[-1]["body"])
    assert sent == {
        "name": "Autumn boots", "description": "", "campaignCode": "autumn", "color": "ff8800", "favorite": True,
    }  # fmt: skip
    listed = mcctl(["campaign", "list", "-o", "json", "-q", "[].[name, campaignCode, id]"]).json
    assert sorted(listed) == [["Autumn boots", "autumn", "2"], ["NTO Spring", "nto-spring", "1"]]
    assert mcctl(["campaign", "list", "--search", "AUT", "-q", "[].id"]).stdout == "2\n"
    for ref in ("2", "AUTUMN", "autumn boots"):
        assert mcctl(["campaign", "get", ref, "-o", "json"]).json["campaignCode"] == "autumn"
    asked = mcctl(["campaign", "delete", "autumn"], stdin="n\n", terminal=True)
    assert (asked.code, "Delete the campaign 'Autumn boots'?" in asked.stderr) == (2, True)
    assert mcctl(["campaign", "delete", "autumn", "--yes"]).stderr == "Deleted the campaign Autumn boots\n"
    gone = mcctl(["campaign", "get", "autumn"])
    assert (gone.code, gone.stderr) == (
        3,
        "mcctl: There is no campaign 'autumn' in this business unit\nHint: mcctl campaign list\n",
    )


def test_what_is_attached(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    attached = ["campaign", "attached", "nto-spring", "-o", "json", "-q", "[].[id, type, itemID || objectID]"]
    assert mcctl(attached).json == [["1", "CMS_asset", 1201]]
    done = mcctl(["campaign", "attach", "nto-spring", "nto-logo", "1203"])
    assert (done.code, done.stderr) == (0, "Attached 2 objects to NTO Spring\n")
    assert mcctl(["campaign", "attach", "1", "4711", "--type", "LIST"]).code == 0
    assert [json.loads(one["body"]) for one in rehearsal.requests("POST") if one["path"].endswith("/assets")] == [
        {"ids": ["1204", "1203"], "type": "CMS_asset"},
        {"ids": ["4711"], "type": "list"},
    ]
    assert mcctl(["campaign", "detach", "nto-spring", "1", "3"]).stderr == "Detached 2 objects from NTO Spring\n"
    assert mcctl(attached).json == [["2", "CMS_asset", 1204], ["4", "list", 4711]]
    assert mcctl(["campaign", "detach", "nto-spring", "9"]).code == 3
    planned = mcctl(["campaign", "detach", "nto-spring", "2", "4", "--dry-run"]).json
    assert [one["method"] for one in planned] == ["DELETE", "DELETE"]


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (["create", " "], 2, "The campaign needs a name"),
        (["create", "n" * 129], 2, "name has 129 characters, more than 128"),
        (["create", "N", "--code", "c" * 37], 2, "campaignCode has 37 characters, more than 36"),
        (["create", "N", "--color", "red"], 2, "--color 'red' must be six hex digits, such as 00a1e0"),
        (["attach", "nto-spring", "nope"], 3, "No asset has the external key 'nope' in this business unit"),
        (["attach", "nto-spring", "1", "--type", "lst"], 2, "--type 'lst' must be one of EMAIL"),
        (["attached", "nope"], 3, "There is no campaign 'nope' in this business unit"),
        (["list", "--search", " "], 2, "--search is empty"),
    ],
)
def test_what_cannot_be_done_is_told(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, told: str) -> None:
    done = mcctl(["campaign", *args])
    assert (done.code, done.stderr.startswith(f"mcctl: {told}")) == (code, True), done.stderr


def test_a_name_of_two_campaigns_is_none(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    for code in ("a", "b"):
        assert mcctl(["campaign", "create", "Twice", "--code", code]).code == 0
    done = mcctl(["campaign", "get", "Twice"])
    assert (done.code, done.stderr) == (
        5,
        "mcctl: 2 campaigns are called 'Twice'\nHint: Name one by its id\n",
    )
