"""The demo account's content: Northern Trail Outfitters, which sells what one needs outdoors."""

from __future__ import annotations

from typing import Any

from mcctl.emulator.core.account import ENTERPRISE, EUROPE

SALUTATIONS = {
    "HTMLHeader": '<p><a href="%%view_email_url%%">View in a browser</a></p>\n',
    "HTMLFooter": "\n<p>Northern Trail Outfitters, 415 Mission Street, San Francisco</p>",
    "textHeader": "View in a browser: %%view_email_url%%\n\n",
    "textFooter": "\n\nNorthern Trail Outfitters, 415 Mission Street, San Francisco",
}
_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
_WELCOME = """<!DOCTYPE html>
<html>
  <body>
    <h1>Welcome to the trail, %%FirstName%%!</h1>
    <p>Good boots, good maps and good company: that is all it takes.</p>
    <p><a href="%%profile_center_url%%">Your profile</a></p>
  </body>
</html>
"""


def assets() -> list[tuple[int, int, int, dict[str, Any]]]:
    """Return (id, MID, EID, body) of every asset that is there from the beginning."""
    welcome = _email(
        "NTO Welcome Series Email",
        "nto-welcome-series",
        102,
        _WELCOME,
        "Welcome to Northern Trail Outfitters",
    )
    europe = _email("NTO Europe Welcome", "nto-europe-welcome", 201, _WELCOME, "Willkommen, bienvenue, welcome")
    return [
        (1201, ENTERPRISE, ENTERPRISE, {**welcome, "tags": ["welcome", "series"]}),
        (1202, ENTERPRISE, ENTERPRISE, _newsletter()),
        (1203, ENTERPRISE, ENTERPRISE, _footer()),
        (1204, ENTERPRISE, ENTERPRISE, _logo()),
        (1301, EUROPE, ENTERPRISE, europe),
    ]


def contacts() -> list[tuple[str, str, str | None]]:
    """Return (key, e-mail address, mobile number) of every contact that is there from the beginning."""
    return [
        ("nto-1001", "amelia@nto.example", "13175550101"),
        ("nto-1002", "bao@nto.example", None),
        ("nto-1003", "carmen@nto.example", "13175550103"),
    ]


def data_extensions() -> list[tuple[dict[str, Any], list[dict[str, str]]]]:
    """Return (definition, rows) of every data extension that is there from the beginning."""
    customers = [("nto-1001", "amelia@nto.example", "Amelia"), ("nto-1002", "bao@nto.example", "Bao"),
                 ("nto-1003", "carmen@nto.example", "Carmen")]  # fmt: skip
    names = ("SubscriberKey", "Email", "FirstName")
    sendable = {
        "isSendable": True,
        "sendableCustomObjectField": "SubscriberKey",
        "sendableSubscriberField": "_SubscriberKey",
    }
    fields = [_field("SubscriberKey", "Text", 50, key=True), _field("Email", "EmailAddress", 254, required=True),
              _field("FirstName", "Text", 50)]  # fmt: skip
    suppression = [_field("Email", "EmailAddress", 254, key=True)]
    return [
        (
            {
                "name": "NTO Customers",
                "key": "nto-customers",
                "description": "Who bought",
                "fields": fields,
                **sendable,
            },
            [dict(zip(names, values, strict=True)) for values in customers],
        ),
        (
            {"name": "NTO Suppression", "key": "nto-suppression", "description": "No e-mails", "fields": suppression},
            [{"Email": "nomail@nto.example"}],
        ),
    ]


def event_definition() -> dict[str, Any]:
    """Return the event definition that is there from the beginning; dataExtensionKey stands for its data extension."""
    return {
        "type": "APIEvent",
        "name": "NTO Purchase",
        "eventDefinitionKey": "nto-purchase",
        "dataExtensionKey": "nto-customers",
        "category": "Event",
    }


def journey() -> dict[str, Any]:
    """Return the journey that is there, and running, from the beginning: a message, three days later another."""
    steps = [("thanks", "EMAILV2", "rest"), ("rest", "WAIT", "news"), ("news", "EMAILV2", None)]
    configuration = {
        "EMAILV2": {"triggeredSend": {"emailId": 31201, "emailSubject": "Thank you"}},
        "WAIT": {"waitDuration": 3, "waitUnit": "DAYS"},
    }
    return {
        "key": "nto-thank-you",
        "name": "NTO Thank You",
        "workflowApiVersion": 1.0,
        "description": "After a purchase",
        "entryMode": "SingleEntryAcrossAllVersions",
        "defaults": {"email": ["{{Event.nto-purchase.Email}}"]},
        "triggers": [
            {"key": "TRIGGER", "name": "Purchase", "type": "APIEvent", "eventDefinitionKey": "nto-purchase"},
        ],
        "activities": [
            {
                "key": key,
                "name": key.capitalize(),
                "type": kind,
                "outcomes": [{"key": f"{key}-done", "next": following}],
                "configurationArguments": configuration[kind],
            }
            for key, kind, following in steps
        ],
    }


def _field(name: str, kind: str, length: int, *, key: bool = False, required: bool = False) -> dict[str, Any]:
    flags = ("isTemplateField", "isInheritable", "isOverridable", "isHidden", "isReadOnly", "mustOverride")
    ordinal = {"SubscriberKey": 0, "Email": 1, "FirstName": 2}[name]
    nullable = not (key or required)
    told = {"name": name, "type": kind, "length": length, "ordinal": ordinal}
    return {**told, "isPrimaryKey": key, "isNullable": nullable, **dict.fromkeys(flags, False)}


def _email(name: str, key: str, folder: int, html: str, subject: str) -> dict[str, Any]:
    return {
        "name": name,
        "customerKey": key,
        "assetType": {"id": 208, "name": "htmlemail"},
        "category": {"id": folder},
        "channels": {"email": True, "web": False},
        "views": {
            "html": {"content": html},
            "text": {"content": "Welcome to the trail, %%FirstName%%!"},
            "subjectline": {"content": subject},
            "preheader": {"content": "Your next adventure starts here"},
        },
    }


def _newsletter() -> dict[str, Any]:
    """A template-based e-mail: a template with two slots, of which the e-mail fills one."""
    template = {
        "content": "<body>"
        '<div data-type="slot" data-key="main"></div><div data-type="slot" data-key="legal"></div>'
        "</body>",
        "slots": {"legal": {"content": "<small>Unsubscribe at any time.</small>"}},
    }
    html = {
        "content": template["content"],
        "template": template,
        "slots": {
            "main": {
                "content": '<main><div data-type="block" data-key="news"></div></main>',
                "blocks": {"news": {"content": "<h1>Trail news</h1>", "assetType": {"id": 197, "name": "htmlblock"}}},
            }
        },
    }
    return {
        "name": "NTO Trail News",
        "customerKey": "nto-trail-news",
        "assetType": {"id": 207, "name": "templatebasedemail"},
        "category": {"id": 103},
        "channels": {"email": True, "web": True},
        "views": {
            "html": html,
            "subjectline": {"content": "News from the trail"},
            "preheader": {},
            "text": {},
        },
        "tags": ["newsletter"],
    }


def _footer() -> dict[str, Any]:
    return {
        "name": "NTO Footer",
        "customerKey": "nto-footer",
        "assetType": {"id": 197, "name": "htmlblock"},
        "category": {"id": 105},
        "content": "<footer>Northern Trail Outfitters</footer>",
    }


def _logo() -> dict[str, Any]:
    return {
        "name": "nto-logo.png",
        "customerKey": "nto-logo",
        "assetType": {"id": 28, "name": "png"},
        "category": {"id": 104},
        "file": _PIXEL,
        "fileProperties": {"fileName": "nto-logo.png"},
    }
