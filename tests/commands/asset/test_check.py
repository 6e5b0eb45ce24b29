"""`mcctl asset check`, and what create and patch say of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mcctl.checks.mail import RULES, Mail, check
from tests.conftest import Mcctl, Rehearsal

GOOD = '<p><img src="https://a.example/x.png" alt="x"> <a href="https://a.example">go</a> <a href="%%unsub_center_url%%">out</a></p>%%Member_Addr%%'


def found(
    html: str, *, text: str = "", subject: str = "Hi", is_email: bool = True, **more: Any
) -> list[tuple[str, str, int]]:
    parts = {"html": html, "subject": subject, **({"text": text} if text else {})}
    return [(one.rule, one.level, one.place.line) for one in check(Mail(parts, is_email=is_email, **more))]


def test_a_good_mail_has_no_faults() -> None:
    assert found(GOOD) == []


FAULTY = [
    (GOOD + "\n%%[ IF 1 THEN ]%%", ("code", "error", 2)),
    (GOOD + "\n%%=NoSuch()=%%", ("code", "error", 2)),
    (GOOD + '\n%%=CreateObject("x")=%%', ("code", "error", 2)),
    (GOOD.replace("%%unsub_center_url%%", "https://a.example/out"), ("unsubscribe", "error", 1)),
    (GOOD.replace("%%Member_Addr%%", ""), ("address", "warning", 1)),
    (GOOD + '\n<img src="hero.png" alt="">', ("image", "error", 2)),
    (GOOD + '\n<img src="file:///c:/x.png" alt="">', ("image", "error", 2)),
    (GOOD + '\n<img alt="">', ("image", "error", 2)),
    (GOOD + '\n<img src="https://a.example/y.png">', ("alt", "warning", 2)),
    (GOOD + '\n<a href="#">x</a>', ("link", "error", 2)),
    (GOOD + "\n<a>x</a>", ("link", "error", 2)),
    (GOOD + '\n<a href="page.html">x</a>', ("link", "error", 2)),
    (GOOD + '\n<a href="http://a.example">x</a>', ("http", "warning", 2)),
    (GOOD + "\n%%[ SET @a = 1<br> ]%%", ("debris", "warning", 2)),
    (GOOD + '\n%%=FormatDate(Now(),"HH:mm")=%%', ("hint", "warning", 2)),
    (GOOD + '\n%%=HTTPGet("x")=%%', ("platform", "warning", 2)),
    (GOOD + '\n<script runat="server">x</script>', ("platform", "warning", 2)),
    (GOOD + "x" * 105_000, ("size", "warning", 1)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "fault"), FAULTY, ids=[f"{fault[0]}-{number}" for number, (_, fault) in enumerate(FAULTY)]
)
def test_each_fault_is_found(html: str, fault: tuple[str, str, int]) -> None:
    assert found(html) == [fault]


@pytest.mark.parametrize(
    "html",
    ['<a href="%%=RedirectTo(@u)=%%">x</a>', '<img src="%%=v(@u)=%%" alt="">', '<a href="mailto:a@b.example">x</a>',
     '<a href="#top">x</a>', '<a name="top"></a>', '<a href="tel:+1555">x</a>', '<img src="cid:1" alt="">',
     "%%[ IF @a < 3 THEN ]%%<b>%%[ ENDIF ]%%"],
)  # fmt: skip
def test_what_only_looks_odd_is_no_fault(html: str) -> None:
    assert found(GOOD + html) == []


def test_what_depends_on_what_is_known() -> None:
    assert found(GOOD, subject=" ") == [("subject", "error", 1)]
    assert found("<p>x</p>", is_email=False) == []
    assert found(GOOD.replace("%%unsub_center_url%%", "https://a.example"), is_commercial=False) == []
    named = GOOD + '%%=ContentBlockByKey("a")=%%%%=ContentBlockByKey("b","",0)=%%%%=ContentBlockByKey(@c)=%%'
    assert found(named, has_block=lambda by, which: False) == [("block", "error", 1)]
    assert found(named, has_block=lambda by, which: True) == []
    assert found(GOOD + "%%City%% %%xtyear%% %%=v(Street)=%%", known=frozenset({"city"})) == [
        ("attribute", "warning", 1)
    ]
    old = "Winter boots and skis are cheaper this whole December week only here"
    assert found(GOOD + "<p>Summer tents, ropes, maps, stoves and lamps for everybody</p>", text=old) == [
        ("text", "warning", 1)
    ]
    assert found(GOOD + f"<p>{old}</p>", text=old) == []


def test_every_rule_is_tried() -> None:
    tried = {fault[0] for _, fault in FAULTY} | {"subject", "block", "attribute", "text"}
    assert tried == {rule.name for rule in RULES}


def test_errors_end_in_two_and_warnings_do_not(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    done = mcctl(["asset", "check", "nto-welcome-series"])
    assert (done.code, done.stdout, done.stderr) == (
        0,
        "warning\tNTO Welcome Series Email html 1:1\tA commercial mail needs the postal address, such as %%Member_Addr%%\taddress\n",
        "0 errors, 1 warning in 1 message\n",
    )
    (home / "bad.html").write_text('<img src="x.png" alt="">\n%%=ContentBlockByKey("nosuch")=%%')
    done = mcctl(["asset", "check", "bad.html", "nto-footer", "-o", "json"])
    assert done.code == 2
    assert [(one["asset"], one["rule"], one["line"]) for one in done.json] == [
        ("bad.html", "image", 1),
        ("bad.html", "block", 2),
    ]
    assert done.error["message"] == "2 errors, 0 warnings in 2 messages"
    rehearsal.app.admin.reset()
    local = mcctl(["asset", "check", "bad.html", "--local", "-o", "json"])
    assert [one["rule"] for one in local.json] == ["image"]
    assert rehearsal.requests() == []


def test_a_mail_is_checked_with_the_attributes_of_somebody(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    asset = mcctl(["asset", "get", "nto-welcome-series", "-o", "json"]).json
    asset["views"]["html"]["content"] += "%%Colour%%"
    (home / "mail.json").write_text(json.dumps(asset))
    done = mcctl(["asset", "check", "mail.json", "--transactional", "--row", "nto-customers:nto-1001", "-o", "json"])
    assert [(one["rule"], one["message"]) for one in done.json] == [
        ("attribute", "colour is no attribute that is known")
    ]


def test_create_and_patch_warn_of_the_worst(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "bad.html").write_text('<img src="x.png" alt="">%%[ IF ]%%')
    done = mcctl(
        ["asset", "create", "--name", "Bad", "--html", "bad.html", "--external-key", "bad", "--folder", "Emails"]
    )
    assert done.code == 0
    assert done.stderr.splitlines()[:2] == [
        "Warning: html, line 1, column 1: The image x.png is on this machine only",
        "Warning: html, line 1, column 32: a value should be here, not ]%%",
    ]
    patched = mcctl(["asset", "patch", "bad", "--html", "bad.html"])
    assert (patched.code, patched.stderr.startswith("Warning: html, line 1, column 1")) == (0, True)


def test_text_auto_makes_the_text_part(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "a.html").write_text(
        "<style>p {color: red}</style><h1>Hi %%FirstName%%</h1><p>All <b>tents</b> %%[ IF @a < 3 THEN ]%%now%%[ ENDIF ]%%</p>"
        '<ul><li><a href="https://a.example/%%=v(@id)=%%">Shop</a></li></ul>'
    )
    command = [
        "asset",
        "create",
        "--name",
        "A",
        "--html",
        "a.html",
        "--text-part",
        "auto",
        "--external-key",
        "a",
        "--folder",
        "Emails",
    ]
    assert mcctl([*command, "-o", "json"]).json["views"]["text"]["content"] == (
        "Hi %%FirstName%%\n\nAll tents %%[ IF @a < 3 THEN ]%%now%%[ ENDIF ]%%\n\n  * Shop (https://a.example/%%=v(@id)=%%)\n"
    )
    done = mcctl(["asset", "create", "--name", "B", "--text-part", "auto"])
    assert (done.code, done.stderr.splitlines()[0]) == (
        2,
        "mcctl: --text-part auto makes the text from the HTML; give --html FILE, too",
    )
