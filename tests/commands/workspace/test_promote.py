"""`mcctl workspace promote`, `match`, and `status`, `diff`, `pull` and `plan` with another business unit than the home one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.workspace.conftest import EUROPE, HOME
from tests.commands.workspace.test_pull import FOOTER, patch, status
from tests.commands.workspace.test_push import content, writes
from tests.conftest import Mcctl, Rehearsal

EU = ["--business-unit", str(EUROPE)]
WELCOME = Path("content/Emails/Welcome Series/nto-welcome-series.email/html.html")
PROFILE = "7acfb80f-0000-4000-8000-00000000000"


@pytest.fixture
def both(mcctl: Mcctl, rehearsal: Rehearsal, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of both business units, in which the welcome mail has a block and an image."""
    folder = home / "space"
    targets = ["--target", f"dev=emulator:{HOME}", "--target", f"eu=emulator:{EUROPE}"]
    assert mcctl(["workspace", "init", str(folder), "--home", "dev", *targets]).code == 0
    monkeypatch.chdir(folder)
    config = Path("mcctl.yaml")
    config.write_text(
        config.read_text().replace(f"    mid: {EUROPE}\n", f'    mid: {EUROPE}\n    keys: {{asset: "{{key}}-EU"}}\n')
    )
    url = mcctl(["asset", "get", "nto-logo", "-o", "json", "-q", "fileProperties.publishedURL"]).json
    html = (
        f'<img src="{url}"><p>%%=ContentBlockByKey("nto-footer")=%%</p>\n<p>%%=ContentBlockByID(1203)=%%</p>\n'
        '<a href="%%profile_center_url%%">Your profile</a>\n'
    )
    patch(mcctl, "nto-welcome-series", views={"html": {"content": html}})
    assert mcctl(["workspace", "pull"]).code == 0
    return folder


def in_eu(mcctl: Mcctl, key: str, query: str) -> object:
    return mcctl(["asset", "get", key, *EU, "-o", "json", "-q", query]).json


def test_a_mail_is_promoted_with_all_that_it_needs(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    before = {path: path.read_bytes() for path in both.rglob("content/**/*") if path.is_file()}
    alone = mcctl(["workspace", "promote", "asset:nto-welcome-series", "--to", "eu", "--yes"])
    assert alone.code == 2
    assert "html.html:1:" in alone.stderr
    assert "asset:nto-footer is not in eu; --deep takes it along" in alone.stderr
    assert [one for one in writes(rehearsal) if "PATCH" not in one] == []
    done = mcctl(["workspace", "promote", "asset:nto-welcome-series", "--from", "dev", "--to", "eu", "--deep", "--yes"])
    assert done.code == 0, done.stderr
    assert [line.split("\t")[3] for line in done.stdout.splitlines()][-3:] == [
        "asset:nto-footer-EU", "asset:nto-logo-EU", "asset:nto-welcome-series-EU",
    ]  # fmt: skip
    html = str(in_eu(mcctl, "nto-welcome-series-EU", "views.html.content"))
    url = str(in_eu(mcctl, "nto-logo-EU", "fileProperties.publishedURL"))
    number = in_eu(mcctl, "nto-footer-EU", "id")
    assert html == (
        f'<img src="{url}"><p>%%=ContentBlockByKey("nto-footer-EU")=%%</p>\n<p>%%=ContentBlockByID({number})=%%</p>\n'
        '<a href="%%profile_center_url%%">Your profile</a>\n'
    )
    assert url != mcctl(["asset", "get", "nto-logo", "-o", "json", "-q", "fileProperties.publishedURL"]).json
    assert {path: path.read_bytes() for path in both.rglob("content/**/*") if path.is_file()} == before
    assert status(mcctl, "--target", "eu") == []
    assert status(mcctl) == []
    again = mcctl(["workspace", "promote", "asset:nto-welcome-series", "--to", "eu", "--deep", "--yes"])
    assert (again.code, "Nothing to write" in again.stderr) == (0, True)


def test_a_plan_of_all_that_is_new_does_nothing_twice(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    plan = mcctl(["workspace", "plan", "--target", "eu", "--deep", "asset:nto-welcome-series", "--out", "p.zip"])
    assert plan.code == 0, plan.stderr
    assert {line.split("\t")[1] for line in plan.stdout.splitlines()} == {"+ create"}
    assert mcctl(["workspace", "apply", "p.zip"]).code == 0
    before = writes(rehearsal)
    shutil.rmtree(both.parent / "state" / "runs")  # on another machine, which knows of no run
    Path("targets/eu.lock.jsonl").unlink()
    assert mcctl(["workspace", "apply", "p.zip"]).stderr == "Already applied\n"
    assert writes(rehearsal) == before
    assert status(mcctl, "--target", "eu") == []
    assert mcctl(["workspace", "plan", "--target", "eu", "asset:nto-welcome-series"]).stdout == ""


def test_a_key_that_becomes_too_long_is_told_before_anything_is_written(
    mcctl: Mcctl, rehearsal: Rehearsal, both: Path
) -> None:
    key = "k" * 34
    Path("content/Blocks/long.block.yaml").write_text(f"key: {key}\nname: Long\ntype: htmlblock\n")
    Path("content/Blocks/long.html").write_text("<p>Long</p>")
    before = writes(rehearsal)
    done = mcctl(["workspace", "push", "--target", "eu", f"asset:{key}", "--yes"])
    assert (done.code, "has 37 characters; at most 36" in done.stderr) == (2, True)
    assert writes(rehearsal) == before


def test_keys_of_assets_are_one_for_the_enterprise(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    config = Path("mcctl.yaml")
    config.write_text(config.read_text().replace('    keys: {asset: "{key}-EU"}\n', ""))
    done = mcctl(["workspace", "plan", "--target", "eu", "asset:nto-footer"])
    assert done.code == 2
    assert "the key nto-footer is that of the asset at home" in done.stderr
    Path("targets/eu.yaml").write_text("map: {asset: {nto-footer: EU_FOOTER}}\n")
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"]).code == 0
    assert in_eu(mcctl, "EU_FOOTER", "name") == "NTO Footer"


def test_a_name_that_is_taken_there_is_told(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"]).code == 0
    Path("content/Blocks/other.block.yaml").write_text("key: other\nname: nto footer\ntype: htmlblock\n")
    Path("content/Blocks/other.html").write_text("<p>Other</p>")
    config = Path("mcctl.yaml")
    config.write_text(config.read_text() + "lint: {duplicate-name-in-folder: warning}\n")
    done = mcctl(["workspace", "push", "--target", "eu", "asset:other", "--yes"])
    assert (done.code, "another asset in its folder has its name" in done.stderr) == (2, True)


def test_a_journey_is_promoted_with_all_that_it_needs(
    mcctl: Mcctl, rehearsal: Rehearsal, both: Path, waits: list[float]
) -> None:
    Path("targets/dev.yaml").write_text(f"map: {{sender-profile: {{NTO Marketing: {PROFILE}1}}}}\n")
    journey = Path("journeys/nto-thank-you.journey.yaml")
    sender = "emailSubject: Thank you\n      senderProfileId:\n        ref: sender-profile:NTO Marketing\n"
    journey.write_text(journey.read_text().replace("emailSubject: Thank you\n", sender))
    assert mcctl(["workspace", "push", "--new-version", "--publish", "--yes"]).code == 0
    sent = mcctl(["journey", "get", "nto-thank-you", "--version", "2", "-o", "json"]).stdout
    assert f'"senderProfileId": "{PROFILE}1"' in sent
    promote = ["workspace", "promote", "journey:nto-thank-you", "--to", "eu", "--deep", "--yes"]
    refused = mcctl(promote)
    assert refused.code == 2
    assert "sender-profile:NTO Marketing is not mapped for eu; say in targets/eu.yaml" in refused.stderr
    Path("targets/eu.yaml").write_text(f"map: {{sender-profile: {{NTO Marketing: {PROFILE}2}}}}\n")
    done = mcctl(promote)
    assert done.code == 0, done.stderr
    order = [line.split("\t")[3] for line in done.stdout.splitlines()]
    needed = ["de:nto-customers", "event:nto-purchase", "journey:nto-thank-you"]
    assert [one for one in order if one in needed] == needed
    assert order.index("asset:nto-welcome-series-EU") < order.index("journey:nto-thank-you")
    email = mcctl(["asset", "get", "nto-welcome-series-EU", *EU, "-o", "json", "-q", "legacyData.legacyId"]).json
    found = mcctl(["journey", "get", "nto-thank-you", *EU, "-o", "json"]).json
    assert found["status"] == "Draft"
    assert found["activities"][0]["configurationArguments"]["triggeredSend"] == {
        "emailId": email, "emailSubject": "Thank you", "senderProfileId": f"{PROFILE}2",
    }  # fmt: skip
    extension = mcctl(["de", "get", "nto-customers", *EU, "-o", "json"]).json
    assert (extension["isSendable"], extension["sendableCustomObjectField"]) == (True, "SubscriberKey")
    assert mcctl(["journey", "validate", "nto-thank-you", *EU]).code == 0
    assert status(mcctl, "--target", "eu") == []


def test_what_journeys_there_use_is_proposed(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    journey = Path("journeys/nto-thank-you.journey.yaml")
    sender = f"emailSubject: Thank you\n      senderProfileId: {PROFILE}1\n"
    journey.write_text(journey.read_text().replace("emailSubject: Thank you\n", sender))
    Path("j.json").write_text(
        '{"key": "eu-own", "name": "Own", "workflowApiVersion": 1.0, "triggers": [], "activities": [{"key": "a",'
        ' "type": "EMAILV2", "name": "A", "outcomes": [], "configurationArguments": {"triggeredSend":'
        f' {{"senderProfileId": "{PROFILE}9"}}}}}}]}}'
    )
    assert mcctl(["journey", "create", "--data", "j.json", *EU]).code == 0
    done = mcctl(["workspace", "plan", "--target", "eu", "--deep", "journey:nto-thank-you"])
    assert done.code == 2
    assert f"sender-profile:{PROFILE}1 is not mapped for eu" in done.stderr
    assert f"Used there: sender-profile {PROFILE}9, by journey eu-own" in done.stderr


def test_drift_is_left_alone_and_comes_home_with_its_variables(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    FOOTER.write_text("<p>Save ${{ var.discount }}%</p>\n<p>Mission Street</p>\n")
    Path("targets/dev.yaml").write_text('variables: {discount: "10"}\n')
    Path("targets/eu.yaml").write_text('variables: {discount: "20"}\n')
    assert mcctl(["workspace", "push", "--yes"]).code == 0
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"]).code == 0
    assert in_eu(mcctl, "nto-footer-EU", "content") == "<p>Save 20%</p>\n<p>Mission Street</p>\n"
    Path("body.json").write_text('{"content": "<p>Save 20% today</p>\\n<p>Market Street</p>\\n"}')
    assert mcctl(["asset", "patch", "nto-footer-EU", *EU, "--data", "body.json"]).code == 0
    planned = mcctl(["workspace", "plan", "--target", "eu", "asset:nto-footer"])
    assert (planned.code, planned.stdout) == (0, "")
    assert "Left alone: asset:nto-footer: drifted (Ada Admin, " in planned.stderr
    assert status(mcctl, "--target", "eu") == [("drifted", "asset:nto-footer")]
    assert mcctl(["workspace", "status", "--target", "eu", "--check"]).code == 10
    diff = mcctl(["workspace", "diff", "--target", "eu", "--incoming"]).stdout
    assert "-<p>Save 20%</p>\n-<p>Mission Street</p>\n+<p>Save 20% today</p>\n+<p>Market Street</p>\n" in diff
    pulled = mcctl(["workspace", "pull", "--target", "eu"])
    assert pulled.code == 0, pulled.stderr
    assert FOOTER.read_text() == "<p>Save ${{ var.discount }}% today</p>\n<p>Market Street</p>\n"
    assert status(mcctl, "--target", "eu") == []
    assert status(mcctl) == [("changed here", "asset:nto-footer")]
    Path("body.json").write_text('{"content": "<p>Save 30% today</p>\\n<p>Market Street</p>\\n"}')
    mcctl(["asset", "patch", "nto-footer-EU", *EU, "--data", "body.json"])
    told = mcctl(["workspace", "pull", "--target", "eu"])
    assert (told.code, "var.discount was '20', and is another there" in told.stderr) == (8, True)
    assert "${{ var.discount }}" in FOOTER.read_text()
    over = mcctl(["workspace", "push", "--target", "eu", "--overwrite-drift", "asset:nto-footer", "--yes"])
    assert over.code == 0, over.stderr
    assert in_eu(mcctl, "nto-footer-EU", "content") == "<p>Save 20% today</p>\n<p>Market Street</p>\n"


def test_changes_here_and_in_another_business_unit_come_together(
    mcctl: Mcctl, rehearsal: Rehearsal, both: Path
) -> None:
    lines = ["<p>Save ${{ var.discount }}%</p>\n", *(f"<p>{number}</p>\n" for number in range(5))]
    FOOTER.write_text("".join(lines))
    Path("targets/dev.yaml").write_text('variables: {discount: "10"}\n')
    Path("targets/eu.yaml").write_text('variables: {discount: "20"}\n')
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"]).code == 0
    there = "".join(["<p>Save 20%</p>\n", *lines[1:5], "<p>Market Street</p>\n"])
    Path("body.json").write_text(json.dumps({"content": there}))
    assert mcctl(["asset", "patch", "nto-footer-EU", *EU, "--data", "body.json"]).code == 0
    FOOTER.write_text("".join(["<p>Only now: ${{ var.discount }}%</p>\n", *lines[1:]]))
    done = mcctl(["workspace", "pull", "--target", "eu"])
    assert (done.code, done.stdout.split("\t")[0]) == (0, "merged"), done.stderr
    assert FOOTER.read_text() == "".join(
        ["<p>Only now: ${{ var.discount }}%</p>\n", *lines[1:5], "<p>Market Street</p>\n"]
    )
    assert status(mcctl, "--target", "eu") == [("changed here", "asset:nto-footer")]
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"]).code == 0
    assert str(in_eu(mcctl, "nto-footer-EU", "content")).startswith("<p>Only now: 20%</p>")
    assert status(mcctl, "--target", "eu") == []


def test_a_change_there_that_names_others_names_them_here(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    assert mcctl(["workspace", "promote", "asset:nto-welcome-series", "--to", "eu", "--deep", "--yes"]).code == 0
    html = str(in_eu(mcctl, "nto-welcome-series-EU", "views.html.content"))
    number = in_eu(mcctl, "nto-footer-EU", "id")
    new = html.replace("Your profile", f'%%=ContentBlockByKey("nto-footer-EU")=%% %%=ContentBlockByID("{number}")=%%')
    patch_eu(mcctl, "nto-welcome-series-EU", new)
    assert mcctl(["workspace", "pull", "--target", "eu"]).code == 0
    text = WELCOME.read_text()
    assert '%%=ContentBlockByKey("nto-footer")=%% %%=ContentBlockByID("1203")=%%' in text
    assert "-EU" not in text
    assert status(mcctl, "--target", "eu") == []


def patch_eu(mcctl: Mcctl, key: str, html: str) -> None:
    import json

    Path("body.json").write_text(json.dumps({"views": {"html": {"content": html}}}))
    assert mcctl(["asset", "patch", key, *EU, "--data", "body.json"]).code == 0
    Path("body.json").unlink()


def test_a_change_of_properties_there_comes_home(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    assert mcctl(["workspace", "promote", "asset:nto-welcome-series", "--to", "eu", "--deep", "--yes"]).code == 0
    Path("body.json").write_text('{"views": {"subjectline": {"content": "Welcome to Europe"}}}')
    mcctl(["asset", "patch", "nto-welcome-series-EU", *EU, "--data", "body.json"])
    properties = WELCOME.with_name("email.yaml")
    properties.write_text("# ours\n" + properties.read_text())
    assert mcctl(["workspace", "pull", "--target", "eu"]).code == 0
    lines = properties.read_text().splitlines()
    assert lines[:2] == ["# ours", "key: nto-welcome-series"]
    assert "subject: Welcome to Europe" in lines
    assert status(mcctl, "--target", "eu") == []


def test_what_is_there_already_is_linked_and_then_changed(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    Path("body.json").write_text('{"name": "NTO Footer", "customerKey": "nto-footer-EU", "assetType": {"id": 197}, '
                                 '"content": "<p>Old</p>"}')  # fmt: skip
    assert mcctl(["asset", "create", *EU, "--data", "body.json"]).code == 0
    refused = mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"])
    assert (refused.code, "eu has another one of this key already; mcctl workspace match" in refused.stderr) == (
        2,
        True,
    )
    dry = mcctl(["workspace", "match", "--target", "eu", "--dry-run", "asset:nto-footer"])
    assert (dry.code, dry.stdout) == (0, "asset:nto-footer\tasset:nto-footer-EU\tkey\tno\tcontent/Blocks/nto-footer\n")
    assert not Path("targets/eu.lock.jsonl").exists()
    assert mcctl(["workspace", "match", "--target", "eu", "asset:nto-footer"]).code == 2  # nobody can be asked
    assert mcctl(["workspace", "match", "--target", "eu", "asset:nto-footer", "--yes"]).code == 0
    assert status(mcctl, "--target", "eu") == [("changed here", "asset:nto-footer")]
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"]).code == 0
    assert in_eu(mcctl, "nto-footer-EU", "content") == content(mcctl, "nto-footer")
    assert status(mcctl, "--target", "eu") == []


def test_assets_are_linked_by_name_and_by_content(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    folders = {}
    for name in ("Blocks", "Elsewhere"):
        made = mcctl(["folder", "create", name, *EU, "-o", "json"])
        assert made.code == 0, made.stderr
        folders[name] = made.json["id"]
    for key, name, folder, text in (
        ("a", "NTO Footer", "Blocks", "<p>Other</p>"),
        ("b", "Logo words", "Elsewhere", "<h1>Trail news</h1>"),
    ):
        Path("body.json").write_text(
            f'{{"name": "{name}", "customerKey": "{key}", "assetType": {{"id": 197}}, "category": '
            f'{{"id": {folders[folder]}}}, "content": "{text}"}}'
        )
        assert mcctl(["asset", "create", *EU, "--data", "body.json"]).code == 0
    Path("content/Blocks/words.block.yaml").write_text("key: words\nname: Words\ntype: htmlblock\n")
    Path("content/Blocks/words.html").write_text("<h1>Trail news</h1>")
    found = mcctl(["workspace", "match", "--target", "eu", "asset:nto-footer", "asset:words", "--yes"])
    assert found.code == 0, found.stderr
    assert found.stdout == (
        "asset:nto-footer\tasset:a\tname\tno\tcontent/Blocks/nto-footer\n"
        "asset:words\tasset:b\tcontent\tno\tcontent/Blocks/words\n"
    )
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-footer", "--yes"]).code == 0
    assert in_eu(mcctl, "a", "content") == content(mcctl, "nto-footer")


def test_only_and_skip_say_what_is_ever_written(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    Path("targets/eu.yaml").write_text("only: [content/Blocks, content/Images]\nskip: ['asset:nto-logo']\n")
    plan = mcctl(["workspace", "plan", "--target", "eu", "-o", "json"]).json
    assert [one["address"] for one in plan["operations"]] == ["folder:content/Blocks", "asset:nto-footer-EU"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("variables: [a]", "variables must be an object"),
        ("variables: {a: }", 'variables.a must be text; an empty one is written ""'),
        ("map: {sender: {a: b}}", "map.sender is not known"),
        ("only: a", "only must be a list"),
        ("colour: red", "colour is not known"),
    ],
)
def test_settings_that_make_no_sense_are_told(mcctl: Mcctl, both: Path, text: str, said: str) -> None:
    Path("targets/eu.yaml").write_text(text)
    done = mcctl(["workspace", "plan", "--target", "eu"])
    assert (done.code, said in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["promote", "asset:nto-footer"], "Where to?"),
        (["promote", "--to", "eu"], "What is to be promoted?"),
        (["promote", "asset:nto-footer", "--to", "dev"], "dev is where it comes from"),
        (["promote", "asset:nto-footer", "--to", "qa"], "There is no target 'qa' in mcctl.yaml; there are dev, eu"),
        (["plan", "--target", "qa"], "There is no target 'qa'"),
        (["plan", "asset:nobody"], "chooses nothing here"),
    ],
)
def test_what_makes_no_sense_is_told(mcctl: Mcctl, both: Path, words: list[str], said: str) -> None:
    done = mcctl(["workspace", *words])
    assert (done.code in (2, 3), said in done.stderr) == (True, True), done.stderr


def test_an_image_of_another_business_unit_is_told(mcctl: Mcctl, rehearsal: Rehearsal, both: Path) -> None:
    assert mcctl(["workspace", "push", "--target", "eu", "asset:nto-logo", "--yes"]).code == 0
    url = in_eu(mcctl, "nto-logo-EU", "fileProperties.publishedURL")
    Path("content/Blocks/nto-footer.html").write_text(f'<p>\n<img alt="" src="{url}">')
    listed = mcctl(["workspace", "lint", "--rule", "foreign-cdn", "-o", "json"]).json
    assert [(one["level"], one["path"], one["line"], one["message"]) for one in listed] == [
        ("error", "content/Blocks/nto-footer.html", 2, "This image is that of eu")
    ]
