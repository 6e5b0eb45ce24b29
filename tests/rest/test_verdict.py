"""What an answer of 2xx to a write says: done, refused, or nothing that tells either."""

from __future__ import annotations

from typing import Any

import pytest

from mcctl.rest.calls import Answer
from mcctl.rest.verdict import says_done
from tests.conftest import Mcctl, Rehearsal

DELETIONS = [
    ["asset", "delete", "nto-footer", "--yes"],
    ["folder", "delete", "104", "--yes"],
    ["de", "delete", "nto-customers", "--yes"],
    ["event", "delete", "nto-purchase", "--yes"],
    ["journey", "delete", "nto-thank-you", "--yes"],
    ["tx", "definition", "delete", "nto-order-confirmation", "--yes"],
    ["tx", "queue", "purge", "nto-order-confirmation", "--confirm", "nto-order-confirmation"],
    ["api", "DELETE", "/asset/v1/content/assets/1203"],
]
CHANGES = [
    ["journey", "stop", "nto-thank-you", "--yes"],
    ["journey", "pause", "nto-thank-you"],
    ["journey", "update", "nto-thank-you", "--new-version", "--name", "N"],
    ["api", "PUT", "/asset/v1/content/categories/104", "-f", "name=N"],
]


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"{}", b"true", b"OK", b'"OK"', b"42", b'"0a1b2c3d-0000-1111-2222-333344445555"', b'{"errors": []}', b'{"errors": [], "message": ""}',
     b"x.example successfully added.", b'{"message": "Deleted successfully"}', b'{"requestId": "r", "resultMessages": []}',
     b'{"message": "", "errorcode": 0, "id": 7}', b'[{"id": 7}]'],
)  # fmt: skip
def test_what_says_that_it_was_done(body: bytes) -> None:
    assert says_done(Answer(200, {}, body))


@pytest.mark.parametrize(
    "body",
    [b"<html>Log in</html>", b"\xef\xbb\xbf <html>ok</html>", b"Not allowed", b'"Not allowed"', b"was not deleted", b"false", b"[]",
     b"[null]", b"[{}]", b"0", b'{"message": "Not allowed"}', b'{"count": 0, "items": []}', b'{"data": {}}',
     b'{"ok": 0}', b'{"message": null}', b'{"error": null, "message": "Not allowed"}', b'{"requestId": "r"}', b"Unable to delete: access denied"],
)  # fmt: skip
def test_what_does_not(body: bytes) -> None:
    assert not says_done(Answer(200, {}, body))


@pytest.mark.parametrize("args", [*DELETIONS, *CHANGES], ids=" ".join)
@pytest.mark.parametrize(
    ("answer", "code"),
    [({"message": "Not allowed"}, 7), ("Not allowed", 7), ({"count": 0, "items": []}, 7), ([], 7), ({}, 0),
     ({"statusCode": 500, "message": "no"}, 5), ({"code": 403, "message": "no"}, 5), ({"success": False}, 5)],
)  # fmt: skip
def test_no_command_takes_it_for_done(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], answer: Any, code: int
) -> None:
    for method in ("DELETE", "PUT"):
        rehearsal.fault({"method": method}, {"status": 200, "body": answer})
    rehearsal.fault({"method": "POST", "path": "interactions/.*(stop|pause)"}, {"status": 200, "body": answer})
    done = mcctl(args)
    assert done.code == code, done
    rehearsal.app.judged.clear()


def test_a_change_that_answers_with_its_object_must_name_it(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"method": "PATCH", "times": 1}, {"status": 200, "body": "null"})
    assert mcctl(["asset", "patch", "nto-footer", "--name", "N"]).code == 7
    rehearsal.app.judged.clear()


def test_a_filter_that_does_not_fit_a_refusal_changes_nothing(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    send = ["api", "POST", "/asset/v1/content/categories", "-f", "x=y"]
    refused, filtered = mcctl(send), mcctl([*send, "-q", "join(',', @)"])
    assert refused.code == 5
    assert filtered == refused
