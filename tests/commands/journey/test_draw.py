"""`mcctl journey draw`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Mcctl, Rehearsal


def activity(key: str, kind: str, *ways: tuple[str, str], **configuration: Any) -> dict[str, Any]:
    outcomes = [
        {"key": f"{key}-{number}", "next": to or None, "metaData": {"label": label}}
        for number, (label, to) in enumerate(ways)
    ]
    return {"key": key, "type": kind, "outcomes": outcomes, "configurationArguments": configuration}


@pytest.fixture
def forked(home: Path) -> str:
    """A journey with a decision, a step that two ways lead to, and one that none leads to."""
    activities = [
        activity("split", "MULTICRITERIADECISION", ("Gold", "gift"), ("Else", "rest")),
        activity("gift", "SMSSYNC", ("", "rest")),
        activity("rest", "WAIT", ("", "mail"), waitDuration=1, waitUnit="HOURS"),
        activity("mail", "EMAILV2", ("", ""), triggeredSend={"emailSubject": 'A "sale"'}),
        activity("lost", "WAIT", ("", "nowhere")),
        activity("odd", "RANDOMSPLIT"),
        {"key": "chance", "type": "RandomSplit", "outcomes": [
            {"key": "chance-a", "arguments": {"percentage": 30}, "next": "chance"},
            {"key": "chance-b", "arguments": {"percentage": 70}},
        ]},
        {"key": "seen", "type": "EngagementDecision", "outcomes": [
            {"arguments": {"when": True}, "next": "chance"}, {"arguments": {"when": False}}, {"key": "seen-late"},
        ]},
    ]  # fmt: skip
    triggers = [{"key": "T", "type": "APIEvent", "metaData": {"eventDefinitionKey": "bought"}}]
    name = str(home / "journey.json")
    Path(name).write_text(json.dumps({"key": "k", "name": "N", "triggers": triggers, "activities": activities}))
    return name


def test_a_journey_is_drawn_from_its_entry_on(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["journey", "draw", "nto-thank-you"]).stdout == (
        "entry: nto-purchase\n↓ Thanks: e-mail “Thank you”\n↓ Rest: wait 3 days\n↓ News: e-mail “Thank you”\n↓ end\n"
    )
    assert mcctl(["journey", "draw", "nto-thank-you", "--mermaid"]).stdout == (
        'flowchart TD\n  s0(["entry: nto-purchase"])\n  s1["Thanks: e-mail “Thank you”"]\n  s2["Rest: wait 3 days"]\n'
        '  s3["News: e-mail “Thank you”"]\n  e((end))\n  s0 --> s1\n  s1 --> s2\n  s2 --> s3\n  s3 --> e\n'
    )
    told = mcctl(["journey", "draw", "nto-thank-you", "-o", "json"]).json
    assert told[2] == {"key": "rest", "step": "Rest: wait 3 days", "next": [{"label": "", "to": "news"}]}


def test_branches_joins_circles_and_what_nothing_leads_to(mcctl: Mcctl, forked: str) -> None:
    assert mcctl(["journey", "draw", "--data", forked]).stdout == (
        "entry: bought\n"
        "├─ split: decision\n"
        "│  ├─ [Gold] gift: text\n"
        "│  │  ↓ rest: wait 1 hour\n"
        '│  │  ↓ mail: e-mail “A "sale"”\n'
        "│  │  ↓ end\n"
        "│  └─ [Else] rest: wait 1 hour (see above)\n"
        "├─ lost: wait until something else happens\n"
        "│  ↓ nowhere, which is not there\n"
        "├─ odd: random\n"
        "└─ seen: engagement\n"
        "   ├─ [yes] chance: random\n"
        "   │  ├─ [30 %] chance: random (see above)\n"
        "   │  └─ [70 %] end\n"
        "   ├─ [no] end\n"
        "   └─ [late] end\n"
    )
    drawn = mcctl(["journey", "draw", "--data", forked, "--mermaid"]).stdout
    assert '  s4["mail: e-mail “A #quot;sale#quot;”"]\n' in drawn
    assert '  s1{"split: decision"}\n' in drawn
    assert '  s1 -->|"Gold"| s2\n  s1 -->|"Else"| s3\n' in drawn


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("{}", "entry\n"),
        ('{"activities": [{"key": "a", "outcomes": [{"next": "a"}]}]}', "entry\n↓ a\n↓ a (see above)\n"),
        ('{"activities": "x"}', "entry\n"),
    ],
)
def test_what_is_hardly_a_journey(mcctl: Mcctl, home: Path, body: str, lines: str) -> None:
    Path("odd.json").write_text(body)
    assert mcctl(["journey", "draw", "--data", "odd.json"]).stdout == lines


def test_which_journey(mcctl: Mcctl, rehearsal: Rehearsal) -> None:
    assert mcctl(["journey", "draw"]).stderr.splitlines()[0] == "mcctl: Which journey?"
    assert mcctl(["journey", "draw", "nope"]).code == 3
