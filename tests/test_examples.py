"""Every example of every help page runs on the demo account as it stands.

What an example takes from its reader is prepared: files (in data/examples), the commands before it, and ids that are
other ones each time, which take the place of the id in the example.
"""

from __future__ import annotations

import getpass
import json
import re
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest

from tests._hook import Hook
from tests._measuring import script
from tests.conftest import Kept, Mcctl, Rehearsal, Result
from tests.examples import ELSEWHERE, EXAMPLES, FILES, IN_A_SHELL, SETTINGS

Value = TypeVar("Value")

CODES = {
    "--from recipients.csv --map": 8,  # an address in the file is none
    "automation health --check": 10,
    "run resume": 8,
    "asset check welcome.html": 2,  # a picture is on this machine only
    "workspace lint --rule": 0,
    "workspace lint": 2,  # the demo account's mails have no link to unsubscribe
    'ens verify body.json --signature "3q2+7w..."': 2,
    "ens verify - --signature": 2,
}
"""Examples that do not end with 0."""
SECRETS = ("chat register", "auth refresh")
"""What asks for secrets on a terminal."""


class Text(NamedTuple):
    """What is written into a file."""

    name: str
    content: str


class New(NamedTuple):
    """What a command prints takes the place of `name` in all that comes after it."""

    name: str
    command: str


ID, OTHER_ID, RUN = "5b0d6b02-0d6f-4f29-bd0c-3a2c2e5a9a3c", "0f4c1c0e-5d7a-4d55-9a37-3f0f4a1f1c11", "3f9a1c07d2"
Steps = list[str | New | Text]
CALLBACK: Steps = [New(ID, "ens callback create --name hook --url HOOK -o json -q callbackId")]
VERIFIED: Steps = [*CALLBACK, f"ens callback verify {ID} --verification-key PROBED"]
SUBSCRIBED: Steps = [
    *VERIFIED,
    New(OTHER_ID, f"ens subscription create --name s --callback {ID} --event EmailSent -o json -q subscriptionId"),
]
EVENT: Steps = ["event create welcome-event --data-extension nto-customers"]
JOURNEY: Steps = [*EVENT, "journey create --data journey.json"]
VERSION = "journey update welcome-journey --new-version --data j.json"
PUBLISHED: Steps = [*JOURNEY, "journey publish welcome-journey --wait"]
SENT: Steps = [
    "?tx send nto-order-confirmation --from recipients.csv --map to=Email --map contactKey=Id --skip-invalid --yes"
]
LAST_RUN = New(RUN, "run list -o json -q [-1].id")
LOGIN: Steps = [
    "auth login -p prod --auth-url SERVED --rest-url SERVED --client-id emulator --client-secret-file secret --production"
]
HIKERS: Steps = ["emulator file add hikers.csv"]
LIST = "MTIzOjYzOjA"
ROWS = "/data/v1/async/dataextensions/key:nto-customers/rows"
PRIVACY = "personalization privacy set --org 12345678 hashed-id-01=do_not_track --confirm 12345678"
WORKSPACE: Steps = [
    "workspace init --target dev=emulator:510000001 --target prod=emulator:510000002",
    Text("mcctl.yaml", SETTINGS),
    "workspace pull",
]
PUSHED: Steps = [
    *WORKSPACE,
    "asset patch nto-footer --set content=New",
    "workspace pull",
    "asset patch nto-footer --set content=Old",
    "workspace push --overwrite-drift --yes",
    LAST_RUN,
]
PREPARED: Mapping[str, Steps] = {
    "send-test nto-welcome-series --cleanup": ["asset send-test nto-welcome-series --to me@example.com"],
    "tx status 5b0d": [
        New(ID, "tx send nto-order-confirmation --to a@example.com --contact c -o json -q responses[0].messageKey"),
    ],
    "tx status order-4711": [
        f"tx send nto-passcode --to 13175551212 --contact c --attr Code=1 --message-key order-{number}"
        for number in (4711, 4712)
    ],
    "chat status 5b0d": [
        New(ID, "chat send line --sender 1653000001 --to U4af49 --text Hello -o json -q ottRequestId"),
    ],
    "chat status order-4711": [
        New("order-4711", "chat send line --sender 1653000001 --to U4 --text H -o json -q ottRequestId")
    ],
    "contact delete-status": ["contact delete nto-1001 --confirm nto-1001"],
    "contact restrict-status": ["contact restrict nto-1001 --confirm nto-1001"],
    "de status": [New(ID, f"api POST {ROWS} --input rows.json -o json -q requestId")],
    "privacy status": [New(ID, f"{PRIVACY} -o json -q [0].batch_id")],
    "sms status": [New("Mjg6Nzg6MA", "sms send MzA6Nzg6MA --to 13175550101 -o json -q tokenId")],
    "sms history": [
        New("Mjg6Nzg6MA", "sms send MzA6Nzg6MA --to 13175551212 --subscribe --keyword NTO -o json -q tokenId")
    ],
    "sms list-send-": [New("Mjk6Nzg6MA", "sms list-send MzE6Nzg6MA --confirm MzE6Nzg6MA -o json -q tokenId")],
    "sms queue-mo-status": [
        New("Mjg6NzY6MA", "sms queue-mo --number 13175551212 --short-code 12345 --text NTO -o json -q [0].identifier")
    ],
    "sms import-status": [*HIKERS, New("Mjg6NDI6MA", f"sms import {LIST} --file-name hikers.csv -o json -q tokenId")],
    "sms refresh-list-status": [New("Mjg6NDI6MA", f"sms refresh-list {LIST} -o json -q tokenId")],
    "sms import-send-": [
        *HIKERS,
        New("Mjg6Nzk6MA", "sms import-send MzA6Nzg6MA --keyword NTO --file-name hikers.csv --yes -o json -q tokenId"),
    ],
    'sms import-send MzA6Nzg6MA --keyword NTO --data-extension "NTO Phones"': [
        'de create nto-phones --name "NTO Phones" --field Phone:Phone --field "Key:Text(50)" --key-field Key',
    ],
    "--file-name hikers.csv": HIKERS,
    "emulator file show": HIKERS,
    "sms keyword delete TRAILMIX": ["sms keyword create TRAILMIX --short-code 12345 --country US"],
    "sms keyword delete alm5": [
        New("alm5LXNSbUE6Nzc6MA", "sms keyword create TRAILMIX --short-code 12345 --country US -o json -q KeywordId")
    ],
    "tx queue purge": ["tx definition update nto-order-confirmation --status inactive"],
    "event delete": ["journey stop nto-thank-you --yes", "journey delete nto-thank-you --yes"],
    "journey create --data journey.json": EVENT,
    "query run --file opens.sql": [],
    "tx send nto-snow": [
        "tx definition create nto-snow --channel push --app 5e0d0000-0000-4000-8000-000000000201 --asset nto-footer",
    ],
    "push status": [
        New("98sdkj23-0000-4000-8000-000000000001", "push send 'NTO Snow' --tag boots --yes -o json -q tokenId"),
    ],
    "emulator event": [
        "event fire nto-purchase --contact nto-1001 --set SubscriberKey=nto-1001 --set Email=amelia@nto.example",
        "emulator clock --advance 5s",
    ],
    "journey delete welcome-journey --version 2": [*PUBLISHED, VERSION],
    "journey update welcome-journey --new-version": PUBLISHED,
    "journey publish welcome-journey --version 3": [
        *PUBLISHED,
        VERSION,
        "journey publish welcome-journey --wait",
        VERSION,
    ],
    "journey resume welcome-journey": [*PUBLISHED, "journey pause welcome-journey"],
    "welcome-journey": JOURNEY,
    "run show": [*SENT, LAST_RUN],
    "run resume": [*SENT, LAST_RUN],
    "run discard": [*SENT, LAST_RUN],
    "workspace rollback": PUSHED,
    "workspace apply": [*WORKSPACE, "workspace plan --target prod --out plan.zip asset:nto-footer"],
    "workspace promote journey": [*WORKSPACE, "workspace match --target prod --by key --yes"],
    "workspace push --target prod journeys/": [
        *WORKSPACE,
        "workspace promote journey:nto-thank-you --to prod --deep --yes",
    ],
    "ens callback create": [],
    "ens callback": VERIFIED,
    "ens subscription create": VERIFIED,
    "ens subscription list": VERIFIED,
    "ens subscription resume": [*SUBSCRIBED, f"ens subscription pause {OTHER_ID} --yes"],
    "ens subscription": SUBSCRIBED,
    "workspace init": [],
    "auth switch": LOGIN,
    "auth refresh": [*LOGIN, "auth switch prod"],
    "auth logout": [*LOGIN, "auth switch prod"],
    "-p prod": LOGIN,
    "mcctl workspace": WORKSPACE,
    "emulator load": WORKSPACE,
}
"""Part of an example -> what is done before it."""
MISSING = {one for one in ("jq", "file", "less") if not shutil.which(one)}
"""Programs of examples that are not on this machine."""
SHELL_OF_A_READER = """
PATH="$PWD/bin:$PATH" PROFILE=profile.ps1 JOB_COMPLETION_INDEX=0 fpath=(. .)
mkdir -p ~/.local/share/bash-completion/completions ~/.config/fish/completions
"""


def _of(table: Mapping[str, Value], example: str, default: Value) -> Value:
    return next((value for part, value in table.items() if part in example), default)


def test_all_examples_are_found() -> None:
    assert len(EXAMPLES) > 300


class Reader:
    """Somebody who does what the help says, on a machine with all the files it names."""

    def __init__(self, mcctl: Mcctl, rehearsal: Rehearsal, home: Path, hook: Hook, workspace: Kept) -> None:
        self.mcctl = mcctl
        self.rehearsal = rehearsal
        self.home = home
        self.workspace = workspace
        self.hook = hook
        self.words = {"HOOK": hook.url, "http://127.0.0.1:8026/": hook.url}

    def prepare(self, steps: Steps) -> None:
        """Do what comes before an example. A command after "?" may end as it likes."""
        if steps[: len(WORKSPACE)] == WORKSPACE:
            self._make_workspace()
            steps = steps[len(WORKSPACE) :]
        self._do(steps)

    def _make_workspace(self) -> None:
        if self.workspace.give(self.home, self.rehearsal):
            return
        before = set(self.home.iterdir())
        self._do(WORKSPACE)
        made = [one.name for one in set(self.home.iterdir()) - before if "sqlite" not in one.name]
        self.workspace.keep(self.home, self.rehearsal, *made)

    def _do(self, steps: Steps) -> None:
        for step in steps:
            if isinstance(step, Text):
                Path(step.name).write_text(step.content)
                continue
            command = step.command if isinstance(step, New) else step
            done = self.mcctl(shlex.split(self.said(command.removeprefix("?"))))
            assert done.code == 0 or command.startswith("?"), done.stdout + done.stderr
            if isinstance(step, New):
                self.words[step.name] = json.loads(done.stdout)
            if self.hook.posts:
                self.words["PROBED"] = self.hook.posts[0][0]["verificationKey"]

    def said(self, text: str) -> str:
        """Return a text with the ids of this machine."""
        text = text.replace("--callback ID", f"--callback {ID}")
        for word, value in self.words.items():
            text = text.replace(word, value)
        return text

    def run(self, example: str) -> Result:
        """Run an example; where it asks, answer what the hint says."""
        args = shlex.split(self.said(example))[1:]
        done = self.mcctl(args, terminal=any(part in example for part in SECRETS))
        if "Nobody can be asked here" not in done.stderr:
            return done
        found = re.search(r"--confirm (.*)|--yes", done.stderr)
        assert found is not None
        answer = shlex.split(found[1])[0] if found[1] else "y"
        return self.mcctl(args, stdin=f"{answer}\n", terminal=True, PAGER="cat")

    def run_in_shell(self, example: str) -> Result:
        """Run what only a shell understands."""
        done = script(SHELL_OF_A_READER + self.said(example))
        return Result(done.stdout, done.stderr, done.returncode, b"")


RUNNABLE = [one for one in EXAMPLES if not _of(ELSEWHERE, one, "")]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """A workspace in the home, once an example has wanted one."""
    return Kept(tmp_path_factory.mktemp("workspace"))


@pytest.fixture
def reader(
    mcctl: Mcctl,
    rehearsal: Rehearsal,
    waits: list[float],
    hook: Hook,
    home: Path,
    workspace: Kept,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Reader:
    shutil.copytree(FILES, home, dirs_exist_ok=True)
    monkeypatch.setattr(getpass, "getpass", lambda *_, **__: "emulator")
    reader = Reader(mcctl, rehearsal, home, hook, workspace)
    if LOGIN[0] in _of(PREPARED, request.getfixturevalue("example"), []):
        reader.words["SERVED"] = request.getfixturevalue("served")[1]
        monkeypatch.delenv("MCCTL_PROFILE")
    return reader


@pytest.mark.parametrize("example", [one for one in RUNNABLE if not IN_A_SHELL.search(one)])
def test_an_example_runs(reader: Reader, example: str) -> None:
    reader.prepare(_of(PREPARED, example, []))
    done = reader.run(example)
    assert done.code == _of(CODES, example, 0), done.stdout + done.stderr
    assert "Unexpected" not in done.stderr


@pytest.mark.processes
@pytest.mark.parametrize(
    "example", [one for one in RUNNABLE if IN_A_SHELL.search(one) and not MISSING & set(one.split())]
)
def test_an_example_runs_in_a_shell(reader: Reader, home: Path, example: str) -> None:
    (home / "state").mkdir(exist_ok=True)
    (home / "state" / "emulator.sqlite").symlink_to(home / "emulator.sqlite")
    reader.prepare(_of(PREPARED, example, []))
    done = reader.run_in_shell(example)
    assert done.code == _of(CODES, example, 0), done.stdout + done.stderr
    assert "Unexpected" not in done.stderr
