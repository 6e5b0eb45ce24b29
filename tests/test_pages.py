"""The pages in a real browser: a mail seen by three people side by side, and the inbox of the emulator."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from mcctl.emulator.core.state import add_to_outbox
from tests.conftest import Mcctl, Rehearsal

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SECONDS = 15_000  # in milliseconds; the machine may be busy


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Page]:
    """A page that must not complain."""
    context = browser.new_context(viewport={"width": 1300, "height": 900})
    opened = context.new_page()
    opened.set_default_timeout(SECONDS)
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield opened
    context.close()
    # The frames keep scripts from running, which is what they are for; the page asks on when its server has gone.
    expected = ("sandbox", "Content Security Policy", "ERR_CONNECTION_REFUSED")
    assert [one for one in complaints if not any(word in one for word in expected)] == []


@pytest.fixture
def preview(rehearsal: Rehearsal, home: Path) -> Iterator[str]:
    """The address of a preview for three customers; the mail is up to no good."""
    (home / "mail.html").write_text(
        "<h1>Hello %%FirstName%%</h1><script>document.title = 'taken over'; fetch('/data.json')</script>"
        '<p onclick="alert(1)"><a href="https://a.example">shop</a></p>%%=v(@x)=%%%%Nobody%%'
        '%%[ SET @row = Lookup("NTO Customers","Email","SubscriberKey",_subscriberkey) ]%%'
    )
    rows = [part for number in (1, 2, 3) for part in ("--row", f"nto-customers:nto-100{number}")]
    command = [sys.executable, "-m", "mcctl", "asset", "preview", "mail.html", *rows, "--watch", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.mark.processes
def test_three_people_side_by_side(page: Page, preview: str, home: Path) -> None:
    page.goto(preview)
    expect(page.locator("article h2")).to_have_text([f"nto-customers:nto-100{number}" for number in (1, 2, 3)])
    for number, name in enumerate(("Amelia", "Bao", "Carmen")):
        expect(page.frame_locator("iframe").nth(number).locator("h1")).to_have_text(f"Hello {name}")
    expect(page).to_have_title("mail.html")
    expect(page.locator("article").first).to_contain_text("%%Nobody%% is no attribute that is known here")
    expect(page.locator("article").first).to_contain_text("SubscriberKey = nto-1001")
    page.get_by_role("button", name="Phone").click()
    assert page.locator("iframe").first.evaluate("frame => frame.clientWidth") < 380
    page.get_by_role("button", name="Plain text").click()
    expect(page.locator("article pre").first).to_have_text("(no text part)")
    page.get_by_role("button", name="Desktop").click()
    (home / "mail.html").write_text("<h1>Changed</h1>")
    expect(page.frame_locator("iframe").first.locator("h1")).to_have_text("Changed")


@pytest.mark.processes
def test_the_inbox_shows_follows_and_searches(page: Page, served: tuple[Rehearsal, str], mcctl: Mcctl) -> None:
    rehearsal, url = served
    with rehearsal.app.state.transaction() as db:
        for number in range(10_000):
            message = {"channel": "email", "to": f"p{number}@example.com", "subject": f"Mail {number}", "sentAt": "now"}
            add_to_outbox(db, {**message, "html": "<b>bold</b><script>document.title='x'</script>", "definition": "d"})
    page.goto(url)
    expect(page.locator("#count")).to_have_text("1–100 of 10000")
    page.get_by_role("button", name="Older").click()
    expect(page.locator("#count")).to_have_text("101–200 of 10000")
    page.get_by_role("searchbox").fill("p77@example")
    expect(page.locator("#messages li")).to_have_count(1)
    page.locator("#messages button").click()
    expect(page.frame_locator("iframe").locator("b")).to_have_text("bold")
    page.get_by_role("button", name="Source").click()
    expect(page.locator("#message pre")).to_have_text("<b>bold</b><script>document.title='x'</script>")
    page.get_by_role("button", name="Headers").click()
    expect(page.locator("#message")).to_contain_text("p77@example.com")
    page.get_by_role("searchbox").fill("")
    with rehearsal.app.state.transaction() as db:
        add_to_outbox(db, {"channel": "sms", "to": "13175550101", "text": "Fresh", "sentAt": "now"})
    expect(page.locator("#messages li").first).to_contain_text("Fresh")
    page.get_by_role("button", name="SMS", exact=True).click()
    expect(page.locator("#count")).to_have_text("1–1 of 1")
    expect(page).to_have_title("Outbox of the emulator (1)")
