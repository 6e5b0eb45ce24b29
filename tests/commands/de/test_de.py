"""`mcctl de`: definitions, rows, and imports that go on where they stopped."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.conftest import CheckedEmulator, Mcctl, Rehearsal, admin_url, environment, killed_and_run_again

CREATE = ["de", "create", "orders", "--field", "Id:Text(20)", "--field", "Total:Decimal(10,2) required",
          "--field", "At:Date", "--key-field", "Id"]  # fmt: skip
IMPORT = ["de", "import", "orders", "r.csv", "--results", "out.jsonl"]
ROWS = "Id,Total,At\no-1,1.50,2026-11-25\no-2,2,\n"


def write(text: str | bytes, name: str = "r.csv") -> None:
    """Write a file of rows."""
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)


def many(count: int, name: str = "r.csv") -> None:
    """Write a file of so many rows."""
    write("Id,Total\n" + "".join(f"o-{n},{n}\n" for n in range(1, count + 1)), name)


def results() -> list[dict[str, Any]]:
    """Return what the results file says."""
    return [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]


def ids(mcctl: Mcctl) -> list[str]:
    """Return the keys of the rows that are in."""
    return sorted(row["Id"] for row in mcctl(["de", "rows", "orders", "--all", "-o", "json"]).json)


@pytest.fixture
def orders(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> Rehearsal:
    """A data extension."""
    assert mcctl(CREATE).code == 0
    return rehearsal


# ---------------------------------------------------------------------- definitions


def test_create_sends_complete_fields(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl([*CREATE, "--folder", "301", "--sendable-on", "id", "--dry-run"])
    create, patch = shown.json
    assert {name: create["body"][name] for name in ("key", "name", "categoryId", "isSendable")} == {
        "key": "orders", "name": "orders", "categoryId": 301, "isSendable": False,
    }  # fmt: skip
    flags = dict.fromkeys(
        ("isTemplateField", "isInheritable", "isOverridable", "isHidden", "isReadOnly", "mustOverride"), False
    )
    assert create["body"]["fields"] == [
        {"isNullable": False, "isPrimaryKey": True, **flags, "ordinal": 0, "name": "Id", "type": "Text", "length": 20},
        {
            "isNullable": False,
            "isPrimaryKey": False,
            **flags,
            "ordinal": 1,
            "name": "Total",
            "type": "Decimal",
            "length": 10,
            "scale": 2,
        },
        {"isNullable": True, "isPrimaryKey": False, **flags, "ordinal": 2, "name": "At", "type": "Date"},
    ]
    assert patch["body"] == {
        "isSendable": True, "sendableCustomObjectField": "Id", "sendableSubscriberField": "_SubscriberKey",
    }  # fmt: skip
    assert rehearsal.requests() == []


def test_get_list_delete(mcctl: Mcctl, orders: Rehearsal) -> None:
    found = mcctl(["de", "get", "orders", "-o", "json"]).json
    assert ([field["name"] for field in found["fields"]], found["rowCount"]) == (["Id", "Total", "At"], 0)
    assert mcctl(["de", "list", "--search", "orders", "-o", "json"]).json == []
    orders.advance(3)
    assert mcctl(["de", "list", "--search", "orders", "-o", "json", "-q", "[].key"]).json == ["orders"]
    assert mcctl(["de", "list", "--folder", "301", "-o", "json", "-q", "length(@)"]).json == 3
    asked = mcctl(["de", "delete", "orders"])
    assert asked.stderr.splitlines()[0] == (
        "mcctl: In business unit default of profile emulator: Delete the data extension 'orders' with its 0 rows, for good? Nobody can be asked here"
    )
    assert mcctl(["de", "delete", "orders", "--yes"]).code == 0
    assert mcctl(["de", "get", "orders"]).code == 3


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["create", "x"], 2, "A data extension needs fields"),
        (["create", "x", "--field", "A:Text"], 2, None),
        (["create", "x", "--field", "A"], 2, "'A' is not of the form Name:Type(length) [required]"),
        (["create", "x", "--field", "A:Textt"], 2, "The type 'Textt' of a field must be one of Text, Number, Date, Boolean, EmailAddress, Phone, Decimal, Locale"),
        (["create", "x", "--field", "A:Text", "--key-field", "A"], 2, "The field A is in the primary key and needs a length: Text(50)"),
        (["create", "x", "--field", "A:Text", "--key-field", "B"], 2, "There is no field 'B' for the primary key"),
        (["create", "x", "--field", "A:Text", "--sendable-on", "B"], 2, "There is no field 'B' to send on; there are: A"),
        (["create", "x", "--field", "A:Text", "--field", "a:Text"], 2, "Two fields are called 'a'"),
        (["list", "--search", "a", "--folder", "1"], 2, "Which data extensions?"),
        (["list", "--search", ""], 2, "--search is empty"),
        (["create", "..", "--field", "A:Text"], 2, "'..' cannot name anything"),
        (["rows", "nto-customers", "--sort", "Nope"], 2, "There is no column 'Nope'; there are: SubscriberKey, Email, FirstName"),
        (["get", "nope"], 3, "This business unit has no data extension with the key 'nope'"),
        (["rows", "nto-customers", "--columns", "Nope"], 2, "There is no column 'Nope'; there are: SubscriberKey, Email, FirstName"),
        (["upsert", "nto-customers", "--set", "Email=x"], 2, "SubscriberKey is empty, and required"),
        (["upsert", "nto-customers", "--set", "SubscriberKey=x", "--set", "Nope=1"], 2, "There is no field Nope; there are: SubscriberKey, Email, FirstName"),
        (["status", "6a2f41a3-c54c-fce8-32d2-0324e1c32e22"], 3, None),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_before_anything_is_sent(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, message: str | None
) -> None:
    if message is None and args[0] == "create":
        assert mcctl(["de", *args, "--dry-run", "--folder", "301"]).code == 0
        return
    done = mcctl(["de", *args])
    assert (done.code, done.stdout) == (code, "")
    assert message is None or done.stderr.splitlines()[0] == f"mcctl: {message}"
    assert rehearsal.requests("POST", "PUT", "PATCH") == []


def test_a_key_may_be_in_any_script(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["de", "create", "日本", "--field", "a:Text(5)"]).code == 0
    assert mcctl(["de", "get", "日本", "-o", "json", "-q", "key"]).json == "日本"


def test_a_number_that_is_too_large_is_told(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["de", "upsert", "nto-customers", "--data", "-"], stdin='{"Email":' + "9" * 5000 + "}")
    assert (done.code, done.stderr.splitlines()[0]) == (2, "mcctl: Standard input holds a number that is too large")


# ---------------------------------------------------------------------- rows


def test_rows_and_upsert(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    stored = mcctl(["de", "upsert", "nto-customers", "--set", "subscriberkey=c-1", "--set", "Email=a@x.io"])
    assert (stored.code, stored.stderr) == (0, "Stored the row c-1 in nto-customers\n")
    mcctl(["de", "upsert", "nto-customers", "--set", "SubscriberKey=c-1", "--set", "FirstName=Ada"])
    found = mcctl(["de", "rows", "nto-customers", "--where", "SubscriberKey eq 'c-1'", "-o", "json"])
    assert found.json == [{"SubscriberKey": "c-1", "Email": "a@x.io", "FirstName": "Ada"}]
    some = mcctl(
        [
            "de",
            "rows",
            "nto-customers",
            "--columns",
            "firstname,email",
            "--sort",
            "FirstName:desc",
            "--limit",
            "2",
            "-o",
            "csv",
        ]
    )
    assert some.stdout == "FirstName,Email\nCarmen,carmen@nto.example\nBao,bao@nto.example\n"
    assert some.stderr == "The first 2 of 4 rows; --all shows every one\n"


def test_an_export_streams(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    mcctl(CREATE)
    many(2600)
    assert mcctl(IMPORT).code == 0
    written: list[int] = []
    process = CheckedEmulator._process

    def watched(self: CheckedEmulator, db: Any, environ: dict[str, Any], *args: Any) -> list[bytes]:
        if "/token/" in environ["PATH_INFO"]:
            buffer: Any = sys.stdout.buffer
            written.append(buffer.getvalue().count(b"\n"))
        return process(self, db, environ, *args)

    monkeypatch.setattr(CheckedEmulator, "_process", watched)
    shown = mcctl(["de", "rows", "orders", "--all", "-o", "csv"])
    assert written == [2501]
    assert shown.stdout.count("\n") == 2601


# ---------------------------------------------------------------------- imports


def test_an_import_waits_for_the_end(mcctl: Mcctl, orders: Rehearsal) -> None:
    write("\ufeff" + ROWS)
    done = mcctl([*IMPORT, "-o", "json"])
    assert (done.code, done.stderr) == (0, "")
    counts = {name: done.json[name] for name in ("dataExtension", "imported", "pending", "refused", "unknown")}
    assert counts == {"dataExtension": "orders", "imported": 2, "pending": 0, "refused": 0, "unknown": 0}
    (request,) = orders.requests("PUT")
    assert json.loads(request["body"]) == {
        "items": [{"Id": "o-1", "Total": "1.50", "At": "2026-11-25"}, {"Id": "o-2", "Total": "2", "At": None}]
    }
    found = results()
    assert [(one["row"], one["line"], one["key"], one["outcome"], one["status"]) for one in found] == [
        (1, 2, "o-1", "accepted", "Imported"), (2, 3, "o-2", "accepted", "Imported"),
    ]  # fmt: skip
    rows = mcctl(["de", "rows", "orders", "-o", "json"]).json
    assert rows == [
        {"Id": "o-1", "Total": "1.50", "At": "2026-11-25T00:00:00"},
        {"Id": "o-2", "Total": "2.00", "At": ""},
    ]
    assert mcctl(["de", "import", "orders", "r.csv", "-o", "json"]).json["imported"] == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.tsv", ROWS.replace(",", "\t")),
        ("r.csv", ROWS.replace("Id,Total", "ID,total").replace("\n", "\r\n")),
        ("r.jsonl", '{"id":"o-1","Total":1.5,"At":"2026-11-25"}\n{"Id":"o-2","Total":"2"}\n'),
    ],
)
def test_every_kind_of_file(mcctl: Mcctl, orders: Rehearsal, name: str, text: str) -> None:
    write(text, name)
    assert mcctl(["de", "import", "orders", name]).code == 0
    assert mcctl(["de", "rows", "orders", "-o", "json", "-q", "[].Total"]).json == ["1.50", "2.00"]


@pytest.mark.parametrize(
    ("text", "message", "detail"),
    [
        ("", "r.csv is empty", None),
        ("Id,Total\n", "r.csv holds no rows", None),
        ("Id\no-1\n", "No column is called Total; there are: Id", None),
        ("Id,Total,Colour\no-1,1,red\n", "The data extension has no field 'Colour'; it has: Id, Total, At", None),
        ("Id,Total\n" + "o" * 21 + ",1\n", "1 row of r.csv does not fit; nothing was sent", "line 2: Id has 21 characters, more than 20"),
        ("Id,Total,At\no-1,1,2026-13-01\n", "1 row of r.csv does not fit; nothing was sent", "line 2: At: '2026-13-01' is not a date such as 2026-11-25 or 2026-11-25T14:30:00"),
        ('Id,Total\n"o\n1",x\n,1\n', "2 rows of r.csv do not fit; nothing was sent", "line 3: Total: 'x' is not a decimal of 10 digits, 2 of them after the point"),
        ("Id,Total\n" + "o" * 10_000_000 + ",1\n", "1 row of r.csv does not fit; nothing was sent", "line 2: Id has 10,000,000 characters, more than 20"),
        ("Id,Total\no-1\n", "1 row of r.csv does not fit; nothing was sent", "line 2: The row has 1 cells, the header 2"),
    ],
)  # fmt: skip
def test_a_file_that_does_not_fit_sends_nothing(
    mcctl: Mcctl, orders: Rehearsal, text: str, message: str, detail: str | None
) -> None:
    write(text)
    done = mcctl(IMPORT)
    assert (done.code, done.stderr.splitlines()[0], done.stdout) == (2, f"mcctl: {message}", "")
    assert detail is None or done.stderr.splitlines()[1] == f"  {detail}"
    assert orders.requests("PUT") == []
    assert not Path("out.jsonl").exists()


def test_rows_that_do_not_fit_may_be_left_out(mcctl: Mcctl, orders: Rehearsal) -> None:
    write("Id,Total,Note\no-1,1,a\no-2,x,b\no-1,3,c\n")
    done = mcctl([*IMPORT, "--leave-out", "Note", "--skip-invalid", "-o", "json"])
    assert (done.code, done.json["imported"], done.json["refused"]) == (8, 1, 2)
    assert [(one["line"], one["outcome"], one["error"]) for one in results()] == [
        (2, "accepted", None),
        (3, "refused", "Total: 'x' is not a decimal of 10 digits, 2 of them after the point"),
        (4, "refused", "'o-1' is in row 1 too"),
    ]


def test_the_rows_to_blame_for_a_failed_request_are_found(mcctl: Mcctl, orders: Rehearsal) -> None:
    many(40)
    assert mcctl(IMPORT).code == 0
    write("Id,Total\nn-1,1\nn-2,2\no-7,7\nn-3,3\n", "new.csv")
    done = mcctl(["de", "import", "orders", "new.csv", "--mode", "insert", "--results", "out.jsonl", "-o", "json"])
    assert (done.code, done.json["imported"], done.json["refused"]) == (8, 3, 1)
    assert [one["key"] for one in results() if one["outcome"] == "refused"] == ["o-7"]
    assert done.stderr.startswith("4 rows did not come through: sending them again, 1 at a time\n")
    assert "Violation of PRIMARY KEY" in done.stderr
    assert {"n-1", "n-2", "n-3"} < set(ids(mcctl))


def test_what_the_platform_rejects_is_told_by_line(
    mcctl: Mcctl, orders: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mcctl.bulk.rows.FieldRows.problem", lambda *_: None)
    write("Id,Total\no-1,1\no-2,x\n")
    done = mcctl([*IMPORT, "-o", "json"])
    assert (done.code, done.json["imported"]) == (8, 1)
    assert done.error["details"] == ["row 2 (line 3): UnexpectedError: Total: 'x' is not a decimal of 10 digits"]


def test_a_lost_answer_to_an_insert_is_not_repeated(mcctl: Mcctl, orders: Rehearsal, naps: list[float]) -> None:
    write(ROWS)
    orders.fault({"method": "POST", "path": "/rows$", "times": 1}, {"cut": "after"})
    done = mcctl([*IMPORT, "--mode", "insert", "-o", "json"])
    assert (done.code, done.json["unknown"]) == (7, 2)
    assert "2 of 2 rows have an unknown outcome" in done.stderr
    again = mcctl([*IMPORT, "--mode", "insert", "-o", "json"])
    assert (again.code, [one["outcome"] for one in results()]) == (7, ["unknown", "unknown"])
    assert len([one for one in orders.requests("POST") if one["path"].endswith("/rows")]) == 1


def test_a_lost_answer_to_an_upsert_is_repeated(mcctl: Mcctl, orders: Rehearsal, waits: list[float]) -> None:
    write(ROWS)
    orders.fault({"method": "PUT", "path": "/rows$", "times": 1}, {"cut": "after"})
    assert mcctl(IMPORT).code == 0
    assert (len(orders.requests("PUT")), ids(mcctl)) == (2, ["o-1", "o-2"])


def test_a_wait_that_ends_too_early(mcctl: Mcctl, orders: Rehearsal) -> None:
    write(ROWS)
    done = mcctl([*IMPORT, "--wait-timeout", "0", "-o", "json"])
    assert (done.code, done.json["pending"], done.error["message"]) == (
        9,
        2,
        "Marketing Cloud still works on 1 request",
    )
    orders.advance(5)
    run_id = mcctl(["run", "list", "-o", "json", "-q", "[0].id"]).json
    resumed = mcctl(["run", "resume", run_id, "-o", "json"])
    assert (resumed.code, resumed.json["imported"], len(orders.requests("PUT"))) == (0, 2, 1)


def test_status_of_a_request(mcctl: Mcctl, orders: Rehearsal) -> None:
    write(ROWS)
    mcctl(IMPORT)
    request = results()[0]["requestId"]
    assert mcctl(["de", "status", request, "--wait", "-o", "json", "-q", "requestStatus"]).json == "Complete"


def test_an_unknown_data_extension_is_an_error_inside_a_200(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(
        ["api", "PUT", "/data/v1/async/dataextensions/key:nope/rows", "--input", "-", "-o", "json"],
        stdin='{"items":[{"a":1}]}',
    )
    assert (done.code, done.error["errorcode"]) == (3, "CustomObjectNotFound")


def test_killed_at_any_instant_and_run_again_every_row_is_in(
    mcctl: Mcctl, served: tuple[Rehearsal, str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    _, url = served
    for name, value in environment(url).items():
        monkeypatch.setenv(name, value)
    assert mcctl([*CREATE, "--folder", "301"]).code == 0
    many(6000)
    httpx.post(
        admin_url(url, "/faults"),
        json={"match": {"method": "PUT", "probability": 0.1, "seed": 3}, "answer": {"cut": "after"}},
    )
    args = [*IMPORT, "--batch-size", "100", "--concurrency", "2"]
    last = killed_and_run_again(args, kills=3, within=(0.2, 0.9))
    assert (last.returncode, last.stderr.split("Traceback")[1:]) == (0, [])
    assert len(ids(mcctl)) == 6000
    assert {one["status"] for one in results()} == {"Imported"}


# ---------------------------------------------------------------------- rows that lost a deadlock

_VICTIM = {
    "page": 1,
    "pageSize": 50,
    "count": 2,
    "items": [
        {"status": "OK", "message": "Updated"},
        {"status": "Error", "errorCode": "68003", "message": "It was chosen as the deadlock victim. Run it again."},
    ],
}
_WITH_ERRORS = {"status": {"requestStatus": "Complete", "resultStatus": "Has Errors", "hasErrors": "false"}}


def lose_a_deadlock(rehearsal: Rehearsal) -> None:
    """Have the first request tell that its second row was a deadlock's victim."""
    rehearsal.fault({"path": "/async/.*/status$", "times": 1}, {"status": 200, "body": _WITH_ERRORS})
    rehearsal.fault({"path": "/async/.*/results$", "times": 1}, {"status": 200, "body": _VICTIM})


def test_victims_of_deadlocks_are_upserted_again(mcctl: Mcctl, orders: Rehearsal) -> None:
    write(ROWS)
    lose_a_deadlock(orders)
    assert mcctl(IMPORT).code == 0
    bodies = [json.loads(one["body"])["items"] for one in orders.requests("PUT")]
    assert [[row["Id"] for row in rows] for rows in bodies] == [["o-1", "o-2"], ["o-2"]]
    assert [one["outcome"] for one in results()] == ["accepted", "accepted"]


def test_victims_of_deadlocks_are_not_inserted_again(mcctl: Mcctl, orders: Rehearsal) -> None:
    write(ROWS)
    lose_a_deadlock(orders)
    done = mcctl([*IMPORT, "--mode", "insert"])
    assert done.code == 7
    assert len([one for one in orders.requests("POST") if one["path"].endswith("/rows")]) == 1
    assert [one["outcome"] for one in results()] == ["accepted", "unknown"]


# ---------------------------------------------------------------------- copies, fields, folders

SECOND = ["--business-unit", "510000002"]


def test_what_get_shows_is_what_create_takes(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl(["de", "get", "nto-customers", "-o", "yaml"]).stdout
    made = mcctl(["de", "create", "nto-customers", "--data", "-", *SECOND, "-o", "json"], stdin=shown)
    assert made.code == 0, made.stderr
    assert (made.json["key"], made.json["name"], made.json["isSendable"]) == ("nto-customers", "NTO Customers", True)
    assert (made.json["categoryId"], made.json["rowCount"]) == (302, 0)
    other = mcctl(["de", "create", "buyers", "--data", "-", "-o", "json"], stdin=shown)
    assert (other.code, other.json["name"], other.json["categoryId"]) == (0, "buyers", 301)
    fields = ["-o", "json", "-q", "fields[].[name,type,length,isPrimaryKey,isNullable]"]
    assert mcctl(["de", "get", "buyers", *fields]).json == mcctl(["de", "get", "nto-customers", *fields]).json


def test_a_data_extension_is_copied_into_another_business_unit(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["de", "copy", "nto-customers", "--to-business-unit", "510000002"])
    assert (done.code, done.stderr) == (0, (
        "In folder 302; --folder names another\n"
        "Copied nto-customers to nto-customers in business unit 510000002\n"
        "Next: mcctl de rows nto-customers --all -o csv | mcctl de import --business-unit 510000002 nto-customers -\n"
    ))  # fmt: skip
    rows = mcctl(["de", "rows", "nto-customers", "--all", "-o", "csv"]).stdout
    assert mcctl(["de", "import", *SECOND, "nto-customers", "-", "--format", "csv"], stdin=rows).code == 0
    assert mcctl(["de", "rows", "nto-customers", *SECOND, "--all", "-o", "csv"]).stdout == rows


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["copy", "nto-customers"], 2, "A copy in the same business unit needs another key"),
        (["copy", "nto-customers", "c", "--folder", "Nowhere"], 3, "There is no folder 'Nowhere' of data extensions"),
        (["copy", "nobody", "c"], 3, "has no data extension with the key 'nobody'"),
        (["field", "add", "nto-customers", "email:Text"], 2, "There is a field email already"),
        (["field", "add", "nto-customers", "Tier:Text required"], 2, "The new field Tier cannot be required"),
        (["field", "add", "nto-customers", "Tier"], 2, "is not of the form Name:Type(length)"),
        (["clear", "nto-customers"], 2, "--confirm nto-customers"),
        (["clear", "nto-customers", "--confirm", "other"], 2, "--confirm 'other' is not 'nto-customers'"),
        (["list", "--folder", "Nowhere"], 3, "There is no folder 'Nowhere' of data extensions"),
    ],
)
def test_what_cannot_be_done_with_data_extensions_is_told(
    mcctl: Mcctl, rehearsal: Rehearsal, words: list[str], code: int, said: str
) -> None:
    done = mcctl(["de", *words])
    assert (done.code, said in done.stderr) == (code, True), done.stderr
    assert rehearsal.requests("POST", "PATCH", "PUT", "DELETE") == []


def test_fields_are_added_and_listed(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["de", "field", "add", "nto-customers", "Tier:Text(20)", "Points:Number"]).code == 0
    assert mcctl(["de", "field", "list", "nto-customers"]).stdout == (
        "SubscriberKey\tText\t50\tyes\tyes\t\nEmail\tEmailAddress\t254\t\tyes\t\nFirstName\tText\t50\t\t\t\n"
        "Tier\tText\t20\t\t\t\nPoints\tNumber\t\t\t\t\n"
    )
    assert mcctl(["de", "upsert", "nto-customers", "--set", "SubscriberKey=nto-1001", "--set", "Tier=Gold"]).code in (
        0,
        2,
    )
    rows = mcctl(["de", "rows", "nto-customers", "-o", "json"]).json
    assert set(rows[0]) == {"SubscriberKey", "Email", "FirstName", "Tier", "Points"}


def test_a_row_is_deleted(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    delete = ["de", "delete-row", "nto-customers", "subscriberkey=nto-1002"]
    planned = mcctl([*delete, "--dry-run"]).json
    assert planned["url"].endswith("/hub/v1/dataevents/key:nto-customers/rowset/delete")
    assert planned["body"] == [{"keys": {"SubscriberKey": "nto-1002"}}]
    asked = mcctl(delete, stdin="n\n", terminal=True)
    assert (asked.code, "Delete the row SubscriberKey=nto-1002 of 'nto-customers', for good?" in asked.stderr) == (
        2,
        True,
    )
    done = mcctl([*delete, "--yes"])
    assert (done.code, done.stdout, done.stderr) == (0, "", "Deleted the row SubscriberKey=nto-1002 of nto-customers\n")
    keys = mcctl(["de", "rows", "nto-customers", "-o", "json", "-q", "[].SubscriberKey"]).json
    assert keys == ["nto-1001", "nto-1003"]
    gone = mcctl([*delete, "--yes"])
    assert (gone.code, gone.stderr.splitlines()[0]) == (3, "mcctl: nto-customers has no row SubscriberKey=nto-1002")


def test_a_row_with_a_key_of_two_columns_is_deleted(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    fields = ["--field", "Shop:Text(10)", "--field", "No:Number", "--key-field", "Shop", "--key-field", "No"]
    assert mcctl(["de", "create", "tills", *fields]).code == 0
    for shop, number in (("it's", 1), ("it's", 2)):
        assert mcctl(["de", "upsert", "tills", "--set", f"Shop={shop}", "--set", f"No={number}"]).code == 0
    assert mcctl(["de", "delete-row", "tills", "Shop=it's", "--yes"]).stderr.startswith("mcctl: No is empty, and")
    assert mcctl(["de", "delete-row", "tills", "Shop=it's", "No=1", "--yes"]).code == 0
    assert mcctl(["de", "rows", "tills", "-o", "json"]).json == [{"Shop": "it's", "No": "2"}]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["nto-customers", "Email=x@nto.example", "SubscriberKey=1"], "Email is no column of the primary key"),
        (
            ["nto-customers", "Nope=1", "SubscriberKey=1"],
            "There is no field Nope; there are: SubscriberKey, Email, FirstName",
        ),
        (["nto-customers", "SubscriberKey=1", "subscriberkey=2"], "A column of the primary key is given twice"),
        (["nto-customers", "nto-1001"], "'nto-1001' is not of the form NAME=VALUE"),
    ],
)
def test_a_row_that_nobody_names_stays(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], told: str) -> None:
    done = mcctl(["de", "delete-row", *args, "--yes"])
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {told}")
    assert rehearsal.requests("POST") == []


def test_a_data_extension_is_emptied_and_folders_have_paths(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert (
        mcctl(["de", "clear", "nto-customers", "--confirm", "nto-customers"]).stderr
        == "Removed 3 rows of nto-customers\n"
    )
    assert mcctl(["de", "rows", "nto-customers", "-o", "json"]).json == []
    assert mcctl(["de", "folder", "list"]).stdout == "301\tData Extensions\n"
    keys = mcctl(["de", "list", "--folder", "data extensions", "-o", "json", "-q", "[].key"]).json
    assert keys == ["nto-customers", "nto-suppression"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--retention", "30d"], "each row for 30 days"),
        (["--retention", "1Y", "--retention-of", "rows"], "all rows for 1 year"),
        (["--retention", "3mo", "--retention-of", "all", "--retention-reset"], "the data extension for 3 months"),
        ([], ""),
    ],
)
def test_how_long_rows_are_kept(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], told: str) -> None:
    assert mcctl(["de", "create", "carts", "--field", "Id:Text(20)", "--key-field", "Id", *args]).code == 0
    lines = dict(line.split("\t", 1) for line in mcctl(["de", "get", "carts"]).stdout.splitlines())
    assert lines.get("KEPT", "") == told
    sent = json.loads(rehearsal.requests("POST")[-1]["body"]).get("dataRetentionProperties")
    if args == ["--retention", "30d"]:
        assert sent == {
            "dataRetentionPeriodLength": 30, "dataRetentionPeriodUnitOfMeasure": 3, "isRowBasedRetention": True,
            "isDeleteAtEndOfRetentionPeriod": False, "isResetRetentionPeriodOnImport": False,
        }  # fmt: skip
    assert (sent is None) == (not args)


@pytest.mark.parametrize("args", [["--retention", "30"], ["--retention", "0d"], ["--retention-reset"]])
def test_what_is_no_time_for_which_rows_are_kept(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str]) -> None:
    done = mcctl(["de", "create", "carts", "--field", "Id:Text(20)", *args])
    assert (done.code, "--retention" in done.stderr, rehearsal.requests()) == (2, True, [])
