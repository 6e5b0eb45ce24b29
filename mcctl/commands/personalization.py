"""`mcctl personalization`: privacy requests and reports of Personalization Builder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mcctl.commands import App, Context, ReadCommand, privacy
from mcctl.commands.privacy import OrganizationOption, api
from mcctl.errors import InputError

if TYPE_CHECKING:
    from typing import IO

app = App("Personalization Builder: privacy requests, reports.")
report_app = App("Reports: recommendations in e-mails.")
app.add_typer(privacy.app, name="privacy")
app.add_typer(report_app, name="report")


class DownloadCommand(ReadCommand):
    """A read with the login to Personalization Builder."""

    login_type = privacy.LOGIN_TYPE


@report_app.add("download", DownloadCommand)
def download_report(
    ctx: Context,
    start: Annotated[str, typer.Option("--start", metavar="DATE", help="First day, such as 2026-01-01.")],
    end: Annotated[str, typer.Option("--end", metavar="DATE", help="Last day.")],
    organization: OrganizationOption = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="PATH", help="File to write to; made of the days if not given.")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a file that is there.", show_default=False)
    ] = False,
) -> None:
    """Download how often products were recommended in e-mails, per product and day, as CSV.

    The file is there when all of it has come, or not at all. The report must be switched on in Personalization Builder.

    Examples:
      mcctl personalization report download --org 12345678 --start 2026-01-01 --end 2026-01-31 --to january.csv
      mcctl personalization report download --start 2026-01-01 --end 2026-01-31 --overwrite
    """
    from mcctl.documents import new_file

    first, last = _day("--start", start), _day("--end", end)
    if last < first:
        raise InputError("--end is before --start")
    routes = api(ctx, organization)
    target = Path(to or f"displays_by_item-{first}-{last}.csv")
    if not target.parent.is_dir():
        raise InputError(f"There is no folder {target.parent}")
    with new_file(target, overwrite=overwrite) as file:
        routes.download_log(key=ctx.obj.secret, start=first, end=last, into=file)
        lines, size = _measure(file)
    ctx.obj.show({"path": str(target), "bytes": size, "lines": lines})


def _day(flag: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError(f"{flag} {text!r} is no date, such as 2026-01-31") from None


def _measure(file: IO[bytes]) -> tuple[int, int]:
    file.seek(0)
    lines = sum(1 for _ in file)
    return lines, file.tell()
