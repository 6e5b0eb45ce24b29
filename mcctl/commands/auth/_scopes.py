"""The scopes that commands need, as the vendor's table has them."""

from __future__ import annotations

NEEDED_SCOPES = {
    "asset list, get, download, deleted": {"documents_and_images_read"},
    "asset create, upload": {"saved_content_write"},
    "asset patch, delete": {"documents_and_images_write"},
    "folder list, get": {"documents_and_images_read"},
    "folder create, update, delete": {"documents_and_images_write"},
    "tx definition, queue, status, unsent (email)": {"email_read", "email_write"},
    "tx send (email)": {"email_read", "email_send"},
    "tx definition, queue, status, unsent (sms)": {"sms_read", "sms_write"},
    "tx send (sms)": {"sms_read", "sms_send"},
    "tx trigger": {"email_read", "email_send"},
    "push apps, list, get, status": {"push_read"},
    "push send": {"push_read", "push_send"},
    "sms send, list-send, queue-mo": {"sms_send"},
    "sms status, history, subscription, refresh-list": {"sms_read"},
    "sms keyword list": {"sms_read"},
    "sms keyword create, delete": {"sms_write"},
    "from-address": {"email_write", "saved_content_read"},
    "campaign list, get, attached": {"campaign_read"},
    "campaign create, delete, attach, detach": {"campaign_read", "campaign_write"},
    "audit": {"tracking_events_read"},
    "bu list": set(),
    "sms import": {"automations_read", "sms_read"},
    "sms import-send": {"automations_read", "sms_read", "sms_send"},
    "automation list, get, status, health, notification get": {"automations_read"},
    "automation create, update, delete, pause, resume, schedule, notification set": {
        "automations_read",
        "automations_write",
    },
    "automation run": {"automations_read", "automations_execute"},
    "automation history": {
        "automations_execute",
        "automations_read",
        "automations_write",
        "data_extensions_read",
        "data_extensions_write",
    },
    "query list, get, validate": {"automations_read"},
    "query create, update, delete": {"automations_read", "automations_write"},
    "query run, cleanup": {
        "automations_execute",
        "automations_read",
        "automations_write",
        "data_extensions_read",
        "data_extensions_write",
    },
    "script, import, file-transfer, data-extract list, get, log": {"automations_read"},
    "script, import, file-transfer, data-extract create, update, delete": {"automations_read", "automations_write"},
    "script, import, file-transfer, data-extract run": {"automations_read", "automations_execute"},
    "file-location list": {"automations_read"},
    "file-location get": {"file_locations_read"},
    "ens callback": {f"event_notification_callback_{verb}" for verb in ("create", "read", "update", "delete")},
    "ens subscription": {f"event_notification_subscription_{verb}" for verb in ("create", "read", "update", "delete")},
}
"""What the vendor's table asks for, route by route (rest-api-permission-ids-and-scopes.md); of Automation Studio, what
recorded tokens have."""


def verdict_of(missing: set[str]) -> str:
    return f"lacks {', '.join(sorted(missing))}" if missing else "ok"
