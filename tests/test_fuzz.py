"""Answers, option values and our own files, changed at random: no crash, no write told as if nothing was sent."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mcctl.bulk import runs
from tests.conftest import CheckedEmulator, HeldClock, Mcctl, Rehearsal
from tests.examples import FILES, READING, WRITING

EXAMPLES = int(os.environ.get("MCCTL_TEST_EXAMPLES", "100"))  # of each of the tests, for each of its groups
QUIET = settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
READS = [
    *(args for args in READING if args[0] != "workspace"),
    ["asset", "get", "nto-welcome-series", "--view", "html", "--compiled"],
    ["journey", "history", "nto-thank-you"],
    ["api", "GET", "/asset/v1/content/assets", "--paginate"],
]
WRITES = [[word for word in args if word != "--wait"] for args in WRITING if args[0] != "workspace"]
ODD: list[Any] = [
    None, True, 0, -1, 10**400, 1.5, "", "x", "0001-01-01T00:00:00", "00000000-0000-0000-0000-000000000000", [], [None], [[]],
    ["x"], {}, {"a": 1}, "\u202e\x1b[2J", "\ud800",
]  # fmt: skip
BODIES = [b"", b"null", b"5", b'"OK"', b"[]", b"[1]", b"{}", b"<html>Log in</html>", b'{"success": false}', b'{"items": null}',
          b'{"message": "No", "errorcode": 0}', b'{"errors": [{"errorDetail": "x"}]}', b"[" * 400 + b"]" * 400, b"\xff\xfe{"]  # fmt: skip
Change = tuple[int, int, int, bytes | None]


class Mutating(CheckedEmulator):
    """The emulator; of its answers one is changed, or replaced. change: which one, where in it, to what, or the whole."""

    change: Change | None = None
    count = hits = 0

    def _process(
        self, db: sqlite3.Connection, environ: dict[str, Any], body: bytes, start_response: Callable[..., Any]
    ) -> list[bytes]:
        started: list[Any] = []
        chunks = super()._process(db, environ, body, lambda *args: started.extend(args))
        if self.change and not environ["PATH_INFO"].startswith("/v2/token"):
            number, place, value, whole = self.change
            self.count += 1
            if self.count == number:
                self.hits += 1
                started[0] = started[0] if whole is None else "200 OK"
                chunks = [whole if whole is not None else changed(b"".join(chunks), place, ODD[value])]
                headers = [(name, text) for name, text in started[1] if name.lower() != "content-length"]
                started[1] = [*headers, ("Content-Length", str(len(chunks[0])))]
        start_response(*started)
        return chunks


def changed(body: bytes, place: int, value: Any) -> bytes:
    """Return JSON in which one part, of all that it has, is another, or is not there."""
    try:
        document = json.loads(body)
    except ValueError:
        return body
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for name in node.keys() if isinstance(node, dict) else range(len(node)):
            places.append((node, name))
            if isinstance(node[name], dict | list):
                walk(node[name])

    walk(document) if isinstance(document, dict | list) else None
    if places:
        node, name = places[place % len(places)]
        if isinstance(node, dict) and place % 3 == 0:
            del node[name]
        else:
            node[name] = value
    return json.dumps(document).encode()


CHANGES = st.tuples(
    st.integers(1, 3), st.integers(0, 10_000), st.integers(0, len(ODD) - 1), st.none() | st.sampled_from(BODIES)
)


@pytest.fixture(scope="module")
def emulator(tmp_path_factory: pytest.TempPathFactory) -> Mutating:
    """One for all examples; what is written is taken back."""
    return Mutating(tmp_path_factory.mktemp("fuzz") / "emulator.sqlite")


@pytest.fixture
def mutating(home: Path, emulator: Mutating, clock: HeldClock, monkeypatch: pytest.MonkeyPatch) -> Mutating:
    """The emulator behind the commands of a test, with the files that they name."""
    shutil.copytree(FILES, home, dirs_exist_ok=True)
    monkeypatch.setenv("MCCTL_PROFILE", "emulator")
    monkeypatch.setattr("mcctl.session.emulator_app", lambda: emulator)

    def instead(seconds: float) -> None:
        clock.ahead += 99 * seconds  # so that a wait that goes wrong is over after some rounds
        emulator.admin.advance(100 * seconds)

    clock.instead = instead
    return emulator


@pytest.mark.parametrize("group", range(4))
def test_changed_answers_to_reads(mcctl: Mcctl, mutating: Mutating, group: int) -> None:
    @QUIET
    @given(st.sampled_from(READS[group::4]), CHANGES, st.sampled_from(["json", "table", "yaml", "csv"]))
    def check(args: list[str], change: Change, format: str) -> None:
        mutating.change, mutating.count = change, 0
        done = mcctl([*args, "-o", format])
        assert done.code not in (1, 2) or "is no message" in done.stderr, (args, change, done)
        assert "\x1b" not in done.stderr + done.stdout or format == "csv", (args, change, done)
        if change[3] in (b"<html>Log in</html>", b'{"success": false}', b'{"items": null}', b"[1]"):
            assert done.code != 3 or change[0] > mutating.count, (args, change, done)

    mutating.hits = 0
    check()
    assert mutating.hits > EXAMPLES / 3


@pytest.mark.parametrize("group", range(4))
def test_changed_answers_to_writes(mcctl: Mcctl, mutating: Mutating, group: int) -> None:
    @QUIET
    @given(st.sampled_from(WRITES[group::4]), CHANGES)
    def check(args: list[str], change: Change) -> None:
        mutating.change, mutating.count = change, 0
        before = written()
        done = mcctl(args)
        assert done.code != 1, (args, change, done)
        if written() != before:
            assert done.code != 2, (args, change, done)
            mutating.state.reset()

    def written() -> int:
        sql = "select count(*) from request where method != 'GET' and status < 300 and path not like '%/query'"
        with mutating.state.transaction() as db:
            found = db.execute(f"{sql} and path not like '/v2/%' and path not like '%search%'").fetchone()[0]
        return int(found)

    mutating.hits = 0
    check()
    assert mutating.hits > EXAMPLES / 3


COLUMNS = ("outcome", "error", "sent_at", "key", "contact", "status", "status_code", "line", "request")


@pytest.mark.parametrize("part", ["about", "item", "bytes"])
def test_changed_ledgers(mcctl: Mcctl, rehearsal: Rehearsal, part: str) -> None:
    Path("r.csv").write_text("contactKey,to\na,a@example.com\nb,b@example.com\n")
    send = ["tx", "send", "nto-order-confirmation", "--from", "r.csv", "--yes"]
    assert mcctl(send).code == 0
    rehearsal.advance(60)
    (path,) = runs.runs_dir().glob("*.sqlite")
    with sqlite3.connect(path) as db:
        db.execute("pragma journal_mode = delete")
        names = [name for (name,) in db.execute("select name from about")]
    whole = path.read_bytes()

    @settings(QUIET, max_examples=40)
    @given(
        st.sampled_from(names),
        st.sampled_from(["", "{", "null", "[]", "5", '"x"', "{}", '{"a;": "b\'"}', "1e999"]),
        st.integers(0, len(whole)),
    )
    def check(name: str, value: str, size: int) -> None:
        for leftover in runs.runs_dir().glob(f"{path.stem}.sqlite*"):
            leftover.unlink()
        path.write_bytes(whole[:size] if part == "bytes" else whole)
        if part != "bytes":
            with sqlite3.connect(path) as db:
                sql = (
                    "update about set value = ? where name = ?"
                    if part == "about"
                    else f"update item set {COLUMNS[size % len(COLUMNS)]} = ?"
                )
                odd: Any = [value, value.encode(), 10**18, -1.5][size % 4]
                db.execute(sql, [value, name] if part == "about" else [odd])
        before = len(rehearsal.outbox())
        for args in (["run", "list"], ["run", "show", path.stem], ["run", "resume", path.stem], send):
            done = mcctl(args)
            assert done.code != 1, (name, value, size, args, done)
        assert len(rehearsal.outbox()) == before

    check()


TEXTS = st.sampled_from(
    [
        "",
        " ",
        "-x",
        "--",
        "@",
        "@nope",
        "a=b",
        "[",
        "{",
        "nan",
        "1e999",
        "\x00",
        "é\u202e",
        "9" * 5000,
        "\ud800",
        "../x",
        "$(x)",
    ]
)


@settings(QUIET, max_examples=120)
@given(st.sampled_from([one for one in (*READS, *WRITES) if "preview" not in one]), st.integers(0, 10), TEXTS)
def check_options(mcctl: Mcctl, mutating: Mutating, args: list[str], place: int, text: str) -> None:
    """Replace one word of a command line that is no command."""
    words = list(args)
    start = 3 if args[0] in ("tx", "ens") and args[1] in ("definition", "queue", "callback") else 2
    if len(words) > start:
        words[start + place % (len(words) - start)] = text
    else:
        words += ["-q", text]
    mutating.change = None
    done = mcctl(words)
    assert done.code != 1, (words, done)


def test_changed_options(mcctl: Mcctl, mutating: Mutating) -> None:
    check_options(mcctl, mutating)
