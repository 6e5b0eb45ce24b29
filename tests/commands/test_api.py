"""`mcctl api`: the passthrough."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mcctl.rest.paging import Page, iterate
from tests.conftest import Mcctl, Rehearsal

ASSETS = "/asset/v1/content/assets"


def test_get_prints_the_apis_own_json(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["api", "get", f"{ASSETS}/1203"]).json["name"] == "NTO Footer"
    assert mcctl(["api", "GET", f"{ASSETS}/1203", "-q", "name"]).stdout == "NTO Footer\n"


def test_fields_make_the_query_of_a_get(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["api", "GET", ASSETS, "-f", "$filter=name like 'footer'", "-F", "$pagesize=5", "-f", "$fields=id,name"]
    assert mcctl(args).json["items"] == [{"id": 1203, "name": "NTO Footer"}]
    assert rehearsal.requests()[0]["query"] == "$filter=name%20like%20'footer'&$fields=id,name&$pagesize=5"


def test_fields_make_the_body_of_a_post(mcctl: Mcctl, rehearsal: Rehearsal, tmp_path: Path) -> None:
    (tmp_path / "text.html").write_text("<p>1</p>")
    args = ["api", "POST", ASSETS, "-f", "name=7", "-F", "assetType.id=197", "-F", "content=@text.html"]
    made = mcctl([*args, "-F", "locked=true"])
    assert (made.code, made.json["name"], made.json["content"], made.json["locked"]) == (0, "7", "<p>1</p>", True)
    assert json.loads(rehearsal.requests()[0]["body"]) == {
        "name": "7",
        "assetType": {"id": 197},
        "content": "<p>1</p>",
        "locked": True,
    }


def test_input_from_stdin_and_include(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["api", "PATCH", f"{ASSETS}/1203", "--input", "-", "-i"], stdin="description: mine\n")
    lines = done.stdout.splitlines()
    assert (done.code, lines[0]) == (0, "HTTP 200")
    assert json.loads(done.stdout[done.stdout.index("{") :])["description"] == "mine"


def test_headers_are_sent_but_for_mcctls_own(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl(["api", "POST", "/x", "-H", "X-Request: 1", "--dry-run"])
    assert shown.json["headers"]["X-Request"] == "1"
    for header in ("Authorization: Bearer x", "host: evil.example", "X: a\r\nY: b", "nocolon"):
        assert mcctl(["api", "GET", "/x", "-H", header]).code == 2


@pytest.mark.parametrize(
    "path",
    [
        "https://evil.example/asset",
        "http://emulator.localhost.evil.example/",
        "http://emulator.localhost@evil.example/",
        "asset/v1",
        "",
    ],
)
def test_no_other_host_sees_the_token(mcctl: Mcctl, rehearsal: Rehearsal, path: str) -> None:
    done = mcctl(["api", "GET", path])
    assert done.code == 2
    assert rehearsal.token_requests() == []


def test_a_path_that_looks_like_a_host_is_a_path(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["api", "GET", "//evil.example/x"]).code == 5
    assert [one["path"] for one in rehearsal.requests()] == ["/evil.example/x"]


def test_an_error_is_printed_and_told(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["api", "GET", f"{ASSETS}/999"])
    assert (done.code, done.json["ErrorCode"]) == (3, 30003)
    assert done.stderr == (
        "mcctl: Marketing Cloud answered GET /asset/v1/content/assets/999 with: Object not found "
        "(HTTP 404, code 30003)\n"
    )


def test_what_is_not_emulated_says_so(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["api", "GET", "/automation/v1/filters"])
    assert done.code == 5
    assert "The emulator does not emulate GET /automation/v1/filters" in done.stderr


def test_a_post_that_fails_is_not_repeated(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    rehearsal.fault({"method": "POST", "path": "/assets"}, {"status": 503})
    assert mcctl(["api", "POST", ASSETS, "-f", "name=x"]).code == 7
    assert len(rehearsal.requests("POST")) == 1


@pytest.mark.parametrize(
    "args",
    [
        ["FETCH", "/x"],
        ["GET", "/x", "--input", "absent"],
        ["POST", "/x", "-f", "novalue"],
        ["DELETE", "/x", "--paginate"],
        ["GET", "/" + "x" * 70_000],
        ["GET", "/\udcff"],
        ["GET", ASSETS, "-q", "items[::0]"],
        ["GET", ASSETS, "-q", "[" * 5_000],
    ],
)
def test_bad_input(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    assert mcctl(["api", *args]).code == 2


def test_fields_cannot_be_added_to_a_list(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["api", "POST", "/x", "--input", "-", "-f", "a=1"], stdin="[1]").code == 2


# ---------------------------------------------------------------------- paging


def test_paginate_merges_all_pages(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    every = mcctl(["api", "GET", ASSETS, "-F", "$pagesize=1", "--paginate", "-q", "[].id"]).stdout
    assert every == "1201\n1202\n1203\n1204\n"
    folders = mcctl(["api", "GET", "/asset/v1/content/categories?$pagesize=3", "--paginate"]).json
    assert len(folders) == 8
    query = {
        "page": {"page": 1, "pageSize": 2},
        "query": {"property": "id", "simpleOperator": "lessThan", "value": 9e3},
    }
    asked = mcctl(["api", "POST", f"{ASSETS}/query", "--input", "-", "--paginate"], stdin=json.dumps(query))
    assert [asset["id"] for asset in asked.json] == [1201, 1202, 1203, 1204]


def pages_of(first: str, answers: dict[str, Any]) -> tuple[list[Any], list[str]]:
    """Return the items found, and the paths asked for, when each path has its answer."""
    asked: list[str] = []

    def fetch(page: Page) -> Any:
        asked.append(page.path)
        return answers[page.path]

    return list(iterate(fetch, Page(first))), asked


@pytest.mark.parametrize(
    ("first", "answers", "items"),
    [
        (  # numbers, in any casing
            "/a?x=1",
            {
                "/a?x=1": {"Page": 1, "PageSize": 2, "Count": 3, "Items": [1, 2]},
                "/a?x=1&$page=2": {"Page": 2, "PageSize": 2, "Count": 3, "Items": [3]},
            },
            [1, 2, 3],
        ),
        (  # a count that is only the page's own proves nothing
            "/a",
            {
                "/a": {"count": 2, "page": 1, "pageSize": 2, "items": [1, 2]},
                "/a?$page=2": {"count": 1, "page": 2, "pageSize": 2, "items": [3]},
            },
            [1, 2, 3],
        ),
        (  # links without the path's first part
            "/hub/v1/campaigns",
            {
                "/hub/v1/campaigns": {"items": [1], "links": {"next": {"href": "/v1/campaigns?$page=2"}}},
                "/hub/v1/campaigns?$page=2": {"items": [2], "links": {}},
                "/hub/v1/campaigns?$page=3": {"items": []},
            },
            [1, 2],
        ),
        (  # a frozen row set: links that carry a token
            "/data/v1/customobjectdata/key/k/rowset",
            {
                "/data/v1/customobjectdata/key/k/rowset": {
                    "items": [1],
                    "links": {"next": "/v1/customobjectdata/token/t/rowset?$page=2"},
                },
                "/data/v1/customobjectdata/token/t/rowset?$page=2": {"items": [2], "links": {"self": "x"}, "page": 2},
            },
            [1, 2],
        ),
        (  # a cursor
            "/messaging/v1/email/messages/notSent?$pageSize=1",
            {
                "/messaging/v1/email/messages/notSent?$pageSize=1": {"lastEventID": 7, "messages": ["a"]},
                "/messaging/v1/email/messages/notSent?$pageSize=1&lastEventId=7": {"lastEventID": 8, "messages": ["b"]},
                "/messaging/v1/email/messages/notSent?$pageSize=1&lastEventId=8": {"lastEventID": 8, "messages": []},
            },
            ["a", "b"],
        ),
        (  # skip
            "/legacy",
            {
                "/legacy": {"startIndex": 0, "itemsPerPage": 1, "totalResults": 2, "entry": ["a"]},
                "/legacy?$skip=1": {"startIndex": 1, "itemsPerPage": 1, "totalResults": 2, "entry": ["b"]},
                "/legacy?$skip=2": {"startIndex": 2, "itemsPerPage": 1, "totalResults": 2, "entry": []},
            },
            ["a", "b"],
        ),
        (  # a page wrapped in a list of one
            "/audit",
            {
                "/audit": [{"page": 1, "pageSize": 1, "count": 1, "items": ["a"]}],
                "/audit?$page=2": [{"page": 2, "pageSize": 1, "count": 0, "items": []}],
            },
            ["a"],
        ),
        ("/one", {"/one": {"name": "no list"}}, [{"name": "no list"}]),
    ],
)
def test_every_paging_dialect(first: str, answers: dict[str, Any], items: list[Any]) -> None:
    found, asked = pages_of(first, answers)
    assert found == items
    assert asked == list(answers)


def test_a_server_that_repeats_its_page_ends_the_iteration() -> None:
    asked: list[str] = []

    def fetch(page: Page) -> Any:
        asked.append(page.path)
        return [{"Id": 1}, {"Id": 2}]

    assert list(iterate(fetch, Page("/a"))) == [{"Id": 1}, {"Id": 2}]
    assert asked == ["/a", "/a?$page=2"]
