"""A journey drawn: as a tree of lines, or as a diagram in the words of Mermaid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from mcctl.reading import get, objects, text, whole
from mcctl.rest.journey_body import event_key_of

_KINDS = {
    "emailv2": "e-mail", "email": "e-mail", "smssync": "text", "sms": "text", "pushnotificationactivity": "push",
    "multicriteriadecision": "decision", "engagementdecision": "engagement", "engagementsplit": "engagement",
    "randomsplit": "random", "updatecontactdata": "contact data", "dataextensionupdate": "data extension",
    "rest": "call",
}  # fmt: skip
"""Type of an activity -> what it is called."""


class Way(NamedTuple):
    """A way out of a step. label: empty where there is but one. to: key of the next step; empty ends the journey."""

    label: str
    to: str


class Step(NamedTuple):
    """A step of a journey: an activity, or the entry, whose key is empty."""

    key: str
    told: str
    ways: list[Way]


def steps_of(body: Any) -> list[Step]:
    """Return the steps of a journey, as far as ways lead to them from the entry; then the others.

    Activities that several ways lead to are there once, and circles end.
    """
    activities = objects(get(body, "activities"))
    found = [Step(text(one, "key"), _told(one), _ways(one)) for one in activities if text(one, "key")]
    led_to = {way.to for step in found for way in step.ways}
    event = event_key_of(body)
    begins = [Way("", step.key) for step in found if step.key not in led_to]
    entry = Step("", f"entry{f': {event}' if event else ''}", begins or [Way("", step.key) for step in found[:1]])
    return [entry, *found]


def _told(activity: Any) -> str:
    """Return what an activity is, in a phrase."""
    kind, configuration = text(activity, "type"), get(activity, "configurationArguments")
    name = text(activity, "name") or text(activity, "key")
    if kind.lower() == "wait":
        return f"{name}: wait{_length(configuration)}"
    what, subject = _KINDS.get(kind.lower(), kind), text(configuration, "triggeredSend.emailSubject")
    return f"{name}{f': {what}' if what else ''}{f' “{subject}”' if subject else ''}"


def _length(configuration: Any) -> str:
    count, unit = whole(get(configuration, "waitDuration")), text(configuration, "waitUnit").lower()
    if count is None or not unit:
        return " until something else happens"
    return f" {count} {unit.rstrip('s')}{'' if count == 1 else 's'}"


def _ways(activity: Any) -> list[Way]:
    outcomes = objects(get(activity, "outcomes"))
    labels = [_label(one, activity) if len(outcomes) > 1 else "" for one in outcomes]
    return [Way(label, text(one, "next")) for label, one in zip(labels, outcomes, strict=True)]


def _label(outcome: Any, activity: Any) -> str:
    share, when = whole(get(outcome, "arguments.percentage")), get(outcome, "arguments.when")
    if label := text(outcome, "metaData.label"):
        return label
    if share is not None:
        return f"{share} %"
    if isinstance(when, bool):
        return "yes" if when else "no"
    return text(outcome, "key").removeprefix(f"{text(activity, 'key')}-")


def tree(steps: list[Step]) -> Iterator[str]:
    """Yield the lines of a tree. A step that was drawn before is only named; what no way leads to comes last."""
    by_key = {step.key: step for step in steps}
    drawn: set[str] = set()
    for step in steps:
        if step.key not in drawn:
            yield step.told if not drawn else f"(no way leads here) {step.told}"
            drawn.add(step.key)
            yield from _below(step, "", by_key, drawn)


def _below(start: Step, margin: str, by_key: dict[str, Step], drawn: set[str]) -> Iterator[str]:
    """Yield what follows a step: straight on below it, further in where ways part."""
    waiting = _branches(start, margin)
    while waiting:
        inset, sign, deeper, way = waiting.pop()
        step = by_key.get(way.to) if way.to else None
        told = "end" if not way.to else step.told if step else f"{way.to}, which is not there"
        again = " (see above)" if step and step.key in drawn else ""
        label = f"[{way.label}] " if way.label else ""
        yield f"{inset}{sign} {label}{told}{again}"
        if step is not None and not again:
            drawn.add(step.key)
            waiting += _branches(step, deeper)


def _branches(step: Step, margin: str) -> list[tuple[str, str, str, Way]]:
    """Return the ways out of a step, the last one first: margin and sign of each, and the margin below it."""
    if len(step.ways) == 1:
        return [(margin, "↓", margin, step.ways[0])]
    found = [(margin, "├─", f"{margin}│  ", way) for way in step.ways[:-1]]
    return [*((margin, "└─", f"{margin}   ", way) for way in step.ways[-1:]), *reversed(found)]


def mermaid(steps: list[Step]) -> Iterator[str]:
    """Yield the lines of a diagram in the words of Mermaid."""
    names = {step.key: f"s{number}" for number, step in enumerate(steps)}
    by_key = {key: name for key, name in names.items() if key}
    yield "flowchart TD"
    for step in steps:
        left, right = ("([", "])") if not step.key else ("{", "}") if len(step.ways) > 1 else ("[", "]")
        yield f"  {names[step.key]}{left}{_quoted(step.told)}{right}"
    if any(way.to not in by_key for step in steps for way in step.ways):
        yield "  e((end))"
    for step in steps:
        for way in step.ways:
            label = f"|{_quoted(way.label)}|" if way.label else ""
            yield f"  {names[step.key]} -->{label} {by_key.get(way.to, 'e')}"


def _quoted(told: str) -> str:
    return '"' + told.replace("#", "#35;").replace('"', "#quot;").replace("\n", " ") + '"'
