"""`mcctl run`: the bulk runs of this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from mcctl.commands import App, Context, DangerousCommand, ReadCommand, WriteCommand
from mcctl.files import absolute

app = App("Bulk runs on this machine: see them, go on with them.")

COLUMNS = {
    "ID": "id",
    "TARGET": "target",
    "FILE": "file",
    "SHARD": "shard",
    "STATE": "state",
    "ROWS": "rows",
    "ACCEPTED": "accepted",
    "REFUSED": "refused",
    "UNKNOWN": "unknown",
}
_NOT_RECORDED = ("source", "format", "new_run", "run", "dry_run", "output", "query", "verbose", "yes", "confirm")

RunArgument = Annotated[str, typer.Argument(metavar="RUN", help="Id of the run.")]


@app.add("list", ReadCommand)
def list_runs(ctx: Context) -> None:
    """List the runs of this machine, oldest first. Rows that are not in any column yet were not sent.

    Examples:
      mcctl run list
      mcctl run list -o json -q "[?state=='stopped'].id"
    """
    from mcctl.bulk import runs

    ctx.obj.show_list([_shown(run) for run in runs.list_runs()], COLUMNS)


@app.add("show", ReadCommand)
def show_run(
    ctx: Context,
    run: RunArgument,
    results: Annotated[
        str | None,
        typer.Option(
            "--results", metavar="PATH", help="Write what became of each row to this JSONL file; - for stdout."
        ),
    ] = None,
) -> None:
    """Show a run, or write what became of each of its rows.

    Examples:
      mcctl run show 3f9a1c07d2
      mcctl run show 3f9a1c07d2 --results out.jsonl
      mcctl run show 3f9a1c07d2 --results - | jq -r 'select(.outcome != "accepted").contactKey'
    """
    from contextlib import closing

    from mcctl.bulk import runs
    from mcctl.bulk.ledger import Ledger
    from mcctl.bulk.outcome import check_results, write_results

    found = runs.get_run(run)
    if results is None:
        ctx.obj.show(
            _shown(found),
            {**COLUMNS, "COMMAND": "kind", "STARTED": "started", "FINISHED": "finished"},
        )
        return
    with closing(Ledger(runs.ledger_path(run))) as ledger:
        if results == "-":
            ctx.obj.output.lines(ledger.results())
        else:
            check_results(Path(results))
            write_results(ledger, absolute(results), run)


@app.add("resume", WriteCommand)
def resume_run(ctx: Context, run: RunArgument) -> None:
    """Go on with a run where it stopped: the same command again, with the same file and login.

    Examples:
      mcctl run resume 3f9a1c07d2
    """
    from mcctl.bulk import runs

    command = runs.get_run(run).get("command") or runs.about(run)["command"]  # an unreadable one is told
    root: Any = ctx.find_root().command
    options, _ = _words(ctx, leave_out=("profile", "business_unit"))
    end = command.index("--") if "--" in command else len(command)
    words = [*command[:end], *options, f"--run={run}", *command[end:]]
    raise typer.Exit(root.main(words, prog_name="mcctl", standalone_mode=False) or 0)


@app.add("discard", DangerousCommand)
def discard_run(ctx: Context, run: RunArgument) -> None:
    """Forget a run, and what came from a stream with it.

    Marketing Cloud goes on recognising its keys for a while; --new-run then sends the file to everybody once more.

    Examples:
      mcctl run discard 3f9a1c07d2 --yes
    """
    from mcctl.bulk import runs

    found = runs.get_run(run)
    ctx.obj.confirm(
        f"Forget run {run}, in which {found.get('accepted', 0):,} rows of {found.get('file')} were accepted?"
    )
    if not ctx.obj.dry_run:
        runs.discard(run)
    ctx.obj.done(f"Forgot run {run}")


def command_line(ctx: Context, *, source: str, format: str) -> list[str]:
    """Return the words that run the command of `ctx` again on the file `source`."""
    options, arguments = _words(ctx, leave_out=_NOT_RECORDED)
    if ctx.obj.options.get("profile") is None and not ctx.obj.environment:
        options.append(f"--profile={ctx.obj.profile.name}")
    options.append(f"--format={format}")
    named = next(param for param in ctx.command.params if param.name == "source")
    (arguments if named.param_type_name == "argument" else options).append(
        source if named.param_type_name == "argument" else f"--from={source}"
    )
    return [*ctx.command_path.split()[1:], *options, "--", *arguments]  # keys may begin with a dash


def _words(ctx: Context, *, leave_out: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Return the options and the arguments of the command of `ctx`, but for those that have their default."""
    options, arguments = [], []
    given = {**ctx.obj.options, **ctx.params}
    for param in ctx.command.params:
        value = given.get(str(param.name))
        if param.name in leave_out or value is None or value is False or value == param.default or value in ([], ()):
            continue
        for one in value if isinstance(value, list | tuple) else [value]:
            text = str(absolute(one)) if param.name == "results" else str(getattr(one, "value", one))
            if param.param_type_name == "argument":
                arguments.append(text)
            else:
                options.append(param.opts[-1] if one is True else f"{param.opts[-1]}={text}")
    return options, arguments


def _shown(run: dict[str, Any]) -> dict[str, Any]:
    hidden = ("base", "salt", "command", "fixed", "file_id", "results")
    return {name: value for name, value in run.items() if name not in hidden}
