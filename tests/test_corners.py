"""Processes in bad surroundings: streams that are closed or full, odd files and variables, signals, endless answers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mcctl.signals import Ended
from tests._measuring import MEGABYTE, endless, gigabyte, hangs, measured, shell
from tests.conftest import Mcctl, Rehearsal, environment

SUBDOMAIN = {"MCCTL_SUBDOMAIN": "mc563885gzs27c5t9-63k636ttgm", "MCCTL_CLIENT_ID": "i", "MCCTL_CLIENT_SECRET": "s"}

# ---------------------------------------------------------------------- streams


@pytest.mark.parametrize("format", ["json", "csv", "table", "yaml"])
def test_output_that_does_not_fit_is_told(home: Path, format: str) -> None:
    read = shell(f"$M asset list -o {format} > /dev/full", MCCTL_PROFILE="emulator")
    assert (read.returncode, b"Cannot write to standard output: No space left on device" in read.stderr) == (2, True)
    written = shell(f"$M asset patch nto-footer --name n -o {format} > /dev/full", MCCTL_PROFILE="emulator")
    assert (written.returncode, b"What was asked for was carried out" in written.stderr) == (8, True)


def test_closed_streams(home: Path) -> None:
    env = {"MCCTL_PROFILE": "emulator"}
    assert shell("$M asset get nto-footer >&-", **env).returncode == 2
    assert shell("$M asset get nope 2>&-", **env).stdout == b""
    asked = shell("$M asset delete nto-footer <&-", **env)
    assert (asked.returncode, b"--yes" in asked.stderr) == (2, True)


@pytest.mark.parametrize(
    "env", [{"PYTHONIOENCODING": "cp1252"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_text_of_all_scripts_in_all_locales(home: Path, env: dict[str, str]) -> None:
    done = shell("$M asset patch nto-footer --name 'Größe 😀' -o json", MCCTL_PROFILE="emulator", **env)
    assert (done.returncode, json.loads(done.stdout)["name"]) == (0, "Größe 😀")


# ---------------------------------------------------------------------- the way to a host


@pytest.mark.parametrize(
    ("env", "code", "told"),
    [
        ({"SSL_CERT_FILE": "/no/such.pem"}, 2, "SSL_CERT_FILE: cannot read /no/such.pem: No such file"),
        ({"SSL_CERT_FILE": "/"}, 2, "SSL_CERT_FILE: cannot read /: Is a directory"),
        ({"SSL_CERT_FILE": "der.pem"}, 2, "SSL_CERT_FILE: der.pem holds no certificate (PEM)"),
        ({"SSL_CERT_DIR": "/no/such"}, 2, "SSL_CERT_DIR: /no/such is no folder"),
        ({"HTTPS_PROXY": "gopher://127.0.0.1:1"}, 2, "HTTPS_PROXY is no proxy that mcctl can use"),
        ({"ALL_PROXY": "socks5://127.0.0.1:1"}, 6, "Cannot reach"),
        ({"HTTPS_PROXY": "127.0.0.1:1", "NO_PROXY": "::1,fe80::/10,[fd00::]/8,*.x,10.0.0.0/8"}, 6, "Cannot reach"),
    ],
    ids=lambda value: "" if isinstance(value, int | str) else next(iter(value.values())),
)  # fmt: skip
def test_the_way_to_a_host(
    mcctl: Mcctl,
    home: Path,
    naps: list[float],
    monkeypatch: pytest.MonkeyPatch,
    env: dict[str, str],
    code: int,
    told: str,
) -> None:
    for name in ("SSL_CERT_FILE", "SSL_CERT_DIR", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    (home / "der.pem").write_bytes(b"\x30\x82\x01\x02")
    done = mcctl(["asset", "list"], **SUBDOMAIN, **env)
    assert (done.code, told in done.stderr) == (code, True), done.stderr


# ---------------------------------------------------------------------- files and settings


def test_yaml_is_what_was_written(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "a.yaml").write_text(
        "name: NO\ndescription: 012:30\ntags: [001234, +49, 1_000, 12:30:45, yes, 2026-01-31]\n"
    )
    sent = mcctl(["asset", "patch", "nto-footer", "--data", "a.yaml", "--dry-run"]).json["body"]
    assert sent == {
        "name": "NO",
        "description": "012:30",
        "tags": ["001234", "+49", "1_000", "12:30:45", "yes", "2026-01-31"],
    }
    shown = mcctl(["asset", "patch", "nto-footer", "--set", 'tags=["1e5", "NO", "\\u202e"]', "-o", "yaml", "--dry-run"])
    assert "- '1e5'\n" in shown.stdout
    assert '- "\\u202E"' in shown.stdout.replace("\\u202e", "\\u202E")


def test_yaml_bombs_are_refused(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (home / "bomb.yaml").write_text("\n".join(["a0: &a0 [x]", *levels]))
    (home / "ring.yaml").write_text("name: &r [*r]\n")
    for name in ("bomb.yaml", "ring.yaml"):
        assert mcctl(["asset", "patch", "nto-footer", "--data", name]).code == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
def test_a_byte_order_mark_tells_the_encoding(mcctl: Mcctl, rehearsal: Rehearsal, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    Path("v.html").write_bytes(f"{mark}<p>Größe</p>".encode(encoding))
    sent = mcctl(["asset", "patch", "nto-footer", "--content", "v.html", "--dry-run"])
    assert sent.json["body"]["content"] == "<p>Größe</p>"


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("", 0),
        ("current: [p]", 2),
        ("current: {a: 1}", 2),
        ("profiles: []", 0),
        ("profiles: {p: 1}", 2),
        ("profiles: {p: {auth_url: 1, rest_url: 2, client_id: 3}}", 2),
        ("later: {a: 1}", 0),
    ],
)
def test_settings_are_looked_at(mcctl: Mcctl, home: Path, settings: str, code: int) -> None:
    (home / "config").mkdir()
    (home / "config" / "config.yaml").write_text(settings)
    assert mcctl(["auth", "list"]).code == code


def test_settings_that_anybody_can_write_are_not_read(mcctl: Mcctl, home: Path) -> None:
    (home / "config").mkdir()
    (home / "config" / "config.yaml").write_text("current: x")
    (home / "config" / "config.yaml").chmod(0o666)
    done = mcctl(["auth", "list"])
    assert (done.code, "chmod go-w" in done.stderr) == (2, True)


def test_results_follow_no_link_and_keep_one(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    Path("r.csv").write_text("contactKey,to\na,a@example.com\n")
    Path("real.jsonl").write_text("old")
    Path("out.jsonl").symlink_to("real.jsonl")
    assert mcctl(["tx", "send", "nto-order-confirmation", "--from", "r.csv", "--results", "out.jsonl"]).code == 0
    assert Path("out.jsonl").is_symlink()
    assert '"accepted"' in Path("real.jsonl").read_text()


@pytest.mark.parametrize(
    "option", ["--wait-timeout=nan", "--max-rate=nan", "--timeout=nan", "--timeout=inf", "--timeout=0"]
)
def test_numbers_that_are_none(mcctl: Mcctl, rehearsal: Rehearsal, option: str) -> None:
    Path("r.csv").write_text("contactKey,to\na,a@example.com\n")
    done = mcctl(["tx", "send", "nto-order-confirmation", "--from", "r.csv", option])
    assert (done.code, rehearsal.requests("POST")) == (2, [])


# ---------------------------------------------------------------------- what is checked before a write


WRITES = (
    ["asset", "delete", "nto-footer", "--yes"],
    ["sms", "send", "MzA6Nzg6MA", "--to", "13175550101"],
    ["event", "fire", "nto-purchase", "--contact", "c", "--set", "SubscriberKey=c", "--set", "Email=a@b.example"],
    ["tx", "send", "nto-order-confirmation", "--to", "a@b.example", "--contact", "c"],
    ["folder", "create", "New"],
    ["folder", "create", "Emails/Q1/Q2", "--parents"],
    ["de", "upsert", "nto-customers", "--set", "SubscriberKey=c", "--set", "Email=a@b.example"],
    ["api", "POST", "/asset/v1/content/categories", "-f", "name=S", "-F", "parentId=101"],
    ["sms", "queue-mo", "--number", "13175551212", "--short-code", "12345", "--text", "WELCOME"],
)


@pytest.mark.parametrize("query", ["sum(@)", "ceil(to_number('1e999'))"])
@pytest.mark.parametrize("args", WRITES, ids=lambda args: " ".join(args[:2]))
def test_a_slip_in_a_query_is_told_before_the_write(
    mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], query: str
) -> None:
    assert mcctl([*args, "-q", "[?"]).code == 2
    assert rehearsal.requests() == []
    misfit = mcctl([*args, "-q", query])
    assert misfit.code == 0, misfit
    assert rehearsal.requests("POST", "DELETE") != []


# ---------------------------------------------------------------------- signals


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_a_run_in_order(served: tuple[Rehearsal, str], number: int, code: int) -> None:
    rehearsal, url = served
    rows = "".join(f"c-{n},c-{n}@example.com\n" for n in range(2000))
    Path("r.csv").write_text(f"contactKey,to\n{rows}")
    rehearsal.fault({"path": "/messages", "method": "POST"}, {"delay": 0.1})
    args = [sys.executable, "-m", "mcctl", "tx", "send", "nto-order-confirmation", "--from", "r.csv", "--yes",
            "--batch-size", "20", "--results", "out.jsonl"]  # fmt: skip
    env = {**os.environ, **environment(url)}
    with subprocess.Popen(args, env=env, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        while not rehearsal.requests("POST"):
            time.sleep(0.05)
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert process.returncode == code, err
    outcomes = [json.loads(line)["outcome"] for line in Path("out.jsonl").read_text().splitlines()]
    assert set(outcomes) == {"accepted"}
    assert 0 < len(outcomes) < 2000
    again = subprocess.run(args, env=env, capture_output=True, check=False, timeout=60)
    assert again.returncode == 0, again.stderr
    assert len(rehearsal.outbox()) <= 2000
    assert Path("out.jsonl").read_text().count('"accepted"') == 2000


# ---------------------------------------------------------------------- limits


def _bomb(handler: Any) -> None:
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    packer = zlib.compressobj(1, wbits=zlib.MAX_WBITS | 16)
    for _ in range(512):
        handler.wfile.write(packer.compress(b" " * MEGABYTE))
    handler.wfile.write(packer.flush())


def _drips(handler: Any) -> None:
    for char in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 200:
        handler.wfile.write(bytes([char]))
        time.sleep(0.1)


def _fails(handler: Any) -> None:
    handler.send_response(503)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


READS = (
    ["asset", "get", "7"],
    ["api", "GET", "/x", "--paginate"],
    ["de", "rows", "d", "-o", "json"],
    ["asset", "download", "7"],
)


@pytest.mark.parametrize("write", [gigabyte, _bomb])
@pytest.mark.parametrize("args", READS, ids=lambda args: " ".join(args[:2]))
def test_an_answer_without_end_takes_little_memory(home: Path, write: Callable[[Any], None], args: list[str]) -> None:
    with endless(write) as env:
        code, err, peak = measured(args, **env)
    assert (code, b"is larger than 32 MB" in err) == (6, True), err
    assert peak < 150 * 1024  # KB


@pytest.mark.parametrize("write", [_drips, hangs, _fails])
def test_a_timeout_ends_everything(home: Path, write: Callable[[Any], None]) -> None:
    with endless(write) as env:
        started = time.monotonic()
        done = shell("$M asset get 7 --timeout 2", **env)
        took = time.monotonic() - started
    assert done.returncode == 6, done.stderr
    assert took < 6  # with the start, on a busy machine


def test_setting_the_first_of_a_list_makes_one(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    patch = ["asset", "patch", "nto-footer", "--dry-run"]
    sent = mcctl([*patch, "--set", "tags.0=new", "--set", "tags.1=old", "--set", "data.slots.0.key=a"]).json["body"]
    assert sent == {"tags": ["new", "old"], "data": {"slots": [{"key": "a"}]}}
    assert mcctl([*patch, "--set", "tags.0=new", "--set", "tags.2=old"]).code == 2


@pytest.mark.parametrize("odd", ["name: [a]", "description: 5", "categoryId: x", "isSendable: maybe", "isTestable: {}"])
def test_odd_properties_of_a_data_extension_are_told(mcctl: Mcctl, rehearsal: Rehearsal, odd: str) -> None:
    Path("d.yaml").write_text(f"fields: ['Id:Text(5)']\n{odd}\n")
    args = ["--folder", "301"] if "categoryId" not in odd else []
    done = mcctl(["de", "create", "d", "--data", "d.yaml", *args])
    assert (done.code, rehearsal.requests("POST")) == (2, [])


def test_a_dry_run_in_which_all_is_refused_ends_so(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    Path("r.csv").write_text("contactKey,to\na,nowhere\nb,\n")
    send = ["tx", "send", "nto-order-confirmation", "--from", "r.csv"]
    done = mcctl([*send, "--skip-invalid", "--dry-run"])
    assert (done.code, done.stdout) == (8, "")
    assert "mcctl: 2 of 2 rows would be refused\n" in done.stderr
    assert mcctl([*send, "--skip-invalid"]).code == 8
    assert mcctl([*send, "--dry-run"]).code == mcctl(send).code == 2


@pytest.mark.parametrize("count", [2, 3, 4])
def test_long_lists_of_json_are_the_same_as_short_ones(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    args = ["asset", "list", "-o", "json", "--limit", str(count)]
    short = mcctl(args).stdout
    monkeypatch.setattr("mcctl.output._KEPT_ITEMS", 3)
    assert mcctl(args).stdout == short


def test_names_that_begin_with_a_dash_are_no_numbers(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["asset", "create", "--name", "N", "--type", "htmlblock", "--external-key", "-5"]).code == 0
    assert mcctl(["asset", "get", "-o", "json", "-q", "name", "--", "-5"]).json == "N"
    missing = mcctl(["folder", "get", "--", "-5"])
    assert (missing.code, "has no folder '-5'" in missing.stderr) == (3, True)


def test_a_signal_that_python_wraps_is_a_signal(
    mcctl: Mcctl, rehearsal: Rehearsal, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    def interrupted(_session: object) -> None:
        try:
            raise Ended(15)
        except Ended as signal:
            raise RuntimeError("Error calling __set_name__") from signal

    monkeypatch.setattr("mcctl.commands.folder.list.folder_tree", interrupted)
    done = mcctl(["folder", "list"])
    assert (done.code, done.stdout, done.stderr) == (143, "", "")
    assert not (home / "state" / "reports").exists()
