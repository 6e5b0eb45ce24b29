"""Images: their addresses, new files, pages that are published with them; and a test to oneself."""

from __future__ import annotations

import base64
from pathlib import Path

import httpx
import pytest

from tests.conftest import Mcctl, Rehearsal

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def pictures(home: Path) -> Path:
    (home / "img").mkdir()
    (home / "img" / "hero one.png").write_bytes(PIXEL)
    (home / "logo.png").write_bytes(PIXEL)
    page = home / "page.html"
    page.write_text(
        '<img src="img/hero%20one.png" alt="h"><img alt="l" src=\'logo.png\'><img src="https://a.example/x.png">'
        '<img src="%%=v(@u)=%%"><td background="logo.png"><p>logo.png</p>'
    )
    return page


def test_uploads_tell_the_url(mcctl: Mcctl, tenant: Rehearsal, pictures: Path) -> None:
    done = mcctl(["asset", "upload", "logo.png", "--folder", "Images", "--external-key", "l", "-o", "json"])
    properties = done.json[0]["fileProperties"]
    url = properties.pop("publishedURL")
    assert properties == {"fileName": "logo.png", "extension": "png", "fileSize": len(PIXEL), "width": 1, "height": 1}
    answer = httpx.get(url, trust_env=False)
    assert (answer.status_code, answer.headers["content-type"], answer.content) == (200, "image/png", PIXEL)
    assert httpx.get(url.replace(".png", "0.png"), trust_env=False).status_code == 404


def test_a_file_can_be_replaced(mcctl: Mcctl, rehearsal: Rehearsal, pictures: Path) -> None:
    before = mcctl(["asset", "get", "nto-logo", "-o", "json"]).json
    patched = mcctl(["asset", "patch", "nto-logo", "--file", "img/hero one.png", "-o", "json"])
    assert patched.code == 0
    assert patched.json["fileProperties"]["fileName"] == "hero one.png"
    assert patched.json["fileProperties"]["publishedURL"] == before["fileProperties"]["publishedURL"]
    assert mcctl(["asset", "patch", "nto-logo", "--file", "none.png"]).code == 2


def test_a_page_is_published_with_its_images(mcctl: Mcctl, rehearsal: Rehearsal, pictures: Path) -> None:
    done = mcctl(["asset", "upload", "--rewrite", "page.html", "--folder", "Images"])
    listed = mcctl(["asset", "list", "--folder", "Images", "-o", "json"]).json
    urls = {
        one["name"]: mcctl(["asset", "get", str(one["id"]), "-o", "json"]).json["fileProperties"]["publishedURL"]
        for one in listed
    }
    hero, logo = urls["hero one.png"], urls["logo.png"]
    assert (done.code, done.stderr) == (0, "2 images of page.html are published\n")
    assert done.stdout == (
        f'<img src="{hero}" alt="h"><img alt="l" src=\'{logo}\'><img src="https://a.example/x.png">'
        f'<img src="%%=v(@u)=%%"><td background="{logo}"><p>logo.png</p>'
    )
    again = mcctl(["asset", "upload", "--rewrite", "page.html", "--folder", "Images"])
    assert (again.code, again.stdout, again.stderr) == (0, done.stdout, done.stderr)
    (pictures.parent / "logo.png").write_bytes(PIXEL + b"\0")
    (pictures.parent / "img" / "hero one.png").write_bytes(PIXEL + b"\0")
    taken = mcctl(["asset", "upload", "--rewrite", "page.html", "--folder", "Images", "--out", "out.html"])
    assert (taken.code, "2 of 2 files were not uploaded" in taken.stderr) == (8, True)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        ([], "Which files?"),
        (["logo.png", "--out", "x"], "--out goes with --rewrite FILE"),
        (["logo.png", "--rewrite", "page.html"], "--rewrite uploads the images of the page; it goes with no other files, name or key"),
        (["--rewrite", "missing.html"], "The image none.png of the page is not there"),
        (["--rewrite", "sub/above.html"], "The image ../../secret.png is neither beside the page nor in the current folder"),
        (["--rewrite", "sub/other.html"], "../rows.csv is no image"),
        (["--rewrite", "sub/long.html"], f"The image {'a' * 100} of the page is not there"),
    ],
)  # fmt: skip
def test_what_an_upload_cannot(mcctl: Mcctl, rehearsal: Rehearsal, pictures: Path, args: list[str], told: str) -> None:
    folder = pictures.parent
    (folder / "missing.html").write_text('<img src="none.png">')
    (folder / "sub").mkdir()
    (folder / "sub" / "above.html").write_text('<img src="../../secret.png">')
    (folder / "sub" / "other.html").write_text('<img src="../rows.csv">')
    (folder / "sub" / "long.html").write_text(f'<img src="{"a" * 5000}.png">')
    (folder / "rows.csv").write_text("a,b\n")
    (folder.parent / "secret.png").write_bytes(PIXEL)
    done = mcctl(["asset", "upload", *args])
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {told}")
    assert rehearsal.requests("POST") == []


def test_send_test_makes_a_definition_once_and_tells_how_it_ended(
    mcctl: Mcctl, rehearsal: Rehearsal, waits: list[float]
) -> None:
    command = ["asset", "send-test", "nto-welcome-series", "--to", "me@example.com", "--attr", "FirstName=Eva"]
    first = mcctl(command)
    assert first.code == 0
    assert first.stderr.splitlines()[0] == "Made the send definition mcctl-test-1201, which stays until --cleanup"
    assert "STATUS\tEmailSent\n" in first.stdout
    message = rehearsal.outbox()[-1]
    assert (message["to"], "trail, Eva!" in message["html"], message["definition"]) == (
        "me@example.com",
        True,
        "mcctl-test-1201",
    )
    second = mcctl(
        ["asset", "send-test", "1201", "--to", "27@notsent.example", "--row", "nto-customers:nto-1001", "--cleanup"]
    )
    assert (second.code, second.stderr.splitlines()[-2:]) == (
        5,
        [
            "mcctl: The message was not sent: The address is on a suppression list (SuppressionListExclusion)",
            "Hint: mcctl tx unsent --channel email --definition mcctl-test-1201",
        ],
    )
    assert mcctl(["tx", "definition", "get", "mcctl-test-1201"]).code == 3
    assert mcctl(command).code == 0
    assert mcctl(["tx", "definition", "update", "mcctl-test-1201", "--status", "inactive"]).code == 0
    assert mcctl(command).code == 0
    assert mcctl(["asset", "send-test", "1201", "--cleanup"]).stderr == "Removed the send definition mcctl-test-1201\n"
    assert mcctl(["asset", "send-test", "1201", "--cleanup"]).stderr == "There is no send definition mcctl-test-1201\n"
    assert mcctl(["asset", "send-test", "1201"]).code == 2
    assert mcctl(["asset", "send-test", "nto-footer", "--to", "me@example.com"]).code == 2


def test_a_dry_run_of_a_test_plans_both_requests(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["asset", "send-test", "nto-welcome-series", "--to", "me@example.com", "--dry-run"])
    assert [one["url"].rpartition("/messaging/v1/email/")[2].partition("/")[0] for one in done.json] == [
        "definitions",
        "messages",
    ]
    assert rehearsal.requests("POST", "PATCH", "DELETE") == [
        one for one in rehearsal.requests("POST") if one["path"].endswith("/query")
    ]


def test_definitions_take_the_id_of_an_email(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    created = mcctl(["tx", "definition", "create", "d", "--asset", "1201", "-o", "json"])
    assert created.json["content"] == {"customerKey": "nto-welcome-series"}
    updated = mcctl(["tx", "definition", "update", "d", "--asset", "1202", "-o", "json"])
    assert updated.json["content"] == {"customerKey": "nto-trail-news"}
    assert mcctl(["tx", "definition", "create", "e", "--asset", "999"]).code == 3
