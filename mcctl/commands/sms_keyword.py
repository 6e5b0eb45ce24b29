"""`mcctl sms keyword`: the keywords of short and long codes."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands import App, Context, DangerousCommand, WriteCommand
from mcctl.commands.sms_status import api
from mcctl.errors import InputError, refuse_all

app = App("Keywords of short and long codes.")

ShortCodeOption = Annotated[str | None, typer.Option("--short-code", metavar="CODE", help="The short code.")]
CountryOption = Annotated[
    str | None, typer.Option("--country", metavar="CC", help="Country of the short code: US, DE...")
]
LongCodeOption = Annotated[
    str | None, typer.Option("--long-code", metavar="NUMBER", help="The long code, in place of a short one.")
]


@app.add("create", WriteCommand)
def create_keyword(
    ctx: Context,
    keyword: Annotated[str, typer.Argument(metavar="KEYWORD", help="One word.")],
    short_code: ShortCodeOption = None,
    country: CountryOption = None,
    long_code: LongCodeOption = None,
) -> None:
    """Reserve a keyword. Its opt-in type is that of the message template behind it, which is set in MobileConnect.

    Single opt-in: whoever texts the keyword is subscribed. Double opt-in: who also answers YES to a question. Double
    opt-in with age confirmation: who then answers a second question with a birth date.

    Examples:
      mcctl sms keyword create TRAILMIX --short-code 12345 --country US
      mcctl sms keyword create TRAILMIX --long-code 13175550100
    """
    from mcctl.rest.sms_body import keyword_body

    problems: list[str] = []
    body = keyword_body(keyword, short_code, country, long_code, problems)
    refuse_all(problems)
    answer = api(ctx).create_keyword(body=body)
    ctx.obj.show(answer, {"KEYWORD ID": "KeywordId"})
    ctx.obj.done(f"Reserved {keyword}")


@app.add("delete", DangerousCommand)
def delete_keyword(
    ctx: Context,
    keyword: Annotated[str, typer.Argument(metavar="KEYWORD", help="The keyword; with --id, its encoded id.")],
    is_id: Annotated[bool, typer.Option("--id", help="KEYWORD is the encoded id.", show_default=False)] = False,
    short_code: ShortCodeOption = None,
    country: CountryOption = None,
    long_code: LongCodeOption = None,
) -> None:
    """Remove a keyword, of a code or by its id.

    Examples:
      mcctl sms keyword delete TRAILMIX --short-code 12345 --country US --yes
      mcctl sms keyword delete alm5LXNSbUE6Nzc6MA --id --yes
    """
    from mcctl.rest.sms_body import keyword_body

    if is_id and (short_code or country or long_code):
        raise InputError("--id goes without a code: it names one keyword by itself")
    problems: list[str] = []
    body = {} if is_id else keyword_body(keyword, short_code, country, long_code, problems)
    refuse_all(problems)
    ctx.obj.confirm(f"Delete the keyword {keyword}?")
    routes = api(ctx)
    answer = routes.delete_keyword(keyword_id=keyword) if is_id else routes.delete_keyword_of_code(body=body)
    if ctx.obj.dry_run:
        ctx.obj.show(answer)
    ctx.obj.done(f"Deleted keyword {keyword}")
