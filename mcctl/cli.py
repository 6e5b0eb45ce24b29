"""The command line: the registry of groups, loaded one at a time, and the one place where errors are told."""

from __future__ import annotations

import gc
import os
import sys

from mcctl import __version__
from mcctl.help_pages import kept_page

TYPE_CHECKING = False  # typing's own would cost --version half of its budget
if TYPE_CHECKING:
    from typing import Any

    from typer import Typer

    from mcctl.clock import Clock
    from mcctl.errors import McctlError

GROUPS = {
    "asset": "Content Builder: e-mails, blocks, images, documents.",
    "folder": "Content Builder: folders.",
    "de": "Data extensions: definitions, rows, imports.",
    "event": "Event definitions, and firing entry events.",
    "journey": "Journey Builder: journeys, from draft to running.",
    "automation": "Automation Studio: what runs when, and how it went.",
    "query": "SQL: run it, keep it as query activities, data views.",
    "script": "Script activities: server-side JavaScript.",
    "import": "Import activities: files into data extensions.",
    "file-transfer": "File transfer activities.",
    "data-extract": "Data extract activities: data into files.",
    "file-location": "Where imports and transfers find their files.",
    "workspace": "A business unit as files under git.",
    "campaign": "Campaigns, and what is attached to them.",
    "contact": "Contacts: addresses, attributes, deletion.",
    "tx": "Transactional messages, to one or to many.",
    "from-address": "From addresses, and the domains that mail is sent from.",
    "sms": "MobileConnect: texts, lists, keywords, subscriptions.",
    "push": "MobilePush: messages to the devices of apps.",
    "chat": "GroupConnect: messages by Facebook Messenger and LINE.",
    "personalization": "Personalization Builder: privacy requests, reports.",
    "ens": "Event notifications, and a local receiver for them.",
    "bu": "Business units, as far as they are known.",
    "audit": "The audit trail: who changed what, and who logged in.",
    "usage": "How many requests were made from this machine.",
    "run": "Bulk runs on this machine: see them, go on with them.",
    "auth": "Log in to a tenant; see what a login may do.",
    "api": "Send any request to the REST API, logged in.",
    "emulator": "A local Marketing Cloud to rehearse with.",
    "completion": "Completion for bash, zsh, fish and PowerShell.",
    "help": "The manual: pages of groups and topics.",
}
LOCAL = ("run", "usage", "auth", "api", "emulator", "completion", "help")
"""Of these, those whose commands need no login, or name it themselves."""
EPILOG = """\
Exit codes: 0 done, 1 unexpected, 2 invalid input, 3 not found, 4 not logged in or not permitted, 5 refused,
6 unavailable, 7 outcome unknown, 8 partly done, 9 still in progress, 10 different, 130 interrupted.
"""


def main(argv: list[str] | None = None, clock: Clock | None = None) -> int:
    """Run mcctl with the arguments `argv` (None: those of the process) and return its exit code.

    clock: by which it waits; None is the machine's.
    """
    args = sys.argv[1:] if argv is None else argv
    try:
        if args == ["--version"] and sys.stdout:  # answered before anything is imported
            return _printed(f"mcctl {__version__}\n", 0, args)
        if argv is None:
            args = _own_arguments()
        if page := kept_page(args):
            return _printed(page, 0, args)
        _trim_environment()
        gc.disable()  # all that is made until the command runs stays in use; `commands` enables it again
        return _printed("", _run(args, clock), args)
    except KeyboardInterrupt as signal:  # before the command had begun, or while its end was told
        return 128 + getattr(signal, "number", 2)
    finally:
        if argv is None:
            gc.freeze()  # or Python would look through all that there is once more before it ends


def _printed(text: str, code: int, args: list[str]) -> int:
    """Print a text, have all that was printed outside of commands leave, and return the exit code."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except Exception as error:
        return _tell_lost(error, args)
    return code


def _tell_lost(error: Exception, args: list[str]) -> int:
    """Tell that standard output takes no more, unless its reader left early. Raises any other error."""
    from mcctl.errors import ExitCode, InputError
    from mcctl.streams import OutputLost, give_up

    if not isinstance(error, OutputLost | OSError):
        raise error
    give_up(1)
    if isinstance(error, BrokenPipeError):
        return ExitCode.BROKEN_PIPE
    why = error.message if isinstance(error, OutputLost) else f"Cannot write to standard output: {error.strerror}"
    return _tell(InputError(why), args)


def _own_arguments() -> list[str]:
    """Make this process ready, and return its arguments."""
    from mcctl import signals, streams

    signals.listen()
    streams.prepare()
    return streams.arguments()


def _trim_environment() -> None:
    """Drop white space around our variables: CI systems keep secrets with their line ends."""
    for name, value in os.environ.items():
        if name.startswith("MCCTL_") and value != value.strip():
            os.environ[name] = value.strip()


def new_root() -> Typer:
    """Return the whole command tree, with an empty stub for every group."""
    import typer
    from typer.core import TyperGroup

    from mcctl.commands._group import HELP_NAMES

    class LazyGroup(TyperGroup):
        """Puts the real group in the place of its stub when, and only when, the command line goes into it."""

        def resolve_command(self, ctx: Any, args: list[str]) -> Any:
            name, _, rest = super().resolve_command(ctx, args)
            return name, name and load(name), rest

        def whole(self) -> LazyGroup:
            """Load every group: for completion scripts and the command reference."""
            loaded = {name: load(name) for name in GROUPS}
            self.commands = {
                name: command.whole() if hasattr(command, "whole") else command for name, command in loaded.items()
            }
            return self

    root = typer.Typer(
        cls=LazyGroup,
        name="mcctl",
        help="The command line for Salesforce Marketing Cloud Engagement.",
        epilog=EPILOG,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings=HELP_NAMES,
    )
    for name, help_line in GROUPS.items():
        root.add_typer(typer.Typer(help=help_line), name=name)

    @root.callback()
    def callback(
        _version: bool = typer.Option(False, "--version", help="Print the version.", is_eager=True, callback=_version),
    ) -> None:
        """The root does nothing by itself."""

    return root


def load(name: str) -> Any:
    """Return the real command or group called `name`."""
    from importlib import import_module

    from typer.main import get_command

    from mcctl.commands._group import load_verb, module_name

    group = getattr(import_module(f"mcctl.commands.{module_name(name)}"), "app", None)
    if group is None:
        return load_verb("mcctl.commands", name)
    command = get_command(group)
    command.name = name
    return command


def _version(value: bool) -> None:
    if value:
        import typer

        sys.stdout.write(f"mcctl {__version__}\n")
        raise typer.Exit


def _run(args: list[str], clock: Clock | None) -> int:
    from typer import BadParameter, Exit
    from typer.main import get_command

    from mcctl.copying import remember
    from mcctl.errors import McctlError
    from mcctl.streams import OutputLost

    remember(args, [name for name in GROUPS if name not in LOCAL])
    usage_error: Any = BadParameter.__base__
    try:
        _check_text(args)
        root: Any = get_command(new_root())
        # By its main() Typer would make one end of all signals.
        with root.make_context("mcctl", list(args), obj=clock) as ctx:
            return root.invoke(ctx) or 0
    except Exit as end:
        return end.exit_code
    except usage_error as error:
        return _tell_usage(error, args)
    except (BrokenPipeError, OutputLost) as error:  # a page of help that nobody reads
        return _tell_lost(error, args)
    except McctlError as error:
        return _tell(error, args)
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # a signal while a class was made: Python wraps it
            raise error.__cause__ from None
        return _tell_unexpected(error, args)


def _check_text(args: list[str]) -> None:
    """Raise InputError for an argument that no locale can read: it could be sent nowhere."""
    from mcctl.errors import InputError
    from mcctl.escaping import is_writable, writable

    for number, arg in enumerate(args, 1):
        if not is_writable(arg):
            raise InputError(f"Argument {number} is not UTF-8 text: {writable(arg)}")


def _tell_usage(error: Any, args: list[str]) -> int:
    """Tell a slip in the command line; a bare group is no slip, but nothing was done either."""
    import re

    from mcctl.errors import ExitCode, InputError
    from mcctl.talk import tell

    if type(error).__name__ == "NoArgsIsHelpError":
        tell(error.format_message())
        return ExitCode.INPUT
    if slip := re.match("No such command '(.*?)'", error.format_message()):
        return _tell(_unknown(slip[1], error.ctx), args)
    at_root = error.ctx is None or error.ctx.parent is None
    path = error.ctx.command_path if error.ctx else "mcctl"
    misplaced = at_root and type(error).__name__ == "NoSuchOption"
    hint = "Options stand after the command: mcctl asset list --profile NAME" if misplaced else f"{path} --help"
    close = getattr(error, "possibilities", None)
    meant = f". Did you mean {' or '.join(sorted(close))}?" if close else ""
    message = error.message.rstrip(".") + meant if close else error.format_message().rstrip(".")
    return _tell(InputError(message, hint), args)


def _unknown(word: str, ctx: Any) -> McctlError:
    """Return the error of a command that there is not, with the one that may be meant."""
    from mcctl.commands._synonyms import meant
    from mcctl.errors import InputError

    names = [name for name in ctx.command.list_commands(ctx) if not ctx.command.commands[name].hidden]
    line, is_synonym = meant(ctx.command_path.partition(" ")[2], word, names)
    if is_synonym:
        return InputError(f"No such command {word!r}", f"mcctl {line}")
    told = f". Did you mean {line!r}?" if line else ""
    return InputError(f"No such command {word!r}{told}", f"{ctx.command_path} --help")


def _tell(error: McctlError, args: list[str]) -> int:
    """Tell an expected error: one sentence, what the API said besides, and what to do next."""
    from mcctl.commands._hints import told
    from mcctl.copying import repeat
    from mcctl.talk import say, say_json

    error.hint = repeat(told(error.hint))
    if _wants_json(args):
        say_json(error.as_json())
    else:
        say(f"mcctl: {error.message}")
        for detail in error.details:
            say(f"  {detail}")
        if error.hint:
            say(f"Hint: {error.hint}")
    return error.exit_code


def _tell_unexpected(error: Exception, args: list[str]) -> int:
    """Tell a defect of mcctl's own: where the report lies, or the traceback if MCCTL_DEBUG asks for it."""
    import time
    import traceback
    from contextlib import suppress

    from mcctl.config import state_dir
    from mcctl.errors import McctlError
    from mcctl.masking import mask

    text = mask(f"mcctl {__version__} on Python {sys.version}\n\n{''.join(traceback.format_exception(error))}")
    if os.environ.get("MCCTL_DEBUG", "0") not in ("", "0"):
        sys.stderr.write(text)
        hint = ""
    else:
        hint = "This is a defect of mcctl"
        with suppress(OSError, McctlError):
            report = state_dir() / "reports" / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
            report.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            report.write_text(text, encoding="utf-8")
            hint += f". The report, without secrets, is {report}"
    return _tell(McctlError(f"Unexpected {type(error).__name__}: {error}", hint), args)


def _wants_json(args: list[str]) -> bool:
    """Whether errors are to be JSON too. Read from the raw arguments, since parsing them may be what failed."""
    for position, arg in enumerate(args):
        if arg in ("-o", "--output"):
            return args[position + 1 : position + 2] in (["json"], ["jsonl"])
        if arg.startswith(("-o", "--output=")):
            return arg.removeprefix("--output=").removeprefix("-o") in ("json", "jsonl")
    return os.environ.get("MCCTL_OUTPUT") in ("json", "jsonl")
