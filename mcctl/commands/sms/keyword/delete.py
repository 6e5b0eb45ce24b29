"""`mcctl sms keyword delete`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands.sms._body import keyword_body
from mcctl.commands.sms._common import api
from mcctl.commands.sms.keyword._common import CountryOption, LongCodeOption, ShortCodeOption
from mcctl.errors import InputError, refuse_all
from mcctl.session import Session


@verb(DANGEROUS)
def delete_keyword(
    session: Session,
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
    if is_id and (short_code or country or long_code):
        raise InputError("--id goes without a code: it names one keyword by itself")
    problems: list[str] = []
    body = {} if is_id else keyword_body(keyword, short_code, country, long_code, problems)
    refuse_all(problems)
    session.confirm(f"Delete the keyword {keyword}?")
    routes = api(session)
    routes.delete_keyword(keyword_id=keyword) if is_id else routes.delete_keyword_of_code(body=body)
    session.done(f"Deleted keyword {keyword}")
