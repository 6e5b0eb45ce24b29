"""`mcctl journey new`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.asset._lookup import api as asset_api
from mcctl.commands.asset._lookup import asset_id_of
from mcctl.commands.event._common import api as event_api
from mcctl.commands.journey._building import Entry, Mail, Places, written
from mcctl.errors import InputError, NotFound, NotPermitted, Unavailable
from mcctl.reading import guid, text, whole
from mcctl.rest.contact import ContactApi
from mcctl.rest.de import DeApi
from mcctl.rest.de_field import Field, fields_of
from mcctl.rest.journey_body import check_journey
from mcctl.rest.tx import TxApi
from mcctl.session import Session


@verb(READ)
def new_journey(
    session: Session,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Key that the journey is to have.")],
    event: Annotated[
        str, typer.Option("--event", metavar="EVENT", help="Key of the event definition that brings contacts in.")
    ],
    steps: Annotated[
        list[str],
        typer.Option("--step", "--split", metavar="STEP", help="A step, or a way of a split; as often as wanted."),
    ],
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name; the key if not given.")] = None,
) -> None:
    """Write the specification of a journey, step by step, as JSON; nothing is created.

    Steps: email:KEY of an asset, sms:KEY of an SMS definition, wait:20m, wait:1d, wait:2w. Ways of a split: Field=Value
    (or !=, >, <, >=, <=) of a field of the event, shares such as 30%, else for all others, and end, behind which the
    ways come together again. Between begin and end, a way may have a split of its own. What is named is looked up. Pass
    what is written on to `journey create`, or edit it first.

    Examples:
      mcctl journey new hello --event nto-purchase --step email:nto-welcome-series --step wait:1d
      mcctl journey new vip --event nto-purchase --split FirstName=Ada --step sms:nto-passcode --split else
      mcctl journey new test --event nto-purchase --split 30% --step wait:1d --split 70% --step wait:2d > journey.json
    """
    written_journey = written(key, name or key, _entry(session, event), steps, _places(session))
    check_journey(written_journey)
    session.output.show_json(written_journey)
    session.output.note("Next: mcctl journey create --data FILE, with this as the file")


def _places(session: Session) -> Places:
    assets, definitions = asset_api(session), TxApi(session.client, "sms")

    def mail(key: str) -> Mail:
        asset = assets.get(asset_id=asset_id_of(assets, key, False))
        number = whole(text(asset, "legacyData.legacyId"))
        if number is None:
            raise InputError(f"The asset {key} is no e-mail that a journey can send", "mcctl asset list --type email")
        return Mail(number, text(asset, "name"), text(asset, "views.subjectline.content"))

    def sms(key: str) -> str:
        return text(definitions.get_definition(key=key), "definitionId") or key

    def schema() -> str | None:
        try:
            return next((text(one, "version") or None for one in ContactApi(session.client).schemas()), None)
        except NotPermitted:  # a filter does without
            return None

    return Places(mail, sms, schema)


def _entry(session: Session, event: str) -> Entry:
    definition = event_api(session).get(key=event)
    kind = text(definition, "type")
    if not kind:
        raise Unavailable(f"The answer about the event definition {event} tells no type")
    fields = _fields(session, guid(definition, "dataExtensionId"))
    key = text(definition, "eventDefinitionKey") or event
    return Entry(
        key,
        text(definition, "id"),
        text(definition, "name") or key,
        kind,
        None if fields is None else [one.name for one in fields],
        email=_first_of(fields or [], "EmailAddress"),
        phone=_first_of(fields or [], "Phone"),
    )


def _fields(session: Session, de_id: str) -> list[Field] | None:
    """Return the fields of an event; None, and say so, where they cannot be read."""
    if not de_id:
        return None
    try:
        return fields_of(DeApi(session.client).fields(de_id=de_id))
    except (NotPermitted, NotFound) as error:
        session.output.note(f"The fields of the event were not checked: {error.message}")
        return None


def _first_of(fields: list[Field], kind: str) -> str:
    return next((one.name for one in fields if one.type == kind), "")
