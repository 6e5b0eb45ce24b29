"""`mcctl from-address list`."""

from __future__ import annotations

from itertools import islice

from mcctl.cells import Columns
from mcctl.commands._activities import SearchOption, searched
from mcctl.commands._options import LimitOption
from mcctl.commands._verb import READ, verb
from mcctl.commands.from_address._common import api
from mcctl.formats import When
from mcctl.session import Session

_COLUMNS: Columns = {
    "ADDRESS": "domain",
    "STATUS": "status",
    "TYPE": "domainType",
    "SENDABLE": "isSendable",
    "MAIL SENT": When("emailSendTime"),
}


@verb(READ)
def list_addresses(session: Session, search: SearchOption = None, limit: LimitOption = None) -> None:
    """List From addresses and domains, with their state. UserDomain is the type of a single address.

    Examples:
      mcctl from-address list
      mcctl from-address list --search nto.example -o json
    """
    found = searched(api(session).list_all(), search, "domain")
    session.show_list(islice(found, limit), _COLUMNS)
