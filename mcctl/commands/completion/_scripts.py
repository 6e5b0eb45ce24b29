"""Completion scripts made from the command tree.

Every script holds the whole tree as a table, so that a TAB starts no Python; only live values (profiles, asset keys,
folders) are asked of `mcctl completion values`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from string import Template
from typing import Any

_LIVE = {
    "PROFILE": "profiles",
    "FOLDER": "folders",
    "TYPE": "types",
    "DEFINITION": "definitions",
    "EVENT": "events",
    "JOURNEY": "journeys",
    "PUSH_MESSAGE": "push-messages",
    "AUTOMATION": "automations",
    "QUERY": "queries",
    "SCRIPT": "scripts",
    "IMPORT": "imports",
    "FILE_TRANSFER": "file-transfers",
    "DATA_EXTRACT": "data-extracts",
    "RUN": "runs",
}
_LIVE_ARGUMENTS = {**_LIVE, "KEY": "assets"}
_FILES = ("FILE", "PATH", "FILE...")


@dataclass(frozen=True)
class Option:
    """One option. words: the values it takes; live: the kind of live values; files: whether they are files."""

    flags: tuple[str, ...]
    help: str
    takes_value: bool
    words: tuple[str, ...] = ()
    live: str = ""
    files: bool = False


@dataclass(frozen=True)
class Place:
    """A point in the command tree: what may follow `path`."""

    path: str
    commands: dict[str, str]
    options: tuple[Option, ...]
    live: str
    files: bool


_HELP = Option(("-h", "--help"), "Show help", takes_value=False)


def script(root: Any, shell: str) -> str:
    """Return the completion script of the command tree under `root`. shell: bash, zsh, fish or powershell."""
    return _SHELLS[shell](list(_places(root, "mcctl")))


def _places(command: Any, path: str) -> Iterator[Place]:
    children = {name: child for name, child in getattr(command, "commands", {}).items() if not child.hidden}
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    metavars = [str(argument.metavar).strip("[]") for argument in arguments]
    yield Place(
        path=path,
        commands={name: _summary(child.help) for name, child in children.items()},
        options=(*(_option(param) for param in command.params if param.param_type_name == "option"), _HELP),
        live=next((_LIVE_ARGUMENTS[name] for name in metavars if name in _LIVE_ARGUMENTS), ""),
        files=any(name in _FILES for name in metavars),
    )
    for name, child in children.items():
        yield from _places(child, f"{path} {name}")


def _option(param: Any) -> Option:
    metavar = str(param.metavar)
    return Option(
        flags=tuple(param.opts),
        help=_summary(param.help),
        takes_value=not param.is_flag,
        words=tuple(str(getattr(choice, "value", choice)) for choice in getattr(param.type, "choices", ())),
        live=_LIVE.get(metavar, ""),
        files=metavar in _FILES,
    )


def _summary(text: str | None) -> str:
    return (text or "").strip().splitlines()[0].rstrip(".") if text else ""


def _value_rules(places: list[Place]) -> Iterator[tuple[list[str], Option]]:
    """Yield (where, option) for every option with a value; where holds patterns over "path|flag".

    A flag that takes the same values in every command is told once.
    """
    by_flag: dict[str, dict[Option, list[str]]] = {}
    for place in places:
        for option in place.options:
            for flag in option.flags if option.takes_value else ():
                values = Option((flag,), "", True, option.words, option.live, option.files)
                by_flag.setdefault(flag, {}).setdefault(values, []).append(place.path)
    for flag, kinds in sorted(by_flag.items()):
        for option, paths in kinds.items():
            yield ([f"*'|{flag}'"] if len(kinds) == 1 else [f"'{path}|{flag}'" for path in paths]), option


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


# ---------------------------------------------------------------------- bash

_BASH = Template("""\
# Completion of mcctl for bash; made by: mcctl completion bash
_mcctl() {
  local cur=$${COMP_WORDS[COMP_CWORD]} prev=$${COMP_WORDS[COMP_CWORD-1]} at=mcctl words='' live='' files='' i word
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$$at $${COMP_WORDS[i]}" in
      $paths) at="$$at $${COMP_WORDS[i]}" ;;
    esac
  done
  case "$$at|$$prev" in
$values
    *) case "$$at|$${cur:0:1}" in
$places
    esac ;;
  esac
  local IFS=$$'\\n'
  [ -z "$$live" ] || words="$$words"$$'\\n'$$(mcctl completion values "$$live" --no-input 2>/dev/null)
  for word in $$words; do
    [ "$${word#"$$cur"}" = "$$word" ] && [ -n "$$cur" ] || COMPREPLY+=("$$(printf '%q' "$$word")")
  done
  if [ -n "$$files" ]; then compopt -o filenames 2>/dev/null; COMPREPLY+=($$(compgen -f -- "$$cur")); fi
}
complete -F _mcctl mcctl
""")


def _bash(places: list[Place]) -> str:
    def answer(words: Iterable[str], live: str, files: bool) -> str:
        parts = ["words=$'" + "\\n".join(words) + "'"] if words else []
        parts += [f"live={live}"] if live else []
        parts += ["files=yes"] if files else []
        return "; ".join(parts) or ":"

    lines = []
    for place in places:
        flags = [flag for option in place.options for flag in option.flags]
        lines.append(f"      '{place.path}|-') {answer(flags, '', False)} ;;")
        lines.append(f"      '{place.path}|'*) {answer(place.commands, place.live, place.files)} ;;")
    return _BASH.substitute(
        paths="|".join(f"'{place.path}'" for place in places[1:]),
        values="\n".join(
            f"    {'|'.join(where)}) {answer(option.words, option.live, option.files)} ;;"
            for where, option in _value_rules(places)
        ),
        places="\n".join(lines),
    )


# ---------------------------------------------------------------------- zsh

_ZSH = Template("""\
#compdef mcctl
# Completion of mcctl for zsh; made by: mcctl completion zsh
_mcctl() {
  local at=mcctl live='' files='' i
  local -a commands options
  for ((i = 2; i < CURRENT; i++)); do
    case "$$at $${words[i]}" in
      ($paths) at="$$at $${words[i]}" ;;
    esac
  done
  case "$$at|$${words[CURRENT-1]}" in
$values
    (*) case "$$at" in
$places
    esac ;;
  esac
  [[ -z $$live ]] || commands+=($${(f)"$$(mcctl completion values $$live --no-input 2>/dev/null)"})
  [[ -z $$files ]] || _files
  if [[ $$PREFIX == -* ]]; then _describe -o option options; else _describe command commands; fi
}
if [ "$$funcstack[1]" = _mcctl ]; then _mcctl "$$@"; else compdef _mcctl mcctl; fi
""")


def _zsh(places: list[Place]) -> str:
    def described(word: str, help: str) -> str:
        return _quoted(f"{word}:{help}" if help else word)

    def answer(commands: Iterable[str], live: str, files: bool) -> str:
        parts = [f"commands=({' '.join(commands)})"] if commands else []
        parts += [f"live={live}"] if live else []
        parts += ["files=yes"] if files else []
        return "; ".join(parts) or ":"

    lines = []
    for place in places:
        options = [described(flag, option.help) for option in place.options for flag in option.flags]
        commands = [described(name, summary) for name, summary in place.commands.items()]
        lines.append(
            f"      ('{place.path}') options=({' '.join(options)}); {answer(commands, place.live, place.files)} ;;"
        )
    return _ZSH.substitute(
        paths="|".join(f"'{place.path}'" for place in places[1:]),
        values="\n".join(
            f"    ({'|'.join(where)}) {answer(option.words, option.live, option.files)} ;;"
            for where, option in _value_rules(places)
        ),
        places="\n".join(lines),
    )


# ---------------------------------------------------------------------- fish

_FISH = Template("""\
# Completion of mcctl for fish; made by: mcctl completion fish
set -g __mcctl_paths $paths
function __mcctl_at
    set -l at mcctl
    for word in (commandline -opc)[2..]
        contains -- "$$at $$word" $$__mcctl_paths; and set at "$$at $$word"
    end
    test "$$at" = "$$argv[1]"
end
function __mcctl_live
    mcctl completion values $$argv[1] --no-input 2>/dev/null
end
complete -c mcctl -f
$lines
""")


def _fish(places: list[Place]) -> str:
    def values(words: Iterable[str], live: str, files: bool) -> str:
        if files:
            return " -F"
        listed = " ".join(words) or (f"(__mcctl_live {live})" if live else "")
        return f" -a {_quoted(listed)}" if listed else ""

    def flag(text: str) -> str:
        return f"-l {text[2:]}" if text.startswith("--") else f"-s {text[1:]}"

    lines = []
    for place in places:
        here = f"complete -c mcctl -n {_quoted(f'__mcctl_at {chr(34)}{place.path}{chr(34)}')}"
        lines += [f"{here} -a {name} -d {_quoted(summary)}" for name, summary in place.commands.items()]
        if place.live or place.files:
            lines.append(here + values((), place.live, place.files))
        for option in place.options:
            taken = f" -r{values(option.words, option.live, option.files)}" if option.takes_value else ""
            lines.append(f"{here} {' '.join(map(flag, option.flags))} -d {_quoted(option.help)}{taken}")
    return _FISH.substitute(paths=" ".join(_quoted(place.path) for place in places[1:]), lines="\n".join(lines))


# ---------------------------------------------------------------------- PowerShell

_POWERSHELL = Template("""\
# Completion of mcctl for PowerShell; made by: mcctl completion powershell
Register-ArgumentCompleter -Native -CommandName mcctl -ScriptBlock {
    param($$word, $$ast, $$position)
    $$places = @{
$places
    }
    $$values = @{
$values
    }
    $$typed = @($$ast.CommandElements | ForEach-Object { $$_.ToString() })
    if ($$word -ne '') { $$typed = $$typed[0..($$typed.Count - 2)] }
    $$at = 'mcctl'
    foreach ($$part in ($$typed | Select-Object -Skip 1)) {
        if ($$places.ContainsKey("$$at $$part")) { $$at = "$$at $$part" }
    }
    $$last = $$typed[-1]
    $$found = $$places[$$at]
    foreach ($$key in @("$$at|$$last", "*|$$last")) {
        if ($$values.ContainsKey($$key)) { $$found = $$values[$$key] }
    }
    $$words = @($$found.words)
    if ($$found.live) { $$words += @(mcctl completion values $$found.live --no-input 2>$$null) }
    $$words | Where-Object { $$_ -like "$$word*" } | ForEach-Object {
        $$text = if ($$_ -match '\\s') { "'$$_'" } else { $$_ }
        [System.Management.Automation.CompletionResult]::new($$text, $$_, 'ParameterValue', $$_)
    }
}
""")


def _powershell(places: list[Place]) -> str:
    def entry(key: str, words: Iterable[str], live: str) -> str:
        listed = ", ".join(f"'{word}'" for word in words)
        return f"        '{key}' = @{{ words = @({listed}); live = '{live}' }}"

    return _POWERSHELL.substitute(
        places="\n".join(
            entry(
                place.path,
                [*place.commands, *(f for option in place.options for f in option.flags)],
                place.live,
            )
            for place in places
        ),
        values="\n".join(
            entry(pattern.replace("'", ""), option.words, option.live)
            for where, option in _value_rules(places)
            for pattern in where
        ),
    )


_SHELLS: dict[str, Callable[[list[Place]], str]] = {
    "bash": _bash,
    "zsh": _zsh,
    "fish": _fish,
    "powershell": _powershell,
}
