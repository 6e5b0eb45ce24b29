"""`mcctl sms keyword list`."""

from __future__ import annotations

from itertools import islice

from mcctl.cells import Columns
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.formats import When
from mcctl.rest.sms_keyword import KeywordApi
from mcctl.session import Session

_COLUMNS: Columns = {
    "KEYWORD": "keyword",
    "CODE": "code.code",
    "STATUS": "status",
    "ANSWER": "responseMessage",
    "CHANGED": When("lastUpdated"),
    "ID": "id",
}


@verb(READ)
def list_keywords(session: Session, limit: LimitOption = None) -> None:
    """List the keywords of every code, with what they are answered with.

    Examples:
      mcctl sms keyword list
      mcctl sms keyword list -o json -q "[].keyword"
    """
    session.show_list(islice(KeywordApi(session.client).list_all(), limit), _COLUMNS)
