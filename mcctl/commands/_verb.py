"""Commands made from functions: a function says by its parameters what it takes, and is given a session."""

from __future__ import annotations

import gc
import inspect
import math
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple, TypeVar, get_type_hints

import typer
from typer.core import TyperCommand
from typer.main import get_command

from mcctl.commands._group import HELP_NAMES
from mcctl.commands._options import Confirm, DryRun, Everywhere, ToldRun, Yes
from mcctl.commands._renames import spelled_anew
from mcctl.config import ENGAGEMENT
from mcctl.errors import ExitCode, InputError, Interrupted
from mcctl.queries import check_query
from mcctl.rest.calls import Planned
from mcctl.session import Session, Settings
from mcctl.sessions import SESSIONS
from mcctl.streams import OutputLost, give_up
from mcctl.talk import say

READ: tuple[type, ...] = ()
"""A command that changes nothing."""
WRITE = (DryRun,)
"""A command that writes, or with --dry-run shows what it would write."""
DANGEROUS = (Yes, DryRun)
"""A write that is asked for twice: y/N, or --yes."""
SEVERE = (Yes, Confirm, DryRun)
"""A write of which some forms cannot be undone: the name typed, or --confirm NAME."""
IRREVERSIBLE = (Confirm, DryRun)
"""A write that cannot be undone: the name typed, or --confirm NAME."""
PLANNED_WRITE, PLANNED_DANGEROUS, PLANNED_SEVERE = (ToldRun,), (Yes, ToldRun), (Yes, Confirm, ToldRun)
"""The same of what is planned as a whole: a dry run tells it in words."""

_SHARED = Everywhere._fields
_USAGE_ERROR: Any = typer.BadParameter.__base__
_Function = TypeVar("_Function", bound=Callable[..., None])


class _Verb(NamedTuple):
    """A function as a command. grade: the options that its danger brings. login_type: what it is logged in to."""

    function: Callable[..., None]
    grade: tuple[type, ...]
    login_type: str


_VERBS: dict[str, _Verb] = {}
"""Module -> the verb in it."""


def verb(grade: tuple[type, ...], *, login_type: str = ENGAGEMENT) -> Callable[[_Function], _Function]:
    """Make the function below the command of its module. grade: READ, WRITE, DANGEROUS, SEVERE or IRREVERSIBLE,
    or one of PLANNED_*.

    Its first parameter is the session. Each of the others is an argument or an option, or, where its type is a
    named tuple, all the options that the fields of that are.
    """

    def register(function: _Function) -> _Function:
        _VERBS[function.__module__] = _Verb(function, grade, login_type)
        return function

    return register


@cache  # a run that goes on, the manual, and a test come to the same commands again
def built(module: str, name: str, *, hidden: bool = False) -> Any:
    """Return the command in a module."""
    import_module(module)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name, cls=Command, hidden=hidden, context_settings=HELP_NAMES)(_entry(_VERBS[module]))
    return get_command(single)


def _entry(verb: _Verb) -> Callable[..., None]:
    """Return what Typer makes a command of: a function with every option by itself, which is run in a session."""
    own = list(_parameters(verb.function))[1:]
    sets = {name: kind for name, kind in own if hasattr(kind.annotation, "_fields")}
    flat = [each for name, one in own for each in (_options(one.annotation) if name in sets else [one])]
    shared = [one for kind in (*verb.grade, Everywhere) for one in _options(kind)]
    context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)

    def enter(ctx: typer.Context, **values: Any) -> None:
        session = _session(ctx, verb, values)
        given = {name: _taken(one.annotation, values) if name in sets else values[name] for name, one in own}
        _run(session, lambda: verb.function(session, **given))

    enter.__doc__ = verb.function.__doc__
    enter.__signature__ = inspect.Signature([context, *flat, *shared])  # type: ignore[attr-defined]
    return enter


def _parameters(function: Callable[..., Any]) -> Iterator[tuple[str, inspect.Parameter]]:
    """Yield the parameters of a function, or of a class, with their types for annotations."""
    hints = get_type_hints(function, include_extras=True)
    for name, one in inspect.signature(function).parameters.items():
        yield name, one.replace(annotation=hints[name], kind=inspect.Parameter.KEYWORD_ONLY)


def _options(kind: Any) -> list[inspect.Parameter]:
    """Return the fields of a named tuple as parameters."""
    hints = get_type_hints(kind, include_extras=True)
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hints[name])
        for name, default in kind._field_defaults.items()
    ]


def _taken(kind: Any, values: Mapping[str, Any]) -> Any:
    return kind(**{name: values[name] for name in kind._fields})


def _session(ctx: typer.Context, verb: _Verb, values: Mapping[str, Any]) -> Session:
    source = ctx.get_parameter_source("profile")
    named = {name: values[name] for name in Settings._fields if name in values}
    settings = Settings(**named, profile_is_option=bool(source and source.name == "COMMANDLINE"))
    return SESSIONS[verb.login_type](settings, ctx)


def _run(session: Session, command: Callable[[], None]) -> None:
    """Run a command; whoever reads its output may leave early (`mcctl asset list | head`)."""
    gc.enable()
    check_query(session.settings.query)  # a slip in it is told before anything is sent
    _check_numbers(session.context)
    try:
        _planned(session, command)
        sys.stdout.flush()
    except BrokenPipeError:
        give_up(1)
        raise typer.Exit(ExitCode.BROKEN_PIPE) from None
    except KeyboardInterrupt as signal:
        raise Interrupted.by(signal, "Interrupted") from None
    except OutputLost as error:
        give_up(1)
        raise session.lost(error) from error
    finally:
        _count_requests(session)


def _count_requests(session: Session) -> None:
    """Write down how many requests were made, and say so, once a day, where the allowance is nearly used."""
    if "sender" not in vars(session) or not session.sender.attempts:
        return
    from mcctl import usage  # most commands that make no request end sooner

    profile, today = session.profile, session.clock.today()
    group = session.context.command_path.split()[1]
    is_time = usage.count(profile.name, group, session.sender.attempts, today)
    if is_time and profile.allowance and (told := usage.warning(profile.name, profile.allowance, today)):
        say(told)


def _planned(session: Session, command: Callable[[], None]) -> None:
    """Run a command; a dry run ends at the first write, or after several, with what would be sent."""
    try:
        command()
    except Planned as plan:
        session.show_plan(plan)


def _takes_value(param: Any) -> bool:
    return param.param_type_name == "option" and not param.is_flag


def _check_numbers(ctx: Any) -> None:
    """Raise InputError for an option that is NaN, which is within every limit."""
    for param in ctx.command.params:
        value = ctx.params.get(param.name)
        if isinstance(value, float) and math.isnan(value):
            raise InputError(f"{param.opts[0]} must be a number")


class Command(TyperCommand):
    """A command whose help tells its own options before those of every command, and ends in examples."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; options that were called otherwise go on working, and say so."""
        valued = {name for param in self.params if _takes_value(param) for name in param.opts}
        anew, told = spelled_anew(ctx.command_path.partition(" ")[2], args, valued)
        for one in told:
            say(one)
        try:
            found: list[str] = super().parse_args(ctx, anew)
        except _USAGE_ERROR as error:
            error.ctx = error.ctx or ctx  # which a missing value does not tell
            raise
        return found

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
        sections: dict[str, list[tuple[str, str]]] = {
            "Arguments": [],
            "Options": [],
            "Options of every command": [],
        }
        for param in self.get_params(ctx):
            title = "Options of every command" if param.name in (*_SHARED, "help") else "Options"
            record = param.get_help_record(ctx)
            if record:
                sections["Arguments" if param.param_type_name == "argument" else title].append(record)
        for title, records in sections.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
