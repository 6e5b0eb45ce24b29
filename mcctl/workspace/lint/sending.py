"""Rules for who gets a message, and as what: beside the events, data extensions and definitions in the files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mcctl.ampscript.assets import parts_of
from mcctl.ampscript.errors import AmpscriptError, Place
from mcctl.ampscript.values import attribute_key
from mcctl.checks.mail import Mail, check
from mcctl.reading import get, objects, text
from mcctl.workspace.address import Address
from mcctl.workspace.lint.data import fields_of_event
from mcctl.workspace.lint.finding import ERROR, WARNING, Finding, Scene, Thing
from mcctl.workspace.shape import referred

_COMMERCIAL = "commercial"
_FILES = {"html": ".email/html.html", "text": ".email/text.txt"}
_SENDS = ("EMAILV2", "EMAIL")


def find(scene: Scene) -> Iterator[Finding]:
    """Yield what is wrong with who gets what."""
    for thing in scene.things:
        if thing.address.kind == "send" and _COMMERCIAL in text(thing.body, "classification").lower():
            told = "It is transactional, and its classification is commercial: unsubscribed contacts get it, too"
            yield Finding("commercial-as-transactional", ERROR, thing.properties, 0, 0, told)
        if thing.address.kind == "journey" and scene.mail.suppression:
            yield from _suppression(thing, scene.mail.suppression)
        if thing.address.kind == "asset" and thing.body is not None:
            yield from _personalization(thing, scene)


def _suppression(thing: Thing, wanted: tuple[str, ...]) -> Iterator[Finding]:
    for activity in objects(get(thing.body, "activities")):
        if text(activity, "type").upper() not in _SENDS:
            continue
        listed = get(activity, "configurationArguments.triggeredSend.suppressionLists")
        has = {name for one in (listed if isinstance(listed, list) else []) for name in _called(one)}
        for name in wanted:
            if name.casefold() not in has:
                told = f"{text(activity, 'key')} sends to contacts on the suppression list {name!r}, too"
                yield Finding("no-suppression", WARNING, thing.properties, 0, 0, told)


def _called(one: Any) -> Iterator[str]:
    """Yield what a suppression list is called: its name, its id, or what the settings call it."""
    for value in (referred(one).partition(":")[2], text(one, "name"), text(one, "id"), one):
        if isinstance(value, str | int) and value != "":
            yield str(value).casefold()


def _personalization(thing: Thing, scene: Scene) -> Iterator[Finding]:
    """Yield attributes in a message that no sender has. What contacts have besides, mcctl.yaml says."""
    try:
        parts = parts_of(thing.body or {})
    except AmpscriptError:
        return
    for sender, fields in _senders(thing, scene):
        known = frozenset(map(attribute_key, (*fields, *scene.mail.attributes)))
        for one in check(Mail(parts, is_email=False, known=known), ("attribute",)):
            told = f"{one.message}: {sender} sends it to contacts that need not have it"
            suffix = _FILES.get(one.part, "")
            place = one.place if suffix in thing.files else Place(0, 0)
            path = thing.path + suffix if suffix in thing.files else thing.properties
            yield Finding("unknown-personalization", WARNING, path, place.line, place.column, told)


def _senders(thing: Thing, scene: Scene) -> Iterator[tuple[Address, set[str]]]:
    """Yield who sends an asset, and the fields of the data extension that it is sent to, where these are known."""
    users = {found.owner.folded for found, _ in scene.usages.of(thing.address, deep=False) if found.owner}
    for user in sorted(users):
        sender = scene.by_address.get(user)
        if sender is None or sender.address.kind != "journey":
            continue
        events = {text(one, "eventDefinitionKey") for one in objects(get(sender.body, "triggers"))} - {""}
        fields = [fields_of_event(event, scene) for event in events]
        if fields and all(one is not None for one in fields):
            yield sender.address, {name for one in fields for name in one or ()}
