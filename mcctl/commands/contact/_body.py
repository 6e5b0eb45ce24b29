"""What the options of `contact create` and `update` mean as the JSON of a contact."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import typer

from mcctl.documents import read_object
from mcctl.errors import InputError
from mcctl.rest.address import checked_address

EMAIL_SET, MOBILE_SET = "Email Addresses", "MobileConnect Demographics"
MAX_KEY_CHARS = 254


class ContactValues(NamedTuple):
    """Values of a contact. mobile: a number with its country code, which needs `locale`. data: name of a file."""

    email: Annotated[str | None, typer.Option("--email", metavar="ADDRESS", help="E-mail address.")] = None
    mobile: Annotated[
        str | None, typer.Option("--mobile", metavar="NUMBER", help="Mobile number, with its country code.")
    ] = None
    locale: Annotated[str | None, typer.Option("--locale", metavar="US", help="Country of the mobile number.")] = None
    assignments: Annotated[
        list[str] | None,
        typer.Option("--attr", metavar="SET.NAME=VALUE", help="A value in an attribute set; may be given often."),
    ] = None
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="The contact as JSON or YAML; - for stdin. Flags win.")
    ] = None

    def body(self, key: str) -> dict[str, Any]:
        """Return the JSON of a contact: the document named by `data`, with values added by the others.

        Raises InputError for what cannot be, and where no value is given.
        """
        if not 0 < len(key) <= MAX_KEY_CHARS:
            raise InputError(f"A contact key has 1 to {MAX_KEY_CHARS} characters, not {len(key)}")
        document = read_object(self.data) if self.data else {}
        if str(document.get("contactKey", key)) != key:
            raise InputError(f"The document is about the contact {document['contactKey']!r}, not {key!r}")
        sets = list(document.get("attributeSets") or [])
        assigned = map(_assigned, self.assignments or [])
        for set_name, attribute, value in (*_of_flags(self.email, self.mobile, self.locale), *assigned):
            _put(sets, set_name, attribute, value)
        if not sets:
            raise InputError("Which values?", "Give --email, --mobile, --attr SET.NAME=VALUE, or --data FILE")
        return {**document, "contactKey": key, "attributeSets": sets}


def _of_flags(email: str | None, mobile: str | None, locale: str | None) -> list[tuple[str, str, Any]]:
    found: list[tuple[str, str, Any]] = []
    if email is not None:
        address = _checked("email", email, "--email")
        found += [(EMAIL_SET, "Email Address", address), (EMAIL_SET, "HTML Enabled", True)]
    if mobile is not None:
        number = _checked("sms", mobile, "--mobile")
        if not locale:
            raise InputError("A mobile number needs the country", "Give --locale, such as US")
        found += [(MOBILE_SET, "Mobile Number", number), (MOBILE_SET, "Locale", locale.upper())]
    return found


def _checked(channel: str, text: str, flag: str) -> str:
    address, problem = checked_address(channel, text)
    if problem:
        raise InputError(f"{flag}: {problem}")
    return address


def _assigned(text: str) -> tuple[str, str, str]:
    """Split `Set Name.Attribute Name=value`."""
    path, equals, value = text.partition("=")
    set_name, dot, attribute = path.partition(".")
    if not equals or not dot or not set_name.strip() or not attribute.strip():
        raise InputError(f"--attr {text!r} is not of the form SET.NAME=VALUE", "mcctl contact schema lists them")
    return set_name.strip(), attribute.strip(), value


def _put(sets: list[Any], set_name: str, attribute: str, value: Any) -> None:
    """Set a value in the first row of an attribute set, made if it is not there: a set may occur only once."""
    found = next(
        (one for one in sets if isinstance(one, dict) and str(one.get("name")).lower() == set_name.lower()), None
    )
    if found is None:
        found = {"name": set_name, "items": [{"values": []}]}
        sets.append(found)
    try:
        values = found["items"][0]["values"]
        values[:] = [one for one in values if str(one.get("name")).lower() != attribute.lower()]
        values.append({"name": attribute, "value": value})
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise InputError(f"attributeSets of the document: {set_name} is not of the form items[].values[]") from error
