"""`mcctl emulator fault add`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.commands._times import seconds_of
from mcctl.commands._verb import READ, verb
from mcctl.documents import given, parse_document, read_text
from mcctl.errors import InputError
from mcctl.session import Session


@verb(READ)
def add_fault(
    session: Session,
    method: Annotated[
        str | None, typer.Option("--method", metavar="METHOD", help="Only requests of this method.")
    ] = None,
    path: Annotated[
        str | None, typer.Option("--path", metavar="REGEX", help="Only requests whose path matches.")
    ] = None,
    nth: Annotated[int | None, typer.Option("--nth", metavar="N", min=1, help="Only the nth such request.")] = None,
    times: Annotated[int | None, typer.Option("--times", metavar="N", min=1, help="At most this often.")] = None,
    probability: Annotated[
        float | None, typer.Option("--probability", metavar="0..1", min=0, max=1, help="Only this share of them.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help="Which of them: the same seed, the same ones.")
    ] = None,
    status: Annotated[
        int | None,
        typer.Option(
            "--status", metavar="STATUS", min=100, max=599, help="Answer this status instead of processing it."
        ),
    ] = None,
    header: Annotated[
        list[str] | None, typer.Option("--header", metavar="NAME:VALUE", help="With --status: send this header.")
    ] = None,
    body: Annotated[
        str | None, typer.Option("--body", metavar="JSON", help="With --status: this body, or @file.")
    ] = None,
    delay: Annotated[
        float | None,
        typer.Option("--delay", parser=seconds_of("--delay"), metavar="DURATION", help="Answer this late: 2s, 1m."),
    ] = None,
    cut: Annotated[
        str | None,
        typer.Option("--cut", metavar="before|midway|after", help="Cut it before or after processing, or mid-answer."),
    ] = None,
) -> None:
    """Add a fault rule. The first rule that matches a request wins.

    Examples:
      mcctl emulator fault add --method PATCH --status 429 --header "Retry-After: 1" --times 1
      mcctl emulator fault add --path /asset/ --cut after --nth 1
      mcctl emulator fault add --probability 0.1 --seed 7 --status 503
    """
    admin = session.emulator.admin
    headers = dict(_header(text) for text in header or [])
    match: dict[str, Any] = {"method": method and method.upper(), "path": path, "nth": nth, "times": times}
    match |= {"probability": probability, "seed": seed}
    answer = {
        "status": status,
        "headers": headers or None,
        "body": body and _body(body),
        "delay": delay,
        "cut": cut,
    }
    rule = {"match": given(match), "answer": given(answer)}
    try:
        number = admin.add_fault(rule)
    except ValueError as error:
        raise InputError(f"No such fault: {error}", "mcctl emulator fault add --help") from error
    session.show({"id": number, **rule})


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon:
        raise InputError(f"--header {text!r} is not of the form NAME:VALUE")
    return name.strip(), value.strip()


def _body(text: str) -> Any:
    if text.startswith("@"):
        text = read_text(text[1:])
    return parse_document(text, "--body")
