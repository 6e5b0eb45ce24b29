"""What the options of the `chat` commands mean as JSON, and every documented rule that they break.

Rules are the error lists of post-ottv1registration.md and post-ottv1send.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from mcctl.documents import given
from mcctl.errors import refuse_all
from mcctl.hosts import is_url

MAX_KEY_CHARS = 100
VALIDITY_PERIOD = 30  # required, and without effect yet
MOST_CONTENTS = {"messenger": 1, "line": 5}
MESSAGING_TYPES = ("RESPONSE", "UPDATE", "MESSAGE_TAG")
NOTIFICATIONS = ("REGULAR", "SILENT_PUSH", "NO_PUSH")
_SPELLINGS = {
    "payload": "nativePayload",
    **{name.lower(): name for name in ("type", "text", "url", "altUrl", "duration", "nativePayload", "isReusable",
                                       "attachmentId")},
}  # fmt: skip
_FLAGS = {"altUrl": "altUrl (--alt-url)", "duration": "duration (--duration)"}
Problems = list[str]


def registration(
    platform: str, attributes: Mapping[str, Any], flags: Mapping[str, str], unread: Mapping[str, str]
) -> dict[str, Any]:
    """Return a registration. flags: attribute -> how the command line names it, of all that are required.

    unread: attribute -> why its file could not be read. Raises InputError with everything that is missing or wrong.
    """
    problems = list(unread.values())
    missing = [name for name in flags if name not in unread and _is_missing(attributes, name)]
    problems += [f"{name} is missing: {flags[name]}" for name in missing]
    if url := attributes.get("endpointUrl"):
        _check_url(str(url), "--endpoint-url", problems)
    refuse_all(problems)
    return {"ottPlatformName": platform, "ottPlatformAttributes": given(attributes)}


class Message(NamedTuple):
    """A message to one user, as the flags of `chat send` describe it.

    ott_id, reference: who it is for. contents: what it says, in order; or the parts, put in the order of the fields.
    unread: why files with parts could not be read.
    """

    platform: str
    sender: str
    key: str
    ott_id: str | None = None
    reference: str | None = None
    texts: Sequence[str] = ()
    images: Sequence[str] = ()
    videos: Sequence[str] = ()
    audios: Sequence[str] = ()
    templates: Sequence[Any] = ()
    contents: Any = None
    alt_url: str | None = None
    duration: int | None = None
    reusable: bool = False
    subject: str | None = None
    messaging_type: str | None = None
    tag: str | None = None
    notification: str | None = None
    group_key: str | None = None
    unread: Sequence[str] = ()

    def body(self) -> dict[str, Any]:
        """Return the request. Raises InputError with everything that is wrong."""
        problems = list(self.unread)
        contents = self._contents(problems)
        if contents is not None:
            self._check_contents(contents, problems)
        self._check_flags(problems)
        self._check_user(problems)
        keys = self._custom_keys(problems)
        for name, key in (("--message-key", self.key), ("--group-key", self.group_key)):
            if key is not None and not 0 < len(key) <= MAX_KEY_CHARS:
                problems.append(f"{name} has 1 to {MAX_KEY_CHARS} characters, not {len(key)}")
        refuse_all(problems)
        user = {"ottId": self.ott_id, "userReference": self.reference}
        message = {"subject": self.subject, "contents": contents, "customKeys": keys}
        return {
            "messageKey": self.key,
            **given({"messageGroupKey": self.group_key}),
            "from": {"senderType": self.platform, "senderId": self.sender},
            "to": given(user),
            "message": given(message),
            "validityPeriod": VALIDITY_PERIOD,
        }

    def _contents(self, problems: Problems) -> list[Any] | None:
        parts = [
            *({"type": "text", "text": text} for text in self.texts),
            *self._media("image", self.images, {"altUrl": self.alt_url}),
            *self._media("video", self.videos, {"altUrl": self.alt_url}),
            *self._media("audio", self.audios, {"duration": self.duration}),
            *({"type": "native", "nativePayload": template} for template in self.templates),
        ]
        if self.contents is None:
            return parts
        if parts:
            problems.append("--contents holds all of the message; no --text, --image... beside it")
        if not isinstance(self.contents, list):
            problems.append("--contents must hold a list of contents")
            return None
        return [_spelled(one) for one in self.contents]

    def _media(self, kind: str, urls: Sequence[str], more: Mapping[str, Any]) -> list[dict[str, Any]]:
        reusable = {"isReusable": True} if self.reusable else {}
        return [{"type": kind, "url": url, **given(more), **reusable} for url in urls]

    def _check_contents(self, contents: Sequence[Any], problems: Problems) -> None:
        most = MOST_CONTENTS[self.platform]
        if not contents and not self.unread:
            problems.append("What is the message? Give --text, --image, --video, --audio, --template or --contents")
        if len(contents) + len(self.unread) > most:
            problems.append(f"A {self.platform} message has {most} content{'s' if most > 1 else ''} at most")
        if self.platform == "line" and self.reusable:
            problems.append("--reusable is for messenger")
        for one in contents:
            problems += _content_problems(self.platform, one)

    def _check_flags(self, problems: Problems) -> None:
        """Check that what goes with a kind of content has such a content to go with."""
        media = [*self.images, *self.videos]
        needed = {
            "--alt-url": (self.alt_url, media, "--image or --video"),
            "--duration": (self.duration, self.audios, "--audio"),
            "--reusable": (self.reusable, [*media, *self.audios], "--image, --video or --audio"),
        }
        problems += [
            f"{flag} goes only with {told}" for flag, (is_given, what, told) in needed.items() if is_given and not what
        ]

    def _check_user(self, problems: Problems) -> None:
        if self.platform == "line" and not self.ott_id:
            problems.append("LINE needs the user's id: --to ID; --reference is tried before it")
        elif not (self.ott_id or self.reference):
            problems.append("Who is it for? Give --to ID or --reference REFERENCE")

    def _custom_keys(self, problems: Problems) -> list[dict[str, str]]:
        if self.platform == "messenger" and self.messaging_type is None:
            problems.append(f"Messenger needs --messaging-type: {', '.join(MESSAGING_TYPES)}")
        if self.messaging_type not in (None, *MESSAGING_TYPES):
            problems.append(f"--messaging-type must be one of {', '.join(MESSAGING_TYPES)}")
        if self.notification not in (None, *NOTIFICATIONS):
            problems.append(f"--notification must be one of {', '.join(NOTIFICATIONS)}")
        if self.platform == "line" and (self.tag or self.notification):
            problems.append("--tag and --notification are for messenger")
        elif (self.messaging_type == "MESSAGE_TAG") != (self.tag is not None):
            problems.append("--messaging-type MESSAGE_TAG and --tag go together")
        keys = {"messagingType": self.messaging_type, "tag": self.tag, "notificationType": self.notification}
        return [{name: value} for name, value in keys.items() if value is not None]


def _spelled(content: Any) -> Any:
    """Return a content with its names as the API's table spells them; its samples spell some in other ways."""
    if not isinstance(content, dict):
        return content
    return {_SPELLINGS.get(name.lower(), name): value for name, value in content.items()}


def _content_problems(platform: str, content: Any) -> Problems:
    """Return what is wrong with one content."""
    if not isinstance(content, dict):
        return ["A content must be an object with a type"]
    kind, problems = content.get("type"), Problems()
    needed = {
        "text": ("text",),
        "image": ("url", "altUrl") if platform == "line" else ("url",),
        "video": ("url", "altUrl") if platform == "line" else ("url",),
        "audio": ("url", "duration") if platform == "line" else ("url",),
        "native": ("nativePayload",),
    }
    if not isinstance(kind, str) or kind not in needed:
        return [f"The type of a content must be one of {', '.join(needed)}, not {kind!r}"]
    missing = [_FLAGS.get(name, name) for name in needed[kind] if _is_missing(content, name)]
    problems += [f"A content of type {kind} needs {name}" for name in missing]
    for name in ("url", "altUrl"):
        if content.get(name):
            _check_url(str(content[name]), name, problems)
    if kind == "native" and not isinstance(content.get("nativePayload") or {}, dict):
        problems.append("A template must be a JSON or YAML object, in the network's own format")
    return problems


def _is_missing(values: Mapping[str, Any], name: str) -> bool:
    return values.get(name) in (None, "")


def _check_url(url: str, told: str, problems: Problems) -> None:
    if not is_url(url, "https"):
        problems.append(f"{told} must be an https:// URL, not {url!r}")
