"""Script activities, and the others that are only listed, shown and run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Mcctl, Rehearsal


def test_scripts_are_made_changed_and_deleted(mcctl: Mcctl, rehearsal: Rehearsal, home: Path) -> None:
    (home / "s.js").write_text('<script runat="server">Write(1);</script>')
    (home / "t.js").write_text("Write(2);")
    made = mcctl(["script", "create", "s", "--file", "s.js"])
    assert made.stderr == "Created the script s\nNext: mcctl script run s\n"
    changed = mcctl(["script", "update", "s", "--file", "t.js", "-o", "json"]).json
    assert changed["script"] == "Write(2);"
    assert not changed["modifiedDate"].startswith("0001")
    assert mcctl(["script", "create", "t", "--file", "t.js"]).stderr.splitlines()[0] == (
        "Warning: there are no script tags in it, so that it runs no script"
    )
    assert mcctl(["script", "list", "--search", "hello", "-o", "json", "-q", "[].name"]).json == ["NTO Hello"]
    assert mcctl(["script", "get", "nto-hello-script", "-o", "json", "-q", "categoryId"]).json == 521
    assert mcctl(["script", "run", "s"]).stderr == "Started the script s\n"
    assert mcctl(["script", "delete", "s", "--yes"]).stderr == "Deleted the script s\n"
    assert mcctl(["script", "get", "s"]).code == 3


OTHERS = [
    ("import", "nto-customers-import", "importDefinitionId"), ("file-transfer", "nto-customers-transfer", "id"),
    ("data-extract", "nto-customers-extract", "dataExtractDefinitionId"),
]  # fmt: skip


@pytest.mark.parametrize(("group", "key", "id_name"), OTHERS)
def test_others_are_listed_shown_and_run(
    mcctl: Mcctl, rehearsal: Rehearsal, group: str, key: str, id_name: str
) -> None:
    listed = mcctl([group, "list", "--search", "NTO", "-o", "json"]).json
    assert len(listed) == 1
    shown = mcctl([group, "get", key, "-o", "json"]).json
    assert (shown[id_name], shown["name"]) == (listed[0][id_name], listed[0]["name"])
    logged = mcctl([group, "log", key])
    assert (logged.code, logged.stdout, logged.stderr.startswith("Nothing is logged of the ")) == (0, "", True)
    assert mcctl([group, "run", key]).stderr.startswith("Started the ")
    assert mcctl([group, "get", "nothing"]).code == 3


def test_an_extract_writes_a_file(mcctl: Mcctl, waits: list[float]) -> None:
    mcctl(["data-extract", "run", "nto-customers-extract"])
    mcctl(["emulator", "clock", "--advance", "5s"])
    files = mcctl(["emulator", "file", "list", "-o", "json", "-q", "[].name"]).json
    assert len(files) == 2
    written = mcctl(["emulator", "file", "show", files[0]]).stdout
    assert written.splitlines()[:2] == ["SubscriberKey,Email,FirstName", "nto-1001,amelia@nto.example,Amelia"]


def test_an_import_without_its_file_fails(mcctl: Mcctl, waits: list[float]) -> None:
    mcctl(["import", "run", "nto-customers-import"])
    mcctl(["emulator", "clock", "--advance", "5s"])
    log = mcctl(["import", "log", "nto-customers-import", "-o", "json"]).json
    assert [entry["message"] for entry in log] == ["The file customers.csv was not found."]


def test_places_of_files(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["file-location", "list", "--limit", "1"]).stdout == (
        "ExactTarget Enhanced FTP\tEnhanced FTP, import\timport\t5e0d0000-0000-4000-8000-000000000001\n"
    )
    assert (
        mcctl(["file-location", "get", "nto-store", "-o", "json", "-q", "locationType"]).json == "AmazonSimpleStorage"
    )
    assert mcctl(["file-location", "get", "nowhere"]).code == 3


@pytest.mark.parametrize(
    ("group", "key", "id_", "field"),
    [
        ("import", "customerKey", "importDefinitionId", "fileNamingPattern"),
        ("file-transfer", "customerKey", "id", "fileSpec"),
        ("data-extract", "key", "dataExtractDefinitionId", "fileSpec"),
    ],
)
def test_activities_from_documents(
    mcctl: Mcctl, rehearsal: Rehearsal, group: str, key: str, id_: str, field: str
) -> None:
    known = f"nto-customers-{group.split('-')[-1]}"
    shown = mcctl([group, "get", known, "-o", "json"])
    made = mcctl(
        [group, "create", "new", "--data", "-", "--name", "New one", "--set", f"{field}=a.csv"], stdin=shown.stdout
    )
    assert (made.code, made.stderr.splitlines()[-1]) == (0, f"Next: mcctl {group} run new")
    sent = json.loads(rehearsal.requests("POST")[-1]["body"])
    ours = {
        name: value
        for name, value in shown.json.items()
        if name not in (id_, "createdDate", "modifiedDate", "createdBy", "modifiedBy")
    }
    assert sent == {**ours, key: "new", "name": "New one", field: "a.csv"}
    assert mcctl([group, "update", "new", "--set", f"{field}=b.csv", "--name", "Other"]).code == 0
    patched = json.loads(rehearsal.requests("PATCH")[-1]["body"])
    assert patched == {**sent, "name": "Other", field: "b.csv"}
    assert mcctl([group, "get", "new", "-o", "json"]).json[field] == "b.csv"
    asked = mcctl([group, "delete", "new"], stdin="n\n", terminal=True)
    assert (asked.code, "'Other'?" in asked.stderr) == (2, True)
    assert mcctl([group, "delete", "new", "--yes"]).code == 0
    assert mcctl([group, "get", "new"]).code == 3


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["import", "create", "new"], "What is the import?"),
        (["import", "create", "k" * 37, "--set", "fileSpec=x"], "A key has 1 to 36 characters, not 37"),
        (["file-transfer", "update", "nto-customers-transfer"], "Nothing to change"),
        (["data-extract", "create", "new", "--data", "none.yaml"], "Cannot read none.yaml: No such file or directory"),
    ],
)
def test_documents_that_make_no_activity(mcctl: Mcctl, rehearsal: Rehearsal, args: list[str], told: str) -> None:
    done = mcctl(args)
    assert (done.code, done.stderr.splitlines()[0]) == (2, f"mcctl: {told}")
    assert rehearsal.requests() == []
