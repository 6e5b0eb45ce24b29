"""What a send definition must be."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from mcctl.ampscript.assets import EMAIL_TYPES, parts_of
from mcctl.ampscript.errors import AmpscriptError
from mcctl.emulator.asset import store as asset_store
from mcctl.emulator.core.web import (
    Caller,
    generic_problem,
    is_unicode,
)
from mcctl.emulator.push.store import is_app
from mcctl.emulator.rendering.blocks import email_of
from mcctl.emulator.rendering.messages import obstacles

LISTS = ("all subscribers", "nto-customers")
CLASSIFICATIONS = {"default transactional": True, "default commercial": False}
"""Lower-case external key of a send classification -> whether it is transactional."""
_TYPES: dict[str, dict[str, Any]] = {
    "": {"definitionKey": str, "name": str, "status": str, "description": str, "classification": str, "content": dict,
         "subscriptions": dict, "options": dict, "applicationId": str},
    "email.content": {"customerKey": str},
    "email.subscriptions": {"list": str, "dataExtension": str, "autoAddSubscriber": bool, "updateSubscriber": bool},
    "email.options": {"trackLinks": bool, "cc": list, "bcc": list, "createJourney": bool},
    "sms.content": {"message": str},
    "sms.subscriptions": {"shortCode": str, "countryCode": str, "keyword": str, "autoAddSubscriber": bool,
                          "updateSubscriber": bool},
    "sms.options": {},
    "push.content": {"customerKey": str},
    "push.subscriptions": {},
    "push.options": {"sound": str, "badge": str, "customKeys": list},
}  # fmt: skip
STATUSES = {"active": "Active", "inactive": "Inactive"}
_REQUIRED = {
    "email": ("definitionKey", "name", "content.customerKey", "subscriptions.list"),
    "push": ("definitionKey", "name", "applicationId", "content.customerKey"),
    "sms": (
        "definitionKey", "name", "content.message", "subscriptions.shortCode", "subscriptions.keyword",
    ),
}  # fmt: skip
_MISSING_CODES = {"definitionKey": 109107, "subscriptions.keyword": 109120}
_CODES = {
    10001: "MCMS_UTM_Validation_InvalidDataType",
    10002: "MCMS_UTM_Validation_MissingRequiredField",
    10003: "MCMS_UTM_Validation_IncorrectFormat",
    10005: "MCMS_UTM_Validation_InvalidValue",
    30001: "MCMS_UTM_Runtime_InvalidOperation",
    30003: "MCMS_UTM_Runtime_ObjectNotFound",
    30004: "MCMS_UTM_Runtime_ObjectAlreadyExists",
    109107: "MCMS_UTM_Validation_MissingRequiredField_definitionKey",
    109112: "MCMS_UTM_Validation_InvalidValue_options",
    109113: "MCMS_UTM_Validation_InvalidValue_autoAddSubscriber",
    109115: "MCMS_UTM_Validation_InvalidValue_keyword",
    109125: "MCMS_UTM_Validation_InvalidValue_updateSubscriber",
    109120: "MCMS_UTM_Validation_MissingRequiredField_keyword",
    109123: "MCMS_UTM_Validation_InvalidValue_classification_IncorrectType",
    109124: "MCMS_UTM_Validation_email_does_not_pass_validation",
}


def status(body: dict[str, Any], default: str) -> str:
    text = body.get("status")
    if text is None:
        return default
    if text.lower() == "deleted":
        raise generic_problem(501, 0, "What becomes of a definition with status deleted is not documented; use DELETE")
    if text.lower() not in STATUSES:
        raise problem(400, 10005, f"status {text!r}")
    return STATUSES[text.lower()]


_TYPE_CODES = {
    "options": 109112, "subscriptions.autoAddSubscriber": 109113, "subscriptions.updateSubscriber": 109125,
}  # fmt: skip


def problem(status: int, code: int, detail: str) -> Exception:
    """Return an error as the messaging routes word it: the code's name, a colon, the detail."""
    return generic_problem(status, code, f"{_CODES[code]}: {detail}")


def refuse_scripts(
    db: sqlite3.Connection, who: Caller, channel: str, doc: dict[str, Any], request: dict[str, Any] | None = None
) -> None:
    """Raise a Refusal where a message could not be rendered: 501 for what only the platform can, 400 for the rest.

    request: a send, which may bring a text of its own.
    """
    own = ((request or {}).get("content") or {}).get("message")
    try:
        sources = _sources(db, who.eid, channel, doc["content"])
        obstacle = next(obstacles(db, who.eid, who.mid, [own or "", *sources]), None)
    except AmpscriptError as error:
        raise problem(400, 109124, f"the AMPscript of the message, {error}") from error
    if obstacle:
        raise generic_problem(501, 0, f"The emulator does not emulate: {obstacle} in messages")


def _sources(db: sqlite3.Connection, eid: int, channel: str, content: dict[str, Any]) -> list[str]:
    """Return the templates of a definition. Raises AmpscriptError."""
    if channel == "sms":
        return [content["message"]]
    if channel == "push":
        return [push_text(db, eid, content["customerKey"]) or ""]
    return list(parts_of(email_of(db, asset_store.by_key(db, eid, content["customerKey"]), eid) or {}).values())


def check_required(channel: str, body: dict[str, Any]) -> None:
    for path in _REQUIRED[channel]:
        value: Any = body
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        if value in (None, ""):
            code = _MISSING_CODES.get(path, 10002)
            raise problem(400, code, f"{path} is required")


def check(db: sqlite3.Connection, who: Caller, channel: str, body: dict[str, Any]) -> None:
    _check_types(_TYPES[""], body, "")
    for name in ("content", "subscriptions", "options"):
        _check_types(_TYPES[f"{channel}.{name}"], body.get(name) or {}, f"{name}.")
    if not body["definitionKey"].isprintable() or "/" in body["definitionKey"]:
        raise problem(400, 10003, "definitionKey")
    status(body, "Active")
    _CHECKS[channel](db, who, body)
    refuse_scripts(db, who, channel, body)


def _check_types(types: dict[str, Any], node: dict[str, Any], where: str) -> None:
    for name, value in node.items():
        if name not in types:
            raise problem(400, 10005, f"{where}{name} is not a field of a definition")
        if value is not None and (not isinstance(value, types[name]) or (types[name] is str and not is_unicode(value))):
            raise problem(400, _TYPE_CODES.get(f"{where}{name}", 10001), f"{where}{name}")


def _check_email(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> None:
    asset = asset_store.by_key(db, who.eid, body["content"]["customerKey"])
    if asset is None or json.loads(asset["doc"])["assetType"]["id"] not in EMAIL_TYPES:
        raise problem(400, 109124, f"content.customerKey {body['content']['customerKey']!r} is no e-mail")
    transactional = CLASSIFICATIONS.get((body.get("classification") or "default transactional").lower())
    if transactional is None:
        raise problem(400, 10005, "classification does not exist")
    if not transactional:
        raise problem(400, 109123, "classification")
    if not body["subscriptions"]["list"].lower().startswith(LISTS):
        raise problem(400, 10005, "subscriptions.list does not exist")
    options = body.get("options") or {}
    for name in ("cc", "bcc"):
        if not all(isinstance(address, str) for address in options.get(name) or []):
            raise problem(400, 10001, f"options.{name}")
    if body["subscriptions"].get("dataExtension"):
        raise generic_problem(501, 0, "The emulator does not emulate triggered-send data extensions")


def _check_sms(_db: sqlite3.Connection, _who: Caller, body: dict[str, Any]) -> None:
    code, keyword = body["subscriptions"]["shortCode"], body["subscriptions"]["keyword"]
    if not (code.isascii() and code.isdecimal() and 4 <= len(code) <= 15):
        raise problem(400, 10003, "subscriptions.shortCode")
    if not keyword.isalnum():
        raise problem(400, 109115, "subscriptions.keyword")


def push_text(db: sqlite3.Connection, eid: int, key: str) -> str | None:
    """Return the text of the asset that a push definition sends; None where there is no such asset."""
    row = asset_store.by_key(db, eid, key)
    return None if row is None else str(json.loads(row["doc"]).get("content") or row["name"])


def _check_push(db: sqlite3.Connection, who: Caller, body: dict[str, Any]) -> None:
    if not is_app(body["applicationId"]):
        raise problem(400, 10005, "applicationId does not exist")
    if push_text(db, who.eid, body["content"]["customerKey"]) is None:
        raise problem(400, 10005, f"content.customerKey {body['content']['customerKey']!r} does not exist")


_CHECKS = {"email": _check_email, "sms": _check_sms, "push": _check_push}
