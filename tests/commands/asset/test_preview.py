"""`mcctl asset preview`, on files, on the emulator and over a socket."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.conftest import Mcctl, Rehearsal

CART = """%%[ SET @rows = LookupOrderedRows("Cart",0,"Price DESC","Owner",_subscriberkey)
FOR @i = 1 TO RowCount(@rows) DO SET @row = Row(@rows,@i) ]%%
<li>%%=Field(@row,"Item")=%% %%=FormatCurrency(Field(@row,"Price"),"en-US")=%%</li>%%[ NEXT @i ]%%
%%=ContentBlockByKey("foot")=%%"""
CONTEXT = {
    "attributes": {"_subscriberkey": "K1", "FirstName": "Ada"},
    "de": {
        "Cart": {
            "fields": ["Owner", "Item", "Price"],
            "rows": [
                {"Owner": "K1", "Item": "rope", "Price": "130.5"},
                {"Owner": "K2", "Item": "mug", "Price": "4"},
                {"Owner": "K1", "Item": "tent", "Price": "249.9"},
            ],
        }
    },
    "content": {"foot": "<small>%%FirstName%%, %%xtyear%%</small>"},
    "now": "2018-01-15T09:05:00",
}
CART_PRINTED = "\n<li>tent $249.90</li>\n<li>rope $130.50</li>\n<small>Ada, 2018</small>"


@pytest.fixture
def page(home: Path) -> Path:
    (home / "cart.html").write_text(CART)
    (home / "context.json").write_text(json.dumps(CONTEXT))
    return home / "cart.html"


def test_a_file_is_rendered_with_the_data_of_a_context_and_asks_nobody(mcctl: Mcctl, page: Path) -> None:
    done = mcctl(["asset", "preview", str(page), "--context", "context.json", "--view", "html"])
    assert (done.code, done.stdout.strip(), done.stderr) == (0, CART_PRINTED.strip(), "")


def test_a_context_can_be_yaml_and_data_wins_over_it(mcctl: Mcctl, home: Path) -> None:
    (home / "c.yaml").write_text("attributes: {Name: Ada, City: Rome}\n")
    done = mcctl(
        ["asset", "preview", "-", "--context", "c.yaml", "--attr", "Name=Eva", "--view", "html"],
        stdin="%%Name%%, %%City%%",
    )
    assert done.stdout == "Eva, Rome"


def test_json_tells_everything_there_is_to_know(mcctl: Mcctl, home: Path) -> None:
    template = (
        '%%[ SET @n = Lookup("Cart","Item","Owner","K2") InsertDE("Cart","Owner","K3") ]%%'
        "%%=v(@n)=%% %%Nobody%% %%=RedirectTo('https://a.example')=%% %%=FormatDate(Now(),'HH:mm')=%%"
    )
    (home / "t.html").write_text(template)
    (home / "c.json").write_text(json.dumps(CONTEXT))
    done = mcctl(["asset", "preview", "t.html", "--context", "c.json", "--as", "json"])
    assert done.json == {
        "who": "",
        "views": {"html": "mug %%Nobody%% https://a.example 09:01"},
        "htmlBytes": 38,
        "isClippedByGmail": False,
        "warnings": [
            {
                "part": "html",
                "message": 'FormatDate: mm in "HH:mm" is the month; minutes belong into the third argument',
                "line": 1,
                "column": 146,
                "block": None,
            },
            {
                "part": "html",
                "message": "%%Nobody%% is no attribute that is known here",
                "line": 1,
                "column": 94,
                "block": None,
            },
        ],
        "notRendered": [],
        "lookups": [{"extension": "Cart", "criteria": "Owner = K2", "rows": 1}],
        "links": ["https://a.example"],
        "writes": [{"kind": "insert", "extension": "Cart", "keys": {}, "values": {"Owner": "K3"}}],
        "variables": {"@n": "mug"},
        "error": None,
    }


@pytest.mark.parametrize(
    ("template", "code", "told"),
    [
        ("a\n%%[ IF 1 THEN ]%%", 2, "line 2, column 5: IF has no ENDIF"),
        ("%%=NoSuch()=%%", 2, "line 1, column 4: There is no function NoSuch"),
        ('%%=Add("a",1)=%%', 2, 'line 1, column 4: Add: "a" is no number'),
        ('%%[ RaiseError("no stock", true) ]%%', 2, "line 1, column 5: no stock"),
        ('%%=HTTPGet("https://a.example")=%%', 8, "line 1, column 4: HTTPGet needs the platform; --stub FILE can give its answer"),
        ('a <script runat="server">x</script>', 8, "line 1, column 3: server-side JavaScript is not rendered"),
        ("{{name}}", 8, "line 1, column 1: Guide Template Language is not rendered"),
        ("%%[ FOR @i = 1 TO 9999999 DO NEXT ]%%", 2, "line 1, column 5: The loops take more than 1,000,000 turns"),
        ('%%=ContentBlockByKey("../../etc/passwd")=%%', 2, "line 1, column 4: ContentBlockByKey: There is no content block with the key \"../../etc/passwd\""),
        ('%%=Lookup("/etc/passwd","a","b","c")=%%', 2, 'line 1, column 4: Lookup: There is no data extension "/etc/passwd"'),
    ],
)  # fmt: skip
def test_what_a_template_cannot_is_told_with_its_place(
    mcctl: Mcctl, home: Path, template: str, code: int, told: str
) -> None:
    (home / "t.html").write_text(template)
    (home / "c.json").write_text("{}")
    done = mcctl(["asset", "preview", "t.html", "--context", "c.json", "--view", "html"])
    assert (done.code, done.stderr.splitlines()[0]) == (code, f"mcctl: {told}")


def test_stubs_answer_for_the_platform(mcctl: Mcctl, home: Path) -> None:
    (home / "t.html").write_text(
        '%%[ SET @r = RetrieveSalesforceObjects("Contact","Name","Id","=","1") ]%%%%=Field(Row(@r,1),"Name")=%% '
        '%%=HTTPGet("https://a.example",true,0,@s)=%% %%=v(@s)=%%'
    )
    stubs = [
        {"function": "RetrieveSalesforceObjects", "rows": [{"Name": "Ada"}]},
        {"function": "HTTPGet", "arguments": ["https://b.example"], "value": "other"},
        {"function": "httpget", "value": "body", "set": {"@s": 0}},
    ]
    (home / "s.json").write_text(json.dumps(stubs))
    (home / "c.json").write_text("{}")
    command = ["asset", "preview", "t.html", "--context", "c.json", "--stub", "s.json", "--view", "html"]
    assert mcctl(command).stdout == "Ada body 0"
    (home / "s.json").write_text('[{"value": 1}]')
    assert mcctl(command).stderr == "mcctl: s.json: answer 1 must have a function\n"


def test_an_asset_is_rendered_with_what_the_account_has(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "t.html").write_text(
        '%%[ SET @row = Row(LookupRows("NTO Customers","SubscriberKey",_subscriberkey),1) '
        'InsertDE("nto-suppression","Email",emailaddr) ]%%%%=Field(@row,"FirstName")=%% <%%emailaddr%%> '
        '%%=ContentBlockByKey("nto-footer")=%%%%=ContentBlockByID(1203)=%%'
        '%%=ContentBlockByName("Content Builder\\Blocks\\NTO Footer")=%%%%=ContentImageByKey("nto-logo")=%%'
        '%%=DataExtensionRowCount("nto-customers")=%%'
    )
    done = mcctl(["asset", "preview", "t.html", "--row", "nto-customers:nto-1003", "--as", "json"])
    footer = "<footer>Northern Trail Outfitters</footer>"
    html = done.json["views"]["html"]
    assert html.startswith(
        f'Carmen <carmen@nto.example> {footer * 3}<img src="http://emulator.localhost/_emulator/files/'
    )
    assert html.endswith('.png" title="nto-logo.png" alt="nto-logo.png" border="0" thid="1204">3')
    written = [
        {"kind": "insert", "extension": "nto-suppression", "keys": {}, "values": {"Email": "carmen@nto.example"}}
    ]
    assert done.json["writes"] == written
    assert {one["method"] for one in rehearsal.requests()} <= {"GET", "POST"}
    assert not rehearsal.requests("PUT", "PATCH", "DELETE")
    assert [one["path"] for one in rehearsal.requests("POST")] == ["/asset/v1/content/assets/query"] * 3
    rows = mcctl(["de", "rows", "nto-suppression", "-o", "json"]).json
    assert [row["Email"] for row in rows] == ["nomail@nto.example"]


def test_who_it_is_for_can_be_a_contact_a_row_or_several(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    rehearsed = ["asset", "preview", "nto-welcome-series"]
    mcctl(["contact", "create", "K9", "--email", "k9@example.com"])
    done = mcctl([*rehearsed, "--row", "nto-customers:nto-1001", "--row", "nto-customers:nto-1002", "-o", "json"])
    assert [(one["who"], "Amelia" in one["views"]["html"], "Bao" in one["views"]["html"]) for one in done.json] == [
        ("nto-customers:nto-1001", True, False),
        ("nto-customers:nto-1002", False, True),
    ]
    assert mcctl([*rehearsed, "--row", "nto-customers"]).code == 2
    assert mcctl([*rehearsed, "--row", "nto-customers:nobody", "--view", "html"]).code == 3
    assert mcctl([*rehearsed, "--view", "subject"]).stdout == "Welcome to Northern Trail Outfitters"
    assert mcctl([*rehearsed, "--view", "source"]).code == 2
    assert mcctl(["asset", "preview", "nto-footer", "--view", "text"]).code == 3
    missing = mcctl(["asset", "preview", "nosuch"])
    assert (missing.code, "and there is no file 'nosuch'" in missing.stderr) == (3, True)


def test_a_page_is_written_as_files(mcctl: Mcctl, page: Path, home: Path) -> None:
    done = mcctl(["asset", "preview", str(page), "--context", "context.json", "--out", "seen"])
    assert (done.code, done.stderr) == (0, "Wrote seen/index.html\n")
    assert sorted(path.name for path in (home / "seen").iterdir()) == [
        "data.js", "index.html", "mail-0-plain.html", "mail-0.html", "preview.css", "preview.js",
    ]  # fmt: skip
    mail = (home / "seen" / "mail-0.html").read_text()
    assert "default-src 'none'" in mail
    assert mail.endswith(CART_PRINTED)


# ---------------------------------------------------------------------- the page over HTTP


@pytest.fixture
def address(page: Path) -> Iterator[str]:
    """The address of a page that a process serves, and follows the file."""
    command = ["asset", "preview", str(page), "--context", "context.json", "--watch", "--no-open"]
    with subprocess.Popen(
        [sys.executable, "-m", "mcctl", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


def ask(address: str, path: str, host: str = "", token: str | None = None) -> tuple[int, dict[str, str], str]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 0, timeout=5)
    query = parts.query if token is None else f"token={token}"
    connection.request("GET", f"/{path}?{query}", headers={"Host": host} if host else {})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode()


@pytest.mark.processes
def test_the_page_is_answered_to_its_token_and_this_machine_only(address: str) -> None:
    assert ask(address, "")[0] == 200
    assert ask(address, "", token="guess")[0] == 403
    assert ask(address, "mail-0.html", token="")[0] == 403
    assert ask(address, "", host="attacker.example")[0] == 421
    assert ask(address, "../../../etc/passwd")[0] == 404
    assert ask(address, "mail-7.html")[0] == 404


@pytest.mark.processes
def test_a_mail_stands_under_a_policy_that_runs_nothing(address: str) -> None:
    status, headers, body = ask(address, "mail-0.html")
    assert (status, body) == (200, CART_PRINTED)
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert policy.endswith("; sandbox")
    assert "script-src" not in policy
    assert "img-src 'none'" in ask(address, "mail-0-plain.html")[1]["Content-Security-Policy"]


@pytest.mark.processes
def test_the_page_follows_the_file(address: str, page: Path) -> None:
    def seen() -> dict[str, Any]:
        data: dict[str, Any] = json.loads(ask(address, "data.json")[2])
        return data

    before = seen()
    page.write_text("now %%=Concat('this','.')=%%")
    after = seen()
    assert after["version"] != before["version"]
    assert after["people"][0]["views"]["html"] == "now this."
    page.write_text("%%[ IF ]%%")
    assert seen()["people"][0]["error"]["line"] == 1
    page.write_text("</script><script>alert(1)</script>")
    assert "<script>" not in ask(address, "data.js")[2]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--view", "html", "--as", "json"], "--view and JSON do not go together"),
        (["--view", "html", "--out", "d"], "--view and --out do not go together"),
        (["--out", "d", "--watch"], "--out and --watch do not go together"),
        (["--as", "json", "--port", "8080"], "JSON and --port do not go together"),
        (["--view", "html", "--no-open"], "--view and --no-open do not go together"),
        (["--view", "html", "--row", "a:b", "--contact", "c"], "--view prints one view, so it takes one person"),
        (["--context", "c.json", "--row", "a:b"], "--context brings its own person; --contact and --row are those of the account"),
        (["--as", "yaml"], "--as yaml is not known; there is json"),
        (["--view", "amp"], "--view amp is not known; there are html, text, subject and preheader"),
    ],
)  # fmt: skip
def test_options_without_an_effect_are_refused(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, options: list[str], told: str
) -> None:
    (home / "t.html").write_text("x")
    (home / "c.json").write_text("{}")
    done = mcctl(["asset", "preview", "t.html", *options])
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {told}")
    assert rehearsal.requests() == []


def test_the_usual_form_of_output_gives_way_to_a_view(mcctl: Mcctl, home: Path) -> None:
    (home / "t.html").write_text("x")
    (home / "c.json").write_text("{}")
    command = ["asset", "preview", "t.html", "--context", "c.json", "-o", "json"]
    assert mcctl([*command, "--view", "html"]).stdout == "x"
    assert mcctl(command).json["views"] == {"html": "x"}


def test_an_asset_cannot_be_watched(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["asset", "preview", "nto-welcome-series", "--watch"])
    assert (done.code, done.stderr.splitlines()[0]) == (2, "mcctl: --watch looks at a file; the message is not one")
