"""What was typed, as words that a run can be gone on with."""

from __future__ import annotations

from mcctl.files import absolute
from mcctl.session import Session

_NOT_RECORDED = ("source", "format", "new_run", "run", "dry_run", "output", "query", "verbose", "yes", "confirm")


def command_line(session: Session, *, source: str, format: str) -> list[str]:
    """Return the words that run the command of `session` again on the file `source`."""
    options, arguments = typed_words(session, leave_out=_NOT_RECORDED)
    if session.settings.profile is None and not session.environment:
        options.append(f"--profile={session.profile.name}")
    options.append(f"--format={format}")
    named = next(param for param in session.context.command.params if param.name == "source")
    (arguments if named.param_type_name == "argument" else options).append(
        source if named.param_type_name == "argument" else f"--from={source}"
    )
    return [*session.context.command_path.split()[1:], *options, "--", *arguments]  # keys may begin with a dash


def typed_words(session: Session, *, leave_out: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the options and the arguments of a command, but for those that have their default."""
    options, arguments = [], []
    for param in session.context.command.params:
        value = session.context.params.get(param.name)
        if param.name in leave_out or value is None or value is False or value == param.default or value in ([], ()):
            continue
        for one in value if isinstance(value, list | tuple) else [value]:
            text = str(absolute(one)) if param.name == "results" else str(getattr(one, "value", one))
            if param.param_type_name == "argument":
                arguments.append(text)
            else:
                options.append(param.opts[-1] if one is True else f"{param.opts[-1]}={text}")
    return options, arguments
