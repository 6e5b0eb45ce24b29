"""What a token says of itself."""

from __future__ import annotations

from typing import NamedTuple

from mcctl.reading import get, whole
from mcctl.rest.calls import Retry
from mcctl.rest.client import Client


class Account(NamedTuple):
    """The account that a token is of. enterprise and business_unit: their MIDs; None where that is not told."""

    enterprise: int | None
    business_unit: int | None


def token_context(client: Client) -> Account:
    """Return the account of the token in use.

    GET /platform/v1/tokenContext (get-platformv1tokencontext.md). Raises NotPermitted, Unavailable.
    """
    answer = client.request_object("GET", "/platform/v1/tokenContext", Retry.SAFE)
    return Account(whole(get(answer, "enterprise.id")), whole(get(answer, "organization.id")))
