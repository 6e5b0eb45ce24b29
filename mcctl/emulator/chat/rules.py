"""What GroupConnect refuses: the documented errors of registrations and messages, all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mcctl.emulator.core.web import folded, is_text

_COMMON = {"endpointUrl": "EndpointUrl", "isActive": "IsActive"}
PLATFORMS: dict[str, dict[str, str]] = {
    "messenger": {
        "applicationId": "ApplicationId", "applicationSecret": "ApplicationSecret", "pageId": "PageId",
        "pageName": "PageName", "pageAccessToken": "PageAccessToken", "callbackVerifyToken": "CallbackVerifyToken",
        **_COMMON,
    },
    "line": {
        "channelId": "ChannelId", "channelName": "ChannelName", "channelSecret": "ChannelSecret",
        "isTransactional": "isTransactional", "isTestChannel": "isTestChannel", **_COMMON,
    },
}  # fmt: skip
"""Platform -> attribute -> how an error names it. All of them are required."""
MOST_CONTENTS = {"messenger": 1, "line": 5}
MAX_KEY_CHARS = 100
_TYPES = ("text", "image", "audio", "video", "native")
_ENUMS = {
    "messagingtype": ("RESPONSE", "UPDATE", "MESSAGE_TAG"),
    "notificationtype": ("REGULAR", "SILENT_PUSH", "NO_PUSH"),
}
_CONTENT_TEXTS = ("text", "url", "altUrl")


def registration_faults(body: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a registration, whose names are in lower case."""
    name, attributes = body.get("ottplatformname"), body.get("ottplatformattributes")
    if name in (None, ""):
        yield "OttPlatformName must be provided"
    elif str(name) not in PLATFORMS:
        yield "OttPlatformName is invalid"
    if not isinstance(attributes, dict) or not attributes:
        yield "OttPlatformAttributes is invalid"
    elif str(name) in PLATFORMS:
        values = folded(attributes)
        for attribute, told in PLATFORMS[str(name)].items():
            if not _is_given(values.get(attribute.lower()), is_flag=attribute.startswith("is")):
                yield f"{told} must be provided"
        if not is_text(values.get("customerconnectsecret", "")):
            yield "CustomerConnectSecret is invalid"


def shape_faults(body: dict[str, Any]) -> Iterator[str]:
    """Yield the parts of a message that are given and not of their type. docs silent on the texts."""
    values = folded(body)
    for name in ("from", "to", "message"):
        if name in values and not isinstance(values[name], dict):
            yield f"{name} must be an object"
    for name in ("messageKey", "messageGroupKey"):
        value = values.get(name.lower(), "x")
        if not is_text(value) or not 0 < len(value) <= MAX_KEY_CHARS:
            yield f"{name} must be text of 1 to {MAX_KEY_CHARS} characters"
    to = values.get("to")
    for name, value in folded(to).items() if isinstance(to, dict) else ():
        if name in ("ottid", "userreference") and not is_text(value):
            yield f"{name} must be text"


def send_faults(body: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a message, whose names are in lower case."""
    if "messagekey" not in body:
        yield "Message Key must be provided"
    sender = _object(body, "from")
    platform = str(sender.get("sendertype"))
    yield from _sender_faults(body, sender)
    yield from _user_faults(body, platform)
    yield from _message_faults(body, platform)
    if body.get("validityperiod") in (None, ""):
        yield "Validity Period must be provided"
    elif isinstance(body["validityperiod"], bool) or not isinstance(body["validityperiod"], int | str):
        yield "Validity Period is invalid"


def _sender_faults(body: dict[str, Any], sender: Mapping[str, Any]) -> Iterator[str]:
    if "from" not in body:
        yield "From object must be provided"
        return
    for name in ("Id", "Type"):
        value = sender.get(f"sender{name.lower()}")
        if not is_text(value) or not value:
            yield f"Sender {name} must be provided"
    if sender.get("sendertype") and str(sender["sendertype"]) not in MOST_CONTENTS:
        yield "Sender Type is invalid"


def _user_faults(body: dict[str, Any], platform: str) -> Iterator[str]:
    if "to" not in body:
        yield "To object must be provided"
        return
    to = _object(body, "to")
    if platform == "line" and not to.get("ottid"):
        yield "OttId must be provided in the To object"
    elif platform != "line" and not (to.get("ottid") or to.get("userreference")):
        yield "Either OttId or UserReference must be provided in the To object"


def _message_faults(body: dict[str, Any], platform: str) -> Iterator[str]:
    if "message" not in body:
        yield "Message object must be provided"
        return
    message = _object(body, "message")
    contents = message.get("contents")
    if not isinstance(contents, list) or not contents:
        yield "Message contents must be provided"
        contents = []
    most = MOST_CONTENTS.get(platform, 5)
    if len(contents) > most:
        yield f"Message object cannot contain more than {most} message objects"
    for one in contents:
        yield from _content_faults(folded(one) if isinstance(one, dict) else {})
    if not is_text(message.get("subject", "")):
        yield "Subject is invalid"
    yield from _custom_faults(message.get("customkeys", []), platform)


def _content_faults(content: dict[str, Any]) -> Iterator[str]:
    kind = content.get("type")
    if kind in (None, ""):
        yield "Content Type for all message contents must be provided"
    elif str(kind) not in _TYPES:
        yield "Content Type is invalid"
    if kind == "text" and not content.get("text"):
        yield "Text attribute must be provided for Text type Message Content"
    if kind in ("image", "audio", "video") and not content.get("url"):
        yield "Url attribute must be provided for Image, File, Audio and Video type Message Content"
    for name in _CONTENT_TEXTS:
        if not is_text(content.get(name.lower(), "")):
            yield f"{name} is invalid"
    yield from _odd_faults(content)


def _odd_faults(content: dict[str, Any]) -> Iterator[str]:
    for name in ("duration", "attachmentId"):
        value = content.get(name.lower(), "")
        if isinstance(value, bool) or not isinstance(value, str | int):
            yield f"{name} is invalid"
    payload = content.get("nativepayload", content.get("payload", {}))
    if not isinstance(payload, dict) or (content.get("type") == "native" and not payload):
        yield "NativePayload must be an object"
    if not isinstance(content.get("isreusable", False), bool):
        yield "isReusable is invalid"


def _custom_faults(entries: Any, platform: str) -> Iterator[str]:
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        yield "CustomKeys must be an array of objects"
        return
    given = {name: value for one in entries for name, value in folded(one).items()}
    for name, allowed in _ENUMS.items():
        if name in given and given[name] not in allowed:
            yield f"{name} is invalid"
    if not is_text(given.get("tag", "")):
        yield "tag is invalid"
    if platform == "messenger" and not given.get("messagingtype"):
        yield "MessagingType must be provided as a Custom Key"
    if given.get("messagingtype") == "MESSAGE_TAG" and not given.get("tag"):
        yield "Tag must be provided as a Custom Key when MessagingType is provided as MESSAGE_TAG"


def _is_given(value: Any, *, is_flag: bool) -> bool:
    if is_flag:
        return isinstance(value, bool) or value in (0, 1)
    return is_text(value) and bool(value)


def _object(body: dict[str, Any], name: str) -> dict[str, Any]:
    return folded(body[name]) if isinstance(body.get(name), dict) else {}
