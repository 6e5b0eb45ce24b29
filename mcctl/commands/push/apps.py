"""`mcctl push apps`."""

from __future__ import annotations

from mcctl.cells import Columns
from mcctl.commands._verb import READ, verb
from mcctl.formats import When
from mcctl.reading import flag, get
from mcctl.rest.push import PushApi
from mcctl.session import Session

COLUMNS: Columns = {
    "NAME": "name",
    "FOR": lambda one: ", ".join(
        told for name, told in (("apnsEnabled", "iOS"), ("gcmEnabled", "Android")) if flag(get(one, name))
    ),
    "CREATED": When("createdDate"),
    "ID": "id",
}


@verb(READ)
def list_apps(session: Session) -> None:
    """List the push apps.

    Examples:
      mcctl push apps
    """
    session.show_list(PushApi(session.client).apps(), COLUMNS)
