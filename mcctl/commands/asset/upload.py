"""`mcctl asset upload`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.asset._lookup import LIST_COLUMNS, FolderOption, create_under_free_name, destination, folder_id_of
from mcctl.errors import ExitCode, InputError, McctlError, PartlyDone
from mcctl.rest.asset_body import file_body
from mcctl.session import Session
from mcctl.words import counted


@verb(WRITE)
def upload_files(
    session: Session,
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
    if len(files) > 1 and (name or external_key):
        raise InputError("--name and --external-key go with one file only")
    category = {"category": {"id": folder_id_of(session, folder)}} if folder else {}
    for path in files:
        file_body(path, name=name, external_key=external_key)
    folder_id = destination(session, category)
    uploaded: list[dict[str, Any]] = []
    failures: list[McctlError] = []

    def upload(path: Path) -> None:
        try:
            body = {**file_body(path, name=name, external_key=external_key), **category}
            uploaded.append(create_under_free_name(session, body, folder_id))
        except McctlError as error:
            if error.exit_code == ExitCode.INTERRUPTED:
                raise
            error.message = f"{path.name}: {error.message}"
            failures.append(error)

    with session.output.progress("Uploading", len(files)) as advance:
        for _ in session.in_turn(partial(upload, path) for path in files):
            advance(1)
    if uploaded:
        session.show_list(uploaded, LIST_COLUMNS)
    _end_of_upload(session, uploaded, failures)


def _end_of_upload(session: Session, uploaded: list[dict[str, Any]], failures: list[McctlError]) -> None:
    if not failures:
        session.done(f"Uploaded {counted(len(uploaded), 'file')}")
        return
    if not uploaded and len(failures) == 1:
        raise failures[0]
    total = len(uploaded) + len(failures)
    raise PartlyDone(
        f"{len(failures)} of {total} files were not uploaded",
        "The others were. Run the command again with these files only",
        details=[error.message for error in failures],
    )
