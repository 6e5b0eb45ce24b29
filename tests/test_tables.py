"""What people see: tables of 80 columns, records as blocks where these are too narrow, short times, states in colour."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mcctl.clock import short_time
from tests.conftest import HeldClock, Mcctl, Rehearsal

Shown = Callable[..., str]

FIRST, SECOND = "3f2504e0-4f89-11d3-9a0c-0305e82c3301", "3f2504e0-4f89-11d3-9a0c-0305e82c3302"
PURCHASE = ["event", "fire", "nto-purchase"]
FIELDS = ["--set", f"SubscriberKey={FIRST}", "--set", "Email=ada@nto.example"]
PROFILES = f"""\
current: europe
profiles:
  europe:
    auth_url: https://mc-abcdefghijklmnopqrstuvwxyz0.auth.marketingcloudapis.com
    rest_url: https://mc-abcdefghijklmnopqrstuvwxyz0.rest.marketingcloudapis.com
    client_id: {FIRST}
    account_id: "510001234"
    production: true
"""
_REQUEST = re.compile(r"(REQUEST +)[0-9a-f-]{36}")
_RUN = re.compile(r"^[0-9a-f]{10} ", re.MULTILINE)


@pytest.fixture
def shown(mcctl: Mcctl, rehearsal: Rehearsal, clock: HeldClock) -> Shown:
    """Run a command as on a terminal, two and a half hours later; return what is seen, without the blanks at the ends of lines."""

    def run(*args: str) -> str:
        clock.later = 9000
        done = mcctl(args, terminal=True, COLUMNS="80", NO_COLOR="1")
        clock.later = 0
        assert done.code == 0, done.stderr
        lines = [line.rstrip() for line in done.stdout.splitlines()]
        assert max(map(len, lines)) <= 80
        return "\n".join(lines) + "\n"

    return run


def made(mcctl: Mcctl, *args: str) -> None:
    done = mcctl(args)
    assert done.code == 0, done.stderr


def test_assets(mcctl: Mcctl, shown: Shown) -> None:
    made(
        mcctl, "asset", "create", "--name", "Spring sale for hikers who live near the coast", "--type", "htmlblock",
        "--content", "/dev/null", "--external-key", FIRST,
    )  # fmt: skip
    assert (
        shown("asset", "list", "--type", "block")
        == """\
NAME                       KEY           ID    TYPE       FOLDER        MODIFIED
NTO Footer                 nto-footer    1203  htmlblock  Blocks        2h ago
Spring sale for hikers w…  3f2504e0-4f…  1302  htmlblock  Content Bui…  2h ago
"""
    )


def test_events(mcctl: Mcctl, shown: Shown, home: Path) -> None:
    people = f"{FIRST},{FIRST},ada@nto.example\nnto-1001,nto-1001,amelia@nto.example\n"
    (home / "people.csv").write_text(f"contactKey,SubscriberKey,Email\n{people}")
    made(mcctl, *PURCHASE, "--from", "people.csv")
    assert (
        _REQUEST.sub(rf"\g<1>{SECOND}", shown("event", "status"))
        == """\
AT       2h ago
EVENT    nto-purchase
CONTACT  3f2504e0-4f89-11d3-9a0c-0305e82c3301
STATUS   processed
REQUEST  3f2504e0-4f89-11d3-9a0c-0305e82c3302

AT       2h ago
EVENT    nto-purchase
CONTACT  nto-1001
STATUS   processed
REQUEST  3f2504e0-4f89-11d3-9a0c-0305e82c3302
"""
    )


def test_history(mcctl: Mcctl, rehearsal: Rehearsal, shown: Shown) -> None:
    for _ in range(2):
        made(mcctl, *PURCHASE, "--contact", FIRST, *FIELDS)
        rehearsal.advance(1)
    assert (
        shown("journey", "history", "nto-thank-you")
        == """\
AT       2h ago
CONTACT  3f2504e0-4f89-11d3-9a0c-0305e82c3301
STATUS   NotEntered
MESSAGE  The contact is or was in the journey, whose entry mode is
         SingleEntryAcrossAllVersions

AT        2h ago
CONTACT   3f2504e0-4f89-11d3-9a0c-0305e82c3301
ACTIVITY  Thanks
TYPE      EMAILV2
STATUS    Complete
"""
    )


def test_unsent(mcctl: Mcctl, rehearsal: Rehearsal, shown: Shown) -> None:
    to = ["--to", "27@notsent.example", "--contact", SECOND, "--message-key", FIRST]
    made(mcctl, "tx", "send", "nto-order-confirmation", *to)
    rehearsal.advance(2)
    assert (
        shown("tx", "unsent")
        == """\
EVENT ID     1
AT           2h ago
DEFINITION   nto-order-confirmation
CODE         27
REASON       The address is on a suppression list (SuppressionListExclusion)
MESSAGE KEY  3f2504e0-4f89-11d3-9a0c-0305e82c3301
CONTACT      3f2504e0-4f89-11d3-9a0c-0305e82c3302
"""
    )


def test_runs(mcctl: Mcctl, shown: Shown, home: Path) -> None:
    (home / "r.csv").write_text("contactKey,to\nc-1,ada@nto.example\nc-2,no address\n")
    assert mcctl(["tx", "send", "nto-order-confirmation", "--from", "r.csv", "--skip-invalid"]).code == 8
    assert (
        _RUN.sub("0123456789 ", shown("run", "list"))
        == """\
ID          STARTED  PROFILE   KIND     TARGET           STATE     ROWS  REFUSED
0123456789  2h ago   emulator  tx send  nto-order-conf…  finished  2     1
"""
    )


def test_logins(shown: Shown, home: Path) -> None:
    (home / "config").mkdir()
    (home / "config" / "config.yaml").write_text(PROFILES, encoding="utf-8")
    assert (
        shown("auth", "list")
        == """\
   NAME      TYPE        PRODUCTION  HOST           CLIENT ID      BUSINESS UNIT
   europe    engagement  yes         https://mc-a…  3f2504e0-4f8…  510001234
*  emulator  engagement              http://emula…  emulator
"""
    )


def test_a_table_in_a_pipe_is_as_wide_as_it_must_be(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    line = mcctl(["asset", "list", "--type", "htmlemail", "-o", "table"], COLUMNS="40").stdout.splitlines()[1]
    assert line.split("  ")[0] == "NTO Welcome Series Email"


def test_a_query_of_lists_shows_every_column(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    args = ["asset", "list", "--sort", "id", "--limit", "2", "-o", "table", "-q"]
    assert mcctl([*args, "[].[id, customerKey]"]).stdout == "1201  nto-welcome-series\n1202  nto-trail-news    \n"
    assert mcctl([*args, "[].id"]).stdout == "1201\n1202\n"


def test_what_is_typed_again_is_never_dropped(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    shown = mcctl(["bu", "list"], terminal=True, COLUMNS="26", NO_COLOR="1").stdout
    assert shown == "NAME             MID      \nNorthern Trail…  510000001\n"


def test_states_are_in_colour(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    done = mcctl(["journey", "list"], terminal=True, COLUMNS="100", TERM="xterm-256color")
    assert "\x1b[32mPublished\x1b[0m" in done.stdout


def test_no_cell_holds_json(mcctl: Mcctl, shown: Shown) -> None:
    told = shown("asset", "get", "nto-welcome-series", "-q", "{a: channels, b: category, c: [`1`, `true`], d: `null`}")
    assert (
        told
        == """\
a  email: yes, web: no
b  id: 102, name: Welcome Series, parentId: 101
c  1, yes
d
"""
    )


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (timedelta(seconds=1), "just now"),
        (timedelta(minutes=59), "59m ago"),
        (timedelta(hours=23, minutes=59), "23h ago"),
        (timedelta(days=2), "9 Mar 12:30"),
        (timedelta(days=-1), "12 Mar 12:30"),
        (timedelta(days=400), "4 Feb 2025"),
    ],
)
def test_times_in_short(ago: timedelta, told: str) -> None:
    now = datetime(2026, 3, 11, 12, 30).astimezone()
    assert short_time((now - ago).astimezone(UTC), now.timestamp()) == told
