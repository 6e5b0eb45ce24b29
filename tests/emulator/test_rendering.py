"""What the emulator sends is rendered: lookups, writes, blocks, errors that skip; and what it refuses beforehand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal, Result


def define(mcctl: Mcctl, home: Path, template: str, subject: str = "Hi") -> Result:
    """Make an e-mail of a template, and a send definition of it."""
    (home / "mail.html").write_text(template)
    created = ["asset", "create", "--name", "M", "--html", "mail.html", "--subject", subject, "--external-key", "m"]
    assert mcctl([*created, "--folder", "Emails"]).code == 0
    return mcctl(["tx", "definition", "create", "m", "--asset", "m", "-o", "json"])


def send(mcctl: Mcctl, rehearsal: Rehearsal, *more: str, to: str = "amelia@nto.example", key: str = "nto-1001") -> Any:
    """Send one message, and return the newest in the outbox."""
    assert mcctl(["tx", "send", "m", "--to", to, "--contact", key, *more]).code == 0
    rehearsal.advance(2)
    sent = rehearsal.outbox()
    return sent[-1] if sent else None


def test_code_is_run_and_not_mangled(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    assert define(mcctl, home, '<p>One %%=Add(1,2)=%% two %%=Concat("a","b")=%% three</p>').code == 0
    assert send(mcctl, rehearsal)["html"] == "<p>One 3 two ab three</p>"


def test_rows_blocks_attributes_and_the_subject(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    template = (
        '%%[ SET @row = Row(LookupRows("nto customers","SUBSCRIBERKEY",_subscriberkey),1) SET @name = Field(@row,"firstname") ]%%'
        '%%=v(@name)=%% %%Colour%% [%%Nothing%%] %%=ContentBlockByKey("nto-footer")=%% %%member_busname%% %%jobid%%'
        '%%=ContentBlockByName("content builder\\blocks\\nto footer")=%%'
    )
    assert define(mcctl, home, template, subject="Hello %%=v(@name)=%%").code == 0
    message = send(mcctl, rehearsal, "--attr", "Colour=red")
    footer = "<footer>Northern Trail Outfitters</footer>"
    assert message["html"].startswith(f"Amelia red [] {footer} Northern Trail Outfitters ")
    assert message["html"].endswith(footer)
    assert message["subject"] == "Hello Amelia"


def test_writes_come_after_the_messages_and_are_told(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    template = (
        '%%[ UpsertDE("NTO Customers",1,"SubscriberKey",_subscriberkey,"FirstName","Amy") '
        'InsertDE("NTO Suppression","Email",emailaddr) InsertDE("NTO Suppression","Email","nomail@nto.example") '
        'DeleteDE("NTO Customers","SubscriberKey","nto-1003") UpdateDE("NTO Customers",1,"SubscriberKey","nobody","FirstName","X") ]%%'
        '%%=Lookup("NTO Customers","FirstName","SubscriberKey",_subscriberkey)=%% %%=DataExtensionRowCount("NTO Customers")=%%'
    )
    assert define(mcctl, home, template).code == 0
    message = send(mcctl, rehearsal)
    assert message["html"] == "Amelia 3"
    assert [(one["kind"], one["dataExtension"], one.get("error", "")[:9]) for one in message["writes"]] == [
        ("upsert", "NTO Customers", ""),
        ("insert", "NTO Suppression", ""),
        ("insert", "NTO Suppression", "Violation"),
        ("delete", "NTO Customers", ""),
        ("update", "NTO Customers", ""),
    ]
    rows = mcctl(["de", "rows", "nto-customers", "-o", "json"]).json
    assert [(row["SubscriberKey"], row["FirstName"]) for row in rows] == [("nto-1001", "Amy"), ("nto-1002", "Bao")]
    suppressed = mcctl(["de", "rows", "nto-suppression", "-o", "json"]).json
    assert [row["Email"] for row in suppressed] == ["nomail@nto.example", "amelia@nto.example"]


def test_each_recipient_claims_a_row_of_its_own(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    fields = ["--field", "Code:Text(20)", "--field", "Taken:Boolean", "--field", "Owner:Text(50)"]
    assert mcctl(["de", "create", "coupons", "--name", "Coupons", "--key-field", "Code", *fields]).code == 0
    for code in ("C1", "C2"):
        assert mcctl(["de", "upsert", "coupons", "--set", f"Code={code}"]).code == 0
    template = '%%=ClaimRowValue("Coupons","Code","Taken","none left","Owner",_subscriberkey)=%%'
    assert define(mcctl, home, template).code == 0
    got = [send(mcctl, rehearsal, key=key)["html"] for key in ("nto-1001", "nto-1002", "nto-1001", "nto-1003")]
    assert got == ["C1", "C2", "C1", "none left"]


@pytest.mark.parametrize(
    ("template", "reason"),
    [
        ('%%[ RaiseError("no coupon left", true) ]%%', "ScriptRaiseError: no coupon left"),
        ('%%=Lookup("Nowhere","a","b","c")=%%', 'MessageBuildError: line 1, column 4: Lookup: There is no data extension "Nowhere"'),
        ('%%[ SET @t = "%%=TreatAsContent(@t)=%%" ]%%%%=TreatAsContent(@t)=%%', "RecursiveScriptError: line 1, column 4: RecursiveScriptError: Content includes itself, 20 levels deep"),
        ("%%=Lookup(Char(55357),'a','b','c')=%%", "MessageBuildError: line 1, column 4: Lookup: A text holds half a character"),
        ("%%=DateParse('9999-12-31T23:59:59',true)=%%", "MessageBuildError: line 1, column 4: DateParse: A number or a date is beyond all bounds"),
        ("%%=Divide(1,'1e-320')=%%%%=Lookup('NTO Customers','FirstName','SubscriberKey',Char(55357))=%%%%=Field(1,1)=%%", 'MessageBuildError: line 1, column 97: Field: 1 is no row'),
        ("%%[ FOR @i = 1 TO 99999999 DO NEXT ]%%", "MessageBuildError: line 1, column 5: The loops take more than 1,000,000 turns"),
    ],
)  # fmt: skip
def test_what_cannot_be_built_is_not_sent_and_says_why(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, template: str, reason: str
) -> None:
    assert define(mcctl, home, template).code == 0
    assert send(mcctl, rehearsal) is None
    unsent = mcctl(["tx", "unsent", "-o", "json"]).json
    assert [one["statusMessage"] for one in unsent] == [reason]


@pytest.mark.parametrize(
    ("template", "code", "told"),
    [
        ('a\n<script runat="server">Write(1)</script>', 501, "server-side JavaScript (line 2, column 1) in messages"),
        ("{{first}}", 501, "Guide Template Language (line 1, column 1) in messages"),
        ('%%=HTTPGet("https://a.example")=%%', 501, "HTTPGet (line 1, column 4) in messages"),
        ("%%[ IF 1 THEN ]%%", 400, "the AMPscript of the message, line 1, column 5: IF has no ENDIF"),
        ("%%=NoSuch()=%%", 400, "the AMPscript of the message, line 1, column 4: There is no function NoSuch"),
    ],
)
def test_what_cannot_be_rendered_is_refused_when_the_definition_is_made(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, template: str, code: int, told: str
) -> None:
    done = define(mcctl, home, template)
    assert (done.error["status"], told in done.error["message"]) == (code, True)


def test_blocks_that_are_named_are_looked_at_too(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "block.html").write_text("x\n{{y}}")
    assert mcctl(["asset", "patch", "nto-footer", "--content", "block.html"]).code == 0
    done = define(mcctl, home, '%%=ContentBlockByKey("nto-footer")=%%')
    assert "Guide Template Language (nto-footer, line 2, column 1)" in done.error["message"]


def test_a_view_is_compiled_and_its_code_run_for_nobody(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    assert define(mcctl, home, "%%=Add(1,1)=%% %%FirstName%%").code == 0
    assert mcctl(["asset", "get", "m", "--compiled"]).stdout == "2 %%FirstName%%"
    (home / "mail.html").write_text("%%=Add('a',1)=%%")
    assert mcctl(["asset", "patch", "m", "--html", "mail.html"]).code == 0
    assert mcctl(["asset", "get", "m", "--compiled"]).code == 5


def test_texts_of_mobile_connect_are_rendered(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    text = "%%=ProperCase(FirstName)=%%, %%=IIf(1 == 1,'yes','no')=%%"
    done = mcctl(
        [
            "tx",
            "definition",
            "create",
            "t",
            "--channel",
            "sms",
            "--message",
            text,
            "--short-code",
            "12345",
            "--keyword",
            "NTO",
        ]
    )
    assert done.code == 0
    assert (
        mcctl(["tx", "send", "t", "--to", "13175550101", "--contact", "nto-1001", "--attr", "FirstName=ADA"]).code == 0
    )
    rehearsal.advance(2)
    assert rehearsal.outbox()[-1]["text"] == "Ada, yes"


def test_an_error_that_stops_a_job_keeps_the_rest_of_it_back(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    text = "%%[ IF mobile_number == '13175550101' THEN RaiseError('sold out') ENDIF ]%%Here you are"
    numbers = ("13175550100", "13175550101", "13175550102", "13175550103")
    to = [word for number in numbers for word in ("--to", number)]
    opt_in = ["--subscribe", "--resubscribe", "--keyword", "NTO"]
    assert mcctl(["sms", "send", "MzA6Nzg6MA", *to, *opt_in, "--override", "--text", text]).code == 0
    rehearsal.advance(2)
    assert [(one["to"], one["text"]) for one in rehearsal.outbox()] == [("13175550100", "Here you are")]
    unsent = rehearsal.app.admin.messages(channel="unsent", words="", size=10, offset=0)["items"]
    assert sorted((one["to"], one["reason"]) for one in unsent) == [
        ("13175550101", "sold out"),
        ("13175550102", "The job was stopped: sold out"),
        ("13175550103", "The job was stopped: sold out"),
    ]


def test_the_inbox_lists_what_was_sent_and_what_was_not(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    assert define(mcctl, home, "<p>%%FirstName%%</p>", subject="To %%FirstName%%").code == 0
    send(mcctl, rehearsal, "--attr", "FirstName=Ämy")
    send(mcctl, rehearsal, to="27@notsent.example")
    desk = rehearsal.app.admin
    page = desk.messages(channel="", words="", size=10, offset=0)
    assert (page["total"], [(one["to"], one["title"], one["reason"]) for one in page["items"]]) == (
        2,
        [("27@notsent.example", "", "SuppressionListExclusion"), ("amelia@nto.example", "To Ämy", None)],
    )
    assert [one["to"] for one in desk.messages(channel="unsent", words="", size=10, offset=0)["items"]] == [
        "27@notsent.example"
    ]
    assert desk.messages(channel="", words="amelia@", size=10, offset=0)["total"] == 1
    assert desk.messages(channel="sms", words="", size=10, offset=0) == {"total": 0, "newest": 0, "items": []}
    assert desk.message(page["items"][1]["id"])["html"] == "<p>Ämy</p>"  # type: ignore[index]
    assert desk.message(999) is None
    assert len(json.dumps(desk.outbox())) > 2
    assert [one["to"] for one in desk.outbox()] == ["amelia@nto.example"]


def chat(mcctl: Mcctl, text: str) -> Result:
    sender = ["--sender", "1732555047000001", "--to", "2468", "--messaging-type", "UPDATE"]
    return mcctl(["chat", "send", "messenger", *sender, "--text", text, "-o", "json"])


def test_texts_of_chats_are_rendered(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert chat(mcctl, "Now %%=Add(1,2)=%% of 3").code == 0
    assert chat(mcctl, '%%=Lookup("Nowhere","a","b","c")=%%').code == 0
    rehearsal.advance(10)
    assert [one["text"] for one in rehearsal.outbox()] == ["Now 3 of 3"]
    unsent = rehearsal.app.admin.messages(channel="unsent", words="", size=9, offset=0)["items"]
    assert [one["reason"] for one in unsent] == ['line 1, column 4: Lookup: There is no data extension "Nowhere"']
    assert chat(mcctl, "{{name}}").error["status"] == 501
    assert chat(mcctl, "%%[ IF ]%%").error["status"] == 400


def test_an_email_of_a_journey_is_rendered_with_the_event(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    html = "%%=ProperCase(FirstName)=%% %%profile_center_url%% %%=ContentBlockByKey('nto-footer')=%%"
    (home / "mail.html").write_text(html)
    assert mcctl(["asset", "patch", "nto-welcome-series", "--html", "mail.html"]).code == 0
    event = ["--contact", "nto-1001", "--set", "SubscriberKey=nto-1001", "--set", "Email=amelia@nto.example"]
    assert mcctl(["event", "fire", "nto-purchase", *event, "--set", "FirstName=AMELIA"]).code == 0
    rehearsal.advance(60)
    (sent,) = rehearsal.outbox()
    assert sent["html"].startswith("Amelia https://cloud.nto.example/profile <footer>")
    (home / "mail.html").write_text('%%[ RaiseError("sold out", true) ]%%%%profile_center_url%%')
    assert mcctl(["asset", "patch", "nto-welcome-series", "--html", "mail.html"]).code == 0
    assert (
        mcctl(
            [
                "event",
                "fire",
                "nto-purchase",
                "--contact",
                "nto-1002",
                "--set",
                "SubscriberKey=nto-1002",
                "--set",
                "Email=bao@nto.example",
            ]
        ).code
        == 0
    )
    rehearsal.advance(60)
    assert len(rehearsal.outbox()) == 1
    unsent = rehearsal.app.admin.messages(channel="unsent", words="", size=9, offset=0)["items"]
    assert [(one["to"], one["reason"], one["journey"]) for one in unsent] == [
        ("bao@nto.example", "ScriptRaiseError: sold out", "nto-thank-you")
    ]


def made_from_html(home: Path, name: str, **text: object) -> Path:
    """Write an e-mail whose text part is the platform's to make."""
    html = {"content": '<p>Hello %%FirstName%%, <a href="https://nto.example/x">look</a></p>'}
    views = {"subjectline": {"content": "Hi"}, "html": html, "text": text}
    email = {"name": name, "customerKey": name, "assetType": {"id": 208, "name": "htmlemail"}, "views": views}
    (home / f"{name}.json").write_text(json.dumps(email))
    return home / f"{name}.json"


@pytest.mark.parametrize(
    "view", [{"generateFrom": "html"}, {"content": "", "data": {"email": {"options": {"generateFrom": "html"}}}}]
)
def test_a_text_part_that_is_made_from_the_html_is_made_when_it_is_rendered(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, view: dict[str, object]
) -> None:
    path = made_from_html(home, "hello", **view)
    assert mcctl(["asset", "create", "--data", str(path)]).code == 0
    said = "Hello Ada, look (https://nto.example/x)\n"
    assert mcctl(["asset", "preview", "hello", "--attr", "FirstName=Ada", "--view", "text"]).stdout == said
    assert mcctl(["tx", "definition", "create", "hello", "--asset", "hello"]).code == 0
    assert (
        mcctl(["tx", "send", "hello", "--contact", "ada", "--to", "ada@nto.example", "--attr", "FirstName=Ada"]).code
        == 0
    )
    rehearsal.advance(5)
    assert [one["text"] for one in rehearsal.outbox()] == [said]


def test_a_text_part_of_its_own_is_not_made_again(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    path = made_from_html(home, "own", content="My words\n", generateFrom="html")
    assert mcctl(["asset", "preview", str(path), "--attr", "FirstName=Ada", "--view", "text"]).stdout == "My words\n"


def test_a_bounce_is_told_in_the_outbox_and_its_list(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    assert define(mcctl, home, "<p>Hi</p>").code == 0
    for to in ("a@bounce.example", "b@softbounce.example", "c@nto.example"):
        send(mcctl, rehearsal, to=to)
    told = {"a@bounce.example": "HARD: 550 5.1.1 No such user", "b@softbounce.example": "SOFT: 550 5.1.1 No such user"}
    assert {one["to"]: one["bounced"] for one in rehearsal.outbox() if "bounced" in one} == told
    page = rehearsal.app.admin.messages(channel="", words="", size=10, offset=0)
    assert {one["to"]: one["bounced"] for one in page["items"] if "bounced" in one} == told
