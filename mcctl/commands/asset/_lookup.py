"""What the commands of assets share: columns, the ids behind keys and folders, and creating under a free name."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from mcctl.copying import argument
from mcctl.errors import InputError
from mcctl.formats import When
from mcctl.reading import get, number_in, text, whole
from mcctl.rest.asset import AssetApi
from mcctl.rest.folder import FolderApi, FolderTree
from mcctl.session import Session

ITEM_COLUMNS = {
    "NAME": "name",
    "KEY": "customerKey",
    "ID": "id",
    "TYPE": "assetType.name",
    "STATUS": "status.name",
    "FOLDER": "category.name",
    "SUBJECT": "views.subjectline.content",
    "PREHEADER": "views.preheader.content",
    "ID IN JOURNEYS": "legacyData.legacyId",
    "URL": "fileProperties.publishedURL",
    "CHANNELS": "channels",
    "DESCRIPTION": "description",
    "CREATED": When("createdDate"),
    "CREATED BY": "createdBy.name",
    "MODIFIED": When("modifiedDate"),
    "MODIFIED BY": "modifiedBy.name",
    "BUSINESS UNIT": "memberId",
}


LIST_COLUMNS = {
    "NAME": "name",
    "KEY": "customerKey",
    "ID": "id",
    "TYPE": "assetType.name",
    "FOLDER": "category.name",
    "MODIFIED": When("modifiedDate"),
    "MODIFIED BY": "modifiedBy.name",
    "CREATED BY": "createdBy.name",
}
KeyArgument = Annotated[str, typer.Argument(metavar="KEY", help="External key, or id (digits only).")]
IsKeyOption = Annotated[
    bool, typer.Option("--key", help="KEY is an external key even if it is all digits.", show_default=False)
]
FolderOption = Annotated[
    str | None, typer.Option("--folder", metavar="FOLDER", help="Folder: path such as Emails/Welcome, or id.")
]


def api(session: Session) -> AssetApi:
    """Return the routes of assets."""
    return AssetApi(session.client)


def asset_id_of(assets: AssetApi, key: str, is_key: bool) -> int:
    """Return the id of the asset that was named by id or external key."""
    number = None if is_key else number_in(key)
    if number is not None:
        return number
    return int(text(assets.find_by_key(key=key), "id"))


def folders(session: Session) -> FolderTree:
    """Return all folders of the business unit."""
    return FolderTree(FolderApi(session.client).list())


def folder_id_of(session: Session, folder: str) -> int:
    """Return the id of a folder of this business unit, named by path or id."""
    number = number_in(folder)
    if number is not None and session.dry_run:
        return number
    return folders(session).find(folder).id


def create_under_free_name(session: Session, body: dict[str, Any], folder_id: int | None) -> dict[str, Any]:
    """Create an asset, unless its name is taken in its folder: the platform would quietly add " (1)" to it."""
    assets = api(session)
    taken = None if folder_id is None else assets.find_by_name(name=body["name"], folder_id=folder_id)
    if taken:
        raise InputError(
            f"The name {body['name']!r} is taken in that folder by asset {text(taken, 'id')}; nothing was created",
            f"Change that one (mcctl asset patch {argument(text(taken, 'id'))}), or choose another name or folder",
        )
    return assets.create(body=body)


def destination(session: Session, body: dict[str, Any]) -> int | None:
    """Return the id of the folder that `body` will be created in; None in a dry run, which need not know."""
    if session.dry_run:
        return None
    return whole(get(body, "category.id")) or folders(session).root.id
