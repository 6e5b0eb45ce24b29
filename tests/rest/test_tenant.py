"""Commands that read, on answers in the shapes in which tenants give them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests import contract
from tests.conftest import Mcctl, Rehearsal

EXAMPLES = contract.read(Path(__file__).parents[1] / "data" / "tenant.yaml")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["args"])
def test_reading_what_tenants_answer(mcctl: Mcctl, rehearsal: Rehearsal, example: dict[str, Any]) -> None:
    for path, body in example["answers"].items():
        rehearsal.fault({"path": path}, {"status": 200, "body": body})
    done = mcctl(example["args"].split())
    assert (done.code, done.stdout, done.stderr) == (example.get("code", 0), example["out"], example.get("err", ""))
