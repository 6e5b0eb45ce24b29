"""The scopes that commands need, as the vendor's table has them."""

from __future__ import annotations

NEEDED_SCOPES = {
    "asset list, get, download": {"documents_and_images_read"},
    "asset create, upload": {"saved_content_write"},
    "asset patch, delete": {"documents_and_images_write"},
    "folder list, get": {"documents_and_images_read"},
    "folder create, update, delete": {"documents_and_images_write"},
    "tx definition, queue, status, unsent (email)": {"email_read", "email_write"},
    "tx send (email)": {"email_read", "email_send"},
    "tx definition, queue, status, unsent (sms)": {"sms_read", "sms_write"},
    "tx send (sms)": {"sms_read", "sms_send"},
    "sms send, list-send, queue-mo": {"sms_send"},
    "sms status, history, subscription, refresh-list": {"sms_read"},
    "sms keyword": {"sms_write"},
    "sms import": {"automations_read", "sms_read"},
    "sms import-send": {"automations_read", "sms_read", "sms_send"},
    "ens callback": {f"event_notification_callback_{verb}" for verb in ("create", "read", "update", "delete")},
    "ens subscription": {f"event_notification_subscription_{verb}" for verb in ("create", "read", "update", "delete")},
}
"""What the vendor's table asks for, route by route (rest-api-permission-ids-and-scopes.md)."""


def verdict_of(missing: set[str]) -> str:
    return f"lacks {', '.join(sorted(missing))}" if missing else "ok"
