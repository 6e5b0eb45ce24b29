"""`mcctl api`: any request, logged in, for everything that has no command yet."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from mcctl.commands._verb import WRITE, verb
from mcctl.documents import assign, parse_assignment, parse_document, read_bytes
from mcctl.errors import InputError
from mcctl.rest.calls import Answer, Call, Planned, Retry, encode
from mcctl.rest.paging import Page, iterate
from mcctl.session import Session

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_READS = ("GET", "HEAD", "OPTIONS")
_OWN_HEADERS = ("authorization", "host", "content-length")


@verb(WRITE)
def api(
    session: Session,
    method: Annotated[str, typer.Argument(metavar="METHOD", help="GET, POST, PUT, PATCH or DELETE.")],
    path: Annotated[str, typer.Argument(metavar="PATH", help="Path on the tenant's REST host, with its query.")],
    fields: Annotated[
        list[str] | None,
        typer.Option("-f", "--field", metavar="KEY=VALUE", help="Set text in the body or query."),
    ] = None,
    typed: Annotated[
        list[str] | None,
        typer.Option(
            "-F",
            "--typed-field",
            metavar="KEY=VALUE",
            help="The same with a JSON value, or @file for its text.",
        ),
    ] = None,
    input: Annotated[
        str | None, typer.Option("--input", metavar="FILE", help="The body, as JSON or YAML; - for stdin.")
    ] = None,
    headers: Annotated[
        list[str] | None, typer.Option("-H", "--header", metavar="NAME:VALUE", help="Send this header too.")
    ] = None,
    include: Annotated[
        bool, typer.Option("-i", "--include", help="Print the status and headers first.", show_default=False)
    ] = False,
    paginate: Annotated[
        bool, typer.Option("--paginate", help="Fetch all pages and print one array.", show_default=False)
    ] = False,
) -> None:
    """Send any request to the REST API, logged in, and print its answer.

    Fields make the body of POST, PUT and PATCH, where dots reach into objects, and the query of GET and DELETE.
    A write that is answered by 5xx, or not at all, is not repeated.

    Examples:
      mcctl api GET /platform/v1/tokenContext
      mcctl api GET /asset/v1/content/assets -f '$orderBy=name asc' --paginate -q "[].name"
      mcctl api POST /asset/v1/content/categories -f Name=Spring -F ParentId=101
      mcctl api PATCH /asset/v1/content/assets/1201 --input changes.yaml --dry-run
    """
    method = method.upper()
    if method not in _METHODS:
        raise InputError(f"{method} is not one of {', '.join(_METHODS)}")
    call = _call(session, method, path, _body(method, input, fields or [], typed or []), headers or [])
    if session.dry_run:
        session.show_plan(Planned(call))
    elif paginate:
        _show(session, list(_pages(session, call)))
    else:
        _print(session, session.client.send(call), call, include=include)


def _body(method: str, input: str | None, fields: list[str], typed: list[str]) -> Any:
    """Return the body, or the fields that will be the query of a method without body."""
    body: Any = None
    if input:
        raw = read_bytes(input)
        try:
            body = parse_document(raw.decode("utf-8-sig"), input)
        except UnicodeDecodeError as error:
            raise InputError(f"{input} is not UTF-8 text") from error
    pairs = [parse_assignment(text, typed=False) for text in fields]
    pairs += [parse_assignment(text, typed=True) for text in typed]
    if not pairs:
        return body
    if method in (*_READS, "DELETE"):
        return dict(pairs)
    body = {} if body is None else body
    if not isinstance(body, dict):
        raise InputError("Fields can only be added to a body that is an object")
    for key, value in pairs:
        assign(body, key, value)
    return body


def _call(session: Session, method: str, path: str, body: Any, headers: list[str]) -> Call:

    if not path.startswith("/") and "://" not in path:
        raise InputError(
            f"PATH must begin with a slash: /{path}",
            "In Git Bash on Windows, which rewrites such paths, set MSYS_NO_PATHCONV=1" if ":" in path else "",
        )
    in_query = method in (*_READS, "DELETE") and isinstance(body, dict)
    return session.client.call(
        method,
        path,
        retry=Retry.SAFE if method in _READS else Retry.PLAIN,
        params={key: value if isinstance(value, str) else json.dumps(value) for key, value in body.items()}
        if in_query
        else None,
        body=None if in_query else body,
        headers=dict(_header(text) for text in headers),
        find_out="there is no command for that; read it back with mcctl api GET",
    )


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name.strip() or not text.isprintable() or not text.isascii():
        raise InputError(f"{text!r} is not of the form NAME:VALUE")
    if name.strip().lower() in _OWN_HEADERS:
        raise InputError(f"mcctl sets the header {name.strip()} itself")
    return name.strip(), value.strip()


def _pages(session: Session, call: Call) -> Any:

    client = session.client
    body = json.loads(call.content) if call.content else None
    is_query = call.method == "POST" and isinstance(body, dict) and call.url.endswith("/query")
    if call.method != "GET" and not is_query:
        raise InputError("--paginate goes with GET, and with the POST of a query with a body")

    def fetch(page: Page) -> Any:
        again = client.call(call.method, page.path, retry=Retry.SAFE)
        content = None if page.body is None else encode(page.body)
        return client.exchange(again._replace(content=content, headers=call.headers))

    return iterate(fetch, Page(call.url.removeprefix(client.rest_url), body))


def _print(session: Session, answer: Answer, call: Call, *, include: bool) -> None:
    """Print an answer, whatever it is, and then raise what it means. A filter is for the data of a success."""

    is_good = 200 <= answer.status < 300
    if include:
        session.output.lines([f"HTTP {answer.status}", *(f"{k}: {v}" for k, v in answer.headers.items()), ""])
    try:
        body = answer.json()
    except ValueError:
        session.output.raw(answer.text)
        if is_good and call.retry is Retry.SAFE:
            return
    else:
        if is_good and body is not None:
            _show(session, body)
        elif body is not None:
            session.output.unfiltered().show_json(body)
    session.client.judged(call, answer)


def _show(session: Session, body: Any) -> None:
    """Print JSON as JSON unless another format or a filter was asked for: there are no columns to choose here."""
    asked = session.settings.output or session.settings.query
    session.show_any(body, as_json=not asked)
