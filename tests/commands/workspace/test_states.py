"""Every state that an object can be in, here and there: what status, pull and push make of it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.commands.workspace.test_pull import FOOTER, patch
from tests.commands.workspace.test_push import BLOCK, content
from tests.conftest import Mcctl, Rehearsal

OLD = "<footer>Northern Trail Outfitters</footer>"
MINE, THEIRS = "<footer>Mine</footer>", "<footer>Theirs</footer>"


class Row(NamedTuple):
    """A row of the table. here and there: the text; None for none. new: it was never seen.

    status: what `status` says. pull: exit code, and the text here afterwards. push: exit code, what would be done, and
    what is said.
    """

    here: str | None
    there: str | None
    status: str
    pull: tuple[int, str | None]
    push: tuple[int, str, str]
    new: bool = False


ROWS = {
    "same": Row(OLD, OLD, "", (0, OLD), (0, "", "Nothing to write")),
    "changed here": Row(MINE, OLD, "changed here", (0, MINE), (0, "change", "")),
    "changed there": Row(OLD, THEIRS, "changed there", (0, THEIRS), (0, "", "Left alone: asset:nto-footer: changed there")),
    "converged": Row(MINE, MINE, "", (0, MINE), (0, "", "")),
    "conflict": Row(MINE, THEIRS, "conflict", (8, MINE), (2, "", "it was changed in dev since: Ada Admin")),
    "deleted here": Row(None, OLD, "deleted here", (0, None), (0, "", "deleted here; --prune deletes it there")),
    "deleted here, changed there": Row(None, THEIRS, "conflict", (8, None), (0, "", "deleted here, and changed in dev")),
    "deleted there": Row(OLD, None, "deleted there", (0, None), (0, "", "Nothing to write")),
    "changed here, deleted there": Row(MINE, None, "conflict", (8, MINE), (2, "", "--recreate makes it again")),
    "both new, the same": Row(MINE, MINE, "", (0, MINE), (0, "", ""), new=True),
    "both new": Row(MINE, THEIRS, "conflict", (8, MINE), (2, "", "dev has another one of this key already"), new=True),
    "new here": Row(MINE, None, "new here", (0, MINE), (0, "create", ""), new=True),
    "new there": Row(None, THEIRS, "new there", (0, THEIRS), (0, "", "Nothing to write"), new=True),
}  # fmt: skip


def arrange(mcctl: Mcctl, row: Row) -> None:
    """Bring about what a row says: first both as they were, then each as it is."""
    if row.new:
        mcctl(["asset", "delete", "nto-footer", "--yes"])
        assert mcctl(["workspace", "pull"]).code == 0
        if row.there is not None:
            Path("body.json").write_text(
                '{"name": "NTO Footer", "customerKey": "nto-footer", "category": {"id": 105}, "assetType": {"id": 197,'
                f' "name": "htmlblock"}}, "content": "{row.there}"}}'
            )
            assert mcctl(["asset", "create", "--data", "body.json"]).code == 0
        if row.here is not None:
            FOOTER.parent.mkdir(exist_ok=True)
            BLOCK.write_text("key: nto-footer\nname: NTO Footer\ntype: htmlblock\n")
    elif row.there is None:
        mcctl(["asset", "delete", "nto-footer", "--yes"])
    elif row.there != OLD:
        patch(mcctl, "nto-footer", content=row.there)
    if row.here is not None:
        FOOTER.write_text(row.here)
    elif not row.new:
        FOOTER.unlink()
        BLOCK.unlink()


@pytest.mark.parametrize("name", ROWS)
def test_what_each_state_is_called(mcctl: Mcctl, rehearsal: Rehearsal, space: Path, name: str) -> None:
    row = ROWS[name]
    arrange(mcctl, row)
    found = mcctl(["workspace", "status", "asset:nto-footer", "-o", "json"])
    told = [one["state"] for one in found.json] if found.stdout else []
    assert told == ([row.status] if row.status else [])


@pytest.mark.parametrize("name", ROWS)
def test_what_a_pull_makes_of_each_state(mcctl: Mcctl, rehearsal: Rehearsal, space: Path, name: str) -> None:
    row = ROWS[name]
    arrange(mcctl, row)
    done = mcctl(["workspace", "pull"])
    assert (done.code, FOOTER.read_text() if FOOTER.exists() else None) == row.pull, done.stderr


@pytest.mark.parametrize("name", ROWS)
def test_what_a_push_makes_of_each_state(mcctl: Mcctl, rehearsal: Rehearsal, space: Path, name: str) -> None:
    row = ROWS[name]
    arrange(mcctl, row)
    before = len(rehearsal.requests("PUT", "PATCH", "DELETE"))
    done = mcctl(["workspace", "push", "--yes"])
    code, action, said = row.push
    assert (done.code, said in done.stderr) == (code, True), done.stderr
    assert [line.split("\t")[2] for line in done.stdout.splitlines() if line.split("\t")[2] != "link"] == (
        [action] if action else []
    )
    assert len(rehearsal.requests("PUT", "PATCH", "DELETE")) - before == (action == "change")
    if action:
        assert content(mcctl, "nto-footer") == row.here
