"""`mcctl asset list`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from mcctl.commands._options import LimitOption
from mcctl.commands._times import since
from mcctl.commands._verb import READ, verb
from mcctl.commands.asset._lookup import LIST_COLUMNS, FolderOption, api, folder_id_of
from mcctl.commands.asset._where import parse_where, sorting
from mcctl.rest.asset import PAGE_SIZE
from mcctl.rest.asset_query import all_of, condition, one_of
from mcctl.rest.asset_types import asset_type, descendants
from mcctl.session import Session

LIST_FIELDS = ["category", "createdDate", "modifiedDate", "status"]


@verb(READ)
def list_assets(
    session: Session,
    type: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Only this type, by name or id; image means every kind of image."),
    ] = None,
    folder: FolderOption = None,
    name: Annotated[str | None, typer.Option("--name", help="Only names that contain this text.")] = None,
    modified_since: Annotated[
        str | None, typer.Option("--modified-since", metavar="WHEN", help="A date, or how long ago: 12h, 7d, 1d12h.")
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option("--where", metavar="CONDITION", help="Any condition, with and, or and parentheses."),
    ] = None,
    sort: Annotated[
        list[str] | None, typer.Option("--sort", metavar="PROPERTY[:desc]", help="Sort by this property.")
    ] = None,
    limit: LimitOption = None,
) -> None:
    """List assets, over all pages.

    Examples:
      mcctl asset list --type htmlemail --folder "Emails/Welcome Series"
      mcctl asset list --modified-since 7d --sort modifiedDate:desc --limit 20
      mcctl asset list --where "name like 'welcome' and (tags where 'spring' or id > 500)"
      mcctl asset list -o json -q "[].customerKey"
    """
    assets = api(session)
    conditions = [parse_where(text) for text in where or []]
    if type:
        conditions.append(one_of("assetType.id", _type_ids(type)))
    if folder:
        conditions.append(condition("category.id", "equal", folder_id_of(session, folder)))
    if name:
        conditions.append(condition("name", "like", name))
    if modified_since:
        conditions.append(condition("modifiedDate", "greaterThanOrEqual", since(modified_since, "--modified-since")))
    # The query must have a condition; this one is true of every asset.
    query = all_of(conditions or [condition("id", "greaterThan", 0)])
    size = PAGE_SIZE if limit is None else max(1, min(limit, PAGE_SIZE))
    found = assets.query(query=query, sort=[sorting(text) for text in sort or []], fields=LIST_FIELDS, page_size=size)
    session.show_list(islice(found, limit), LIST_COLUMNS)


def _type_ids(types: list[str]) -> list[int]:
    return sorted({kind.id for text in types for kind in descendants(asset_type(text))})
