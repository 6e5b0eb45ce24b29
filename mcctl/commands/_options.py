"""Options that many commands take. The fields of a named tuple are the options, an object of it is what was given."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, get_args, get_type_hints

import typer

from mcctl.commands._times import seconds_of
from mcctl.errors import InputError
from mcctl.formats import Format

MAX_LIMIT = 1_000_000_000  # more cannot be counted off
LimitOption = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=0, max=MAX_LIMIT, help="Stop after this many.")
]


class Everywhere(NamedTuple):
    """The options of every command."""

    profile: Annotated[
        str | None,
        typer.Option("-p", "--profile", metavar="PROFILE", envvar="MCCTL_PROFILE", help="The login to use."),
    ] = None
    business_unit: Annotated[
        str | None,
        typer.Option("--business-unit", metavar="MID", envvar="MCCTL_ACCOUNT_ID", help="The business unit to work in."),
    ] = None
    output: Annotated[
        Format | None,
        typer.Option("-o", "--output", envvar="MCCTL_OUTPUT", help="How to print; tsv where stdout is no terminal."),
    ] = None
    query: Annotated[
        str | None,
        typer.Option("-q", "--query", metavar="JMESPATH", help="Filter the data before it is printed."),
    ] = None
    no_input: Annotated[
        bool,
        typer.Option(
            "--no-input", envvar="MCCTL_NO_INPUT", help="Never ask; fail naming the flag.", show_default=False
        ),
    ] = False
    timeout: Annotated[
        float | None,
        typer.Option(
            "--timeout",
            parser=seconds_of("--timeout"),
            metavar="DURATION",
            envvar="MCCTL_TIMEOUT",
            help="Wait this long for an answer, 30s or 2m, instead of 5m for reads and 2m for writes.",
        ),
    ] = None
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Tell each request on stderr.", show_default=False)
    ] = False


class DryRun(NamedTuple):
    """The option of every write."""

    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Show the exact request as JSON; write nothing.", show_default=False),
    ] = False


class ToldRun(NamedTuple):
    """The option of what is planned as a whole: it is told in words, not as requests."""

    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be done; write nothing.", show_default=False)
    ] = False


class Yes(NamedTuple):
    """The option that answers y/N."""

    yes: Annotated[bool, typer.Option("-y", "--yes", help="Do not ask for confirmation.", show_default=False)] = False


class Confirm(NamedTuple):
    """The option that stands for a name that is typed."""

    confirm: Annotated[
        str | None, typer.Option("--confirm", metavar="NAME", help="Confirm by name instead of being asked.")
    ] = None


def refuse_given(*options: Any, why: str) -> None:
    """Raise InputError where one of some options was given, which are named tuples such as these."""
    for one in options:
        for name, value in one._asdict().items():
            if value not in (one._field_defaults[name], [], ()):
                raise InputError(f"{_flag(one, name)} {why}")


def _flag(options: Any, name: str) -> str:
    """Return how an option is first spelled."""
    hints = get_type_hints(type(options), include_extras=True)
    declared = next(one for one in get_args(hints[name]) if hasattr(one, "default"))
    return str(declared.default)
