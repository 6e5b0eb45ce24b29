"""The account of a login, as AMPscript asks for it: read over REST, each thing once, and never written to."""

from __future__ import annotations

from typing import Any

from mcctl.ampscript.assets import compile_view, dynamic_note
from mcctl.ampscript.data import MOST_ROWS, Block, Criteria, Image, Write, no_column, no_extension, selected
from mcctl.ampscript.memory import claimed
from mcctl.ampscript.values import NULL, Row, Rowset
from mcctl.commands.asset._lookup import api, folders
from mcctl.errors import NotFound
from mcctl.reading import number_in, objects, text
from mcctl.rest.asset_query import all_of, condition
from mcctl.rest.de import DeApi, flat
from mcctl.rest.de_field import fields_of
from mcctl.session import Session

_ROOT = "content builder"


class Tenant:
    """What the login of a session sees. writes: what would have been written."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[str, tuple[str, Rowset]] = {}
        self._rows: dict[tuple[str, Criteria], Rowset] = {}
        self._assets: dict[tuple[str, str], dict[str, Any] | None] = {}
        self.writes: list[Write] = []

    def rows(self, extension: str, criteria: Criteria) -> Rowset:
        """Return rows of a data extension. Raises Wrong where it or a column is not there."""
        if (extension, criteria) not in self._rows:
            key, empty = self._extension(extension)
            selected(extension, empty, criteria)  # says which column is not there before anything is asked
            self._rows[extension, criteria] = selected(extension, self._asked(key, empty, criteria), criteria)
        return self._rows[extension, criteria]

    def count(self, extension: str) -> int:
        """Return how many rows a data extension has. Raises Wrong where it is not there."""
        key, _ = self._extension(extension)
        return self._routes.find(key=key).count or 0

    def claim(self, extension: str, claim: str, claimant: tuple[str, str], values: dict[str, str | None]) -> Row | None:
        """Return the row that a claimant has, or the first that is free; it is noted, not changed."""
        key, empty = self._extension(extension)
        whole = self._asked(key, empty, Criteria(()))
        row = claimed(extension, whole, claim, claimant)
        if row is not None:
            self.writes.append(Write("update", extension, dict([claimant]), {claim: "True", **values}))
        return None if row is None else Row(whole, row)

    def write(self, write: Write) -> None:
        """Note what is written. Raises Wrong where the data extension or a column is not there."""
        _, empty = self._extension(write.extension)
        for column in (*write.keys, *write.values):
            if column.lower() not in empty.places:
                raise no_column(write.extension, column)
        self.writes.append(write)

    def block(self, by: str, reference: str) -> Block | None:
        """Return the content block with a key, id or name; None if there is none."""
        asset = self._asset(by, reference)
        if asset is None:
            return None
        return Block(text(asset, "customerKey", "id"), compile_view(asset, "html"), dynamic_note(asset))

    def image(self, by: str, reference: str) -> Image | None:
        """Return the image with a key or id; None if there is none."""
        asset = self._asset(by, reference)
        if asset is None:
            return None
        url, name = text(asset, "fileProperties.publishedURL"), text(asset, "name")
        return Image(text(asset, "id"), url, name, name)

    def _asked(self, key: str, empty: Rowset, criteria: Criteria) -> Rowset:
        quoted = (f"{column} eq '{value.replace(chr(39), chr(39) * 2)}'" for column, value in criteria.pairs)
        order = " ".join((criteria.order[0], "desc" if criteria.order[1] else "asc")) if criteria.order else ""
        found: list[list[Any]] = []
        for page in self._routes.row_pages(key=key, filter=" and ".join(quoted), order=order):
            found += [_cells(flat(row), empty) for row in page]
            if len(found) >= MOST_ROWS:
                break
        return Rowset(empty.columns, found, empty.kinds)

    def _extension(self, name: str) -> tuple[str, Rowset]:
        """Return the key of a data extension, and its columns, by its name or key. Raises Wrong."""
        lowered = name.lower()
        if lowered not in self._found:
            key, number = self._named(name)
            fields = fields_of(self._routes.fields(de_id=number))
            kinds = {field.name.lower(): field.type.lower() for field in fields}
            self._found[lowered] = key, Rowset([field.name for field in fields], [], kinds)
        return self._found[lowered]

    def _named(self, name: str) -> tuple[str, str]:
        plain = name[len("ent.") :] if name.lower().startswith("ent.") else name
        for one in objects(list(self._routes.search(words=plain))):
            if plain.lower() in (text(one, "name").lower(), text(one, "key").lower()) and text(one, "id"):
                return text(one, "key"), text(one, "id")
        try:
            found = self._routes.find(key=plain)
        except NotFound:
            raise no_extension(name) from None
        return found.key, found.id

    def _asset(self, by: str, reference: str) -> dict[str, Any] | None:
        if (by, reference) not in self._assets:
            try:
                self._assets[by, reference] = self._looked_up(by, reference)
            except NotFound:
                self._assets[by, reference] = None
        return self._assets[by, reference]

    def _looked_up(self, by: str, reference: str) -> dict[str, Any] | None:
        assets = api(self._session)
        if by == "id":
            number = number_in(reference)
            return None if number is None else assets.get(asset_id=number)
        if by == "key":
            found = assets.find_by_key(key=reference)
            return found if "content" in found or "views" in found else assets.get(asset_id=int(text(found, "id")))
        return self._at_path(reference) if by == "name" else None

    def _at_path(self, path: str) -> dict[str, Any] | None:
        """Return the asset at a path such as Content Builder\\Folder\\Name."""
        *names, name = path.strip("\\").split("\\")
        if not names or names[0].strip().lower() != _ROOT:
            return None
        tree = folders(self._session)
        folder = tree.find("/".join(names[1:])) if names[1:] else tree.root
        wanted = all_of([condition("name", "equal", name.strip()), condition("category.id", "equal", folder.id)])
        found = objects(list(api(self._session).query(query=wanted)))
        return next((one for one in found if text(one, "name").lower() == name.strip().lower()), None)

    @property
    def _routes(self) -> DeApi:
        return DeApi(self._session.client)


def _cells(row: dict[str, Any], empty: Rowset) -> list[Any]:
    folded = {name.lower(): value for name, value in row.items()}
    values = (folded.get(name.lower()) for name in empty.columns)
    return [NULL if value in (None, "") else str(value) for value in values]
