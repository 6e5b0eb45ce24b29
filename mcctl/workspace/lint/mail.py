"""The rules of `asset check` for every text of every asset, and for e-mails as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from mcctl.ampscript.assets import parts_of
from mcctl.ampscript.errors import AmpscriptError
from mcctl.checks.mail import Mail, check
from mcctl.workspace.lint.finding import Finding, Scene, Thing

_OF_TEXTS = ("code", "image", "link", "alt", "debris", "hint", "http", "platform")
OF_EMAILS = ("subject", "unsubscribe", "address", "size", "text")
_IN_BLOCKS = {"unsubscribe": ("unsub_center_url", "subscription_center_url", "profile_center_url"),
              "address": ("member_addr",)}  # fmt: skip
"""Rule -> words of which one may as well stand in a block that the e-mail uses."""
_HTML = (".html", ".ampscript", ".txt")
_EMAIL = ".email/email.yaml"


def find(scene: Scene) -> Iterator[Finding]:
    """Yield what is wrong with messages."""
    for thing in scene.things:
        if thing.address.kind != "asset" or thing.body is None:
            continue
        yield from _of_texts(thing)
        if _EMAIL in thing.files:
            yield from _of_email(thing, scene)


def _of_texts(thing: Thing) -> Iterator[Finding]:
    texts = {suffix: content for suffix, content in thing.files.items() if suffix.endswith(_HTML)}
    for suffix, content in texts.items():
        try:
            source = content.decode()
        except UnicodeDecodeError:
            continue
        part = "html" if suffix.endswith(".html") else "text"
        for one in check(Mail({part: source}, is_email=False), _OF_TEXTS):
            if one.rule == "code" and len(texts) > 1 and _is_whole(thing):
                continue  # it goes on in another part
            yield Finding(one.rule, one.level, thing.path + suffix, one.place.line, one.place.column, one.message)


def _is_whole(thing: Thing) -> bool:
    """Whether the code of an e-mail makes sense when its parts are put together."""
    try:
        parts = parts_of(thing.body or {})
    except AmpscriptError:
        return False
    return not check(Mail(parts, is_email=False), ("code",))


def _of_email(thing: Thing, scene: Scene) -> Iterator[Finding]:
    try:
        parts = parts_of(thing.body or {})
    except AmpscriptError as error:
        yield Finding("size", "error", thing.properties, 0, 0, error.message)
        return
    for one in check(Mail(parts, is_email=True, is_commercial=not _is_transactional(thing, scene)), OF_EMAILS):
        words = _IN_BLOCKS.get(one.rule, ())
        if not words or not any(_says(block, words) for block in _blocks(thing, scene)):
            yield Finding(one.rule, one.level, thing.properties, 0, 0, one.message)


def _is_transactional(thing: Thing, scene: Scene) -> bool:
    """Whether an e-mail goes out by send definitions only."""
    users = {found.owner for found, _ in scene.usages.of(thing.address, deep=False) if found.owner}
    return bool(users) and all(user.kind == "send" for user in users)


def _blocks(thing: Thing, scene: Scene) -> Iterator[Thing]:
    """Yield what an e-mail uses, and what that uses."""
    for found, _ in scene.usages.by(thing.address, deep=True):
        if found.used is not None and found.used.folded in scene.by_address:
            yield scene.by_address[found.used.folded]


def _says(thing: Thing, words: tuple[str, ...]) -> bool:
    return any(word.encode() in content.lower() for content in thing.files.values() for word in words)
