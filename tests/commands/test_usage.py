"""`mcctl usage`: counting requests, and what a profile allows."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from mcctl import usage
from mcctl.rest.pace import Pace
from tests.conftest import HeldClock, Mcctl, Rehearsal

TODAY = date.today()


def profile(home: Path, url: str, *settings: str) -> None:
    lines = [f"auth_url: {url}", f"rest_url: {url}", "client_id: emulator", "storage: file", *settings]
    (home / "config").mkdir(exist_ok=True)
    text = "current: prod\nprofiles:\n  prod:\n" + "".join(f"    {line}\n" for line in lines)
    (home / "config" / "config.yaml").write_text(text)
    (home / "config" / "config.yaml").chmod(0o600)


def test_every_request_counts(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["usage", "-o", "json"]).json == []
    rehearsal.fault({"path": "/categories", "nth": 1}, {"status": 500})
    assert mcctl(["folder", "list"]).code == 0
    mcctl(["asset", "get", "nobody"])
    mcctl(["asset", "patch", "nto-footer", "--content", "x", "--dry-run"])
    made = len(rehearsal.requests()) + len(rehearsal.token_requests())
    rows = mcctl(["usage", "-o", "json"]).json
    assert {(one["day"], one["profile"]) for one in rows} == {(str(TODAY), "emulator")}
    assert sum(one["requests"] for one in rows) == made
    assert [one["group"] for one in rows] == ["folder", "asset"]
    assert mcctl(["usage", "--by", "profile"]).stdout == f"emulator\t{made}\n"
    assert mcctl(["usage", "--by", "group", "--by", "day", "--since", "2d", "-o", "csv"]).stdout.splitlines()[0] == (
        "DAY,GROUP,REQUESTS"
    )


def test_days_before_are_added_up(home: Path) -> None:
    yesterday, last_year = TODAY - timedelta(days=1), TODAY - timedelta(days=400)
    for day in (last_year, yesterday):
        for _ in range(3):
            usage.count("prod", "asset", 2, day)
    usage.count("test", "de", 5, yesterday)
    assert usage.count("prod", "asset", 1, TODAY)
    assert not usage.count("prod", "asset", 1, TODAY)
    assert usage.count("prod", "asset", 100, TODAY)
    folder = home / "state" / "usage"
    assert sorted(path.name for path in folder.iterdir()) == [f"{TODAY}.tsv", "days.tsv"]
    (folder / f"{TODAY}.tsv").open("a").write("prod\tasset\t7")
    (folder / "days.tsv").open("a").write("half a li")
    assert usage.of_a_year("prod", TODAY) == 6 + 102 + 7
    assert usage.counted(yesterday)[-1] == (str(yesterday), "prod", "asset", 6)


def test_an_allowance_is_told_once_a_day(
    mcctl: Mcctl, served: tuple[Rehearsal, str], home: Path, clock: HeldClock
) -> None:
    profile(home, served[1], "allowance: 1000", "max_rate: 500/s")
    args = ["auth", "login", "-p", "prod", "--client-secret-file", "-", "--insecure-storage"]
    assert mcctl(args, stdin="emulator").code == 0
    usage.count("prod", "de", 799, TODAY - timedelta(days=10))
    told = "Profile prod: 800 of 1,000 requests of a year (80 %); see mcctl usage\n"
    assert [mcctl(["folder", "list"]).stderr for _ in range(2)] == [told, ""]
    clock.later = 86400
    assert mcctl(["folder", "list"]).stderr == told.replace("800", "803")  # with a token of its own
    shown = mcctl(["usage", "--by", "profile", "--since", "365d"])
    assert (shown.stdout, shown.stderr) == ("prod\t803\n", "Profile prod: 803 of 1,000 requests of a year (80 %)\n")


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("allowance: 0", "allowance must be at least 1"),
        ("allowance: many", 'allowance must not be "many"'),
        ("max_rate: fast", "max_rate 'fast' is no number a second, such as 50 or 50/s"),
        ("max_rate: 0/s", "max_rate '0/s' is no number a second, such as 50 or 50/s"),
    ],
)
def test_settings_that_make_no_sense(mcctl: Mcctl, home: Path, setting: str, told: str) -> None:
    profile(home, "https://x.example", setting)
    done = mcctl(["folder", "list"])
    assert (done.code, done.stderr.splitlines()[0].endswith(told)) == (2, True)


def test_a_pace_of_requests_holds_for_runs_too(naps: list[float], clock: HeldClock) -> None:
    pace = Pace(clock, 100.0, requests=2.0)
    for items in (10, 200, 10):
        pace.wait(items)
    assert [round(one, 1) for one in naps] == [0.5, 2.0]


def test_who_cannot_write_is_not_kept_from_working(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "state").mkdir(exist_ok=True)
    (home / "state" / "usage").write_text("no folder")
    assert mcctl(["folder", "list"]).code == 0


def test_a_state_folder_that_is_none_is_told_by_those_who_need_it(mcctl: Mcctl, tenant: Rehearsal) -> None:
    assert mcctl(["folder", "list"], MCCTL_STATE_DIR="~nobody-here/x").code == 0
    assert mcctl(["usage"], MCCTL_STATE_DIR="~nobody-here/x").code == 2
