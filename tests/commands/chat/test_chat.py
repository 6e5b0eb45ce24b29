"""`mcctl chat` against the emulator in this process."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal

PAGE, CHANNEL = "1732555047000001", "1653000001"  # registered from the beginning
SECRETS = {"secret": "03d537gg656gvkbe9b430f002e9c4517", "token": "short", "verify": "this_is_the_verify_token"}
REGISTER = [
    "chat", "register", "messenger", "--app-id", "1093076390764037", "--app-secret-file", "secret",
    "--page-id", "1732555047025799", "--page-name", "SFMC Engineers", "--page-token-file", "token",
    "--endpoint-url", "https://graph.facebook.com/v2.6/me/messages", "--verify-token-file", "verify", "--active",
]  # fmt: skip
LINE = [
    "chat", "register", "line", "--channel-id", "1653000002", "--channel-name", "NTO", "--endpoint-url",
    "https://api.line.me", "--channel-secret-file", "secret", "--transactional", "--live", "--inactive",
]  # fmt: skip
SEND = ["chat", "send", "messenger", "--sender", PAGE, "--to", "2468", "--messaging-type", "UPDATE"]


@pytest.fixture(autouse=True)
def secrets(home: Path) -> None:
    for name, text in SECRETS.items():
        (home / name).write_text(text + "\n")


# ---------------------------------------------------------------------- register


def test_register_a_page(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl([*REGISTER, "--dry-run"])
    assert (shown.code, shown.stderr) == (0, "Dry run: nothing was sent\n")
    assert shown.json["url"] == "http://emulator.localhost/ott/v1/registration"
    assert shown.json["body"] == {
        "ottPlatformName": "messenger",
        "ottPlatformAttributes": {
            "applicationId": "1093076390764037",
            "applicationSecret": "********",
            "pageId": "1732555047025799",
            "pageName": "SFMC Engineers",
            "pageAccessToken": "********",
            "endpointUrl": "https://graph.facebook.com/v2.6/me/messages",
            "callbackVerifyToken": "********",
            "isActive": True,
        },
    }
    assert rehearsal.requests() == []
    done = mcctl(REGISTER)
    assert (done.code, done.stdout, done.stderr) == (
        0,
        "",
        "Registered messenger 1732555047025799\nNext: mcctl chat get messenger 1732555047025799\n",
    )
    told = mcctl(["chat", "get", "messenger", "1732555047025799", "-o", "json"])
    assert told.json == {
        "ottPlatformName": "messenger",
        "ottPlatformAttributes": {
            "isTransactional": False,
            "isTestChannel": False,
            "applicationId": "1093076390764037",
            "pageId": "1732555047025799",
            "pageName": "SFMC Engineers",
            "endpointUrl": "https://graph.facebook.com/v2.6/me/messages",
            "isActive": True,
            "apiVersion": "v2.0",
        },
    }
    log = json.dumps(rehearsal.requests())
    assert not any(secret in log for secret in SECRETS.values())


def test_registering_again_overwrites_and_is_asked_about(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(REGISTER).code == 0
    again = mcctl([*REGISTER, "--page-name", "Renamed"])
    assert (again.code, again.stderr) == (
        2,
        "messenger 1732555047025799 is registered already; this overwrites it, secrets included\n"
        "mcctl: In business unit default of profile emulator: Overwrite the registration of messenger 1732555047025799? Nobody can be asked here\n"
        "Hint: Say it on the command line: --yes\n",
    )
    assert mcctl([*REGISTER, "--page-name", "Renamed", "--yes"]).code == 0
    assert [line.split("\t")[2] for line in mcctl(["chat", "list", "messenger"]).stdout.splitlines()] == [
        "Northern Trail Outfitters",
        "Renamed",
    ]


def test_a_repeated_registration_leaves_the_same_state(mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float]) -> None:
    rehearsal.fault({"method": "POST", "path": "/registration", "nth": 1}, {"cut": "after"})
    assert mcctl(REGISTER).code == 0
    assert len(rehearsal.requests("POST")) == 2


def test_register_a_channel(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl([*LINE, "--connect-secret-file", "verify"]).code == 0
    listed = mcctl(["chat", "list"]).stdout.splitlines()
    assert [line.split("\t")[:5] for line in listed] == [
        ["messenger", PAGE, "Northern Trail Outfitters", "true", "false"],
        ["line", CHANNEL, "NTO Japan", "true", "true"],
        ["line", "1653000002", "NTO", "false", "false"],
    ]


def test_everything_that_is_missing_is_told_at_once(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "empty").touch()
    args = ["chat", "register", "messenger", "--page-id", "1", "--endpoint-url", "graph.facebook.com"]
    done = mcctl([*args, "-o", "json"])
    assert done.code == 2
    assert [done.error["message"], *done.error["details"]] == [
        "applicationId is missing: --app-id",
        "applicationSecret is missing: --app-secret-file",
        "pageName is missing: --page-name",
        "pageAccessToken is missing: --page-token-file",
        "callbackVerifyToken is missing: --verify-token-file",
        "isActive is missing: --active or --inactive",
        "--endpoint-url must be an https:// URL, not 'graph.facebook.com'",
    ]
    unread = mcctl([*args[:-1], "x", "--app-secret-file", "none", "--page-token-file", "empty", "-o", "json"])
    assert [unread.error["message"], *unread.error["details"]] == [
        "Cannot read none: No such file or directory",
        "applicationId is missing: --app-id",
        "pageName is missing: --page-name",
        "pageAccessToken is missing: --page-token-file",
        "callbackVerifyToken is missing: --verify-token-file",
        "isActive is missing: --active or --inactive",
        "--endpoint-url must be an https:// URL, not 'x'",
    ]
    send = mcctl(["chat", "send", "messenger", "--sender", "1", "--template", "none", "--image", "x", "-o", "json"])
    assert [send.error["message"], *send.error["details"]] == [
        "Cannot read none: No such file or directory",
        "A messenger message has 1 content at most",
        "url must be an https:// URL, not 'x'",
        "Who is it for? Give --to ID or --reference REFERENCE",
        "Messenger needs --messaging-type: RESPONSE, UPDATE, MESSAGE_TAG",
    ]
    assert (
        mcctl(["chat", "register", "line", "-o", "json"]).error["details"][-1]
        == "isActive is missing: --active or --inactive"
    )
    assert rehearsal.requests() == []


def test_secrets_are_asked_for_on_a_terminal_once_all_else_is_there(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str, stream: Any) -> str:
        asked.append(prompt)
        return "a-secret-from-the-keyboard"

    monkeypatch.setattr(getpass, "getpass", answer)
    without = [word for word in LINE if word not in ("--channel-secret-file", "secret")]
    assert mcctl([*without[:-1]], terminal=True).code == 2
    assert asked == []
    done = mcctl(without, terminal=True)
    assert (done.code, asked) == (0, ["Channel secret (not shown): "])
    assert "keyboard" not in done.stdout + done.stderr


def test_secrets_come_from_standard_input_one_at_a_time(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    from_stdin = ["-" if word == "secret" else word for word in REGISTER]
    assert mcctl(from_stdin, stdin="a-secret-from-a-pipe\n").code == 0
    both = ["-" if word in ("secret", "token") else word for word in REGISTER]
    assert mcctl(both, stdin="x").stderr == "mcctl: Only one secret can come from standard input\n"
    missing = mcctl([*REGISTER, "--app-secret-file", "none"])
    assert (missing.code, missing.stderr) == (
        2,
        "mcctl: Cannot read none: No such file or directory\nHint: Nothing was sent\n",
    )
    Path("secret").write_text("\n")
    empty = mcctl(REGISTER)
    assert (empty.code, empty.stderr.splitlines()[0]) == (2, "mcctl: applicationSecret is missing: --app-secret-file")


def test_what_marketing_cloud_refuses_is_told_line_by_line(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(
        ["api", "POST", "/ott/v1/registration", "-f", "ottPlatformName=line", "-f", "ottPlatformAttributes.channelId=1"]
    )
    assert (done.code, done.stderr.splitlines()) == (
        5,
        [
            "mcctl: Marketing Cloud answered POST /ott/v1/registration with: Please fix the following errors (HTTP 400, "
            "code 10006)",
            "  ChannelName must be provided",
            "  ChannelSecret must be provided",
            "  isTransactional must be provided",
            "  isTestChannel must be provided",
            "  EndpointUrl must be provided",
            "  IsActive must be provided",
        ],
    )


def test_what_is_not_there(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["chat", "get", "messenger", "1"]).code == 3
    done = mcctl(["chat", "get", "whatsapp", "1"])
    assert (done.code, done.stderr) == (
        2,
        "mcctl: 'whatsapp' is not a network of GroupConnect; there are: messenger, line\n",
    )
    assert mcctl(["chat", "list", "line", "-o", "json", "-q", "[].ottPlatformAttributes.channelId"]).json == [CHANNEL]


# ---------------------------------------------------------------------- send


def test_send_a_text(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    done = mcctl([*SEND, "--text", "It is on its way", "--message-key", "order-1", "--wait", "-o", "json"])
    assert (done.code, done.stderr) == (0, "Accepted as order-1\nSent order-1\n")
    assert [one["event"] for one in done.json["status"]] == ["Created", "Queued", "Sent"]
    assert json.loads(rehearsal.requests("POST")[0]["body"]) == {
        "messageKey": "order-1",
        "from": {"senderType": "messenger", "senderId": PAGE},
        "to": {"ottId": "2468"},
        "message": {
            "contents": [{"type": "text", "text": "It is on its way"}],
            "customKeys": [{"messagingType": "UPDATE"}],
        },
        "validityPeriod": 30,
    }
    sent = rehearsal.outbox()
    assert [(one["channel"], one["from"], one["to"], one["text"]) for one in sent] == [
        ("messenger", PAGE, "2468", "It is on its way")
    ]
    told = mcctl(["chat", "status", "order-1"]).stdout.splitlines()
    assert told[:3] == ["MESSAGE KEY\torder-1", "TO\t2468", "EVENT\tSent"]
    assert mcctl(["chat", "status", "none"]).code == 3


MESSENGER = ["chat", "send", "messenger", "--sender", PAGE, "--reference", "r", "--messaging-type", "RESPONSE"]
TO_LINE = ["chat", "send", "line", "--sender", CHANNEL, "--to", "U1"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([*MESSENGER, "--image", "https://x.io/a.png", "--reusable", "--notification", "NO_PUSH"],
         {"contents": [{"type": "image", "url": "https://x.io/a.png", "isReusable": True}],
          "customKeys": [{"messagingType": "RESPONSE"}, {"notificationType": "NO_PUSH"}]}),
        ([*MESSENGER, "--template", "card.json"],
         {"contents": [{"type": "native", "nativePayload": {"template_type": "generic"}}],
          "customKeys": [{"messagingType": "RESPONSE"}]}),
        ([*MESSENGER[:-1], "MESSAGE_TAG", "--tag", "ACCOUNT_UPDATE", "--video", "https://x.io/a.mp4"],
         {"contents": [{"type": "video", "url": "https://x.io/a.mp4"}],
          "customKeys": [{"messagingType": "MESSAGE_TAG"}, {"tag": "ACCOUNT_UPDATE"}]}),
        ([*TO_LINE, "--text", "a", "--text", "b", "--image", "https://x.io/a.png", "--alt-url", "https://x.io/b.png",
          "--audio", "https://x.io/a.m4a", "--duration", "900", "--subject", "s"],
         {"subject": "s", "customKeys": [], "contents": [
             {"type": "text", "text": "a"},
             {"type": "text", "text": "b"},
             {"type": "image", "url": "https://x.io/a.png", "altUrl": "https://x.io/b.png"},
             {"type": "audio", "url": "https://x.io/a.m4a", "duration": 900}]}),
        ([*TO_LINE, "--contents", "contents.yaml"],
         {"contents": [{"type": "native", "nativePayload": {"type": "sticker"}}, {"type": "text", "text": "last"}],
          "customKeys": []}),
    ],
)  # fmt: skip
def test_every_kind_of_content(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], message: dict[str, Any]) -> None:
    Path("card.json").write_text('{"template_type": "generic"}')
    Path("contents.yaml").write_text("- {type: native, nativePayload: {type: sticker}}\n- {type: text, text: last}\n")
    done = mcctl([*args, "--message-key", "k", "--group-key", "g"])
    assert (done.code, done.stderr) == (0, "Accepted as k\nNext: mcctl chat status k\n")
    sent = json.loads(rehearsal.requests("POST")[0]["body"])
    assert (sent["message"], sent["messageGroupKey"]) == (message, "g")


@pytest.mark.parametrize(
    ("args", "problems"),
    [
        (["messenger", "--sender", PAGE],
         ["What is the message? Give --text, --image, --video, --audio, --template or --contents",
          "Who is it for? Give --to ID or --reference REFERENCE",
          "Messenger needs --messaging-type: RESPONSE, UPDATE, MESSAGE_TAG"]),
        (["messenger", "--sender", PAGE, "--to", "1", "--text", "a", "--text", "b", "--messaging-type", "PROMO", "--tag", "t"],
         ["A messenger message has 1 content at most",
          "--messaging-type must be one of RESPONSE, UPDATE, MESSAGE_TAG",
          "--messaging-type MESSAGE_TAG and --tag go together"]),
        (["line", "--sender", CHANNEL, "--reference", "r", "--image", "x", "--audio", "https://x.io/a", "--reusable",
          "--notification", "LOUD", "--message-key", "k" * 101],
         ["--reusable is for messenger",
          "A content of type image needs altUrl (--alt-url)",
          "url must be an https:// URL, not 'x'",
          "A content of type audio needs duration (--duration)",
          "LINE needs the user's id: --to ID; --reference is tried before it",
          "--notification must be one of REGULAR, SILENT_PUSH, NO_PUSH",
          "--tag and --notification are for messenger",
          "--message-key has 1 to 100 characters, not 101"]),
        (["line", "--sender", CHANNEL, "--to", "U", "--text", "", "--contents", "bad.yaml"],
         ["--contents holds all of the message; no --text, --image... beside it",
          "A content must be an object with a type",
          "The type of a content must be one of text, image, video, audio, native, not 'file'",
          "A content of type text needs text"]),
        (["line", "--sender", CHANNEL, "--to", "U", "--contents", "object.yaml"],
         ["--contents must hold a list of contents"]),
        (["line", "--sender", CHANNEL, "--to", "U", "--text", "x", "--alt-url", "https://x.io", "--duration", "5"],
         ["--alt-url goes only with --image or --video", "--duration goes only with --audio"]),
        (["line", "--sender", CHANNEL, "--to", "U", *["--text", "x"] * 6], ["A line message has 5 contents at most"]),
    ],
)  # fmt: skip
def test_every_fault_is_told_before_anything_leaves(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], problems: list[str]
) -> None:
    Path("bad.yaml").write_text("- text\n- {type: file}\n- {type: text}\n")
    Path("object.yaml").write_text("type: text\n")
    done = mcctl(["chat", "send", *args, "-o", "json"])
    assert done.code == 2
    assert [done.error["message"], *done.error["details"]] == problems
    assert rehearsal.requests() == []


def test_a_message_that_cannot_be_delivered(mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]) -> None:
    args = ["chat", "send", "line", "--sender", CHANNEL, "--to", "error-1", "--text", "x", "--message-key", "k"]
    done = mcctl([*args, "--wait"])
    assert (done.code, done.stderr) == (5, "Accepted as k\nmcctl: The message could not be delivered\n")
    assert mcctl(["chat", "status", "k", "--wait"]).code == 5
    assert rehearsal.outbox() == []


def test_a_sender_that_may_not_send(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(LINE).code == 0
    for sender in ("1653000002", "1"):
        done = mcctl(["chat", "send", "line", "--sender", sender, "--to", "U", "--text", "x"])
        assert (done.code, "Sender Id provided is either unregistered or inactive" in done.stderr) == (5, True)


def test_a_lost_answer_is_never_repeated(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsal.fault({"method": "POST", "path": "/ott/v1/send"}, {"cut": "after"})
    done = mcctl([*SEND, "--text", "x", "--message-key", "k"])
    assert (done.code, done.stderr.splitlines()[-1]) == (
        7,
        "Hint: Find out before you run it again: mcctl chat status k",
    )
    assert len(rehearsal.requests("POST")) == 1


def test_a_message_that_is_not_through_when_the_wait_ends(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl([*SEND, "--text", "x", "--message-key", "k", "--wait", "--wait-timeout", "0"])
    assert done.code == 9
    assert done.stderr.splitlines()[-2] == "mcctl: The message is Created after 0 s"


def test_names_count_in_any_case(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    body = {
        "MessageKey": "k", "From": {"SenderType": "messenger", "SenderId": PAGE}, "To": {"OttId": "1"},
        "Message": {"Contents": [{"Type": "text", "Text": "x"}], "CustomKeys": [{"MessagingType": "RESPONSE"}]},
        "ValidityPeriod": 30,
    }  # fmt: skip
    Path("pascal.json").write_text(json.dumps(body))
    rehearsal.app.judged.clear()
    done = mcctl(["api", "POST", "/ott/v1/send", "--input", "pascal.json"])
    rehearsal.app.judged.clear()  # the reference has them in camel case, and says that its own samples disagree
    assert done.code == 0
    assert mcctl(["chat", "status", "k", "-o", "json"]).json["requestBody"]["from"]["senderId"] == PAGE
    rehearsal.app.judged.clear()


# ---------------------------------------------------------------------- what was once done falsely


@pytest.mark.parametrize(
    "answer", [{}, {"ottRequestId": 5}, {"ottRequestId": "r", "message": "warn", "errorcode": 50200}]
)
def test_an_answer_without_request_is_no_success(mcctl: Mcctl, rehearsal: Rehearsal, answer: dict[str, Any]) -> None:
    rehearsal.fault({"method": "POST", "path": "/ott/v1/send"}, {"status": 201, "body": answer})
    assert mcctl([*SEND, "--text", "x"]).code == 7
    assert len(rehearsal.requests("POST")) == 1
    rehearsal.app.judged.clear()


def test_secrets_that_the_server_tells_are_not_shown(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    told = {"ottPlatformName": "line", "ottPlatformAttributes": {"channelId": "1", "channelSecret": "abc"}}
    rehearsal.fault({"path": "/line/1$"}, {"status": 200, "body": told})
    rehearsal.fault({"path": "/line$"}, {"status": 200, "body": {"items": [told], "count": 1, "pageSize": 50}})
    for args in (["get", "line", "1"], ["list", "line"]):
        shown = mcctl(["chat", *args, "-o", "json"]).stdout
        assert ('"channelSecret": "********"' in shown, "abc" in shown) == (True, False)
    rehearsal.app.judged.clear()


@pytest.mark.parametrize("secret", ['quo"ted\\secret', "naïve-secret-text", "5hrt"])
def test_secrets_that_an_error_repeats_are_not_shown(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, secret: str
) -> None:
    (home / "secret").write_text(secret)
    rehearsal.fault({"method": "POST"}, {"status": 400, "body": {"message": f"bad secret: {secret}"}})
    done = mcctl([*LINE, "-o", "json"])
    assert (done.code, done.error["message"].count("bad secret: ********")) == (5, 1)


def test_a_next_page_that_is_nowhere(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    page = {
        "items": [{"ottPlatformName": "line"}],
        "links": {"next": {"href": "http://[x/"}},
        "pageSize": 1,
        "count": 2,
    }
    rehearsal.fault({"path": "/line$"}, {"status": 200, "body": page})
    assert mcctl(["chat", "list", "line"]).code == 2
    rehearsal.app.judged.clear()


def test_names_of_contents_as_the_samples_spell_them(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    given = [
        {"Type": "native", "payload": {"a": 1}},
        {"type": "image", "url": "https://x.io/a", "alturl": "https://x.io/b"},
    ]
    Path("c.json").write_text(json.dumps(given))
    assert mcctl([*TO_LINE, "--contents", "c.json"]).code == 0
    assert json.loads(rehearsal.requests("POST")[0]["body"])["message"]["contents"] == [
        {"type": "native", "nativePayload": {"a": 1}},
        {"type": "image", "url": "https://x.io/a", "altUrl": "https://x.io/b"},
    ]
    Path("c.json").write_text('[{"type": ["text"]}]')
    assert mcctl([*TO_LINE, "--contents", "c.json"]).code == 2


def test_a_status_that_cannot_be_asked(
    mcctl: Mcctl, rehearsal: Rehearsal, naps: list[float], waits: list[float]
) -> None:
    rehearsal.fault({"method": "GET", "path": "/ott/v1/send/"}, {"status": 503})
    assert mcctl([*SEND, "--text", "x", "--message-key", "k", "--wait"]).code == 9
    assert mcctl(["chat", "status", "k", "--wait"]).code == 6
