"""`mcctl sms keyword create`."""

from __future__ import annotations

from typing import Annotated

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.commands.sms._body import keyword_body
from mcctl.commands.sms._common import api
from mcctl.commands.sms.keyword._common import CountryOption, LongCodeOption, ShortCodeOption
from mcctl.errors import refuse_all
from mcctl.session import Session


@verb(WRITE)
def create_keyword(
    session: Session,
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

    problems: list[str] = []
    body = keyword_body(keyword, short_code, country, long_code, problems)
    refuse_all(problems)
    answer = api(session).create_keyword(body=body)
    session.show(answer, {"KEYWORD ID": "KeywordId"})
    session.done(f"Reserved {keyword}")
