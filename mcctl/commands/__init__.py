"""What a person types: one module per group, and here what they all share."""

from __future__ import annotations

import gc
import inspect
import math
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_params_convertors_ctx_param_name_from_function

from mcctl.errors import ExitCode, InputError, Interrupted
from mcctl.formats import Format
from mcctl.streams import OutputLost, give_up

if TYPE_CHECKING:
    from mcctl.session import Session

_OPTIONS = "mcctl.options"  # where the values of the shared options wait for the session
_Command = TypeVar("_Command", bound=Callable[..., None])
HELP_NAMES = {"help_option_names": ["-h", "--help"]}


MAX_LIMIT = 1_000_000_000  # more cannot be counted off
LimitOption = Annotated[int | None, typer.Option("--limit", min=0, max=MAX_LIMIT, help="Stop after this many.")]


class Context(typer.Context):
    """The context of a command; its `obj` is the session."""

    obj: Session


class CommandGroup(TyperGroup):
    """A group that builds a command when, and only when, the command line goes into it.

    Turning a signature into options is the dearest part of a start after the imports. Until then a command is a stub
    with its name and help, which is all that the group's own help and "did you mean" need.
    """

    built_by: dict[str, Callable[[], Any]]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that `args` begin with, for real."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, self.built_by[name]() if name in self.built_by else command, rest

    def whole(self) -> CommandGroup:
        """Build every command: for completion scripts and the command reference."""
        self.commands = {
            name: self.built_by[name]() if name in self.built_by else cast(CommandGroup, command).whole()
            for name, command in self.commands.items()
        }
        return self


class App(typer.Typer):
    """A command group in the making; see CommandGroup."""

    def __init__(self, help: str) -> None:
        self._built_by: dict[str, Callable[[], Any]] = {}
        super().__init__(
            cls=type("CommandGroup", (CommandGroup,), {"built_by": self._built_by}),
            help=help,
            no_args_is_help=True,
            add_completion=False,
            rich_markup_mode=None,
            context_settings=HELP_NAMES,
        )
        self.callback()(_keep_group)

    def add(self, name: str, cls: type[TyperCommand], *, hidden: bool = False) -> Callable[[_Command], _Command]:
        """Register the decorated function as the command `name`. cls: ReadCommand, WriteCommand..."""

        def register(function: _Command) -> _Command:
            def stub() -> None: ...

            stub.__doc__ = function.__doc__
            self.command(name, hidden=hidden)(stub)
            self._built_by[name] = lambda: _build(name, function, cls, hidden)
            return function

        return register


class ReadCommand(TyperCommand):
    """A command that changes nothing. It takes the options that every command takes."""

    declared: tuple[Callable[..., None], ...] = ()
    login_type = "engagement"  # config.ENGAGEMENT, whose import every help page would pay for

    def __init__(self, *args: Any, params: Sequence[Any] = (), **kwargs: Any) -> None:
        shared = [param for declare in (*self.declared, _on_every_command) for param in _params(declare)]
        kwargs["context_settings"] = HELP_NAMES
        super().__init__(*args, params=[*params, *shared], **kwargs)

    def format_help_text(self, ctx: Any, formatter: Any) -> None:
        """Write what the command does, and its examples as they stand in the docstring."""
        text, _, examples = inspect.cleandoc(self.help or "").partition("\n\nExamples:\n")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)
        with formatter.section("Examples"):
            formatter.write("".join(f"{line}\n" for line in examples.splitlines()))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options of this command before those of every command."""
        everywhere = _params(_on_every_command)
        sections: dict[str, list[tuple[str, str]]] = {
            "Arguments": [],
            "Options": [],
            "Options of every command": [],
        }
        for param in self.get_params(ctx):
            shared = param in everywhere or param.name == "help"
            title = "Options of every command" if shared else "Options"
            record = param.get_help_record(ctx)
            if record:
                sections["Arguments" if param.param_type_name == "argument" else title].append(record)
        for title, records in sections.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)

    def invoke(self, ctx: Any) -> Any:
        """Run the command with a session; whoever reads its output may leave early (`mcctl asset list | head`)."""
        from mcctl.output import check_query
        from mcctl.session import SESSIONS

        gc.enable()
        options, source = ctx.find_root().meta[_OPTIONS], ctx.get_parameter_source("profile")
        ctx.obj = SESSIONS[self.login_type]({**options, "profile_is_option": source and source.name == "COMMANDLINE"})
        check_query(ctx.obj.options["query"])  # a slip in it is told before anything is sent
        _check_numbers(self, {**ctx.params, **ctx.obj.options})
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            give_up(1)
            raise typer.Exit(ExitCode.BROKEN_PIPE) from None
        except KeyboardInterrupt as signal:
            raise Interrupted.by(signal, "Interrupted") from None
        except OutputLost as error:
            give_up(1)
            raise ctx.obj.lost(error) from error
        return result


def _dry_run(
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Show the exact request as JSON; write nothing.", show_default=False),
    ] = False,
) -> None: ...


def _yes(
    yes: Annotated[bool, typer.Option("-y", "--yes", help="Do not ask for confirmation.", show_default=False)] = False,
) -> None: ...


def _confirm(
    confirm: Annotated[
        str | None, typer.Option("--confirm", metavar="NAME", help="Confirm by name instead of being asked.")
    ] = None,
) -> None: ...


class WriteCommand(ReadCommand):
    """A command that writes, or with --dry-run shows what it would write."""

    declared: tuple[Callable[..., None], ...] = (_dry_run,)


class DangerousCommand(ReadCommand):
    """A write that is asked for twice: y/N, or --yes."""

    declared: tuple[Callable[..., None], ...] = (_yes, _dry_run)


class SevereCommand(ReadCommand):
    """A write of which some forms cannot be undone: the name typed, or --confirm NAME."""

    declared: tuple[Callable[..., None], ...] = (_yes, _confirm, _dry_run)


class IrreversibleCommand(ReadCommand):
    """A write that cannot be undone: the name typed, or --confirm NAME."""

    declared: tuple[Callable[..., None], ...] = (_confirm, _dry_run)


def _on_every_command(
    profile: Annotated[
        str | None,
        typer.Option("-p", "--profile", metavar="PROFILE", envvar="MCCTL_PROFILE", help="The login to use."),
    ] = None,
    business_unit: Annotated[
        str | None,
        typer.Option("--business-unit", metavar="MID", envvar="MCCTL_ACCOUNT_ID", help="The business unit to work in."),
    ] = None,
    output: Annotated[
        Format | None,
        typer.Option("-o", "--output", envvar="MCCTL_OUTPUT", help="How to print; tsv where stdout is no terminal."),
    ] = None,
    query: Annotated[
        str | None,
        typer.Option("-q", "--query", metavar="JMESPATH", help="Filter the data before it is printed."),
    ] = None,
    no_input: Annotated[
        bool,
        typer.Option(
            "--no-input", envvar="MCCTL_NO_INPUT", help="Never ask; fail naming the flag.", show_default=False
        ),
    ] = False,
    timeout: Annotated[
        float | None,
        typer.Option(
            "--timeout",
            metavar="SECONDS",
            envvar="MCCTL_TIMEOUT",
            help="Wait this long for an answer, instead of 300 for reads and 120 for writes.",
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Tell each request on stderr.", show_default=False)
    ] = False,
) -> None: ...


def refuse_options(ctx: Any, declarations: Sequence[Callable[..., None]], why: str) -> None:
    """Raise InputError where one of the options that `declarations` declare was given."""
    for declare in declarations:
        defaults = {name: param.default for name, param in inspect.signature(declare).parameters.items()}
        for param in ctx.command.params:
            if param.name in defaults and ctx.obj.options[param.name] not in (defaults[param.name], [], ()):
                raise InputError(f"{param.opts[0]} {why}")


def _check_numbers(command: Any, values: Mapping[str, Any]) -> None:
    """Raise InputError for an option that is NaN, which is within every limit."""
    for param in command.params:
        value = values.get(param.name)
        if isinstance(value, float) and math.isnan(value):
            raise InputError(f"{param.opts[0]} must be a number")


def _build(name: str, function: Callable[..., None], cls: type[TyperCommand], hidden: bool) -> Any:
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=cls, hidden=hidden)(function)
    return get_command(single)


@cache
def _params(declare: Callable[..., None]) -> tuple[Any, ...]:
    """Turn the signature of `declare` into options whose values go to the session, not to the command."""
    params, _, _ = get_params_convertors_ctx_param_name_from_function(declare)
    for param in params:
        param.expose_value = False
        param.callback = _keep
        param.show_envvar = True
    return tuple(params)


def _keep(ctx: Any, param: Any, value: Any) -> Any:
    ctx.find_root().meta.setdefault(_OPTIONS, {})[param.name] = value
    return value


def _keep_group() -> None:
    """A group with a single command stays a group."""
