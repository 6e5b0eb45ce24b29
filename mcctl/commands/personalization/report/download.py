"""`mcctl personalization report download`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.personalization._common import OrganizationOption, api
from mcctl.config import PERSONALIZATION
from mcctl.documents import STDOUT
from mcctl.errors import InputError
from mcctl.files import new_file
from mcctl.session import Session


@verb(READ, login_type=PERSONALIZATION)
def download_report(
    session: Session,
    start: Annotated[str, typer.Option("--start", metavar="DATE", help="First day, such as 2026-01-01.")],
    end: Annotated[str, typer.Option("--end", metavar="DATE", help="Last day.")],
    organization: OrganizationOption = None,
    to: Annotated[
        str | None,
        typer.Option("--out", metavar="PATH", help="File to write to; made of the days if not given; - for stdout."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a file that is there.", show_default=False)
    ] = False,
) -> None:
    """Download the recommendations in e-mails as CSV, counted per product and day.

    The file is there when all of it has come, or not at all. The report must be switched on in Personalization Builder.

    Examples:
      mcctl personalization report download --org 12345678 --start 2026-01-01 --end 2026-01-31 --out january.csv
      mcctl personalization report download --start 2026-01-01 --end 2026-01-31 --overwrite
    """
    first, last = _day("--start", start), _day("--end", end)
    if last < first:
        raise InputError("--end is before --start")
    routes = api(session, organization)
    if to == STDOUT:
        with TemporaryFile() as file:
            routes.download_log(key=session.secret, start=first, end=last, into=file)
            file.seek(0)
            session.output.write_bytes(file.read())
        return
    target = Path(to or f"displays_by_item-{first}-{last}.csv")
    with new_file(target, overwrite=overwrite) as file:
        routes.download_log(key=session.secret, start=first, end=last, into=file)
        lines, size = _measure(file)
    session.show({"path": str(target), "bytes": size, "lines": lines})


def _day(flag: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{flag} {text!r} is no date, such as 2026-01-31") from None


def _measure(file: IO[bytes]) -> tuple[int, int]:
    file.seek(0)
    lines = sum(1 for _ in file)
    return lines, file.tell()
