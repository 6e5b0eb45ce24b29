"""`mcctl asset list`."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

import typer

from mcctl.commands._options import LimitOption
from mcctl.commands._recent import ModifiedSinceOption
from mcctl.commands._times import since
from mcctl.commands._verb import READ, verb
from mcctl.commands.asset._lookup import LIST_COLUMNS, FolderOption, api, folders
from mcctl.commands.asset._where import parse_where, sorting
from mcctl.errors import InputError
from mcctl.rest.asset import PAGE_SIZE
from mcctl.rest.asset_query import Expression, all_of, any_of, condition, one_of
from mcctl.rest.asset_types import types_called
from mcctl.session import Session

LIST_FIELDS = ["category", "createdDate", "modifiedDate", "status"]


@verb(READ)
def list_assets(
    session: Session,
    type: Annotated[
        list[str] | None,
        typer.Option("--type", metavar="TYPE", help="Only this type, by name or id, or a kind: email, block, image..."),
    ] = None,
    folder: FolderOption = None,
    recursive: Annotated[
        bool, typer.Option("--recursive", help="Also what is in folders below.", show_default=False)
    ] = False,
    name: Annotated[
        str | None, typer.Option("--search", metavar="TEXT", help="Only names that contain this text.")
    ] = None,
    modified_since: ModifiedSinceOption = None,
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
      mcctl asset list --type email --folder Emails --recursive
      mcctl asset list --modified-since 7d --sort modifiedDate:desc --limit 20
      mcctl asset list --where "name like 'welcome' and (tags where 'spring' or id > 500)"
      mcctl asset list -o json -q "[].customerKey"
    """
    assets = api(session)
    conditions = [parse_where(text) for text in where or []]
    if type:
        conditions.append(_of_types(type))
    if folder:
        conditions.append(_in_folder(session, folder, recursive))
    elif recursive:
        raise InputError("--recursive goes with --folder", "Without a folder, the assets of all of them are listed")
    if name:
        conditions.append(condition("name", "like", name))
    if modified_since:
        conditions.append(condition("modifiedDate", "greaterThanOrEqual", since(modified_since, "--modified-since")))
    # The query must have a condition; this one is true of every asset.
    query = all_of(conditions or [condition("id", "greaterThan", 0)])
    size = PAGE_SIZE if limit is None else max(1, min(limit, PAGE_SIZE))
    found = assets.query(query=query, sort=[sorting(text) for text in sort or []], fields=LIST_FIELDS, page_size=size)
    session.show_list(islice(found, limit), LIST_COLUMNS)


def _of_types(types: list[str]) -> Expression:
    kinds = [kind for text in types for kind in types_called(text)]
    ids = sorted({kind.id for kind in kinds} - {0})
    names = sorted({kind.name for kind in kinds if not kind.id})
    known = [one_of("assetType.id", ids)] if ids else []
    return any_of([*known, *(condition("assetType.name", "equal", name) for name in names)])


def _in_folder(session: Session, folder: str, recursive: bool) -> Expression:
    tree = folders(session)
    found = tree.find(folder, by_end=True)
    return one_of("category.id", [one.id for one in (tree.below(found) if recursive else [found])])
