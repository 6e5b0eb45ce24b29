"""What has no end, or too much in it: time, memory, and files that others can touch."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from mcctl import files
from mcctl.bulk.engine import Engine
from mcctl.signals import Ended
from tests._login import Served, login_args
from tests._measuring import MEGABYTE, endless, measured, shell
from tests.conftest import Mcctl, Rehearsal

SEND = ["tx", "send", "nto-order-confirmation", "--from", "r.csv", "--yes"]


def _tiny_values(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(30 * MEGABYTE))
    handler.end_headers()
    handler.wfile.write(b"[" + b"{}," * (10 * MEGABYTE - 1) + b"1]")


def test_an_answer_of_tiny_values_takes_little_memory(home: Path) -> None:
    with endless(_tiny_values) as env:
        code, err, peak = measured(["asset", "get", "7"], **env)
    assert (code, b"there are more than 600,000 values in it" in err) == (6, True), err
    assert peak < 150 * 1024  # KB


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- 1\n" * 160_000, "as YAML it may hold 150,000 values; as JSON it may hold more"),
        (f"[{'1,' * 700_000}1]", "there are more than 600,000 values in it"),
    ],
    ids=["yaml", "json"],
)
def test_documents_of_tiny_values_are_refused(mcctl: Mcctl, rehearsal: Rehearsal, text: str, told: str) -> None:
    Path("d").write_text(text)
    done = mcctl(["asset", "patch", "nto-footer", "--data", "d"])
    assert (done.code, done.stderr) == (2, f"mcctl: d is too large: {told}\n")


@pytest.mark.parametrize("name", ["r.csv", "r.jsonl"])
@pytest.mark.parametrize("header", [b"", b"contactKey,to\n", b'contactKey,to\na,"'], ids=["none", "plain", "quote"])
def test_a_file_of_ten_gigabytes_takes_little_memory(home: Path, name: str, header: bytes) -> None:
    Path(name).write_bytes(header)
    os.truncate(name, 10 * 1024**3)  # it takes no room on the disk
    code, err, peak = measured(
        ["tx", "send", "nto-order-confirmation", "--from", name, "--yes"], MCCTL_PROFILE="emulator"
    )
    assert (code, f" of {name} is longer than 12,582,912 characters".encode() in err) == (2, True), err
    assert peak < 150 * 1024  # KB


def test_many_commas_in_text_are_no_values(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    Path("d.json").write_text('{"content": "' + ",{[" * 400_000 + '"}')
    assert mcctl(["asset", "patch", "nto-footer", "--data", "d.json", "--dry-run"]).code == 0


def _stalls(handler: Any) -> None:
    time.sleep(1)  # of the two seconds that --timeout gives
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"{")
    handler.wfile.flush()
    handler.rfile.read(1)  # until whoever asks has left


def _slow_token(handler: Any) -> None:
    time.sleep(1.5)  # twice that, for a token and a request, is more than --timeout gives
    body = b'{"access_token": "tttttttttttttttt", "expires_in": 1000}'
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.parametrize(
    ("write", "more"),
    [
        (_stalls, {}),
        (_slow_token, {"MCCTL_ACCESS_TOKEN": "", "MCCTL_CLIENT_ID": "c", "MCCTL_CLIENT_SECRET": "s" * 20}),
    ],
    ids=["stalled body", "slow token"],
)
def test_a_timeout_counts_for_all_of_a_request(
    mcctl: Mcctl, write: Callable[[Any], None], more: dict[str, str]
) -> None:
    with endless(write) as env:
        started = time.monotonic()
        done = mcctl(["api", "GET", "/x", "--timeout", "2"], **{**env, **more})
        took = time.monotonic() - started
    assert (done.code, took < 4) == (6, True), (took, done)


def test_a_timeout_counts_for_the_wait_for_another_login(mcctl: Mcctl, served: Served, home: Path) -> None:
    assert mcctl(login_args(served[1], "-p", "p"), stdin="emulator").code == 0
    assert mcctl(["asset", "get", "nto-footer", "-p", "p", "--business-unit", "510000002"]).code == 3
    locks = list((home / "state" / "locks").glob("*.lock"))
    started = time.monotonic()
    with FileLock(locks[0]):
        again = mcctl(["auth", "refresh", "-p", "p", "--secret-file", "-"], stdin="emulator")
        (home / "keyring.json").unlink()
        assert again.code == 0
        mcctl(["auth", "refresh", "-p", "p", "--secret-file", "-"], stdin="emulator")
        waited = mcctl(["asset", "list", "-p", "p", "--business-unit", "510000002", "--timeout", "0.5"])
    assert (waited.code, time.monotonic() - started < 4) == (6, True), waited
    assert waited.stderr.startswith("mcctl: Another mcctl is asking for a token, and was not done within 0.5 s")


def test_a_certificate_file_that_is_a_pipe_is_told(mcctl: Mcctl, home: Path) -> None:
    os.mkfifo(home / "pipe.pem")
    env = {
        "MCCTL_SUBDOMAIN": "mc563885gzs27c5t9-63k636ttgm",
        "MCCTL_ACCESS_TOKEN": "t" * 20,
        "SSL_CERT_FILE": "pipe.pem",
    }
    done = mcctl(["api", "GET", "/x"], **env)
    assert (done.code, done.stderr) == (2, "mcctl: SSL_CERT_FILE: pipe.pem is no file; nothing was sent\n")


@pytest.mark.parametrize(
    "args",
    [
        ["asset", "create", "--data", "pipe"],
        ["asset", "create", "--name", "n", "--html", "pipe"],
        ["tx", "send", "nto-order-confirmation", "--from", "pipe", "--format", "csv"],
        ["de", "import", "nto-customers", "pipe", "--format", "csv"],
    ],
)
def test_a_pipe_that_nobody_writes_into_is_not_waited_for(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, monkeypatch: pytest.MonkeyPatch, args: list[str]
) -> None:
    monkeypatch.setattr(files, "_WRITER_SECONDS", 0.05)
    os.mkfifo(home / "pipe")
    done = mcctl(args)
    assert (done.code, "nobody writes into this pipe" in done.stderr) == (2, True), done
    monkeypatch.setattr(files, "_WRITER_SECONDS", 10)
    threading.Thread(target=(home / "pipe").write_text, args=("Email\nx\n",)).start()
    assert "nobody" not in mcctl(args).stderr


def test_a_pipe_is_no_file_to_upload(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    os.mkfifo(home / "pipe.png")
    assert mcctl(["asset", "upload", "pipe.png"]).stderr == "mcctl: pipe.png is no file\n"


@pytest.mark.parametrize(("mode", "folder"), [(0o660, 0o700), (0o600, 0o777), (0o606, 0o700)])
def test_settings_that_others_can_write_are_not_read(mcctl: Mcctl, home: Path, mode: int, folder: int) -> None:
    path = home / "config" / "config.yaml"
    path.parent.mkdir()
    path.write_text("current: x")
    path.chmod(mode)
    path.parent.chmod(folder)
    done = mcctl(["auth", "list"])
    assert (done.code, done.stderr) == (
        2,
        f"mcctl: Others can write {path}, or put another in its place; it is not read\n"
        f"Hint: chmod go-w {path.parent} {path}\n",
    )


@pytest.mark.parametrize("dangling", [True, False])
def test_no_link_is_followed_where_others_could_have_laid_it(
    mcctl: Mcctl, rehearsal: Rehearsal, home: Path, dangling: bool
) -> None:
    (home / "r.csv").write_text("contactKey,to\na,a@example.com\n")
    (home / "open").mkdir()
    (home / "open").chmod(0o1777)
    if not dangling:
        (home / "target").write_text("mine")
    (home / "open" / "out").symlink_to(home / "target")
    done = mcctl([*SEND, "--results", "open/out"])
    assert (done.code, done.stderr) == (
        2,
        "mcctl: open/out is a link in a folder that anybody can write to; nothing was written\n",
    )
    assert rehearsal.requests("POST") == []
    assert (home / "target").exists() is not dangling
    load = mcctl(["asset", "download", "nto-logo", "--to", "open/out", "--overwrite"])
    assert (load.code, dangling or (home / "target").read_text() == "mine") == (2, True), load


def test_a_signal_when_all_has_left_ends_the_wait(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("r.csv").write_text("contactKey,to\na,a@example.com\n")
    finish = Engine._finish

    def signalled(self: Engine, **how: bool) -> None:
        finish(self, **how)
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(Engine, "_finish", signalled)
    before = signal.signal(signal.SIGTERM, _end)
    try:
        done = mcctl([*SEND, "--wait"])
    finally:
        signal.signal(signal.SIGTERM, before)
    assert done.code == 143
    assert "mcctl: Interrupted while waiting; what was sent is being worked on\n" in done.stderr
    rehearsal.advance(60)
    assert len(rehearsal.outbox()) == 1


def _end(number: int, _frame: Any) -> None:
    raise Ended(number)


@pytest.mark.parametrize("command", ["--version", "--help", "asset --help"])
def test_what_is_printed_and_does_not_fit_is_told(home: Path, command: str) -> None:
    done = shell(f"$M {command} > /dev/full")
    assert (done.returncode, done.stderr) == (2, b"mcctl: Cannot write to standard output: No space left on device\n")
