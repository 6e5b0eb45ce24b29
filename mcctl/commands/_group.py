"""Groups of commands, which load a verb when, and only when, the command line goes into it."""

from __future__ import annotations

import keyword
from importlib import import_module
from typing import Any, cast

import typer
from typer.core import TyperGroup

_WHOLE = 1000  # characters, more than any sentence has
HELP_NAMES = {"help_option_names": ["-h", "--help"]}


class CommandGroup(TyperGroup):
    """A group whose verbs are stubs with a name and a line of help until they are typed.

    That is all that the group's own help and "did you mean" need; importing a verb, and turning its signature into
    options, are the dearest parts of a start.
    """

    package: str
    verbs: set[str]
    others: dict[str, str]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that `args` begin with, for real."""
        name, command, rest = super().resolve_command(ctx, [self.others.get(args[0], args[0]), *args[1:]])
        return name, self._real(str(name), command), rest

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write every verb with the first sentence of its help, which is never cut."""
        shown = [(name, one) for name in self.list_commands(ctx) if not (one := self.commands[name]).hidden]
        if shown:
            with formatter.section("Commands"):
                formatter.write_dl([(name, one.get_short_help_str(limit=_WHOLE)) for name, one in shown])

    def whole(self) -> CommandGroup:
        """Load every verb: for completion scripts and the command reference."""
        self.commands = {name: self._real(name, command) for name, command in self.commands.items()}
        for command in self.commands.values():
            if isinstance(command, CommandGroup):
                command.whole()
        return self

    def _real(self, name: str, command: Any) -> Any:
        return load_verb(self.package, name, hidden=command.hidden) if name in self.verbs else command


class Group(typer.Typer):
    """A group of commands in the making. package: where its verbs are. help: its line in the help above it."""

    def __init__(self, package: str, help: str) -> None:
        self._package = package
        self._verbs: set[str] = set()
        self._others: dict[str, str] = {}
        kept = {"package": package, "verbs": self._verbs, "others": self._others}
        super().__init__(
            cls=cast(type[TyperGroup], type("Group", (CommandGroup,), kept)),
            help=help,
            no_args_is_help=True,
            add_completion=False,
            rich_markup_mode=None,
            context_settings=HELP_NAMES,
        )
        self.callback()(_keep_group)

    def verb(self, name: str, help: str, *, hidden: bool = False) -> None:
        """Have a verb. help: the first line of its docstring."""
        self.command(name, help=help, hidden=hidden)(_stub)
        self._verbs.add(name)

    def other(self, name: str, verb: str) -> None:
        """Have another name for a verb, which works and is not shown."""
        self._others[name] = verb

    def group(self, name: str) -> None:
        """Have a group below this one."""
        self.add_typer(import_module(f"{self._package}.{module_name(name)}").app, name=name)


def load_verb(package: str, name: str, *, hidden: bool = False) -> Any:
    """Return the command of a verb, built from the function in its module."""
    from mcctl.commands._verb import built  # the loader

    return built(f"{package}.{module_name(name)}", name, hidden=hidden)


def module_name(verb: str) -> str:
    """Return the module that a verb is in: refresh_list for refresh-list, import_ for import."""
    plain = verb.replace("-", "_")
    return f"{plain}_" if keyword.iskeyword(plain) else plain


def _stub() -> None: ...


def _keep_group() -> None:
    """A group with a single command stays a group."""
