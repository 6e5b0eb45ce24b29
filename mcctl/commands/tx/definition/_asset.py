"""The e-mail of a definition, which may be named by its id."""

from __future__ import annotations

from mcctl.commands.tx.definition._body import DefinitionChanges
from mcctl.errors import InputError
from mcctl.reading import number_in, text
from mcctl.rest.asset import AssetApi
from mcctl.session import Session


def with_asset_key(session: Session, changes: DefinitionChanges) -> DefinitionChanges:
    """Return changes in which the e-mail is named by its external key. Raises NotFound for an unknown id."""
    number = number_in(changes.asset or "")
    if number is None:
        return changes
    key = text(AssetApi(session.client).get(asset_id=number), "customerKey")
    if not key:
        raise InputError(f"Asset {number} has no external key")
    return changes._replace(asset=key)
