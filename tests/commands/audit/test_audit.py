"""`mcctl audit`: who changed what, and who logged in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal


@pytest.fixture
def changed(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    """An account in which somebody changed a footer, and two days later a data extension and the logo."""
    Path("footer.html").write_text("<p>New</p>")
    assert mcctl(["asset", "patch", "nto-footer", "--content", "footer.html"]).code == 0
    rehearsal.advance(172800)
    assert mcctl(["de", "create", "hikers", "--name", "Hikers", "--field", "Id:Text(9) required"]).code == 0
    assert mcctl(["asset", "delete", "nto-logo", "--yes"]).code == 0


def done(mcctl: Mcctl, *options: str) -> list[list[str]]:
    query = "[].[operation.name, objectType.name, object.name]"
    found: list[list[str]] = mcctl(["audit", "list", "-o", "json", "-q", query, *options]).json
    return found


def test_who_changed_which_asset(mcctl: Mcctl, rehearsal: Rehearsal, changed: None) -> None:
    assert done(mcctl) == [
        ["Delete", "asset", "1204"], ["Create", "data", "customobjects"], ["Update", "asset", "1203"],
    ]  # fmt: skip
    assert done(mcctl, "--type", "Asset", "--limit", "1") == [["Delete", "asset", "1204"]]
    assert done(mcctl, "--search", "1203") == [["Update", "asset", "1203"]]
    assert done(mcctl, "--operation", "create") == [["Create", "data", "customobjects"]]
    assert (len(done(mcctl, "--by", "ADA")), done(mcctl, "--by", "bob")) == (3, [])
    line = mcctl(["audit", "list", "--search", "1203"]).stdout.rstrip("\n").split("\t")
    assert line[1:] == ["Ada Admin", "Update", "asset", "1203", "510000001"]


def test_what_came_before_is_left_out_and_not_asked_for(mcctl: Mcctl, rehearsal: Rehearsal, changed: None) -> None:
    at = mcctl(["audit", "list", "--search", "1204", "-o", "json", "-q", "[0].createdDate"]).json
    assert done(mcctl, "--since", f"{at}-06:00") == [["Delete", "asset", "1204"]]
    asked = rehearsal.requests()[-1]
    assert "startdate=" in asked["query"]
    assert "$orderBy=createdDate%20desc" in asked["query"]
    assert mcctl(["audit", "list", "--since", "yesterday"]).code == 2


def test_logins(mcctl: Mcctl, rehearsal: Rehearsal, changed: None) -> None:
    listed = mcctl(["audit", "logins"]).stdout.splitlines()
    assert {tuple(line.split("\t")[1:]) for line in listed} == {
        ("Ada Admin", "API login", "Success", "127.0.0.1", "API")
    }
    assert mcctl(["audit", "logins", "--failed"]).stdout == ""
    failed = {
        "createdDate": "2026-11-26T10:00:00.12",
        "loginStatus": {"name": "Failed"},
        "employee": {"userName": "bob"},
    }
    page = [{"page": 1, "pageSize": 50, "count": 1, "items": [failed]}]
    rehearsal.fault({"path": "/data/v1/audit/securityEvents", "times": 1}, {"status": 200, "body": page})
    assert mcctl(["audit", "logins", "--failed", "-o", "json", "-q", "[].employee.userName"]).json == ["bob"]


def test_a_login_that_may_not(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    body = {"Message": "Not allowed", "ErrorCode": 1, "Documentation": ""}
    rehearsal.fault({"path": "/data/v1/audit"}, {"status": 403, "body": body})
    told = mcctl(["audit", "list"])
    assert (told.code, "Not allowed" in told.stderr) == (4, True)
