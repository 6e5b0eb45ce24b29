"""`mcctl asset upload` and `download`: the files behind images and documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from mcctl.commands import Context
from mcctl.commands.asset_lookup import (
    LIST_COLUMNS,
    FolderOption,
    IsKeyOption,
    KeyArgument,
    api,
    asset_id_of,
    create_under_free_name,
    destination,
    folder_id_of,
)
from mcctl.errors import ExitCode, InputError, McctlError, PartlyDone
from mcctl.formats import counted


def upload_files(
    ctx: Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Images and documents, at most 3 MB each.")],
    folder: FolderOption = None,
    name: Annotated[str | None, typer.Option("--name", help="Name of the asset; the file's if not given.")] = None,
    external_key: Annotated[
        str | None, typer.Option("--external-key", metavar="KEY", help="External key, at most 36 characters.")
    ] = None,
) -> None:
    """Upload images and documents; the extension tells the asset type.

    All files are checked before the first is sent. One that is refused does not stop the others.

    Examples:
      mcctl asset upload logo.png --folder Images --external-key logo
      mcctl asset upload photos/*.jpg --folder Images
    """
    from mcctl.rest.asset_body import file_body

    if len(files) > 1 and (name or external_key):
        raise InputError("--name and --external-key go with one file only")
    category = {"category": {"id": folder_id_of(ctx, folder)}} if folder else {}
    for path in files:
        file_body(path, name=name, external_key=external_key)
    folder_id = destination(ctx, category)
    uploaded: list[dict[str, Any]] = []
    failures: list[McctlError] = []
    with ctx.obj.output.progress("Uploading", len(files)) as advance:
        for path in files:
            try:
                body = {**file_body(path, name=name, external_key=external_key), **category}
                uploaded.append(create_under_free_name(ctx, body, folder_id))
            except McctlError as error:
                if error.exit_code == ExitCode.INTERRUPTED:
                    raise
                error.message = f"{path.name}: {error.message}"
                failures.append(error)
            advance(1)
    if uploaded:
        ctx.obj.show_list(uploaded, LIST_COLUMNS)
    _end_of_upload(ctx, uploaded, failures)


def download_file(
    ctx: Context,
    key: KeyArgument,
    is_key: IsKeyOption = False,
    to: Annotated[
        str | None, typer.Option("--to", metavar="PATH", help="File or folder to write to; - for stdout.")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a file that is there.", show_default=False)
    ] = False,
) -> None:
    """Download the file behind an image or document.

    Examples:
      mcctl asset download nto-logo
      mcctl asset download nto-logo --to images/ --overwrite
      mcctl asset download nto-logo --to - | file -
    """
    from mcctl.files import write_file
    from mcctl.rest.asset_body import file_name, is_text_file

    assets = api(ctx)
    asset_id = asset_id_of(assets, key, is_key)
    asset = assets.get(asset_id=asset_id)
    content = assets.get_file(asset_id=asset_id, is_text=is_text_file(asset))
    if to == "-":
        ctx.obj.output.write_bytes(content)
        return
    target = _target(to, file_name(asset))
    write_file(target, content, overwrite=overwrite)
    ctx.obj.show({"id": asset_id, "path": str(target), "bytes": len(content)})


def _end_of_upload(ctx: Context, uploaded: list[dict[str, Any]], failures: list[McctlError]) -> None:
    if not failures:
        ctx.obj.done(f"Uploaded {counted(len(uploaded), 'file')}")
        return
    if not uploaded and len(failures) == 1:
        raise failures[0]
    total = len(uploaded) + len(failures)
    raise PartlyDone(
        f"{len(failures)} of {total} files were not uploaded",
        "The others were. Run the command again with these files only",
        details=[error.message for error in failures],
    )


def _target(to: str | None, name: str) -> Path:
    target = Path(to or ".")
    return target / name if target.is_dir() or (to or "").endswith("/") else target
