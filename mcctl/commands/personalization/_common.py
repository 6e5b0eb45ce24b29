"""Which organization of Personalization Builder is meant."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.config import PERSONALIZATION, check_mid
from mcctl.errors import InputError
from mcctl.rest.personalization import PersonalizationApi
from mcctl.session import Session

OrganizationOption = Annotated[
    str | None, typer.Option("--org", metavar="MID", help="MID of the organization; that of the login if not given.")
]


def api(session: Session, organization: str | None) -> PersonalizationApi:
    """Return the routes of an organization: the one named, else that of the login, else the business unit in use.

    Raises InputError where there is none.
    """
    profile = session.profile
    of_login = profile.client_id if profile.type == PERSONALIZATION else ""
    named = organization or of_login or session.settings.business_unit
    if not named:
        raise InputError("Which organization?", "Give its MID: --org MID")
    return PersonalizationApi(session.client, check_mid(named, option="--org"))
