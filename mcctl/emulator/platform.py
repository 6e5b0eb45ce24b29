"""What an account says of itself: /platform/v1/tokenContext, /platform/v1/endpoints, /address/v1/validateEmail.

Nothing is looked up on the network: addresses at nomx.example have no mail server, and List Detective stops the names
that nobody subscribes with (abuse, postmaster...).
"""

from __future__ import annotations

import re
from typing import Any

import falcon

from mcctl.emulator.core.app import App
from mcctl.emulator.core.web import caller, generic_problem, json_body

_KINDS = ("ftp", "rest", "soap")
_EMAIL = re.compile(r"[^\s@]+@[^\s@.]+(\.[^\s@.]+)+")
_STOPPED = ("abuse", "noreply", "no-reply", "postmaster", "root", "spam", "webmaster")
_VALIDATORS = {
    "SyntaxValidator": lambda email: bool(_EMAIL.fullmatch(email)),
    "MXValidator": lambda email: not email.lower().endswith("@nomx.example"),
    "ListDetectiveValidator": lambda email: email.partition("@")[0].lower() not in _STOPPED,
}


class TokenContext:
    """GET /platform/v1/tokenContext."""

    scopes: dict[str, str] = {}

    def on_get(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Tell the ids of the enterprise, the business unit and the user."""
        who = caller(req)
        resp.media = {"enterprise": {"id": who.eid}, "organization": {"id": who.mid}, "user": {"id": who.user["id"]}}


class Endpoints:
    """GET /platform/v1/endpoints and /platform/v1/endpoints/{kind}."""

    scopes: dict[str, str] = {}

    def on_get(self, req: falcon.Request, resp: falcon.Response, kind: str | None = None) -> None:
        """List the hosts of the account, or show one."""
        items = [{"type": one, "url": _url(req, one)} for one in _KINDS]
        if kind is None:
            resp.media = {"page": 1, "pageSize": len(items), "count": len(items), "items": items}
            return
        found = next((one for one in items if one["type"] == kind.lower()), None)
        if found is None:
            raise generic_problem(404, 30003, f"No endpoint exists for key '{kind}'.")
        resp.media = found


class ValidateEmail:
    """POST /address/v1/validateEmail."""

    scopes = {"POST": "email_read"}

    def on_post(self, req: falcon.Request, resp: falcon.Response) -> None:
        """Run validators over an address; the first that refuses it is told."""
        body = json_body(req, generic_problem)
        email: Any = body.get("email")
        wanted: Any = body.get("validators")
        if not isinstance(email, str) or not email:
            raise generic_problem(400, 10002, "email is required")
        if not isinstance(wanted, list) or not wanted or not all(one in _VALIDATORS for one in map(str, wanted)):
            raise generic_problem(400, 10005, f"validators must hold some of {', '.join(_VALIDATORS)}")
        failed = next((one for one in wanted if not _VALIDATORS[one](email)), None)
        resp.media = {"email": email, "valid": failed is None, **({"failedValidation": failed} if failed else {})}


ROUTES = {
    "/platform/v1/tokenContext": TokenContext(),
    "/platform/v1/endpoints": Endpoints(),
    "/platform/v1/endpoints/{kind}": Endpoints(),
    "/address/v1/validateEmail": ValidateEmail(),
}


def _url(req: falcon.Request, kind: str) -> str:
    return "ftp://ftp.nto.example" if kind == "ftp" else f"{req.prefix}/"


APP = App(routes=ROUTES)
