"""Objects as files and back, in the shapes in which tenants give them."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from mcctl.errors import InputError
from mcctl.workspace import paths
from mcctl.workspace.kinds import body_of
from mcctl.workspace.kinds.asset_body import asset_of
from mcctl.workspace.kinds.asset_files import files_of
from mcctl.workspace.kinds.journey import in_order
from mcctl.workspace.known import Known
from mcctl.workspace.lock import Entry
from mcctl.workspace.shape import Files, document, parsed

SERVER = {"id", "objectID", "owner", "createdDate", "createdBy", "modifiedDate", "modifiedBy", "enterpriseId", "memberId",
          "thumbnail", "legacyData", "availableViews", "modelVersion", "contentHash", "status"}  # fmt: skip
WHO = {"id": 7, "email": "ada@nto.example", "name": "Ada", "userId": "7"}
MADE = {
    "objectID": "b", "owner": WHO, "createdDate": "2026-01-02T03:04:05-06:00", "createdBy": WHO, "enterpriseId": 1,
    "modifiedDate": "2026-01-02T03:04:05-06:00", "modifiedBy": WHO, "memberId": 2, "modelVersion": 2,
    "status": {"id": 1, "name": "Draft"}, "thumbnail": {"thumbnailUrl": "/v1/assets/5/thumbnail"}, "availableViews": [],
}  # fmt: skip
IDLE = {
    "thumbnail": {},
    "availableViews": [],
    "data": {"email": {"options": {"generateFrom": None}}},
    "modelVersion": 2,
}
FOOTER = {
    **MADE,
    "id": 1203,
    "customerKey": "nto-footer",
    "assetType": {"id": 197, "name": "htmlblock"},
    "content": "<p>",
}
EMAIL = {
    **MADE,
    "id": 5,
    "customerKey": "spring",
    "name": " Spring",
    "contentType": "application/vnd.etmc.email.Message; kind=template",
    "assetType": {"id": 207, "name": "templatebasedemail", "displayName": "Template-Based Email"},
    "category": {"id": 9},
    "data": {"email": {"options": {"characterEncoding": "utf-8"}, "legacy": {"legacyId": 3, "legacyKey": "k"}}},
    "legacyData": {"legacyId": 3, "legacyKey": "k"},
    "views": {
        "subjectline": {**IDLE, "content": "It is spring"},
        "preheader": {**IDLE, "content": "%%=v(@line)=%%"},
        "text": {**IDLE, "data": {"email": {"options": {"generateFrom": "html"}}}, "generateFrom": "html"},
        "viewAsAWebPage": IDLE,
        "html": {
            **IDLE,
            "content": '<a\r\nhref="x">\n',
            "template": {
                "id": 77,
                "name": "Base",
                "meta": {"contentHash": 12},
                "assetType": {"id": 4, "name": "template"},
            },
            "slots": {
                "banner": {
                    "content": '<div data-type="block" data-key="a"></div>',
                    "design": "<p>Drop blocks here</p>",
                    "availableViews": [],
                    "data": {"email": {"options": {}}},
                    "blocks": {
                        "a": FOOTER,
                        "b": {
                            "assetType": {"id": 196, "name": "textblock"},
                            "content": "Hi",
                            "meta": {"wrapper": {"w": 1}},
                        },
                        "c": {"assetType": {"id": 223, "name": "referenceblock"}, "meta": {"options": {"id": 1203}}},
                    },
                },
                "Empty": {"blocks": {}, "slots": {}},
                "empty": {"content": "x"},
            },
        },
    },
}
PROPERTIES = """\
key: spring
name: ' Spring'
type: templatebasedemail
subject: It is spring
template:
  ref: asset:nto-base
slots:
  banner:
    blocks:
      a:
        ref: asset:nto-footer
      b:
        type: textblock
        meta:
          wrapper:
            w: 1
      c:
        type: referenceblock
        meta:
          options:
            id:
              ref: asset:nto-footer
  Empty: {}
  empty: {}
views:
  text:
    data:
      email:
        options:
          generateFrom: html
    generateFrom: html
data:
  email:
    options:
      characterEncoding: utf-8
"""


def known() -> Known:
    return Known([Entry("asset", "nto-footer", "1203"), Entry("asset", "nto-base", "77")])


def names_in(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for one in value.values() for name in names_in(one)}
    return {name for one in value for name in names_in(one)} if isinstance(value, list) else set()


def test_an_email_of_a_tenant_as_files() -> None:
    files = files_of(EMAIL, known())
    assert files.pop(".email/email.yaml").decode() == PROPERTIES
    assert files == {
        ".email/html.html": b'<a\r\nhref="x">\n',
        ".email/preheader.ampscript": b"%%=v(@line)=%%",
        ".email/slots/banner.html": b'<div data-type="block" data-key="a"></div>',
        ".email/slots/banner.design.html": b"<p>Drop blocks here</p>",
        ".email/slots/banner/b.html": b"Hi",
        f".email/slots/empty{paths.mark('empty')}.html": b"x",  # beside Empty
    }


def asset(kind: str, number: int, **more: Any) -> dict[str, Any]:
    return {**MADE, "id": 8, "customerKey": "k", "name": "N", "assetType": {"id": number, "name": kind}, **more}


ASSETS = [
    EMAIL,
    asset("htmlblock", 197, content="<p>\r\n", design="", fileProperties={"fileName": "N"}),
    asset("codesnippetblock", 220, content="%%[ set @a = 1 ]%%"),
    asset("codesnippetblock", 220, content='<script runat="server">var a;</script>'),
    asset("htmlblock", 197, content="", superContent="<b>"),
    asset("jscoderesource", 240, content="var a = 1;"),
    asset("landingpage", 247, content='{"url": "x"}', meta={"thumbnailRefAssetId": 9, "cloudPages": {}}),
    asset("template", 4, content="<div>", slots={"main": {"content": "x", "blocks": {}}}),
    asset(
        "png", 28, fileProperties={"fileName": "other.png", "extension": "png", "fileSize": 5, "width": 1, "height": 1}
    ),
    asset("unheard", 4711, content="x", customFields={"a": [1, None]}),
    asset("jsonmessage", 230, views={"push": {"content": "{}", "meta": {"options": {"customBlockData": {"a": 1}}}}}),
    asset("htmlemail", 208, views={"html": {"slots": {"main": {"content": "x"}}}}, slots={"own": {"content": "y"}}),
    {"customerKey": "k", "name": "N", "assetType": {"name": "jsonmessage"}, "views": {}},
]


@pytest.mark.parametrize("one", ASSETS, ids=lambda one: str(one["assetType"].get("name")))
def test_files_become_the_same_files_again(one: dict[str, Any]) -> None:
    files = files_of(one, known())
    again = asset_of(files, "x")
    assert files_of(again, known(), before=files) == files
    assert names_in(again) & SERVER <= {"id"}  # of types, of templates, and of what a reference block is of
    assert all(path not in again for path in SERVER)


def test_texts_that_no_file_can_hold_are_told() -> None:
    with pytest.raises(InputError, match="half of a character"):
        files_of(asset("htmlblock", 197, content="\ud83d"), known())


def test_where_the_text_of_a_block_is_stays_as_it_was() -> None:
    block = asset("codesnippetblock", 220, content="%%[ set @a = 1 ]%%")
    before = files_of(block, known())
    assert set(before) == {".block.yaml", ".ampscript"}
    assert set(files_of({**block, "content": "<p>"}, known(), before=before)) == {".block.yaml", ".ampscript"}


def test_what_is_ignored_is_left_out() -> None:
    assert b"tags" not in files_of(asset("htmlblock", 197, content="x", tags=["a"]), known(), ["tags"])[".block.yaml"]


def test_activities_stand_as_a_contact_meets_them() -> None:
    steps = {"split": ["yes", "no"], "yes": ["wait"], "no": ["end"], "wait": ["end"], "end": [], "alone": []}
    activities = [{"key": key, "outcomes": [{"next": one} for one in following]} for key, following in steps.items()]
    circle = [{"key": key, "outcomes": [{"next": other}]} for key, other in (("x", "y"), ("y", "x"))]
    chance = random.Random(1)
    orders = set()
    for _ in range(100):
        shuffled = [*activities, *circle]
        chance.shuffle(shuffled)
        orders.add(tuple(one["key"] for one in in_order(shuffled)))
    assert orders == {("alone", "split", "yes", "wait", "end", "no", "x", "y")}


@pytest.mark.parametrize(
    ("kind", "suffix", "text", "body"),
    [
        (
            "de", ".de.yaml", "key: k\nname: N\nfields:\n- {name: A, type: Text, isPrimaryKey: true}\n",
            {"key": "k", "name": "N", "fields": [{"name": "A", "type": "Text", "isPrimaryKey": True, "ordinal": 0}]},
        ),
        ("event", ".event.yaml", "key: k\nname: N\n", {"name": "N", "eventDefinitionKey": "k"}),
        (
            "send", ".email-send.yaml", "key: k\nchannel: email\ncontent: {customerKey: {ref: asset:a}}\n",
            {"channel": "email", "content": {"customerKey": "a"}, "definitionKey": "k"},
        ),
        ("ens-callback", ".callback.yaml", "name: n\nurl: https://x\n", {"callbackName": "n", "url": "https://x"}),
        ("ens-subscription", ".subscription.yaml", "name: n\ncallback: {ref: ens-callback:c}\n", {"subscriptionName": "n"}),
        (
            "journey", ".journey.yaml", "key: k\nactivities: [{emailId: {ref: asset:nto-footer}}]\n",
            {"workflowApiVersion": 1.0, "key": "k", "activities": [{"emailId": "1203"}]},
        ),
    ],
)  # fmt: skip
def test_properties_become_what_the_api_takes(kind: str, suffix: str, text: str, body: dict[str, Any]) -> None:
    files: Files = {suffix: text.encode()}
    found = body_of(kind, files, "x", known())
    if kind == "de":
        found["fields"] = [
            {name: value for name, value in field.items() if value is not False} for field in found["fields"]
        ]
    assert json.dumps(found, sort_keys=True) == json.dumps(body, sort_keys=True)


@pytest.mark.parametrize(
    "text", ["a\nb", "a\n\n  b\n", "\n", "a \nb", "'x''y'\n\"z\"", "\ttab\nx", "x\r\ny", "#\n- a: b\n", " a\nb"]
)
def test_texts_of_several_lines_are_the_same_again(text: str) -> None:
    told = {"message": text, "list": [text, {"inner": text}]}
    assert parsed(document(told), "x") == told


def test_lines_stay_lines() -> None:
    assert document({"message": "Hi\nthere\n"}) == b"message: |\n  Hi\n  there\n"
