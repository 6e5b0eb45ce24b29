"""What the commands of folders share; the API calls them categories."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.rest.folder import FolderApi, FolderTree
from mcctl.session import Session

ITEM_COLUMNS = {
    "NAME": "name",
    "ID": "id",
    "PARENT ID": "parentId",
    "TYPE": "categoryType",
    "BUSINESS UNIT": "memberId",
    "ENTERPRISE": "enterpriseId",
    "SHARING": "sharingProperties",
}
FolderArgument = Annotated[str, typer.Argument(metavar="FOLDER", help="Path such as Emails/Welcome, or id.")]


def folder_api(session: Session) -> FolderApi:
    return FolderApi(session.client)


def folder_tree(session: Session) -> FolderTree:
    return FolderTree(folder_api(session).list())
