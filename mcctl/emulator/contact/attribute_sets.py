"""Attribute groups and sets of the contact model: /contacts/v1/schemas/{id}/attributeGroups, attributeSets...

docs silent: how a row of a set names its contact; here by an attribute called Contact Key.
"""

from __future__ import annotations

import json
import uuid
from typing import Any

import falcon

from mcctl.emulator.contact import store as contacts
from mcctl.emulator.contact.contacts import (
    NAMESPACE,
    READ,
    WRITE,
    envelope,
    error_message,
    schema_id,
    set_definition,
)
from mcctl.emulator.core.web import Refusal, caller, database, folded, generic_problem, is_text, json_body, page_of
from mcctl.emulator.de import definitions as de

PAGE_SIZE = 25
CONTACT_KEY = "Contact Key"
_GROUPS = {"Email": ("Email Addresses", "Email Demographics"), "MobileConnect": ("MobileConnect Demographics",)}
"""Attribute group -> its sets."""


class AttributeGroups:
    """GET /contacts/v1/schemas/{schema}/attributeGroups."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, schema: str) -> None:
        """List the groups."""
        _check_schema(req, schema)
        items = [{**_group(name), "links": {}} for name in _GROUPS]
        resp.media = {"count": len(items), "page": 1, "pageSize": PAGE_SIZE, "links": {}, "items": items}


class AttributeGroup:
    """GET /contacts/v1/schemas/{schema}/attributeGroups/{ref}; ref: an id, key:{key} or name:{name}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, schema: str, ref: str) -> None:
        """Show a group."""
        _check_schema(req, schema)
        group = next((one for one in map(_group, _GROUPS) if _is_named(one, ref)), None)
        if group is None:
            raise generic_problem(404, 30003, f"There is no attribute group {ref}")
        more = {
            "schemaId": schema_id(caller(req).eid),
            "isSystemDefined": True,
            "fullyQualifiedName": group["name"],
            "attributeGroupType": "standard",
        }
        resp.media = {"attributeGroup": {"links": {}, **group, **more}}


class AttributeSetDefinition:
    """GET /contacts/v1/attributeSetDefinitions/{ref}."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Show one set with its attributes, in the envelope of all of them: the documents show no other."""
        items = [set_definition(_found(ref))]
        resp.media = {**envelope(), "page": 1, "pageSize": PAGE_SIZE, "count": 1, "links": {}, "items": items}


class AttributeSetRows:
    """GET, POST and PATCH /contacts/v1/attributeSets/name:{wanted}."""

    scopes = {"GET": READ, "POST": WRITE, "PATCH": WRITE}

    def on_get(self, req: falcon.Request, resp: falcon.Response, wanted: str) -> None:
        """List a page of the rows of a set."""
        name = _found(f"name:{wanted}")
        sql = "select * from contact where eid = ? order by id"
        found = [
            {"values": [{"name": one, "value": value} for one, value in {CONTACT_KEY: row["key"], **values}.items()]}
            for row in database(req).execute(sql, [caller(req).eid])
            if (values := contacts.attributes_of(row).get(name))
        ]
        page, size = page_of(req, PAGE_SIZE, 500)
        shown = found[(page - 1) * size : page * size]
        told = {"count": len(found), "page": page, "pageSize": size}
        resp.media = {**told, **_head(req, name), "_links": {}, "items": shown}

    def on_post(self, req: falcon.Request, resp: falcon.Response, wanted: str) -> None:
        """Insert rows."""
        resp.media = _write(req, f"name:{wanted}", "inserted")

    def on_patch(self, req: falcon.Request, resp: falcon.Response, wanted: str) -> None:
        """Change rows."""
        resp.media = _write(req, f"name:{wanted}", "updated")


class AttributeSet:
    """POST and PATCH /contacts/v1/attributeSets/{ref}; ref: an id or key:{key}."""

    scopes = {"POST": WRITE, "PATCH": WRITE}

    def on_post(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Insert rows."""
        resp.media = _write(req, ref, "inserted")

    def on_patch(self, req: falcon.Request, resp: falcon.Response, ref: str) -> None:
        """Change rows."""
        resp.media = _write(req, ref, "updated")


class UsedInContacts:
    """GET /contacts/v1/customObject/{guid}/isUsedInContacts."""

    scopes = {"GET": READ}

    def on_get(self, req: falcon.Request, resp: falcon.Response, guid: str) -> None:
        """Tell whether the contact model uses a data extension: one that is sendable is linked to the contact."""
        row = de.with_guid(database(req), guid.lower()) if is_text(guid) else None
        if row is None or row["mid"] != caller(req).mid:
            raise generic_problem(404, 30003, f"The data extension {guid} does not exist")
        resp.media = {**envelope(), "isUsedByContacts": bool(json.loads(row["doc"]).get("isSendable"))}


ROUTES = {
    "/contacts/v1/schemas/{schema}/attributeGroups": AttributeGroups(),
    "/contacts/v1/schemas/{schema}/attributeGroups/{ref}": AttributeGroup(),
    "/contacts/v1/attributeSetDefinitions/{ref}": AttributeSetDefinition(),
    "/contacts/v1/attributeSets/name:{wanted}": AttributeSetRows(),
    "/contacts/v1/attributeSets/{ref}": AttributeSet(),
    "/contacts/v1/customObject/{guid}/isUsedInContacts": UsedInContacts(),
}


def _group(name: str) -> dict[str, str]:
    return {"id": str(uuid.uuid5(NAMESPACE, f"group/{name}")), "key": name.replace(" ", ""), "name": name}


def _check_schema(req: falcon.Request, schema: str) -> None:
    if schema.lower() != schema_id(caller(req).eid):
        raise generic_problem(404, 30003, f"There is no schema {schema}")


def _is_named(one: dict[str, str], ref: str) -> bool:
    """Whether `ref` is the id, or key: or name: and what follows, of something."""
    prefix, colon, name = ref.partition(":")
    wanted = (prefix.lower(), name) if colon else ("id", ref)
    return one.get(wanted[0], "").lower() == wanted[1].lower()


def _found(ref: str) -> str:
    """Return the name of an attribute set. Raises a 404 Refusal."""
    for name in contacts.SETS:
        definition = set_definition(name)
        if _is_named({"id": definition["id"], "key": definition["key"], "name": name}, ref):
            return name
    message = error_message("AttributeSetNotFound", f"There is no attribute set {ref}")
    raise Refusal(404, {**envelope(), "resultMessages": [message]})


def _head(req: falcon.Request, name: str) -> dict[str, str]:
    definition = set_definition(name)
    return {"Id": definition["id"], "Key": definition["key"], "Name": name, "SchemaId": schema_id(caller(req).eid)}


def _refused(text: str) -> Refusal:
    return Refusal(400, {**envelope(), "resultMessages": [error_message("InvalidRequest", text)]})


def _write(req: falcon.Request, ref: str, done: str) -> dict[str, Any]:
    """Keep the rows of a request, and return its answer. done: inserted or updated."""
    name, items = _found(ref), json_body(req, generic_problem).get("items")
    if not isinstance(items, list) or not items:
        raise _refused("items is required")
    for item in items:
        _store(req, name, _values(name, item))
    results = [{"dataOperationResult": done, "itemIndex": place} for place in range(len(items))]
    told = {"operationStatus": "OK", "rowsAffetcted": len(items), "rowResults": results, "links": {}}
    return {**envelope(), **told, **_head(req, name)}


def _values(set_name: str, item: Any) -> dict[str, Any]:
    """Return attribute -> value of a row: an attribute may be named by id, key or name. Raises a 400 Refusal."""
    pairs = item.get("values") if isinstance(item, dict) else None
    names = {CONTACT_KEY.lower(): CONTACT_KEY, "contactkey": CONTACT_KEY}
    for attribute in set_definition(set_name)["attributes"]:
        proper = attribute["name"]["value"]
        names |= {attribute["id"]: proper, attribute["key"].lower(): proper, proper.lower(): proper}
    found: dict[str, Any] = {}
    for pair in pairs if isinstance(pairs, list) else []:
        given = folded(pair) if isinstance(pair, dict) else {}
        told = next((str(given[part]).lower() for part in ("id", "key", "name") if given.get(part)), "")
        value = given.get("value")
        if told not in names or isinstance(value, dict | list) or not is_text(str(value)):
            raise _refused(f"There is no attribute {told!r}, or its value is not plain")
        found[names[told]] = value
    if not is_text(found.get(CONTACT_KEY)) or not found[CONTACT_KEY]:
        raise _refused(f"A row needs its {CONTACT_KEY}")
    return found


def _store(req: falcon.Request, set_name: str, values: dict[str, Any]) -> None:
    db, eid, key = database(req), caller(req).eid, str(values.pop(CONTACT_KEY))
    row = contacts.ensure(db, eid, key)
    whole = contacts.attributes_of(row)
    whole[set_name] = {**whole.get(set_name, {}), **values}
    contacts.change(db, eid, key, attributes=json.dumps(whole))
