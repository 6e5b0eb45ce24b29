"""`mcctl contact validate-email`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.contact._common import api
from mcctl.errors import Different
from mcctl.reading import flag, get, text
from mcctl.session import Session


class Validator(StrEnum):
    """What can be looked at."""

    SYNTAX = "syntax"
    MX = "mx"
    LIST_DETECTIVE = "list-detective"


_CALLED = {
    Validator.SYNTAX: "SyntaxValidator",
    Validator.MX: "MXValidator",
    Validator.LIST_DETECTIVE: "ListDetectiveValidator",
}
_REASONS = {
    "syntaxvalidator": "it has not the form of an address",
    "mxvalidator": "its domain takes no mail",
    "listdetectivevalidator": "List Detective lets no mail go to it",
}
_COLUMNS = {"ADDRESS": "email", "VALID": "valid", "REASON": "reason"}


@verb(READ)
def validate_email(
    session: Session,
    addresses: Annotated[list[str], typer.Argument(metavar="ADDRESS...", help="E-mail addresses.")],
    validators: Annotated[
        list[Validator] | None,
        typer.Option("--validator", metavar="|".join(Validator), help="Only this; may be given often."),
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Exit 10 if one is not valid.", show_default=False)] = False,
) -> None:
    """Tell whether mail can be sent to addresses: their form, their domain, and List Detective.

    Examples:
      mcctl contact validate-email amelia@nto.example abuse@nto.example
      mcctl contact validate-email ada@example.com --validator syntax --validator mx --check
    """
    wanted = [_CALLED[one] for one in validators or Validator]
    shown = [_told(api(session).validate_email(email=one, validators=wanted)) for one in addresses]
    session.show_list(shown, _COLUMNS)
    wrong = [one["email"] for one in shown if not one["valid"]]
    if wrong and check:
        raise Different(f"Not valid: {', '.join(wrong)}")


def _told(answer: dict[str, Any]) -> dict[str, Any]:
    failed = text(answer, "failedValidation")
    is_valid = flag(get(answer, "valid"))
    reason = "" if is_valid else _REASONS.get(failed.lower(), failed or "Marketing Cloud gives no reason")
    return {"email": text(answer, "email"), "valid": is_valid, "failedValidation": failed or None, "reason": reason}
