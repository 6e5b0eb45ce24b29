"""`mcctl workspace lint`: what is wrong with the files, without asking anybody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mcctl.checks.mail import RULES as MAIL_RULES
from mcctl.workspace.lint import RULES
from tests.conftest import Mcctl, Rehearsal

ROOT = Path(__file__).parents[3]
ROOT = Path(__file__).parents[3]
FOOTER = "content/Blocks/nto-footer.html"
WELCOME = "content/Emails/Welcome Series/nto-welcome-series.email/html.html"
CUSTOMERS = "data-extensions/nto-customers.de.yaml"
SEND = "sends/nto-order-confirmation.email-send.yaml"
JOURNEY = "journeys/nto-thank-you.journey.yaml"


def found(mcctl: Mcctl, *options: str) -> list[tuple[str, str, str, int | None]]:
    listed = mcctl(["workspace", "lint", "-o", "json", *options]).json
    return [(one["level"], one["rule"], one["path"], one["line"]) for one in listed]


def test_the_demo_account_has_what_is_wrong_with_it(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    before = len(rehearsal.requests())
    done = mcctl(["workspace", "lint"])
    assert (done.code, done.stderr) == (2, "mcctl: 1 error, 4 warnings in 10 objects\n")
    assert done.stdout.splitlines()[0] == (
        "error\tcontent/Emails/Newsletters/nto-trail-news.email/email.yaml\t"
        "A commercial mail needs a link to unsubscribe, such as %%unsub_center_url%%\tunsubscribe"
    )
    assert len(rehearsal.requests()) == before


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (FOOTER, "%%=ContentBlockByKey('nope')=%%", ("error", "missing-reference", 1)),
        (FOOTER, "%%=ContentBlockByKey('nope', '', false)=%%", None),
        (FOOTER, "\n%%=Lookup('Nope', 'A', 'B', 'c')=%%", ("error", "missing-reference", 2)),
        (FOOTER, "%%=Lookup('_Open', 'A', 'B', 'c')=%%", None),
        (FOOTER, "%%=ContentBlockByKey(@x)=%%", ("warning", "dynamic-reference", 1)),
        (FOOTER, "%%=ContentBlockById(1201)=%%", ("warning", "content-block-by-id", 1)),
        (FOOTER, "%%=ContentBlockByName('Images\\nto-logo.png')=%%", ("warning", "content-block-by-name", 1)),
        (FOOTER, "%%=ContentBlockByKey('NTO-Footer')=%%", ("error", "block-cycle", 1)),
        (FOOTER, "<p>\n%%[ IF 1 == 1 THEN ]%%", ("error", "code", 2)),
        (FOOTER, "%%[ set @a = \u201cx\u201d ]%%", ("error", "code", 1)),
        (FOOTER, '<a href="file:x">x</a>', ("error", "link", 1)),
        (FOOTER, "<p>Lorem ipsum</p>", ("error", "placeholder-text", 1)),
        (FOOTER, "a\n<<<<<<< mine\nb", ("error", "conflict-markers", 2)),
        (FOOTER, 'var a = {"client_secret": "abcdefgh12345678"};', ("error", "secret", 1)),
        (FOOTER, "a\r\nb\n", ("warning", "mixed-line-ends", None)),
        (FOOTER, "\ufeff<p>a</p>", ("warning", "bom", None)),
        (FOOTER, "a\0b", ("error", "nul", 1)),
        (WELCOME, "<p>Hi</p>", ("warning", "text", None)),
    ],
)
def test_a_text_that_is_wrong(
    mcctl: Mcctl, space: Path, path: str, text: str, expected: tuple[str, str, int | None] | None
) -> None:
    (space / path).write_bytes(text.encode())
    new = [(level, rule, line) for level, rule, place, line in found(mcctl) if place == path]
    if expected is None:
        assert new == []
    elif expected[1] != "text":
        assert expected in new


def test_a_file_that_is_no_text(mcctl: Mcctl, space: Path) -> None:
    (space / FOOTER).write_bytes(b"<p>\n\xff</p>")
    assert ("error", "not-utf-8", FOOTER, 2) in found(mcctl)


@pytest.mark.parametrize(
    ("path", "old", "new", "rule"),
    [
        (CUSTOMERS, "sendableCustomObjectField: SubscriberKey\n", "", "sendable-without-relation"),
        (CUSTOMERS, "key: nto-customers", "key: ' nto-customers'", "key-blanks"),
        (CUSTOMERS, "key: nto-customers", f"key: {'x' * 201}", "name-or-key-too-long"),
        (CUSTOMERS, "key: nto-customers", "key: NTO-suppression", "duplicate-key"),
        (JOURNEY, "entryMode: SingleEntryAcrossAllVersions", "entryMode: MultipleEntries", "many-entries"),
        (SEND, "trackLinks: true", "cc: [boss@nto.example]", "cc-bcc"),
        (JOURNEY, "emailSubject: Thank you", "ccEmail: boss@nto.example", "cc-bcc"),
        (JOURNEY, "{{Event.nto-purchase.Email}}", "{{Event.nto-purchase.Mail}}", "event-fields"),
        (JOURNEY, "ref: asset:nto-welcome-series", "ref: asset:gone", "missing-reference"),
    ],
)
def test_properties_that_are_wrong(mcctl: Mcctl, space: Path, path: str, old: str, new: str, rule: str) -> None:
    file = space / path
    assert old in file.read_text()
    before = {one[1] for one in found(mcctl)}
    file.write_text(file.read_text().replace(old, new))
    told = {one[1] for one in found(mcctl)} - before
    renamed = {"missing-reference"} if "key: nto-customers" in old else set()  # the event still has the old key
    assert told == {rule} | renamed


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("events/nto-purchase.event.yaml", "name: [", "broken"),
        ("events/nto-purchase.event.yaml", "name: x\n", "broken"),
        ("content/Blocks/nto-footer.block.yaml", None, "broken"),
        (
            JOURNEY,
            "key: nto-thank-you\nname: X\nactivities:\n- {key: a, type: WAIT, outcomes: [{next: nowhere}]}\n",
            "journey",
        ),
    ],
)
def test_objects_that_are_broken(mcctl: Mcctl, space: Path, path: str, text: str | None, rule: str) -> None:
    if text is None:
        (space / path).unlink()
    else:
        (space / path).write_text(text)
    assert rule in {one[1] for one in found(mcctl)}


def test_a_rule_that_there_is_not(mcctl: Mcctl, space: Path) -> None:
    done = mcctl(["workspace", "lint", "--rule", "nonsense"])
    assert (done.code, done.stderr.splitlines()[0]) == (2, "mcctl: There is no rule 'nonsense'")


def test_every_rule_has_a_name_that_is_known(mcctl: Mcctl) -> None:
    sources = "".join(path.read_text() for path in (ROOT / "mcctl/workspace/lint").glob("*.py"))
    named = set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)", (?:ERROR|WARNING)', sources))
    assert named
    assert named | {rule.name for rule in MAIL_RULES} - {"block", "attribute"} <= set(RULES)


def test_two_of_the_same_name_and_key(mcctl: Mcctl, space: Path) -> None:
    for suffix in (".block.yaml", ".html"):
        copy = space / f"content/Blocks/copy{suffix}"
        copy.write_bytes((space / f"content/Blocks/nto-footer{suffix}").read_bytes())
    assert {("error", "duplicate-key"), ("error", "duplicate-name-in-folder")} <= {one[:2] for one in found(mcctl)}


def test_blocks_that_go_deep(mcctl: Mcctl, space: Path) -> None:
    for depth in range(6):
        (space / f"content/Blocks/deep-{depth}.block.yaml").write_text(
            f"key: deep-{depth}\nname: D{depth}\ntype: htmlblock\n"
        )
        text = f"%%=ContentBlockByKey('deep-{depth + 1}')=%%" if depth < 5 else "end"
        (space / f"content/Blocks/deep-{depth}.html").write_text(text)
    listed = found(mcctl, "--rule", "block-depth", "--rule", "missing-reference")
    assert listed == [("warning", "block-depth", "content/Blocks/deep-0.html", 1)]


def test_what_a_mail_must_have_may_stand_in_a_block(mcctl: Mcctl, space: Path) -> None:
    (space / FOOTER).write_text("<a href='%%unsub_center_url%%'>Leave</a> %%Member_Addr%%")
    news = space / "content/Emails/Newsletters/nto-trail-news.email/html.html"
    news.write_text('<body>%%=ContentBlockByKey("nto-footer")=%%</body>')
    assert [one for one in found(mcctl) if "nto-trail-news" in one[2]] == []


def test_levels_and_permissions(mcctl: Mcctl, space: Path) -> None:
    (space / FOOTER).write_text(
        "<!-- mcctl: allow http, alt -->\n<img src='http://nto.example/a.png'>\n<img src='https://nto.example/a.png'>"
    )
    assert [one[1:] for one in found(mcctl, "asset:nto-footer")] == [("alt", FOOTER, 3)]
    with (space / "mcctl.yaml").open("a") as file:
        file.write("lint:\n  alt: off\n  unsubscribe: warning\n")
    assert found(mcctl, FOOTER) == []
    done = mcctl(["workspace", "lint"])
    assert (done.code, done.stderr) == (0, "0 errors, 5 warnings in 10 objects\n")


def test_who_gets_a_mail_and_as_what(mcctl: Mcctl, space: Path) -> None:
    send = space / SEND
    send.write_text(send.read_text().replace("Default Transactional", "Default Commercial"))
    html = space / WELCOME
    html.write_text(f"{html.read_text()}\n%%Shoe Size%% %%FirstName%% %%emailaddr%% %%Hat%%")
    with (space / "mcctl.yaml").open("a") as file:
        file.write("mail: {attributes: [Shoe Size], suppression-lists: [Bounced]}\n")
    rules = ("commercial-as-transactional", "no-suppression", "unknown-personalization")
    line = html.read_text().count("\n") + 1
    assert found(mcctl, *(part for rule in rules for part in ("--rule", rule))) == [
        ("error", "commercial-as-transactional", SEND, None),
        ("warning", "unknown-personalization", WELCOME, line),
        ("warning", "no-suppression", JOURNEY, None),
        ("warning", "no-suppression", JOURNEY, None),
    ]
    journey = space / JOURNEY
    listed = "      suppressionLists:\n      - name: Bounced\n        id: 4\n      emailSubject: Thank you\n"
    journey.write_text(journey.read_text().replace("      emailSubject: Thank you\n", listed))
    assert found(mcctl, "--rule", "no-suppression") == []
    journey.write_text(journey.read_text().replace("\n      - name: Bounced\n        id: 4\n", " 5\n"))
    assert len(found(mcctl, "--rule", "no-suppression")) == 2


@pytest.mark.parametrize("text", ["mail: {names: [A]}", "mail: {attributes: A}", "mail: A"])
def test_what_is_asked_of_mails_is_lists(mcctl: Mcctl, space: Path, text: str) -> None:
    with (space / "mcctl.yaml").open("a") as file:
        file.write(f"{text}\n")
    done = mcctl(["workspace", "lint"])
    assert (done.code, "mcctl.yaml: mail" in done.stderr) == (2, True)
