"""`mcctl tx send --from` and `mcctl run`: nothing is sent twice, nothing is lost, and every row is accounted for."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from mcctl.bulk import runs
from mcctl.bulk.engine import NEVER, Batch, Engine, Outcomes, Send
from mcctl.bulk.item import Item
from mcctl.bulk.ledger import ACCEPTED, Ledger
from mcctl.clock import MACHINE
from mcctl.errors import NotPermitted, OutcomeUnknown, Refused, Unavailable
from tests.conftest import HeldClock, Mcctl, Rehearsal, admin_url, environment

DEFINITION = "nto-order-confirmation"
SEND = ["tx", "send", DEFINITION, "--from", "r.csv", "--results", "out.jsonl"]
BATCHES = {"method": "POST", "path": "/email/messages$"}
ROWS = "contactKey,to,FirstName\nc-1,a@x.io,Ada\nc-2,b@x.io,Bob\nc-3,c@x.io,Cy\n"


def write(text: str | bytes, name: str = "r.csv") -> None:
    """Write a file of recipients."""
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)


def many(count: int) -> None:
    """Write a file of so many recipients."""
    write("contactKey,to,FirstName\n" + "".join(f"c-{n},c{n}@x.io,N{n}\n" for n in range(1, count + 1)))


def results(name: str = "out.jsonl") -> list[dict[str, Any]]:
    """Return what a results file says."""
    return [json.loads(line) for line in Path(name).read_text().splitlines()]


def outcomes() -> list[str]:
    """Return the outcome of every row, in order."""
    return [one["outcome"] for one in results()]


def contacts(rehearsal: Rehearsal) -> list[str]:
    """Return the contacts of the messages that were sent, in order of their keys."""
    rehearsal.advance(2)
    return sorted(one["contactKey"] for one in rehearsal.outbox())


# ---------------------------------------------------------------------- reading and telling


def test_every_row_is_accounted_for(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(
        "Id,Email,FirstName,Note\n"
        'c-1,a@x.io,Ada,"two\nlines, and a comma"\n'
        "c-2,nope,Bob,\n"
        "c-1,a@x.io,Ada,again\n"
        ",d@x.io,Dan,\n"
        "c-5,e@x.io\n"
        "c-6, f@x.io ,Flo,\n"
    )
    mapped = ["tx", "send", DEFINITION, "--from", "r.csv", "--map", "to=Email", "--map", "contactKey=Id"]
    done = mcctl([*mapped, "--skip-invalid", "--results", "out.jsonl", "-o", "json"])
    assert done.code == 8
    assert {name: done.json[name] for name in ("definition", "accepted", "refused", "unknown")} == {
        "definition": DEFINITION,
        "accepted": 2,
        "refused": 4,
        "unknown": 0,
    }
    assert done.error["message"] == "4 of 6 rows were refused"
    found = results()
    assert [set(one) for one in found] == [{"row", "contactKey", "messageKey", "outcome", "error"}] * 6
    assert len({one["messageKey"] for one in found}) == 6
    assert [(one["row"], one["contactKey"], one["outcome"], one["error"]) for one in found] == [
        (1, "c-1", "accepted", None),
        (2, "c-2", "refused", "'nope' is not an e-mail address"),
        (3, "c-1", "refused", "'c-1' is in row 1 too"),
        (4, "", "refused", "Id is empty"),
        (5, "", "refused", "The row has 2 cells, the header 4"),
        (6, "c-6", "accepted", None),
    ]
    (request,) = rehearsal.requests("POST")
    assert json.loads(request["body"])["recipients"] == [
        {
            "contactKey": "c-1",
            "to": "a@x.io",
            "messageKey": found[0]["messageKey"],
            "attributes": {"FirstName": "Ada", "Note": "two\nlines, and a comma"},
        },
        {
            "contactKey": "c-6",
            "to": "f@x.io",
            "messageKey": found[5]["messageKey"],
            "attributes": {"FirstName": "Flo", "Note": ""},
        },
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("r.csv", "\ufeff" + ROWS),
        ("r.csv", ROWS.replace("\n", "\r\n")),
        ("r.tsv", ROWS.replace(",", "\t")),
        ("r.csv", ROWS.replace("contactKey,to", "CONTACTKEY,To")),
        ("r.jsonl", '{"contactKey":"c-1","to":"a@x.io","FirstName":"Ada"}\n\n{"contactKey":"c-2","to":"b@x.io",'
         '"attributes":{"FirstName":"Bob"}}\n{"contactKey":"c-3","to":"c@x.io","FirstName":"Cy"}'),
    ],
)  # fmt: skip
def test_every_kind_of_file_means_the_same(mcctl: Mcctl, rehearsal: Rehearsal, name: str, text: str) -> None:
    write(text, name)
    assert mcctl(["tx", "send", DEFINITION, "--from", name]).code == 0
    recipients = json.loads(rehearsal.requests("POST")[0]["body"])["recipients"]
    assert [(one["contactKey"], one["to"], one["attributes"]) for one in recipients] == [
        ("c-1", "a@x.io", {"FirstName": "Ada"}),
        ("c-2", "b@x.io", {"FirstName": "Bob"}),
        ("c-3", "c@x.io", {"FirstName": "Cy"}),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "r.csv is empty"),
        ("contactKey,to\n", "r.csv holds no rows"),
        ("Id,to\nc,a@x.io\n", "No column is called contactKey; there are: Id, to"),
        ("contactKey,Mail\nc,a@x.io\n", "No column is called to; there are: contactKey, Mail"),
        ("contactKey,to,to\nc,a,b\n", "r.csv has two columns called 'to'"),
        ("contactKey,,to\nc,a,b\n", "Column 2 of r.csv has no name in the header"),
        (ROWS + 'c-4,"d@x.io,Dan\n', "r.csv is not valid CSV at line 5: unexpected end of data"),
        (ROWS.encode() + b"c-4,d@x.io,M\xfcller\n", "r.csv is not UTF-8 text (invalid start byte)"),
        (ROWS + "c-4,d@x.io," + "x" * 17_000_000 + "\n", "Line 5 of r.csv is longer than 12,582,912 characters"),
    ],
)  # fmt: skip
def test_a_file_that_makes_no_sense_is_told_before_anything_is_sent(
    mcctl: Mcctl, rehearsal: Rehearsal, text: str | bytes, message: str
) -> None:
    write(text)
    done = mcctl(SEND)
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {message}")
    assert rehearsal.requests() == []
    assert mcctl(["run", "list", "-o", "json"]).json == []


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["--from", "nowhere.csv"], 2, "Cannot read nowhere.csv: No such file or directory"),
        (["--from", "r.data"], 2, "r.data is of unknown format: its name does not tell"),
        (["--from", "r.csv", "--map", "to=Mail"], 2, "There is no column 'Mail'; there are: contactKey, to, FirstName"),
        (["--from", "r.csv", "--map", "cc=to"], 2, "--map 'cc=to' is not of the form FIELD=COLUMN, with FIELD one of contactKey, to, messageKey"),
        (["--from", "r.csv", "--shard", "3/2"], 2, "--shard '3/2' is not of the form K/N, with K from 1 to N, such as 1/4"),
        (["--from", "r.csv", "--max-rate", "0"], 2, "--max-rate '0' is no number a second, such as 50 or 50/s"),
        (["--from", "r.csv", "--results", "no/out.jsonl"], 2, "There is no folder no for --results"),
        (["--from", "r.csv", "--message", "Hi"], 2, "--message and --resubscribe are for SMS"),
        (["--from", "r.csv", "--message-key", "k"], 2, "--message-key does not go with --from FILE"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_command_is_told(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], code: int, message: str
) -> None:
    write(ROWS)
    write(ROWS, "r.data")
    done = mcctl(["tx", "send", DEFINITION, *args])
    assert (done.code, done.stderr.splitlines()[0]) == (code, f"mcctl: {message}")
    assert rehearsal.requests("POST") == []


def test_a_definition_that_does_not_exist_is_told_before_anything_is_sent(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(ROWS)
    assert mcctl(["tx", "send", "nope", "--from", "r.csv"]).code == 3
    mcctl(["tx", "definition", "update", DEFINITION, "--status", "inactive"])
    assert mcctl(SEND).code == 5
    assert rehearsal.requests("POST") == []
    assert mcctl([*SEND, "--queue-anyway"]).code == 0


def test_a_row_that_does_not_fit_stops_the_file_before_anything_is_sent(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("contactKey,to\nc-1,a@x.io\n,b@x.io\nc-3,nope\n")
    for args in (SEND, [*SEND, "--dry-run"], [*SEND, "--shard", "1/2"]):
        done = mcctl(args)
        assert (done.code, done.stdout, done.stderr) == (
            2,
            "",
            "mcctl: 2 rows of r.csv do not fit; nothing was sent\n"
            "  line 3: contactKey is empty\n"
            "  line 4: 'nope' is not an e-mail address\n"
            "Hint: Repair the file, or leave such rows out: --skip-invalid\n",
        )
    assert rehearsal.requests("POST") == []
    assert mcctl(["run", "list", "-o", "json"]).json == []


def test_refused_rows_and_messages_that_were_not_sent_are_both_told(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]
) -> None:
    write("contactKey,to\nc-1,a@x.io\nc-2,27@notsent.example\nc-3,nope\n")
    done = mcctl([*SEND, "--skip-invalid", "--wait", "-o", "json"])
    assert (done.code, done.error["message"]) == (
        8,
        "1 of 3 rows were refused. Accepted but not sent: 1 message",
    )
    assert done.error["details"] == ["row 3 (line 4): 'nope' is not an e-mail address"]
    assert [one.get("reason") for one in results()] == [None, "The address is on a suppression list", None]


def test_a_dry_run_shows_the_first_request_and_the_counts(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(ROWS + "c-3,c@x.io,Again\nc-5,e,Eve\nc-6,f@x.io,Flo\n")
    shown = mcctl([*SEND, "--dry-run", "--skip-invalid", "--batch-size", "2"])
    assert shown.code == 8  # as the run ends
    assert shown.json["url"] == "http://emulator.localhost/messaging/v1/email/messages"
    assert [one["contactKey"] for one in shown.json["body"]["recipients"]] == ["c-1", "c-2"]
    assert shown.stderr == (
        "Dry run: 4 recipients in 3 requests, of which the first is shown; 2 rows refused; nothing was sent\n"
        "mcctl: 2 of 6 rows would be refused\n"
        "  row 4 (line 5): 'c-3' is in row 3 too\n"
        "  row 5 (line 6): 'e' is not an e-mail address\n"
    )
    assert rehearsal.requests() == []
    assert not Path("out.jsonl").exists()
    assert mcctl(["run", "list", "-o", "json"]).json == []


def test_attributes_for_all(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("contactKey,to\nc-1,a@x.io\n")
    assert mcctl([*SEND, "--attr", "FirstName=Everybody"]).code == 0
    rehearsal.advance(2)
    assert rehearsal.outbox()[0]["text"] == "Welcome to the trail, Everybody!"


def test_attributes_too_large_are_one_rows_problem(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(ROWS + f"c-4,d@x.io,{'x' * 5_000_000}\nc-5,e@x.io,Eve\n")
    assert mcctl(SEND).code == 8
    assert outcomes() == ["accepted"] * 3 + ["refused", "accepted"]
    assert results()[3]["error"].endswith("Marketing Cloud takes at most 4,194,304 (4 MB). Nothing was sent")
    assert contacts(rehearsal) == ["c-1", "c-2", "c-3", "c-5"]


def test_a_full_batch_over_4_mb_is_divided(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("contactKey,to,Text\n" + "".join(f"c-{n},c{n}@x.io,{'x' * 900_000}\n" for n in range(8)))
    assert mcctl(SEND).code == 0
    assert len(rehearsal.requests("POST")) == 2
    assert len(contacts(rehearsal)) == 8


def test_a_results_file_on_a_full_disk(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(ROWS)
    done = mcctl([*SEND[:-1], "/dev/full"])
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    assert (done.code, done.stderr) == (
        8,
        "mcctl: The results cannot be written to /dev/full: No space left on device; what was sent is sent\n"
        f"Hint: They are not lost: mcctl run show {run_id} --results PATH\n",
    )
    assert mcctl(["run", "show", run_id, "--results", "later.jsonl"]).code == 0
    assert [one["outcome"] for one in results("later.jsonl")] == ["accepted"] * 3


def test_own_message_keys(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(f"contactKey,to,messageKey\nc-1,a@x.io,k-1\nc-2,b@x.io,{'k' * 101}\nc-3,c@x.io,k-1\nc-4,d@x.io,\n")
    assert mcctl([*SEND, "--skip-invalid"]).code == 8
    assert [(one["messageKey"], one["outcome"], one["error"]) for one in results()] == [
        ("k-1", "accepted", None),
        ("k" * 101, "refused", "messageKey has 101 characters, not 1 to 100"),
        ("k-1", "refused", "'k-1' is in row 1 too"),
        ("", "refused", "messageKey has 0 characters, not 1 to 100"),
    ]
    assert mcctl([*SEND, "--skip-invalid", "--new-run"]).code == 8
    assert results()[0]["error"] == "109110: MCMS_UTM_Validation_DuplicateMessageKey"


def test_duplicate_contacts_when_they_are_wanted(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("contactKey,to,Order\nc-1,a@x.io,1\nc-1,a@x.io,2\n")
    assert mcctl([*SEND, "--allow-duplicates"]).code == 0
    assert contacts(rehearsal) == ["c-1", "c-1"]


def test_sms_to_many(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("contactKey,to,Code\nc-1,+1 317-555-1212,11\nc-2,letters,22\n")
    send = ["tx", "send", "nto-passcode", "--channel", "sms", "--from", "r.csv", "--results", "out.jsonl"]
    shown = mcctl([*send, "--skip-invalid", "--message", "Own: %%Code%%", "--resubscribe", "--dry-run"]).json["body"]
    assert (shown["content"], shown["subscriptions"]) == ({"message": "Own: %%Code%%"}, {"resubscribe": True})
    done = mcctl([*send, "--skip-invalid"])
    assert done.code == 8
    assert results()[1]["error"] == "'letters' holds more than the digits of a number"
    rehearsal.advance(2)
    assert [(one["to"], one["text"]) for one in rehearsal.outbox()] == [("13175551212", "Your passcode is 11.")]


def test_waiting_for_what_becomes_of_them(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    write("contactKey,to\nc-1,a@x.io\nc-2,27@notsent.example\nc-3,c@x.io\n")
    done = mcctl([*SEND, "--wait", "-o", "json"])
    assert (done.code, done.json["statuses"]) == (8, {"NotSent": 1, "Sent": 2})
    assert done.error["message"] == "Accepted but not sent: 1 message"
    assert [(one["status"], one["statusCode"]) for one in results()] == [
        ("Sent", None),
        ("NotSent", "27"),
        ("Sent", None),
    ]


def test_a_wait_that_ends_too_early(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    write(ROWS)
    mcctl(["tx", "definition", "update", DEFINITION, "--status", "inactive"])
    done = mcctl([*SEND, "--queue-anyway", "--wait", "--wait-timeout", "20", "-o", "json"])
    assert (done.code, done.error["message"]) == (9, "Still queued: 3 messages")


# ---------------------------------------------------------------------- going on, and not doing it twice


def test_the_same_command_again_sends_nothing(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(7)
    assert mcctl(SEND).code == 0
    before = results()
    again = mcctl([*SEND, "-o", "json"])
    assert (again.code, again.json["accepted"], again.json["requests"]) == (0, 7, 2)
    assert results() == before
    assert len(rehearsal.requests("POST")) == 1


def test_a_new_run_sends_to_everybody_anew_and_is_then_the_one_that_counts(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(2)
    assert mcctl(SEND).code == 0
    assert mcctl([*SEND, "--new-run"]).code == 0
    assert mcctl(SEND).code == 0
    assert contacts(rehearsal) == ["c-1", "c-1", "c-2", "c-2"]
    assert len(mcctl(["run", "list", "-o", "json"]).json) == 2


def test_where_the_ledger_is_lost_the_keys_still_tell(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    many(3)
    assert mcctl(SEND).code == 0
    before = results()
    again = mcctl([*SEND, "-o", "json"], MCCTL_STATE_DIR=str(home / "elsewhere"))
    assert (again.code, again.json["accepted"]) == (0, 3)
    assert results() == before
    assert contacts(rehearsal) == ["c-1", "c-2", "c-3"]


def test_a_server_that_is_down_stops_the_run_and_the_same_command_goes_on(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float]
) -> None:
    many(60)
    tenant.fault(BATCHES, {"status": 503})
    args = [*SEND, "--batch-size", "10", "--concurrency", "1"]
    stopped = mcctl([*args, "-o", "json"])
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    assert (stopped.code, stopped.error["hint"]) == (
        7,
        f"Find out before you run it again: mcctl run list. mcctl run resume {run_id} goes on where this stopped",
    )
    assert set(outcomes()) == {"unknown"}
    with tenant.app.state.transaction() as db:
        db.execute("delete from fault")
    assert mcctl(args).code == 0
    assert outcomes() == ["accepted"] * 60
    assert len(contacts(tenant)) == 60


def test_answers_that_are_lost_count_as_accepted_in_the_end(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    many(40)
    tenant.fault({**BATCHES, "times": 3}, {"cut": "after"})
    assert mcctl([*SEND, "--batch-size", "10"]).code == 0
    assert outcomes() == ["accepted"] * 40
    assert len(contacts(tenant)) == 40


def test_a_recipient_that_the_answer_does_not_mention_is_unknown_until_asked_again(
    mcctl: Mcctl, tenant: Rehearsal
) -> None:
    write(ROWS)
    body = {"requestId": "x", "errorcode": 0, "responses": [{"messageKey": "somebody else's"}]}
    tenant.fault({**BATCHES, "times": 1}, {"status": 202, "body": body})
    done = mcctl([*SEND, "-o", "json"])
    assert (done.code, done.error["message"]) == (7, "3 of 3 rows have an unknown outcome")
    assert outcomes() == ["unknown"] * 3
    assert mcctl(SEND).code == 0
    assert contacts(tenant) == ["c-1", "c-2", "c-3"]


def test_a_refusal_of_one_recipient_inside_a_202(mcctl: Mcctl, tenant: Rehearsal) -> None:
    many(3)
    mcctl([*SEND, "--dry-run"])
    keys = [one["messageKey"] for one in mcctl([*SEND, "--dry-run"]).json["body"]["recipients"]]
    entries = [{"messageKey": keys[2]}, {"messageKey": keys[1], "errorcode": 109109, "message": "bad key"}]
    body = {"requestId": "x", "errorcode": 109001, "message": "m", "responses": [*entries, {"messageKey": keys[0]}]}
    tenant.fault(BATCHES, {"status": 202, "body": body})
    assert mcctl(SEND).code == 8
    assert [(one["outcome"], one["error"]) for one in results()] == [
        ("accepted", None),
        ("refused", "109109: bad key"),
        ("accepted", None),
    ]


def test_a_batch_refused_as_a_whole_is_divided_until_the_bad_row_is_found(mcctl: Mcctl, tenant: Rehearsal) -> None:
    many(8)
    body = {"message": "MCMS_UTM_Validation", "errorcode": 10000, "documentation": ""}
    # The whole, its second half, the second half of that, and the last row.
    tenant.fault({**BATCHES, "times": 4}, {"status": 400, "body": body})
    assert mcctl([*SEND, "--concurrency", "1"]).code == 8
    assert outcomes() == ["accepted"] * 7 + ["refused"]
    assert len(contacts(tenant)) == 7


def test_when_nobody_is_accepted_the_run_stops_and_nothing_is_lost(mcctl: Mcctl, tenant: Rehearsal) -> None:
    many(40)
    body = {"message": "MCMS_UTM_Validation", "errorcode": 10000, "documentation": ""}
    tenant.fault(BATCHES, {"status": 400, "body": body})
    args = [*SEND, "--batch-size", "4", "--concurrency", "1"]
    assert mcctl(args).code == 5
    assert outcomes() == []
    assert len(tenant.requests("POST")) == 20
    with tenant.app.state.transaction() as db:
        db.execute("delete from fault")
    assert mcctl(args).code == 0
    assert outcomes() == ["accepted"] * 40


def test_losing_the_right_to_send_stops_the_run(mcctl: Mcctl, tenant: Rehearsal) -> None:
    many(40)
    body = {"message": "Insufficient privileges", "errorcode": 20002, "documentation": ""}
    tenant.fault({**BATCHES, "nth": 3}, {"status": 403, "body": body})
    args = [*SEND, "--batch-size", "4", "--concurrency", "2"]
    assert mcctl(args).code == 4
    assert set(outcomes()) == {"accepted"}
    assert len(outcomes()) < 40
    assert mcctl(args).code == 0
    assert outcomes() == ["accepted"] * 40
    assert len(contacts(tenant)) == 40


def test_a_429_slows_every_request_down(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    many(30)
    tenant.fault({**BATCHES, "nth": 2}, {"status": 429, "headers": {"Retry-After": "9"}})
    assert mcctl([*SEND, "--batch-size", "10", "--concurrency", "1"]).code == 0
    assert naps[0] == 9.0
    assert naps[1:] == pytest.approx([0.1], abs=0.05)


def test_max_rate(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    many(40)
    assert mcctl([*SEND, "--batch-size", "10", "--max-rate", "2", "--concurrency", "1"]).code == 0
    assert sum(naps) == pytest.approx(19, abs=1)
    assert {len(json.loads(one["body"])["recipients"]) for one in rehearsal.requests("POST")} == {2}


def test_shards_share_a_file(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(100)
    seen: list[int] = []
    for number in (1, 2, 3):
        assert mcctl([*SEND, "--shard", f"{number}/3"]).code == 0
        seen += [one["row"] for one in results()]
    assert sorted(seen) == list(range(1, 101))
    assert contacts(rehearsal) == sorted(f"c-{number}" for number in range(1, 101))
    assert len(mcctl(["run", "list", "-o", "json"]).json) == 3


def test_a_file_that_was_begun_differently_is_not_mixed(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write("contactKey,to,other\nc-1,a@x.io,b@x.io\n")
    assert mcctl(SEND).code == 0
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    mixed = mcctl([*SEND, "--map", "to=other"])
    assert (mixed.code, mixed.stderr) == (
        2,
        f"mcctl: This file was begun with another --map, as run {run_id}\n"
        f"Hint: mcctl run resume {run_id}, or --new-run to send it to everybody anew\n",
    )


def test_a_run_that_is_under_way_is_left_alone(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write(ROWS)
    assert mcctl(SEND).code == 0
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    with runs.locked(run_id):
        done = mcctl(SEND)
        assert (done.code, done.stderr.splitlines()[0]) == (
            2,
            f"mcctl: The run {run_id} is under way in another process",
        )
        assert mcctl(["run", "discard", run_id, "--yes"]).code == 2


def test_interrupted(mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    many(30)
    settle = Engine._settle
    calls = iter(range(100))

    def interrupt_once(self: Engine, batch: Any) -> None:
        settle(self, batch)
        if next(calls) == 0:
            raise KeyboardInterrupt

    monkeypatch.setattr(Engine, "_settle", interrupt_once)
    args = [*SEND, "--batch-size", "5", "--concurrency", "2"]
    done = mcctl(args)
    assert done.code == 130
    assert done.stderr.startswith("Waiting for 1 request under way; Ctrl-C again leaves at once\nmcctl: Interrupted\n")
    assert outcomes() == ["accepted"] * 10
    assert mcctl(args).code == 0
    assert len(contacts(rehearsal)) == 30


# ---------------------------------------------------------------------- mcctl run


def test_runs_are_listed_shown_resumed_and_discarded(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    many(3)
    tenant.fault({**BATCHES, "times": 7}, {"status": 503})
    assert mcctl([*SEND, "--attr", "a=1"]).code == 7
    (run,) = mcctl(["run", "list", "-o", "json"]).json
    assert {name: run[name] for name in ("kind", "target", "file", "rows", "accepted", "unknown", "state")} == {
        "kind": "tx send",
        "target": DEFINITION,
        "file": "r.csv",
        "rows": 3,
        "accepted": 0,
        "unknown": 3,
        "state": "stopped",
    }
    resumed = mcctl(["run", "resume", run["id"]])
    assert (resumed.code, resumed.stderr) == (0, "")
    assert outcomes() == ["accepted"] * 3
    assert mcctl(["run", "show", run["id"], "-o", "json"]).json["state"] == "finished"
    lines = mcctl(["run", "show", run["id"], "--results", "-"]).stdout
    assert lines == Path("out.jsonl").read_text()
    assert mcctl(["run", "discard", run["id"]]).code == 2
    assert mcctl(["run", "discard", run["id"], "--yes"]).code == 0
    assert mcctl(["run", "show", run["id"]]).code == 3
    assert list(runs.runs_dir().glob("*.sqlite*")) == []


def test_resume_does_not_begin_anything_new(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(3)
    assert mcctl(SEND).code == 0
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    many(4)
    done = mcctl(["run", "resume", run_id])
    assert (done.code, done.stderr.splitlines()[0]) == (
        2,
        f"mcctl: Run {run_id} is of another file, login or target",
    )
    assert len(rehearsal.requests("POST")) == 1


def test_standard_input_is_kept_until_the_run_is_finished(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    tenant.fault({**BATCHES, "times": 7}, {"status": 503})
    args = ["tx", "send", DEFINITION, "--from", "-", "--format", "csv", "--results", "out.jsonl"]
    assert mcctl(args, stdin=ROWS).code == 7
    (run,) = mcctl(["run", "list", "-o", "json"]).json
    kept = runs.input_path(run["id"])
    assert kept.read_text() == ROWS
    assert kept.stat().st_mode & 0o777 == 0o600
    assert mcctl(["run", "resume", run["id"]]).code == 0
    assert not kept.exists()
    assert mcctl(args, stdin=ROWS).code == 0
    assert contacts(tenant) == ["c-1", "c-2", "c-3"]
    assert [path.suffix for path in runs.runs_dir().iterdir() if path.suffix == ".input"] == []


# ---------------------------------------------------------------------- danger


@pytest.mark.parametrize(
    ("args", "answer", "code"),
    [([], "", 2), (["--yes"], "", 0), (["--confirm", DEFINITION], "", 0), ([], "y\n", 0), ([], "n\n", 2)],
)
def test_a_send_to_many_is_confirmed_where_it_reaches_somebody(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, args: list[str], answer: str, code: int
) -> None:
    monkeypatch.setattr("mcctl.session.Session.rehearsing", False)
    write(ROWS)
    done = mcctl([*SEND, *args], stdin=answer, terminal=bool(answer))
    assert done.code == code
    assert bool(rehearsal.requests("POST")) is (code == 0)


# ---------------------------------------------------------------------- channels without keys


def unkeyed(ledger: Ledger, send: Send, note: Callable[[str], None] = lambda _: None) -> Engine:
    """Return an engine for a channel that recognises no keys."""
    return Engine(
        ledger,
        send,
        clock=MACHINE,
        resend_within=NEVER,
        is_items_fault=lambda _: True,
        batch_size=2,
        concurrency=1,
        progress=lambda _: None,
        note=note,
    )


def test_what_was_under_way_without_keys_is_told_and_not_repeated(home: Path) -> None:
    ledger = Ledger.create(home / "plain.sqlite")
    items = [Item(row, f"c-{row}", None) for row in range(1, 7)]
    ledger.intend(items[:2])
    sent: list[int] = []

    def send(batch: Batch) -> Outcomes:
        sent.extend(item.row for item in batch.items)
        if batch.items[0].row == 5:
            raise OutcomeUnknown("lost")
        return [(item.row, ACCEPTED, None) for item in batch.items]

    notes: list[str] = []
    unkeyed(ledger, send, notes.append).run(items)
    assert sent == [3, 4, 5, 6]
    assert ledger.counts() == {"accepted": 2, "refused": 0, "unknown": 4}
    assert notes == ["Unknown outcome of 2 rows: lost"]
    unkeyed(ledger, send).run(items)
    assert sent == [3, 4, 5, 6]


def test_what_certainly_did_not_arrive_without_keys_is_sent_by_the_next_run(home: Path) -> None:
    ledger = Ledger.create(home / "plain.sqlite")
    items = [Item(row, f"c-{row}", None) for row in range(1, 5)]
    down = [Unavailable("refused")]

    def send(batch: Batch) -> Outcomes:
        if down:
            raise down.pop()
        return [(item.row, ACCEPTED, None) for item in batch.items]

    with pytest.raises(Unavailable):
        unkeyed(ledger, send).run(items)
    assert ledger.counts() == {"accepted": 0, "refused": 0, "unknown": 0}
    unkeyed(ledger, send).run(items)
    assert ledger.counts() == {"accepted": 4, "refused": 0, "unknown": 0}


def test_a_half_that_arrived_is_not_forgotten_when_the_other_stops_the_run(home: Path) -> None:
    ledger = Ledger.create(home / "plain.sqlite")
    items = [Item(row, f"c-{row}", None) for row in range(1, 3)]
    answers: list[Any] = [Refused("one of them"), ACCEPTED, NotPermitted("no more")]
    sent: list[list[int]] = []

    def send(batch: Batch) -> Outcomes:
        sent.append([item.row for item in batch.items])
        answer = answers.pop(0) if answers else ACCEPTED
        if isinstance(answer, Exception):
            raise answer
        return [(item.row, ACCEPTED, None) for item in batch.items]

    with pytest.raises(NotPermitted):
        unkeyed(ledger, send).run(items)
    assert ledger.counts() == {"accepted": 1, "refused": 0, "unknown": 0}
    unkeyed(ledger, send).run(items)
    assert ledger.counts() == {"accepted": 2, "refused": 0, "unknown": 0}
    first, accepted, stopped, again = sent
    assert first == [1, 2]
    assert stopped == again != accepted


def test_keys_that_are_too_old_are_not_tried_again(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], clock: HeldClock
) -> None:
    many(2)
    tenant.fault(BATCHES, {"cut": "after"})
    assert mcctl(SEND).code == 7
    with tenant.app.state.transaction() as db:
        db.execute("delete from fault")
    clock.later = 2 * 86400
    done = mcctl([*SEND, "-o", "json"])
    assert (done.code, {one["error"] for one in results()}) == (
        7,
        {"No answer came, and the key is too old to try again"},
    )
    assert len(contacts(tenant)) == 2


# ---------------------------------------------------------------------- killed, again and again

COUNT, KILLS = 12_000, 4
TROUBLE = [
    {"match": {**BATCHES, "probability": 0.02, "seed": 1}, "answer": {"status": 429, "headers": {"Retry-After": "0"}}},
    {"match": {**BATCHES, "probability": 0.02, "seed": 2}, "answer": {"status": 503, "headers": {"Retry-After": "0"}}},
    {"match": {**BATCHES, "probability": 0.02, "seed": 3}, "answer": {"cut": "after"}},
]


@pytest.fixture
def trouble(home: Path) -> Iterator[str]:
    """The emulator in a process of its own, with faults; its URL."""
    env = {**os.environ, "MCCTL_EMULATOR_STATE": str(home / "served.sqlite")}
    command = [sys.executable, "-m", "mcctl", "emulator", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env) as server:
        assert server.stdout
        url = server.stdout.readline().strip()
        for fault in TROUBLE:
            httpx.post(admin_url(url, "/faults"), json=fault).raise_for_status()
        yield url
        server.kill()


def accepted() -> int:
    """Return how many rows are known to be accepted, in all runs."""
    return sum(run["accepted"] for run in runs.list_runs())


def test_killed_at_random_instants(home: Path, trouble: str) -> None:
    many(COUNT)
    chance = random.Random(20)
    command = [sys.executable, "-m", "mcctl", *SEND, "--batch-size", "50"]
    env = {**os.environ, **environment(trouble)}
    progress = [0]
    for number in range(KILLS):
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while number % 2 and accepted() == progress[-1]:  # every other one is killed wherever it is
            time.sleep(0.02)
        time.sleep(chance.uniform(0, 0.2 if number % 2 else 0.6))
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        progress.append(accepted())
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert 0 < progress[-1] < COUNT, progress
    assert [one["row"] for one in results()] == list(range(1, COUNT + 1))
    assert set(outcomes()) == {"accepted"}
    httpx.post(admin_url(trouble, "/clock"), json={"advance": 5}).raise_for_status()
    sent = httpx.get(admin_url(trouble, "/outbox"), timeout=60).json()
    assert sorted(one["contactKey"] for one in sent) == sorted(f"c-{number}" for number in range(1, COUNT + 1))


def test_a_rows_key_is_a_uuid5() -> None:
    for row in (1, 17, 1_000_000):
        namespace = uuid.uuid4()
        assert runs.key_of(namespace.bytes, row) == str(uuid.uuid5(namespace, str(row)))


# ---------------------------------------------------------------------- what was once told falsely


def test_another_division_into_shards_is_refused(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(10)
    assert mcctl([*SEND, "--shard", "1/2"]).code == 0
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    for other in ([], ["--shard", "1/3"], ["--dry-run"]):
        done = mcctl([*SEND, *other])
        assert (done.code, done.stderr.splitlines()[-2]) == (
            2,
            f"mcctl: This file was begun as --shard 1/2, in run {run_id}; nothing was sent",
        )
    assert mcctl([*SEND, "--shard", "2/2"]).code == 0
    assert len(contacts(rehearsal)) == 10


def test_a_new_run_is_not_begun_while_another_is_unfinished(mcctl: Mcctl, tenant: Rehearsal, naps: list[float]) -> None:
    many(3)
    tenant.fault({**BATCHES, "times": 7}, {"status": 503})
    assert mcctl(SEND).code == 7
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    done = mcctl([*SEND, "--new-run"])
    assert (done.code, done.stderr.splitlines()[0]) == (
        2,
        f"mcctl: Run {run_id} of this file is not finished; nothing was sent",
    )


def test_runs_are_numbered_and_the_last_one_counts(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(1)
    for args in ([], ["--new-run"], ["--new-run"], []):
        assert mcctl([*SEND, *args]).code == 0
    ids = [run["id"] for run in mcctl(["run", "list", "-o", "json"]).json]
    assert sorted(ids) == [ids[0], f"{ids[0]}-2", f"{ids[0]}-3"]
    assert len(contacts(rehearsal)) == 3


def test_a_run_that_is_not_known_here_is_told(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(2)
    assert mcctl(SEND).code == 0
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]
    assert mcctl(["run", "discard", run_id, "--yes"]).code == 0
    again = mcctl(SEND)
    assert (again.code, again.stderr) == (
        0,
        "Marketing Cloud recognised 2 rows: accepted before, by a run that is not known here, and not sent again; "
        "--new-run sends anew\n",
    )
    done = mcctl(SEND)
    assert (
        done.stderr == f"Run {run_id} was begun before: 2 rows done already; --new-run to send it to everybody anew\n"
    )


def test_after_a_reset_the_emulator_is_another_tenant(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(2)
    assert mcctl(SEND).code == 0
    assert mcctl(["emulator", "reset"]).code == 0
    assert mcctl(SEND).code == 0
    assert len(contacts(rehearsal)) == 2


def test_keys_of_json_lines_are_their_own_where_they_have_one(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    write('{"contactKey":"c-1","to":"a@x.io","messageKey":"mine"}\n{"contactKey":2,"to":"b@x.io"}\n', "r.jsonl")
    assert mcctl(["tx", "send", DEFINITION, "--from", "r.jsonl", "--results", "out.jsonl"]).code == 0
    first, second = json.loads(rehearsal.requests("POST")[0]["body"])["recipients"]
    assert first == {"contactKey": "c-1", "to": "a@x.io", "messageKey": "mine"}
    assert (second["contactKey"], len(second["messageKey"])) == ("2", 36)


def test_json_lines_that_cannot_be_sent_are_their_own_problem(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    good = '{"contactKey":"c-%d","to":"c@x.io"}'
    bad = ['{"contactKey":"n","to":"c@x.io","V":NaN}', '{"contactKey":"i","to":"c@x.io","V":1e999}',
           '{"contactKey":"\\ud800","to":"c@x.io"}', "[1]", "{", '{"contactKey":["l"],"to":"c@x.io"}']  # fmt: skip
    write("\n".join([good % 1, *bad, good % 2]), "r.jsonl")
    assert mcctl(["tx", "send", DEFINITION, "--from", "r.jsonl", "--skip-invalid", "--results", "out.jsonl"]).code == 8
    assert [(one["outcome"], one["error"]) for one in results()] == [
        ("accepted", None),
        ("refused", "The line is not valid JSON"),
        ("refused", "The line is not valid JSON"),
        ("refused", "The line holds half a character"),
        ("refused", "The line is no JSON object"),
        ("refused", "The line is not valid JSON"),
        ("refused", "contactKey is neither text nor a number"),
        ("accepted", None),
    ]


def test_rows_too_large_next_to_each_other_do_not_stop_the_run(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    large = "x" * 5_000_000
    write(f"contactKey,to,Text\nc-1,a@x.io,{large}\nc-2,b@x.io,{large}\nc-3,c@x.io,small\n")
    assert mcctl([*SEND, "--batch-size", "2"]).code == 8
    assert outcomes() == ["refused", "refused", "accepted"]


def test_a_definition_that_goes_away_stops_the_run_and_loses_nobody(mcctl: Mcctl, tenant: Rehearsal) -> None:
    many(5)
    body = {"message": "MCMS_UTM_Validation_InvalidValue_definitionKey", "errorcode": 109111, "documentation": ""}
    tenant.fault({**BATCHES, "times": 1}, {"status": 400, "body": body})
    assert mcctl([*SEND, "--batch-size", "1", "--concurrency", "1"]).code == 5
    assert outcomes() == []
    assert len(tenant.requests("POST")) == 1
    assert mcctl(SEND).code == 0
    assert len(contacts(tenant)) == 5


@pytest.mark.parametrize("text", ["contactKey,to\nother,o@x.io\n", ""])
def test_a_file_that_changes_while_it_is_read(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    many(2)
    check = runs.newest_run

    def change(base: str) -> str:
        write(text)
        return check(base)

    monkeypatch.setattr(runs, "newest_run", change)
    done = mcctl(SEND)
    assert (done.code, rehearsal.requests("POST")) == (2, [])
    assert done.stderr.splitlines()[0] == "mcctl: r.csv was changed while it was read"


def test_results_go_nowhere_but_to_a_file_of_their_own(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(1)
    for name in ("r.csv", "-", "."):
        assert mcctl([*SEND[:-1], name]).code == 2
    assert rehearsal.requests() == []
    Path("real.jsonl").write_text("old")
    Path("real.jsonl").chmod(0o600)
    Path("out.jsonl").symlink_to("real.jsonl")
    assert mcctl(SEND).code == 0
    assert Path("out.jsonl").is_symlink()
    assert Path("real.jsonl").stat().st_mode & 0o777 == 0o600
    assert outcomes() == ["accepted"]


def test_a_ledger_that_is_broken_concerns_only_its_own_run(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    many(1)
    (runs.runs_dir() / "aaaa.sqlite").write_bytes(b"")
    (runs.runs_dir() / "bbbb.sqlite").write_text("garbage" * 1000)
    assert mcctl(SEND).code == 0
    assert [run["state"] for run in mcctl(["run", "list", "-o", "json"]).json] == [
        "finished",
        "unreadable",
        "unreadable",
    ]
    assert mcctl(["run", "discard", "bbbb", "--yes"]).code == 0
    assert mcctl(["run", "resume", "aaaa"]).code == 8


@pytest.mark.parametrize("redirected", ["cat r.csv |", "< r.csv", "<&-"])
def test_standard_input_of_a_shell(home: Path, redirected: str) -> None:
    many(2)
    send = f"{sys.executable} -m mcctl tx send {DEFINITION} --from - --format csv -p emulator"
    command = f"{redirected} {send}" if redirected.endswith("|") else f"{send} {redirected}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    if redirected == "<&-":
        assert (done.returncode, done.stderr) == (2, "mcctl: Standard input is closed; there is nothing to read\n")
    else:
        assert (done.returncode, done.stderr, done.stdout.splitlines()[2]) == (0, "", "ACCEPTED\t2")


def test_resume_is_interrupted_like_the_command_itself(
    mcctl: Mcctl, tenant: Rehearsal, naps: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    many(2)
    tenant.fault({**BATCHES, "times": 7}, {"status": 503})
    assert mcctl(SEND).code == 7
    run_id = mcctl(["run", "list", "-o", "json"]).json[0]["id"]

    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("mcctl.commands._surveying.survey", interrupt)
        assert mcctl(["run", "resume", run_id]).code == 130
    assert mcctl(["run", "resume", run_id, "-o", "json"]).json["accepted"] == 2
