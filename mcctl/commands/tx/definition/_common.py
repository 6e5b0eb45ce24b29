"""What the commands of send definitions share: columns."""

from __future__ import annotations

from mcctl.formats import When

LIST_COLUMNS = {
    "NAME": "name",
    "KEY": "definitionKey",
    "STATUS": "status",
    "CREATED": When("createdDate"),
    "MODIFIED": When("modifiedDate"),
}
EMAIL_COLUMNS = {
    **LIST_COLUMNS,
    "DESCRIPTION": "description",
    "CLASSIFICATION": "classification",
    "E-MAIL": "content.customerKey",
    "LIST": "subscriptions.list",
    "DATA EXTENSION": "subscriptions.dataExtension",
    "TRACK LINKS": "options.trackLinks",
    "CC": "options.cc",
    "BCC": "options.bcc",
    "JOURNEY": "journey.interactionKey",
}
SMS_COLUMNS = {
    **LIST_COLUMNS,
    "DESCRIPTION": "description",
    "MESSAGE": "content.message",
    "CODE": "subscriptions.shortCode",
    "COUNTRY": "subscriptions.countryCode",
    "KEYWORD": "subscriptions.keyword",
}


PUSH_COLUMNS = {
    **LIST_COLUMNS,
    "DESCRIPTION": "description",
    "APP": "applicationId",
    "ASSET": "content.customerKey",
    "SOUND": "options.sound",
    "BADGE": "options.badge",
}
_COLUMNS = {"email": EMAIL_COLUMNS, "sms": SMS_COLUMNS, "push": PUSH_COLUMNS}


def columns_of(channel: str) -> dict[str, str]:
    return _COLUMNS[channel]
