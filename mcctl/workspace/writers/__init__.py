"""How objects of each kind are written, by the names of kinds in addresses."""

from __future__ import annotations

from mcctl.workspace.writers import activity, asset, automation, de, ens, event, folder, journey, keyword, send
from mcctl.workspace.writers.writer import Writer

WRITERS: dict[str, Writer] = {
    "folder": folder.WRITER,
    "asset": asset.WRITER,
    "de": de.WRITER,
    "event": event.WRITER,
    "journey": journey.WRITER,
    "send": send.WRITER,
    "ens-callback": ens.WRITER,
    "ens-subscription": ens.WRITER,
    "query": activity.QUERY_WRITER,
    "script": activity.SCRIPT_WRITER,
    "automation": automation.WRITER,
    "push": send.PUSH_WRITER,
    "keyword": keyword.WRITER,
}
