"""`mcctl asset upload`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from mcctl.cells import Columns
from mcctl.commands._verb import WRITE, verb
from mcctl.commands.asset._lookup import (
    LIST_COLUMNS,
    FolderOption,
    api,
    create_under_free_name,
    destination,
    folder_id_of,
)
from mcctl.commands.asset._pictures import local_images, with_addresses
from mcctl.documents import read_text
from mcctl.errors import ExitCode, InputError, McctlError, PartlyDone
from mcctl.files import write_file
from mcctl.reading import get, text, whole
from mcctl.rest.asset_body import file_body
from mcctl.session import Session
from mcctl.words import counted

UPLOADED_COLUMNS: Columns = {**LIST_COLUMNS, "URL": "fileProperties.publishedURL"}


@verb(WRITE)
def upload_files(
    session: Session,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="Images and documents, at most 3 MB each.")
    ] = None,
    folder: FolderOption = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Name of the asset; the file's if not given.")
    ] = None,
    external_key: Annotated[
        str | None, typer.Option("--external-key", metavar="KEY", help="External key, at most 36 characters.")
    ] = None,
    page: Annotated[
        Path | None,
        typer.Option("--rewrite", metavar="FILE", help="Upload the local images of this page, and put their URLs in."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="With --rewrite: where to; stdout if not given.")
    ] = None,
) -> None:
    """Upload images and documents.

    The extension of a file tells the asset type. All files are checked before the first is sent. One that is refused
    does not stop the others. With --rewrite the images of a page are uploaded, unless they are there already, and the
    page with their URLs in it is printed.

    Examples:
      mcctl asset upload logo.png --folder Images --external-key logo
      mcctl asset upload photos/*.jpg --folder Images
      mcctl asset upload --rewrite welcome.html --folder Images --out welcome.published.html
    """
    if page is None:
        if not files:
            raise InputError("Which files?", "Name them, or give --rewrite FILE")
        if out is not None:
            raise InputError("--out goes with --rewrite FILE")
        _Upload(session, folder, name, external_key).of(files)
    elif files or name or external_key:
        raise InputError("--rewrite uploads the images of the page; it goes with no other files, name or key")
    else:
        _rewrite(session, page, out, _Upload(session, folder, None, None, is_reusing=True))


class _Upload:
    def __init__(
        self,
        session: Session,
        folder: str | None,
        name: str | None,
        external_key: str | None,
        *,
        is_reusing: bool = False,
    ) -> None:
        self._session = session
        self._folder = folder
        self._name, self._key = name, external_key
        self._is_reusing = is_reusing
        self._category: dict[str, Any] = {}
        self._folder_id: int | None = None

    def of(self, files: list[Path]) -> None:
        """Upload files, and show what they are now. Raises PartlyDone where some were refused."""
        if len(files) > 1 and (self._name or self._key):
            raise InputError("--name and --external-key go with one file only")
        uploaded, failures = self.each(files)
        if uploaded:
            self._session.show_list(list(uploaded.values()), UPLOADED_COLUMNS)
        if failures:
            raise _ended(len(uploaded), failures)
        self._session.done(f"Uploaded {counted(len(uploaded), 'file')}")

    def each(self, files: list[Path]) -> tuple[dict[Path, dict[str, Any]], list[McctlError]]:
        """Upload files, and return what each became, and what went wrong."""
        self._prepare(files)
        uploaded: dict[Path, dict[str, Any]] = {}
        failures: list[McctlError] = []
        with self._session.output.progress("Uploading", len(files)) as advance:
            for _ in self._session.in_turn(partial(self._one, path, uploaded, failures) for path in files):
                advance(1)
        return uploaded, failures

    def _prepare(self, files: list[Path]) -> None:
        self._category = {"category": {"id": folder_id_of(self._session, self._folder)}} if self._folder else {}
        for path in files:
            file_body(path, name=self._name, external_key=self._key)
        self._folder_id = destination(self._session, self._category)

    def _one(self, path: Path, uploaded: dict[Path, dict[str, Any]], failures: list[McctlError]) -> None:
        try:
            body = {**file_body(path, name=self._name, external_key=self._key), **self._category}
            same = self._same(path, body["name"]) if self._is_reusing else None
            uploaded[path] = same or create_under_free_name(self._session, body, self._folder_id)
        except McctlError as error:
            if error.exit_code == ExitCode.INTERRUPTED:
                raise
            error.message = f"{path.name}: {error.message}"
            failures.append(error)

    def _same(self, path: Path, name: str) -> dict[str, Any] | None:
        """Return the asset that has the name and the very bytes of a file already; None if there is none."""
        if self._folder_id is None:
            return None
        assets = api(self._session)
        found = assets.find_by_name(name=name, folder_id=self._folder_id)
        number = whole(get(found, "id")) if found else None
        if number is None or assets.get_file(asset_id=number) != path.read_bytes():
            return None
        return assets.get(asset_id=number)


def _rewrite(session: Session, page: Path, out: Path | None, upload: _Upload) -> None:
    source = read_text(str(page))
    images = local_images(source, page.parent)
    uploaded, failures = upload.each(list(dict.fromkeys(images.values())))
    addresses = {
        name: address
        for name, path in images.items()
        if path in uploaded and (address := text(uploaded[path], "fileProperties.publishedURL"))
    }
    rewritten = with_addresses(source, addresses)
    if out is None:
        session.output.raw(rewritten)
    else:
        write_file(out, rewritten.encode("utf-8"), overwrite=True)
    if failures:
        raise _ended(len(uploaded), failures)
    session.done(f"{counted(len(uploaded), 'image')} of {page.name} {'is' if len(uploaded) == 1 else 'are'} published")


def _ended(uploaded: int, failures: list[McctlError]) -> McctlError:
    """Return the error for an upload of which some files were refused."""
    if not uploaded and len(failures) == 1:
        return failures[0]
    return PartlyDone(
        f"{len(failures)} of {uploaded + len(failures)} files were not uploaded",
        "The others were. Run the command again with these files only",
        details=[error.message for error in failures],
    )
