"""Push messages: read, sent to contacts, devices, tags, lists and everybody; and transactional ones."""

from __future__ import annotations

import pytest

from tests.conftest import Mcctl, Rehearsal

SNOW = "MToxMTQ6MA"
APP = "5e0d0000-0000-4000-8000-000000000201"


def test_messages_and_apps_are_shown(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    listed = mcctl(["push", "list", "-o", "json"]).json
    assert [(one["id"], one["name"], one["status"]) for one in listed] == [(SNOW, "NTO Snow", 2)]
    assert mcctl(["push", "list", "--search", "sun", "-o", "json"]).json == []
    assert mcctl(["push", "get", "nto snow"]).stdout.splitlines()[:4] == [
        "NAME\tNTO Snow", "STATUS\tActive", "TYPE\toutbound", "APP\tNTO Trails",
    ]  # fmt: skip
    assert mcctl(["push", "get", SNOW, "-o", "json", "-q", "alert"]).json == "Snow on the trail, %%FirstName%%!"
    assert mcctl(["push", "get", "nothing"]).code == 3
    assert mcctl(["push", "apps", "-o", "json", "-q", "[].name"]).json == ["NTO Trails"]


@pytest.mark.parametrize(
    ("args", "reached"),
    [
        (["--contact", "nto-1001"], ["device-1001"]),
        (["--device", "device-1002", "--contact", "nto-1001", "--yes"], ["device-1001", "device-1002"]),
        (["--contact", "nto-1001", "--tag", "maps"], []),
        (["--tag", "boots", "--yes"], ["device-1001"]),
        (["--tag", "boots", "--tag", "maps", "--without-tag", "boots", "--yes"], ["device-1002"]),
        (["--data-extension", "nto-customers", "--yes"], ["device-1001", "device-1002"]),
        (["--list", "MTIzOjYzOjA", "--yes"], []),
        (["--everybody", "--yes"], ["device-1001", "device-1002"]),
    ],
)
def test_who_is_reached(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], reached: list[str]) -> None:
    sent = mcctl(["push", "send", "NTO Snow", *args, "-o", "json"])
    assert (sent.code, [one["to"] for one in rehearsal.outbox()]) == (0, reached)
    command = sent.stderr.splitlines()[-1].removeprefix("Next: mcctl ").split()
    assert mcctl([*command, "-o", "json", "-q", "count"]).json == len(reached)


def test_a_send_says_something_else(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    said = ["--text", "Sun!", "--title", "Trail", "--send-time", "2030-12-01T09:00Z"]
    assert mcctl(["push", "send", SNOW, "--contact", "nto-1002", *said]).code == 0
    assert [(one["text"], one["title"]) for one in rehearsal.outbox()] == [("Sun!", "Trail")]
    assert '"sendTime": "2030-12-01 03:00"' in rehearsal.requests("POST")[0]["body"].replace('":"', '": "')


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "To whom?"),
        (["--contact", "a", "--everybody"], "To whom?"),
        (["--tag", "a", "--list", "b"], "To whom?"),
        (["--contact", ""], "A key, token or tag is empty; nothing was sent"),
        (["--contact", "a", "--title", "x"], "--title and --subtitle go with --text"),
        (["--contact", "a", "--text", " "], "--text is empty; nothing was sent"),
        (["--contact", "a", "--send-time", "soon"], "--send-time 'soon' is no date and time"),
    ],
)
def test_what_is_not_sent(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], told: str) -> None:
    answer = mcctl(["push", "send", SNOW, *args, "-o", "json"])
    assert (answer.code, answer.error["message"]) == (2, told)
    assert rehearsal.requests("POST") == []


def test_a_lost_answer_is_told(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    rehearsal.fault({"method": "POST", "path": "/send$"}, {"cut": "after"})
    assert mcctl(["push", "send", SNOW, "--contact", "nto-1001"]).code == 7
    assert mcctl(["push", "status", "nothing", "--message", SNOW]).code == 5
    assert mcctl(["push", "status", "nothing", "--message", SNOW, "--audience", "all"]).code == 2


def test_transactional_pushes(mcctl: Mcctl, waits: list[float], rehearsal: Rehearsal) -> None:
    channel = ["--channel", "push"]
    made = mcctl(
        ["tx", "definition", "create", "snow", *channel, "--app", APP, "--asset", "nto-footer", "--sound", "ding"]
    )
    assert made.stderr.splitlines()[-1] == "Next: mcctl tx send snow --channel push --contact KEY"
    assert mcctl(["tx", "definition", "get", "snow", *channel, "-o", "json", "-q", "options"]).json == {"sound": "ding"}
    assert mcctl(["tx", "definition", "update", "snow", *channel, "--badge", "1"]).code == 0
    assert mcctl(["tx", "definition", "list", *channel, "-o", "json", "-q", "[].definitionKey"]).json == ["snow"]
    sent = mcctl(["tx", "send", "snow", *channel, "--contact", "nto-1001", "--message-key", "p1", "--wait"])
    assert (sent.code, sent.stderr) == (0, "Accepted as p1\nSent p1\n")
    assert [(one["channel"], one["to"]) for one in rehearsal.outbox()] == [("push", "device-1001")]
    lost = mcctl(["tx", "send", "snow", *channel, "--contact", "nobody", "--wait", "-o", "json"])
    assert (lost.code, lost.stdout.count("NoAllSubscribersListEntry")) == (5, 1)
    for refused in (["--from", "x.csv"], ["--contact", "a", "--to", "b@c.de"]):
        assert mcctl(["tx", "send", "snow", *channel, *refused]).code == 2
    assert mcctl(["tx", "unsent", *channel]).code == 2
    assert mcctl(["tx", "definition", "delete", "snow", *channel, "--yes"]).code == 0
