"""The rules of lint, for everything in the files or for what is about to be written."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mcctl.commands.workspace._space import Workspace
from mcctl.errors import InputError
from mcctl.words import counted
from mcctl.workspace.address import Address
from mcctl.workspace.lint import data, files, mail, queries, references, sending
from mcctl.workspace.lint.finding import ERROR, Finding, Scene, heard
from mcctl.workspace.plan import Plan, address_of

_FINDERS = (files.find, references.find, mail.find, data.find, queries.find, sending.find)


def findings(space: Workspace, scene: Scene) -> Iterator[Finding]:
    """Yield everything that is wrong with the objects of a scene."""
    yield from heard((one for find in _FINDERS for one in find(scene)), space.project.levels, space.local)


def scene_of(space: Workspace, wanted: Collection[Address] | None = None) -> Scene:
    """Return what rules look at. wanted: in one casing, the only objects that are looked at; None is all of them."""
    project, own = space.project, {entry.url.casefold() for entry in space.home}
    foreign = {
        entry.url.casefold(): target.name
        for target in project.targets.values()
        if target != project.home
        for entry in (space.lock if target == space.target else project.lock(target))
        if entry.url and entry.url.casefold() not in own
    }
    return Scene(space.local, space.home, space.usages, project.kinds, project.mail, foreign, wanted)


def refuse_errors(space: Workspace, plan: Plan) -> None:
    """Raise InputError where something is wrong with what a plan would write."""
    written = {one.entry.path: address_of(one.home) for one in plan.writes if one.files}
    if not written:
        return
    used = (found.names for one in written.values() for found, _ in space.usages.by(one, deep=True) if found.names)
    wanted = {one.folded for one in (*written.values(), *used)}
    scene = scene_of(space, wanted)
    is_production = space.target.production or space.session.profile.production
    silent = () if is_production else mail.OF_EMAILS  # a draft need not be ready to be sent
    wrong = [one for one in findings(space, scene) if one.level == ERROR and one.rule not in silent]
    wrong = [one for one in wrong if _is_of(one.path, written)]
    if wrong:
        told = sorted({f"{_place(one)}: {one.message} ({one.rule})" for one in wrong})
        raise InputError(f"{counted(len(told), 'error')} in what would be written; nothing was sent", details=told)


def _is_of(path: str, paths: Collection[str]) -> bool:
    """Whether a file is one of objects whose files begin with some paths."""
    return any(path == one or path.startswith((f"{one}.", f"{one}/")) for one in paths)


def _place(one: Finding) -> str:
    return f"{one.path}:{one.line}:{one.column}" if one.line else one.path
