"""What changed in a business unit taken into the files."""

from __future__ import annotations

import time
from glob import escape
from typing import NamedTuple

from mcctl.commands.workspace._comparing import COLUMNS, Comparing, shown
from mcctl.commands.workspace._space import Workspace, held
from mcctl.errors import InputError, Interrupted, PartlyDone
from mcctl.session import Session
from mcctl.words import counted
from mcctl.workspace import compare, snapshot
from mcctl.workspace.compare import Difference
from mcctl.workspace.pull import MARKED, Pulling, Side
from mcctl.workspace.references import PAGE
from mcctl.workspace.taking import Taking

_SAVED_EVERY = 5.0  # seconds


class Pull(NamedTuple):
    """How a business unit is pulled. deep: also what the selected objects refer to. full: everything is read.

    quiet: what was taken is told in a sentence only.
    """

    side: Side
    deep: bool = False
    full: bool = False
    no_files: bool = False
    dry: bool = False
    quiet: bool = False


def pulled(session: Session, selectors: list[str] | None, how: Pull, target: str | None = None) -> None:
    """Take what changed in a business unit into the files, and tell it. Raises PartlyDone where not all could be."""
    with held(session, selectors, target) as space:
        done, odd = _from_home(session, selectors, how) if space.is_home else _from_elsewhere(space, how)
    if not how.quiet:
        session.show_list([shown(one) for one in done], COLUMNS)
    _tell(session, odd, done, is_dry=how.dry)


def _from_home(session: Session, selectors: list[str] | None, how: Pull) -> tuple[list[Difference], list[str]]:
    done: list[Difference] = []
    odd: list[str] = []
    rounds = [selectors]
    while rounds:
        chosen = rounds.pop()
        space = Workspace(session, chosen)
        space.project = space.project._replace(max_file=0) if how.no_files else space.project
        header = space.lock.header
        header.scope = header.scope or space.scope
        space.source.full = how.full or how.side is Side.THEIRS or header.scope != space.scope
        comparing = Comparing(space)
        pulling = Pulling(comparing.looking, space.bases, how.side, how.dry, space.rendering.restored)
        done += _taken(comparing, pulling)
        odd += space.odd()
        for told in space.source.left_out:
            session.output.note(told)
        if how.deep and chosen and (more := _referred(Workspace(session, chosen), chosen)):
            rounds.append(more)
    return done, odd


def _from_elsewhere(space: Workspace, how: Pull) -> tuple[list[Difference], list[str]]:
    """Take what changed in another business unit than the home one, of what was written or matched there."""
    space.check_selected()
    space.source.max_file = 0 if how.no_files else space.source.max_file
    sides = space.sides
    chosen = [one for one in sides.items if one.is_managed and space.selection.takes(one.address, one.path)]
    done = list(Taking(sides, space.bases, how.side, how.dry).take(chosen))
    if not how.dry:
        is_known = space.selection.is_everything and not (space.odd() or _meeting(done))
        if is_known:  # what changes later is looked for from here on
            linked = [one for one in space.lock.of_kind("asset") if one.is_managed]
            space.lock.header.watermark = {"asset": mark} if (mark := snapshot.latest(linked)) else {}
        space.bases.save()
        space.lock.save()
    return done, [*space.odd(), *(str(one) for one in space.rendering.problems)]


def _taken(comparing: Comparing, pulling: Pulling) -> list[Difference]:
    """Take everything, and return what was done; what was taken is kept, whatever happens."""
    space = comparing.space
    done: list[Difference] = []
    if space.source.full:
        space.lock.header.reading.clear()
    saved, failed = time.monotonic(), list[str]()
    try:
        for found in comparing.read():
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
    missing = [
        one
        for one in used
        if one.kind != PAGE and ((entry := space.lock.by_address(one)) is None or not (entry.files or entry.owner))
    ]
    asked = {text.casefold() for text in chosen}
    return [text for one in missing if (text := f"{one.kind}:{escape(one.key)}").casefold() not in asked]


def _save(space: Workspace, pulling: Pulling) -> None:
    if not pulling.dry:
        space.bases.save()
        space.lock.save()


def _meeting(done: list[Difference]) -> list[Difference]:
    return [one for one in done if one.state in (compare.CONFLICT, MARKED)]


def _way_out(conflict: Difference) -> str:
    if conflict.state == MARKED:
        return f"Both changes are between marks in {conflict.path}; leave what is meant, and push"
    return f"mcctl workspace diff {conflict.address}; then pull it with --mine, --theirs or --markers"


def _tell(session: Session, odd: list[str], done: list[Difference], *, is_dry: bool) -> None:
    conflicts = _meeting(done)
    taken = counted(len(done) - len(conflicts), "object")
    said = f"{taken} would be taken; nothing was written" if is_dry else f"{taken} taken"
    if conflicts:
        raise PartlyDone(
            f"{said}; {counted(len(conflicts), 'conflict')}",
            _way_out(conflicts[0]),
            details=[*(f"{one.address}: {one.detail}" for one in conflicts), *odd],
        )
    if odd:
        raise PartlyDone(f"{said}; not everything could be read", details=odd)
    session.output.note(said if done else "Everything is as it was")
