"""`mcctl workspace pull`."""

from __future__ import annotations

import time
from glob import escape
from typing import Annotated

import typer

from mcctl.commands._verb import READ, verb
from mcctl.commands.workspace._common import COLUMNS, SelectorsArgument, Workspace, shown
from mcctl.errors import InputError, Interrupted, PartlyDone
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace import compare, snapshot
from mcctl.workspace.compare import Difference
from mcctl.workspace.pull import Pulling, Side

_SAVED_EVERY = 5.0  # seconds


@verb(READ)
def pull(
    session: Session,
    selectors: SelectorsArgument = None,
    deep: Annotated[bool, typer.Option("--deep", help="Also what the selected objects refer to, and so on.")] = False,
    full: Annotated[bool, typer.Option("--full", help="Read everything, not only what has changed.")] = False,
    mine: Annotated[bool, typer.Option("--mine", help="Where changes meet, keep the files as they are here.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Where changes meet, take what is there.")] = False,
    no_files: Annotated[bool, typer.Option("--no-files", help="Leave out images and documents themselves.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be done; write nothing.")] = False,
) -> None:
    """Take what changed in the business unit into the files; what changed here stays.

    Where both changed, texts are merged if the changes do not meet; else the files stay, and the exit code is 8. A
    file that is gone there is removed only if it was not changed here. An interrupted pull goes on where it was.

    Examples:
      mcctl workspace pull
      mcctl workspace pull asset:nto-footer journeys/ --dry-run
      mcctl workspace pull --theirs asset:nto-footer
      mcctl workspace pull journey:nto-thank-you --deep
    """
    if mine and theirs:
        raise InputError("--mine and --theirs do not go together")
    side = Side.MINE if mine else Side.THEIRS if theirs else Side.NONE
    done: list[Difference] = []
    odd: list[str] = []
    rounds = [selectors]
    with Workspace(session, selectors).held():
        while rounds:
            chosen = rounds.pop()
            space = Workspace(session, chosen)
            space.project = space.project._replace(max_file=0) if no_files else space.project
            header = space.lock.header
            header.scope = header.scope or space.scope
            space.source.full = full or side is Side.THEIRS or header.scope != space.scope
            done += _taken(space, Pulling(space.looking, space.bases, side, dry_run))
            odd += space.odd()
            for told in space.source.left_out:
                session.output.note(told)
            if deep and chosen and (more := _referred(Workspace(session, chosen), chosen)):
                rounds.append(more)
    session.show_list([shown(one) for one in done], COLUMNS)
    _tell(session, odd, done, is_dry=dry_run)


def _taken(space: Workspace, pulling: Pulling) -> list[Difference]:
    """Take everything, and return what was done; what was taken is kept, whatever happens."""
    done: list[Difference] = []
    if space.source.full:
        space.lock.header.reading.clear()
    saved, failed = time.monotonic(), list[str]()
    try:
        for found in space.read():
            try:
                difference = pulling.take(found)
            except InputError as error:
                failed.append(error.message)
                continue
            done += [difference] if difference else []
            if time.monotonic() - saved > _SAVED_EVERY:
                _save(space, pulling)
                saved = time.monotonic()
        failed += pulling.finish()
        space.lock.header.reading.clear()
        is_known = "asset" in space.source.whole and not any(one.address.kind == "asset" for one in _meeting(done))
        if space.selection.is_everything and is_known and not failed:
            entries = [one for one in space.lock.of_kind("asset") if one.path]
            space.lock.header.watermark = {"asset": latest} if (latest := snapshot.latest(entries)) else {}
            space.lock.header.scope = space.scope
    except KeyboardInterrupt as signal:
        raise Interrupted.by(signal, "Interrupted; what was taken is kept", "The same command goes on") from None
    finally:
        _save(space, pulling)
    space.source.odd += failed
    return done


def _referred(space: Workspace, chosen: list[str]) -> list[str]:
    """Return the addresses of what the chosen objects refer to, and is not in the files yet."""
    selected = [entry.address for entry in space.lock if space.selection.takes(entry.address, entry.path)]
    used = {found.names for one in selected for found, _ in space.usages.by(one, deep=True) if found.names}
    missing = [one for one in used if (entry := space.lock.by_address(one)) is None or not (entry.files or entry.owner)]
    asked = {text.casefold() for text in chosen}
    return [text for one in missing if (text := f"{one.kind}:{escape(one.key)}").casefold() not in asked]


def _save(space: Workspace, pulling: Pulling) -> None:
    if not pulling.dry:
        space.bases.save()
        space.lock.save()


def _meeting(done: list[Difference]) -> list[Difference]:
    return [one for one in done if one.state == compare.CONFLICT]


def _tell(session: Session, odd: list[str], done: list[Difference], *, is_dry: bool) -> None:
    conflicts = _meeting(done)
    taken = counted(len(done) - len(conflicts), "object")
    said = f"{taken} would be taken; nothing was written" if is_dry else f"{taken} taken"
    if conflicts:
        raise PartlyDone(
            f"{said}; {counted(len(conflicts), 'conflict')}",
            f"mcctl workspace diff {conflicts[0].address}; then pull it with --mine or --theirs",
            details=[*(f"{one.address}: {one.detail}" for one in conflicts), *odd],
        )
    if odd:
        raise PartlyDone(f"{said}; not everything could be read", details=odd)
    session.output.note(said if done else "Everything is as it was")
