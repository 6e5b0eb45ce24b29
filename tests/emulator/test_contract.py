"""The emulator under fire: generated requests, valid and not, find no crash and no answer outside the contract."""

from __future__ import annotations

import copy
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import SearchStrategy, one_of
from schemathesis import GenerationMode

from mcctl.emulator.personalization import API_KEY
from tests import contract
from tests.conftest import CheckedEmulator

APP = CheckedEmulator(Path(tempfile.mkdtemp()) / "emulator.sqlite")
APP.judges_requests = False
QUIET = settings(
    max_examples=5, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@cache
def _schema() -> Any:
    """Return the reference without its security schemes: the test brings a token of its own."""
    document = copy.deepcopy(contract.document())
    del document["security"], document["components"]["securitySchemes"]
    loaded = schemathesis.openapi.from_dict(document)
    loaded.config.phases.coverage.enabled = False  # it takes as long as all other tests together
    return loaded


@pytest.fixture(scope="module")
def token() -> str:
    """An access token of the seeded client."""
    import httpx

    client = httpx.Client(transport=httpx.WSGITransport(app=APP), base_url="http://emulator.localhost")
    body = {"grant_type": "client_credentials", "client_id": "emulator", "client_secret": "emulator"}
    issued: str = client.post("/v2/token", json=body).json()["access_token"]
    return issued


@pytest.mark.parametrize(("method", "path"), contract.operations())
def test_no_request_breaks_the_emulator(method: str, path: str, token: str) -> None:
    headers = {"Authorization": f"Bearer {API_KEY if path.startswith('/api/v2/') else token}"}

    def check(case: Any) -> None:
        APP.judged.clear()
        answer = case.call(app=APP, base_url="http://emulator.localhost", headers=headers)
        assert answer.status_code < 500 or answer.status_code == 501
        assert APP.judged == []

    operation = _schema()[path][method]
    examples: list[SearchStrategy[Any]] = operation.get_strategies_from_examples()
    for documented in examples:
        settings(QUIET, max_examples=1)(given(documented)(check))()
    QUIET(given(one_of(*(operation.as_strategy(generation_mode=mode) for mode in GenerationMode)))(check))()
