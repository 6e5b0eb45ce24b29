"""The emulator under fire: generated requests, valid and not, find no crash and no answer outside the contract."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from mcctl.emulator.personalization import API_KEY
from tests import contract
from tests.conftest import CheckedEmulator

APP = CheckedEmulator(Path(tempfile.mkdtemp()) / "emulator.sqlite")
APP.judges_requests = False
MAX_EXAMPLES = 5


def _loaded() -> Any:
    """Return the reference without its security schemes: the test brings a token of its own."""
    document = copy.deepcopy(contract.document())
    del document["security"], document["components"]["securitySchemes"]
    loaded = schemathesis.openapi.from_dict(document)
    loaded.config.phases.coverage.enabled = False  # it takes as long as all other tests together
    return loaded


schema = _loaded()


@pytest.fixture(scope="module")
def token() -> str:
    """An access token of the seeded client."""
    import httpx

    client = httpx.Client(transport=httpx.WSGITransport(app=APP), base_url="http://emulator.localhost")
    body = {"grant_type": "client_credentials", "client_id": "emulator", "client_secret": "emulator"}
    issued: str = client.post("/v2/token", json=body).json()["access_token"]
    return issued


@schema.parametrize()  # type: ignore[untyped-decorator]  # schemathesis types it as Any
@settings(
    max_examples=MAX_EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
def test_no_request_breaks_the_emulator(case: Any, token: str) -> None:
    APP.judged.clear()
    own_key = case.path.startswith("/api/v2/")
    headers = {"Authorization": f"Bearer {API_KEY if own_key else token}"}
    answer = case.call(app=APP, base_url="http://emulator.localhost", headers=headers)
    assert answer.status_code < 500 or answer.status_code == 501
    assert APP.judged == []
