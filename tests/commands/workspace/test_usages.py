"""`mcctl workspace usages`, `unused` and `inventory`: who uses what, read from the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal

CODE = """%%[ set @a = ContentBlockByKey("ab") /* ContentBlockByKey("nto-logo") */ ]%%
<p>%%=contentblockbykey( 'Fußzeile-DE' , "r", 1 )=%%</p>
%%=ContentBlockByKey("a+b")=%% %%=ContentBlockByName("Blocks\\Legal & Co")=%%
%%=ContentBlockByName("content builder\\blocks\\legal & co")=%% %%=ContentBlockByID(1203)=%%
<script runat="server">
// Platform.Function.ContentBlockByKey("nto-logo")
var rows = DataExtension.Init('NTO-customers'); Platform.Function.Lookup("NTO Suppression", "a", "b", 1);
</script>
%%=Lookup('ENT.NTO Customers', 'FirstName', 'Email', emailaddr)=%% %%=ContentBlockByKey(@x)=%%
"""
BLOCKS = {"ab": "Two characters", "Fußzeile-DE": "Fußzeile", "a+b": "A plus", "legal": "Legal & Co"}


def used(mcctl: Mcctl, address: str, *options: str) -> list[tuple[str, int, str]]:
    found = mcctl(["workspace", "usages", address, "-o", "json", *options]).json
    return [(one["address"], one["line"], one["how"]) for one in found]


@pytest.fixture
def linked(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> Path:
    """The demo account, with blocks that refer to each other in every way, pulled."""
    for key, name in BLOCKS.items():
        body = {"name": name, "customerKey": key, "assetType": {"id": 197}, "content": f"<p>{name}</p>"}
        Path("body.json").write_text(json.dumps(body))
        assert mcctl(["asset", "create", "--data", "body.json", "--folder", "Blocks"]).code == 0
    logo = mcctl(["asset", "get", "nto-logo", "-o", "json"]).json["fileProperties"]["publishedURL"]
    html = CODE + f'<img src="{logo}?w=9" alt="">\n'
    Path("body.json").write_text(json.dumps({"views": {"html": {"content": html}}}))
    assert mcctl(["asset", "patch", "nto-welcome-series", "--data", "body.json"]).code == 0
    block = {"id": 1203, "assetType": {"id": 197}}
    slots = {"main": {"content": "", "blocks": {"foot": block}}}
    Path("body.json").write_text(json.dumps({"views": {"html": {"content": "<body></body>", "slots": slots}}}))
    assert mcctl(["asset", "patch", "nto-trail-news", "--data", "body.json"]).code == 0
    Path("body.json").unlink()
    assert mcctl(["workspace", "pull"]).code == 0
    return space


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("asset:ab", [("asset:nto-welcome-series", 1, "key")]),
        ("asset:FUßZEILE-de", [("asset:nto-welcome-series", 2, "key")]),
        ("asset:a+b", [("asset:nto-welcome-series", 3, "key")]),
        ("asset:legal", [("asset:nto-welcome-series", 3, "name"), ("asset:nto-welcome-series", 4, "name")]),
        ("asset:nto-footer", [("asset:nto-trail-news", 19, "reference"), ("asset:nto-welcome-series", 4, "id")]),
        ("asset:nto-logo", [("asset:nto-welcome-series", 10, "url")]),
        ("de:nto-suppression", [("asset:nto-welcome-series", 7, "name")]),
        (
            "de:nto-customers",
            [
                ("asset:nto-welcome-series", 7, "key"),
                ("asset:nto-welcome-series", 9, "name"),
                ("event:nto-purchase", 8, "reference"),
            ],
        ),
        (
            "asset:nto-welcome-series",
            [
                ("journey:nto-thank-you", 26, "reference"),
                ("journey:nto-thank-you", 46, "reference"),
                ("send:nto-order-confirmation", 7, "reference"),
            ],
        ),
    ],
)
def test_every_way_to_refer_is_found(
    mcctl: Mcctl, linked: Path, address: str, found: list[tuple[str, int, str]]
) -> None:
    assert used(mcctl, address) == found


def test_the_block_in_a_slot_is_a_reference_and_no_copy(mcctl: Mcctl, linked: Path) -> None:
    news = linked / "content/Emails/Newsletters/nto-trail-news.email"
    assert (news / "email.yaml").read_text().endswith("      foot:\n        ref: asset:nto-footer\n")
    assert not (news / "slots/main/foot.html").exists()


def test_users_of_users_and_what_is_used(mcctl: Mcctl, rehearsal: Rehearsal, linked: Path) -> None:
    before = len(rehearsal.requests())
    deep = {address for address, _, _ in used(mcctl, "asset:ab", "--deep")}
    assert deep == {"asset:nto-welcome-series", "journey:nto-thank-you", "send:nto-order-confirmation"}
    forward = mcctl(["workspace", "usages", "journey:nto-thank-you", "--forward", "--deep", "-o", "json"]).json
    assert {"asset:nto-footer", "de:nto-customers", "asset:nto-logo"} <= {one["uses"] for one in forward}
    assert len(rehearsal.requests()) == before
    live = mcctl(["workspace", "usages", "asset:nto-welcome-series", "--live", "-o", "json"]).json
    assert {(one["address"], one["status"], one["inside"]) for one in live} == {
        ("journey:nto-thank-you", "Published", 0),
        ("send:nto-order-confirmation", "Active", None),
    }


@pytest.mark.parametrize(
    "subject", ["%%=ContentBlockByKey('nto-footer')=%%", 'é: %%=ContentBlockByKey("nto-footer")=%% \'']
)
def test_code_in_properties_is_read_whatever_its_quotes(mcctl: Mcctl, space: Path, subject: str) -> None:
    assert mcctl(["asset", "patch", "nto-trail-news", "--subject", subject]).code == 0
    assert mcctl(["workspace", "pull"]).code == 0
    assert used(mcctl, "asset:nto-footer") == [("asset:nto-trail-news", 4, "key")]


def test_a_query_and_an_edited_file_are_read_anew(mcctl: Mcctl, space: Path) -> None:
    query = space / "automation/queries/buyers.sql"
    query.parent.mkdir(parents=True)
    query.write_text(
        "select b.Email\nfrom [NTO Customers] b join ENT._Open o on o.Email = b.Email -- from NTO Nothing\n"
    )
    found = mcctl(["workspace", "usages", "de:nto-customers", "-o", "json"]).json
    assert [(one["address"], one["line"]) for one in found if one["how"] == "sql"] == [
        ("automation/queries/buyers.sql", 2)
    ]
    query.write_text("no query at all")
    assert "sql" not in {one["how"] for one in mcctl(["workspace", "usages", "de:nto-customers", "-o", "json"]).json}


def test_a_file_stands_for_its_object(mcctl: Mcctl, space: Path) -> None:
    path = "content/Emails/Welcome Series/nto-welcome-series.email/html.html"
    assert used(mcctl, path) == used(mcctl, "asset:nto-welcome-series")
    unknown = mcctl(["workspace", "usages", "asset:nope"])
    assert (unknown.code, unknown.stderr.splitlines()[0]) == (3, "mcctl: This workspace knows no asset:nope")
    assert mcctl(["workspace", "usages", "nope"]).code == 2


def test_what_nothing_uses(mcctl: Mcctl, space: Path) -> None:
    found = mcctl(["workspace", "unused", "-o", "json"]).json
    assert [one["address"] for one in found] == [
        "asset:nto-footer",
        "asset:nto-trail-news",
        "asset:nto-logo",
        "de:nto-suppression",
    ]


def test_every_object_is_in_the_inventory(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    before = len(rehearsal.requests())
    offline = mcctl(["workspace", "inventory", "-o", "json"]).json
    assert len(rehearsal.requests()) == before
    assert [(one["kind"], one["key"]) for one in offline if one["kind"] != "folder"] == [
        ("asset", "nto-footer"),
        ("asset", "nto-logo"),
        ("asset", "nto-trail-news"),
        ("asset", "nto-welcome-series"),
        ("de", "nto-customers"),
        ("de", "nto-suppression"),
        ("event", "nto-purchase"),
        ("journey", "nto-thank-you"),
        ("send", "nto-order-confirmation"),
        ("send", "nto-passcode"),
    ]
    assert mcctl(["asset", "delete", "nto-logo", "--yes", "--confirm", "nto-logo"]).code == 0
    live = mcctl(["workspace", "inventory", "--live", "asset:*", "-o", "csv"]).stdout.splitlines()
    assert live[0] == "KIND,KEY,NAME,FILE,CHANGED,BY,OWNER,OBJECT ID"
    assert [line.split(",")[1] for line in live[1:]] == ["nto-footer", "nto-trail-news", "nto-welcome-series"]


def test_links_to_pages_are_found_by_number(mcctl: Mcctl, rehearsal: Rehearsal, space: Path) -> None:
    footer = space / "content/Blocks/nto-footer.html"
    footer.write_text(
        "<a href=\"%%=CloudPagesURL(123, 'a', 1)=%%\">A</a>\n%%[ /* cloudpagesurl(123) */ ]%%\n"
        '%%=RedirectTo(MicrositeURL("77"))=%%\n%%=CloudPagesURL(1234)=%%'
    )
    assert used(mcctl, "page:123") == [("asset:nto-footer", 1, "id")]
    assert used(mcctl, "page:77") == [("asset:nto-footer", 3, "id")]
    assert mcctl(["workspace", "usages", "page:9"]).code == 3
    forward = mcctl(["workspace", "usages", "asset:nto-footer", "--forward", "-o", "json"]).json
    assert [one["uses"] for one in forward] == ["page:123", "page:77", "page:1234"]
    assert mcctl(["workspace", "pull", "asset:nto-footer", "--deep"]).code == 0
    assert mcctl(["workspace", "push", "asset:nto-footer", "--yes"]).code == 0
