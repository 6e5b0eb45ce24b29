"""The data views as SQL over what the emulator keeps. Those that nothing feeds are there, and empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from mcctl.emulator.core.account import ENTERPRISE
from mcctl.emulator.core.web import Caller
from mcctl.emulator.sql.sources import Source
from mcctl.sql import views as catalog

_SIX_MONTHS, _MONTH, _WEEK = 182, 31, 7
_UNSUBSCRIBED = "case when subscriber.status = 'unsubscribed' then changed end"


class _Made(NamedTuple):
    """How a data view is made. tables: behind FROM; columns: name -> SQL. days: how long rows are kept, by `at`."""

    tables: str
    columns: Mapping[str, str]
    at: str = ""
    days: int = 0


def _date(column: str, hours: int = -6) -> str:
    """Return the SQL that writes Unix time as the platform does: at -06:00, or in UTC."""
    return f"strftime('%Y-%m-%dT%H:%M:%S', {column}, 'unixepoch', '{hours} hours')"


_OF_SENT = {
    "AccountID": "sent.mid",
    "OYBAccountID": "nullif(sent.mid, sent.eid)",
    "JobID": "job_id",
    "ListID": "1",
    "BatchID": "batch_id",
    "SubscriberID": "contact_id",
    "SubscriberKey": "contact_key",
    "Domain": "substr(address, instr(address, '@') + 1)",
    "TriggererSendDefinitionObjectID": "triggered_id",
    "TriggeredSendCustomerKey": "triggered_key",
}
_SENT = "sent join job on job.id = job_id and job.mid = sent.mid where channel = 'email' and {units}"
_CATEGORY = "case when reason like 'HARD%' then {} else {} end"


def _tracked(kind: str, **more: str) -> _Made:
    """Return the view of something that happened to e-mails."""
    tables = (
        "tracked join sent on sent.id = sent_id join job on job.id = job_id and job.mid = sent.mid "
        f"where kind = '{kind}' and {{units}}"
    )
    return _Made(
        tables,
        {**_OF_SENT, "EventDate": _date("tracked.at"), "IsUnique": "is_first", **more},
        "tracked.at",
        _SIX_MONTHS,
    )


_VIEWS: dict[str, _Made] = {
    "_sent": _Made(_SENT, {**_OF_SENT, "EventDate": _date("sent.at")}, "sent.at", _SIX_MONTHS),
    "_job": _Made(
        "job where mid = {mid}",
        {
            "JobID": "id",
            "AccountID": "mid",
            "EmailName": "name",
            "EmailSubject": "subject",
            "Category": "category",
            "SendClassificationType": "classification",
            "SendClassification": "classification",
            "TriggererSendDefinitionObjectID": "triggered_id",
            "TriggeredSendCustomerKey": "triggered_key",
            "SendType": "'ExactTargetSend'",
            "JobStatus": "'New'",
            "CreatedDate": _date("created"),
            "ModifiedDate": _date("created"),
            "PickupTime": _date("created"),
            "DeliveredTime": _date("created"),
            "SchedTime": _date("created"),
            "FromName": "'Northern Trail Outfitters'",
            "IsMultipart": "1",
            "IsWrapped": "1",
            "SuppressTracking": "0",
            "DeduplicateByEmail": "0",
            "ResolveLinksWithCurrentData": "0",
            "SalesForceTotalSubscriberCount": "0",
            "SalesForceErrorSubscriberCount": "0",
        },
        "created",
        _SIX_MONTHS,
    ),
    "_open": _tracked("open"),
    "_click": _tracked("click", URL="url", LinkContent="url"),
    "_bounce": _tracked(
        "bounce",
        BounceCategoryID=_CATEGORY.format(1, 2),
        BounceCategory=_CATEGORY.format("'Hard bounce'", "'Soft bounce'"),
        BounceSubcategoryID=_CATEGORY.format(2001, 3001),
        BounceSubcategory=_CATEGORY.format("'User Unknown'", "'Mailbox Full'"),
        BounceTypeID="0",
        BounceType="'immediate'",
        SMTPBounceReason="reason",
        SMTPMessage="reason",
        SMTPCode="550",
        IsFalseBounce="0",
    ),
    "_unsubscribe": _tracked("unsubscribe"),
    "_complaint": _tracked("complaint"),
    "_subscribers": _Made(
        "contact left join subscriber on subscriber.eid = contact.eid and contact_key = key "
        "where contact.eid = {eid} and email is not null",
        {
            "SubscriberID": "contact.id",
            "SubscriberKey": "key",
            "EmailAddress": "email",
            "Domain": "substr(email, instr(email, '@') + 1)",
            "DateJoined": _date("created"),
            "DateUnsubscribed": _date(_UNSUBSCRIBED),
            "BounceCount": "ifnull(bounces, 0)",
            "SubscriberType": "'ExactTarget'",
            "Status": "ifnull(subscriber.status, 'active')",
            "DateUndeliverable": _date("case when subscriber.status = 'bounced' then changed end"),
            "Locale": "null",
        },
    ),
    "_listsubscribers": _Made(
        "contact left join subscriber on subscriber.eid = contact.eid and contact_key = key "
        "where contact.eid = {eid} and email is not null",
        {
            "AddedBy": "7001",
            "AddMethod": "'API'",
            "CreatedDate": _date("created"),
            "EmailAddress": "email",
            "DateUnsubscribed": _date(_UNSUBSCRIBED),
            "ListID": "1",
            "ListName": "'All Subscribers'",
            "ListType": "'List'",
            "Status": "ifnull(subscriber.status, 'active')",
            "SubscriberID": "contact.id",
            "SubscriberKey": "key",
            "SubscriberType": "'ExactTarget'",
        },
    ),
    "_businessunitunsubscribes": _Made(
        "subscriber join contact on contact.eid = subscriber.eid and key = contact_key "
        "where subscriber.eid = {eid} and subscriber.status = 'unsubscribed'",
        {
            "BusinessUnitID": "{mid}",
            "SubscriberID": "contact.id",
            "SubscriberKey": "key",
            "UnsubDateUTC": _date("changed", 0),
            "UnsubReason": "'Unsubscribed by click'",
        },
    ),
    "_journey": _Made(
        "journey_version join journey on journey.id = journey_id where mid = {mid}",
        {
            "VersionID": "definition_id",
            "JourneyID": "guid",
            "JourneyName": "json_extract(doc, '$.name')",
            "VersionNumber": "number",
            "CreatedDate": _date("created"),
            "ModifiedDate": _date("modified"),
            "LastPublishedDate": _date("published"),
            "JourneyStatus": "case status when 'Published' then 'Running' when 'Unpublished' then 'Finishing' "
            "else status end",
        },
    ),
    "_journeyactivity": _Made(
        "journey_version join journey on journey.id = journey_id, "
        "json_each(ifnull(json_extract(doc, '$.activities'), '[]')) as part where mid = {mid}",
        {
            "VersionID": "definition_id",
            "ActivityID": "ifnull(json_extract(part.value, '$.id'), "
            "substr(definition_id, 1, 24) || printf('%012d', part.key + 1))",
            "ActivityName": "json_extract(part.value, '$.name')",
            "ActivityExternalKey": "json_extract(part.value, '$.key')",
            "JourneyActivityObjectID": "(select triggered_id from job where job.mid = journey.mid and "
            "source = 'journey:' || definition_id || ':' || json_extract(part.value, '$.key'))",
            "ActivityType": "upper(json_extract(part.value, '$.type'))",
        },
    ),
    "_smsmessagetracking": _Made(
        "sent join job on job.id = job_id and job.mid = sent.mid where channel = 'sms' and sent.mid = {mid}",
        {
            "MobileMessageTrackingID": "sent.id",
            "EID": "sent.eid",
            "MID": "sent.mid",
            "Mobile": "address",
            "MessageID": "job_id",
            "Sent": "1",
            "Delivered": "1",
            "Outbound": "1",
            "Inbound": "0",
            "MessageText": "text",
            "CreateDateTime": _date("sent.at"),
            "ModifiedDateTime": _date("sent.at"),
            "ActionDateTime": _date("sent.at"),
            "SubscriberKey": "contact_key",
            "SubscriberID": "contact_id",
            "Name": "name",
            "IsTest": "0",
            "IsValid": "1",
        },
        "sent.at",
        _SIX_MONTHS,
    ),
    "_reconcilabledispositionview": _Made(
        "message where mid = {mid}",
        {
            "JobId": "definition_id",
            "Channel": "case channel when 'email' then 0 else 1 end",
            "Disposition": "case state when 'Queued' then 0 when 'Sent' then 1 else 2 end",
            "MessageKey": "message.key",
            "SubscriberKey": "contact_key",
            "SubscriberID": "contact_id",
            "ErrorCodeID": "code",
            "ErrorName": "message.reason",
            "StartTime": _date("accepted"),
        },
        "accepted",
        _WEEK,
    ),
    "_automationinstance": _Made(
        "automation_run join automation on automation.id = automation_id where automation_run.mid = {mid}",
        {
            "MemberID": "automation_run.mid",
            "AutomationName": "name",
            "AutomationCustomerKey": "key",
            "AutomationDescription": "json_extract(doc, '$.description')",
            "AutomationInstanceID": "guid_of_run",
            "AutomationType": "case cause when 'schedule' then 'Schedule' when 'file' then 'File Drop' "
            "else 'Trigger' end",
            "AutomationStepCount": "json_array_length(steps)",
            "AutomationInstanceIsRunOnce": "cause = 'once'",
            "FilenameFromTrigger": "nullif(file, '')",
            "AutomationInstanceScheduledTime_UTC": _date("started", 0),
            "AutomationInstanceStartTime_UTC": _date("started", 0),
            "AutomationInstanceEndTime_UTC": _date("ended", 0),
            "AutomationInstanceStatus": "automation_run.status",
            "AutomationInstanceActivityErrorDetails": "nullif(error, '')",
        },
        "started",
        _MONTH,
    ),
    "_automationactivityinstance": _Made(
        "automation_part join automation_run on automation_run.id = run_id "
        "join automation on automation.id = automation_id where automation_run.mid = {mid}",
        {
            "MemberID": "automation_run.mid",
            "AutomationName": "automation.name",
            "AutomationCustomerKey": "automation.key",
            "AutomationInstanceID": "guid_of_run",
            "ActivityCustomerKey": "automation_part.key",
            "ActivityInstanceID": "automation_part.guid",
            "ActivityType": "automation_part.type",
            "ActivityName": "automation_part.name",
            "ActivityInstanceStep": "automation_part.step || '.' || place",
            "ActivityInstanceStartTime_UTC": _date("automation_part.started", 0),
            "ActivityInstanceEndTime_UTC": _date("automation_part.ended", 0),
            "ActivityInstanceStatus": "automation_part.status",
            "ActivityInstanceStatusDetails": "nullif(automation_part.error, '')",
        },
        "automation_run.started",
        _MONTH,
    ),
}


def source_of_view(who: Caller, name: str, *, shared: bool, moment: float) -> Source | None:
    """Return how a data view is read; None for an unknown name. shared: the enterprise's, behind Ent."""
    view = catalog.view(name)
    if view is None:
        return None
    mid = ENTERPRISE if shared else who.mid
    made = _VIEWS.get(view.name.lower(), _Made("(select 1) where false", {}))
    units = f"sent.eid = {who.eid}" if mid == who.eid else f"sent.mid = {mid}"
    tables = made.tables.format(mid=mid, eid=who.eid, units=units)
    if made.days:
        tables += f" and {made.at} > {moment - made.days * 86400:.0f}"
    columns = {one: sql.format(mid=mid) for one, sql in made.columns.items()}
    texts = {column.name for column in view.columns if column.kind.is_text}

    def select(names: Iterable[str]) -> str:
        proper = {one.lower(): one for one in view.kinds}
        parts = []
        for one in names:
            collation = " collate nocase" if proper[one] in texts else ""
            parts.append(f'({columns.get(proper[one], "null")}){collation} as "{one}"')
        return f"select {', '.join(parts) or '1'} from {tables}"

    return Source(view.kinds, select)
