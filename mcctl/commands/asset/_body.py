"""What the options of `asset create` and `patch` mean as the JSON of an asset."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

import typer

from mcctl.documents import compose, parse_assignment, read_text
from mcctl.errors import InputError
from mcctl.rest.asset_body import check_limits, type_reference
from mcctl.rest.asset_types import asset_type

AUTO = "auto"
_EMAIL_VIEWS = ("html", "text", "subjectline", "preheader")
_BOOLEANS = {"true": True, "false": False}


class AssetChanges(NamedTuple):
    """What an asset shall be. html, text, content, data: names of files, - for standard input.

    Options win over assignments (`--set`), assignments over the document (`--data`).
    """

    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Name, at most 200 characters.")] = None
    external_key: Annotated[
        str | None, typer.Option("--external-key", metavar="KEY", help="External key, at most 36 characters.")
    ] = None
    description: Annotated[str | None, typer.Option("--description", metavar="TEXT", help="Description.")] = None
    subject: Annotated[str | None, typer.Option("--subject", metavar="TEXT", help="Subject line.")] = None
    preheader: Annotated[str | None, typer.Option("--preheader", metavar="TEXT", help="Preheader.")] = None
    html: Annotated[str | None, typer.Option("--html", metavar="FILE", help="HTML body of an e-mail; - for stdin.")] = (
        None
    )
    text: Annotated[
        str | None,
        typer.Option(
            "--text-part", metavar="FILE", help="Text body of an e-mail; - for stdin, auto for one made from --html."
        ),
    ] = None
    content: Annotated[
        str | None, typer.Option("--content", metavar="FILE", help="Content of a block or template; - for stdin.")
    ] = None
    channels: Annotated[
        list[str] | None, typer.Option("--channel", metavar="NAME=true|false", help="Allow or forbid a channel.")
    ] = None
    assignments: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="PATH=VALUE", help="Set any property: tags.0=new, views.html.content=@page.html."
        ),
    ] = None
    data: Annotated[
        str | None, typer.Option("--data", metavar="FILE", help="The asset as JSON or YAML; - for stdin. Flags win.")
    ] = None

    def body(self) -> dict[str, Any]:
        """Return the asset's JSON. Raises InputError for what cannot be read, or breaks a documented limit."""
        if [self.html, self.text, self.content, self.data].count("-") > 1:
            raise InputError("Standard input can be read only once: give - to one option")
        body = compose(self.data, self.assignments or [], self._flags())
        check_limits(body)
        return body

    def _flags(self) -> dict[str, Any]:
        """Return dotted path -> value of the flags given, in the order of the vendor's sample."""
        plain = {"name": self.name, "customerKey": self.external_key, "description": self.description}
        channels = {f"channels.{name}": value for name, value in map(_channel, self.channels or [])}
        views = {f"views.{name}": value for name, value in self._views().items()}
        content = {"content": read_text(self.content)} if self.content else {}
        return {**{k: v for k, v in plain.items() if v is not None}, **channels, **views, **content}

    def _views(self) -> dict[str, dict[str, str]]:
        html = read_text(self.html) if self.html else None
        given = {
            "html": html,
            "text": self._text(html),
            "subjectline": self.subject,
            "preheader": self.preheader,
        }
        # A new HTML body goes out as in the vendor's sample of an e-mail update: with all four views, those
        # that stay as they are empty. The other flags send their own view alone.
        names = _EMAIL_VIEWS if self.html else [name for name in _EMAIL_VIEWS if given[name] is not None]
        return {name: {} if (text := given[name]) is None else {"content": text} for name in names}

    def _text(self, html: str | None) -> str | None:
        if self.text != AUTO:
            return read_text(self.text) if self.text else None
        if html is None:
            raise InputError(f"--text-part {AUTO} makes the text from the HTML; give --html FILE, too")
        from mcctl.text_part import text_from  # dear to load

        return text_from(html)


def with_type(body: dict[str, Any], type: str | None) -> dict[str, Any]:
    """Return `body` with an asset type: `type` (name or id), else its own, else what its views make it.

    Raises InputError where nothing tells, or for an unknown type.
    """
    views = body.get("views") or {}
    told = "htmlemail" if "html" in views else "textonlyemail" if "text" in views else None
    name = type or (None if body.get("assetType") else told)
    if name:
        return {**body, "assetType": type_reference(asset_type(name))}
    if not body.get("assetType"):
        raise InputError("What type of asset is it?", "Give --type, for example --type htmlblock; mcctl asset types")
    return body


def _channel(text: str) -> tuple[str, bool]:
    name, value = parse_assignment(text, typed=False)
    if value.lower() not in _BOOLEANS:
        raise InputError(f"--channel {text}: say {name}=true or {name}=false")
    return name, _BOOLEANS[value.lower()]
