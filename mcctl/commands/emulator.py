"""`mcctl emulator`: a local Marketing Cloud to rehearse with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import App, Context, ReadCommand
from mcctl.documents import given, parse_document, read_text
from mcctl.errors import InputError, NotFound
from mcctl.escaping import is_writable

if TYPE_CHECKING:
    from mcctl.output import Columns

app = App("A local Marketing Cloud to rehearse with.")
fault_app = App("Make the emulator fail as a network or a platform in trouble would.")
file_app = App("Files in the account's Enhanced FTP, which imports read.")
app.add_typer(fault_app, name="fault")
app.add_typer(file_app, name="file")

DEFAULT_PORT = 8025
REQUEST_COLUMNS = {
    "ID": "id",
    "AT": "at",
    "METHOD": "method",
    "ROUTE": "path",
    "QUERY": "query",
    "STATUS": "status",
    "FAULT": "fault",
}
OUTBOX_COLUMNS: Columns = {
    "AT": "sentAt",
    "CHANNEL": "channel",
    "TO": "to",
    "CONTACT": "contactKey",
    "SUBJECT": lambda message: message.get("subject") or message.get("text"),
}
PROFILE_COLUMNS: Columns = {
    "ORGANIZATION": "organization",
    "ID": "id",
    "STATES": lambda profile: ", ".join(profile["states"]),
    "DELETED AT": "deletedAt",
}
FAULT_COLUMNS = {"ID": "id", "MATCH": "match", "ANSWER": "answer", "SEEN": "seen", "FIRED": "fired"}
_MID_DIGITS = 18  # what the emulator's database can hold
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@app.add("serve", ReadCommand)
def serve(
    ctx: Context,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port on 127.0.0.1; 0 picks a free one.")
    ] = DEFAULT_PORT,
) -> None:
    """Serve the emulator over HTTP, for any client, until Ctrl-C.

    Its URL is printed on stdout; it is both the authentication and the REST host. Client id and secret: emulator.

    Examples:
      mcctl emulator serve
      mcctl emulator serve --port 0 > url &
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator.serve import new_server

    try:
        server, url = new_server(emulator, port)
    except OSError as error:
        raise InputError(
            f"Cannot serve on port {port}: {error.strerror or error}", "Choose another: --port 0"
        ) from error
    out = ctx.obj.output
    out.lines([url])
    out.flush()
    out.note(f"Serving {url}; stop with Ctrl-C. To use it from another shell:")
    out.note(f"  export MCCTL_AUTH_URL={url} MCCTL_REST_URL={url}")
    out.note("  export MCCTL_CLIENT_ID=emulator MCCTL_CLIENT_SECRET=emulator")
    out.note(f"  export MCCTL_PERSONALIZATION_URL={url} MCCTL_PERSONALIZATION_KEY=emulator")
    server.run()


@app.add("reset", ReadCommand)
def reset(ctx: Context) -> None:
    """Bring back the demo account, with empty logs and outbox, no faults, and the clock on time.

    Examples:
      mcctl emulator reset
    """
    emulator = ctx.obj.emulator
    emulator.state.reset()
    ctx.obj.output.note("The emulator is as it was in the beginning")


@app.add("outbox", ReadCommand)
def outbox(ctx: Context) -> None:
    """Show the messages that were sent: rendered, and delivered to nobody.

    Examples:
      mcctl emulator outbox
      mcctl emulator outbox -o json -q "[-1].html"
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import state

    emulator.deliver()
    with emulator.state.transaction() as db:
        ctx.obj.show_list(state.outbox(db), OUTBOX_COLUMNS)


@app.add("requests", ReadCommand)
def requests(ctx: Context) -> None:
    """Show what the emulator received, oldest first; a request without status was cut off.

    Examples:
      mcctl emulator requests
      mcctl emulator requests -o json -q "[?method=='PATCH'].body"
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import state

    with emulator.state.transaction() as db:
        ctx.obj.show_list(state.logged_requests(db), REQUEST_COLUMNS)


@app.add("clock", ReadCommand)
def clock(
    ctx: Context,
    advance: Annotated[
        str | None,
        typer.Option("--advance", metavar="TIME", help="Put the clock ahead: 90s, 20m, 2h or 30d."),
    ] = None,
) -> None:
    """Show the emulator's clock, or put it ahead: tokens expire, waits elapse.

    Examples:
      mcctl emulator clock
      mcctl emulator clock --advance 20m
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import state

    with emulator.state.transaction() as db:
        if advance:
            _advance(db, _seconds(advance))
        ctx.obj.show({"time": state.timestamp(state.now(db)), "ahead": state.clock_offset(db)})
    emulator.deliver()


@app.add("profiles", ReadCommand)
def list_profiles(ctx: Context) -> None:
    """Show the profiles of Personalization Builder with their privacy states, and when they will be deleted.

    Examples:
      mcctl emulator profiles
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator.apps.personalization import profiles

    with emulator.state.transaction() as db:
        ctx.obj.show_list(profiles(db), PROFILE_COLUMNS)


@file_app.add("list", ReadCommand)
def list_files(ctx: Context) -> None:
    """List the files in the account's Enhanced FTP: what imports read, and reports.

    Examples:
      mcctl emulator file list
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import files

    with emulator.state.transaction() as db:
        ctx.obj.show_list(files.every(db, _mid(ctx)), {"NAME": "name", "CHARACTERS": "chars"})


@file_app.add("add", ReadCommand)
def add_file(
    ctx: Context, path: Annotated[str, typer.Argument(metavar="FILE", help="A file of this machine.")]
) -> None:
    """Put a file into the account's Enhanced FTP, in the place of one of the same name.

    Examples:
      mcctl emulator file add hikers.csv
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import files

    content, name = read_text(path), Path(path).name
    if not is_writable(name):
        raise InputError(f"{name!r} is no name of a file on FTP")
    with emulator.state.transaction() as db:
        files.put(db, _mid(ctx), name, content)
    ctx.obj.output.note(f"Added {name}")


@file_app.add("show", ReadCommand)
def show_file(ctx: Context, name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the file.")]) -> None:
    """Print a file of the account's Enhanced FTP.

    Examples:
      mcctl emulator file show hikers.csv
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import files

    with emulator.state.transaction() as db:
        content = files.get(db, _mid(ctx), name) if is_writable(name) else None
    if content is None:
        raise NotFound(f"There is no file {name}", "mcctl emulator file list")
    ctx.obj.output.raw(content)


@fault_app.add("add", ReadCommand)
def add_fault(
    ctx: Context,
    method: Annotated[str | None, typer.Option("--method", help="Only requests of this method.")] = None,
    path: Annotated[
        str | None, typer.Option("--path", metavar="REGEX", help="Only requests whose path matches.")
    ] = None,
    nth: Annotated[int | None, typer.Option("--nth", min=1, help="Only the nth such request.")] = None,
    times: Annotated[int | None, typer.Option("--times", min=1, help="At most this often.")] = None,
    probability: Annotated[
        float | None, typer.Option("--probability", min=0, max=1, help="Only this share of them.")
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Which of them: the same seed, the same ones.")] = None,
    status: Annotated[
        int | None,
        typer.Option("--status", min=100, max=599, help="Answer this status instead of processing it."),
    ] = None,
    header: Annotated[
        list[str] | None,
        typer.Option("--header", metavar="NAME:VALUE", help="With --status: send this header."),
    ] = None,
    body: Annotated[
        str | None, typer.Option("--body", metavar="JSON", help="With --status: this body, or @file.")
    ] = None,
    delay: Annotated[float | None, typer.Option("--delay", min=0, metavar="SECONDS", help="Answer this late.")] = None,
    cut: Annotated[
        str | None,
        typer.Option("--cut", metavar="before|midway|after", help="Cut it before or after processing, or mid-answer."),
    ] = None,
) -> None:
    """Add a fault rule. The first rule that matches a request wins.

    Examples:
      mcctl emulator fault add --method PATCH --status 429 --header "Retry-After: 1" --times 1
      mcctl emulator fault add --path /asset/ --cut after --nth 1
      mcctl emulator fault add --probability 0.1 --seed 7 --status 503
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import faults

    headers = dict(_header(text) for text in header or [])
    match: dict[str, Any] = {"method": method and method.upper(), "path": path, "nth": nth, "times": times}
    match |= {"probability": probability, "seed": seed}
    answer = {
        "status": status,
        "headers": headers or None,
        "body": body and _body(body),
        "delay": delay,
        "cut": cut,
    }
    with emulator.state.transaction() as db:
        try:
            number = faults.add(db, {"match": given(match), "answer": given(answer)})
        except ValueError as error:
            raise InputError(f"No such fault: {error}", "mcctl emulator fault add --help") from error
    ctx.obj.show({"id": number, "match": given(match), "answer": given(answer)})


@fault_app.add("list", ReadCommand)
def list_faults(ctx: Context) -> None:
    """List the fault rules, with how often each matched and was applied.

    Examples:
      mcctl emulator fault list
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import faults

    with emulator.state.transaction() as db:
        ctx.obj.show_list(faults.every(db), FAULT_COLUMNS)


@fault_app.add("clear", ReadCommand)
def clear_faults(ctx: Context) -> None:
    """Remove every fault rule.

    Examples:
      mcctl emulator fault clear
    """
    emulator = ctx.obj.emulator
    from mcctl.emulator import faults

    with emulator.state.transaction() as db:
        ctx.obj.output.note(f"Removed {faults.clear(db)} fault rules")


def _advance(db: Any, seconds: float) -> None:
    from mcctl.emulator import state

    try:
        state.advance_clock(db, seconds)
    except ValueError as error:
        raise InputError(str(error)) from error


def _mid(ctx: Context) -> int:
    """Return the business unit whose files are meant."""
    from mcctl.emulator.apps.auth import ENTERPRISE

    given = ctx.obj.options["business_unit"] or str(ENTERPRISE)
    if not (given.isascii() and given.isdecimal()) or len(given) > _MID_DIGITS:
        raise InputError(f"--business-unit {given!r} is no MID")
    return int(given)


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon:
        raise InputError(f"--header {text!r} is not of the form NAME:VALUE")
    return name.strip(), value.strip()


def _body(text: str) -> Any:
    if text.startswith("@"):
        text = read_text(text[1:])
    return parse_document(text, "--body")


def _seconds(text: str) -> float:
    found = re.fullmatch(r"(\d{1,9})([smhd])", text.strip().lower())
    if not found:
        raise InputError(f"--advance {text}: say a number and a unit: 90s, 20m, 2h or 30d")
    return float(found[1]) * _SECONDS[found[2]]
