"""Transactional messaging: send definitions, their queues, sends and what became of them.

Sources: transactional-messaging-api.md and the pages named below; the routes of both channels are alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from mcctl.errors import InputError, Look, NotFound, Refused
from mcctl.reading import first, get, objects, text
from mcctl.rest.calls import Answer, Call, Retry, unknown, unreadable
from mcctl.rest.client import Client, segment
from mcctl.rest.paging import Page, iterate_list
from mcctl.rest.problems import NO_CODE, error_for, read_problem

CHANNELS = ("email", "sms")
ALL_CHANNELS = (*CHANNELS, "push")
"""Of pushes, definitions and single messages are known, from recorded answers and public code; nothing else is."""
MAX_RECIPIENTS = 2000  # of one request; 500 are advised where recipients have attributes
ADVISED_RECIPIENTS = 500
MAX_KEY_CHARS = 100
PAGE_SIZE = 50
DUPLICATE_KEY, ALL_INVALID = "109110", "109103"


class Outcome(NamedTuple):
    """What the API said of one recipient. accepted: None where it did not say. error: its code and message.

    before: it was accepted by an earlier request, of which nothing is known here.
    """

    accepted: bool | None
    error: str | None = None
    before: bool = False


@dataclass(frozen=True)
class TxApi:
    """The routes of one channel. channel: email, sms or push."""

    client: Client
    channel: str

    def list_definitions(self, *, status: str | None = None) -> Iterator[Any]:
        """Yield the business unit's send definitions in short form. status: active or inactive.

        GET /messaging/v1/{channel}/definitions (get-messagingv1emaildefinitions.md).
        Raises NotPermitted, Unavailable.
        """
        only = f"&$filter={quote(f'status eq {status}')}" if status else ""
        return iterate_list(self.client.get_page, Page(f"{self._definitions()}?$page=1&$pageSize={PAGE_SIZE}{only}"))

    def get_definition(self, *, key: str) -> dict[str, Any]:
        """Return a send definition.

        GET /messaging/v1/{channel}/definitions/{definitionKey} (get-messagingv1emaildefinitionsdefinitionkey.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        try:
            return self.client.request_object("GET", self._definitions(key), Retry.SAFE)
        except NotFound as error:
            others = [channel for channel in ALL_CHANNELS if channel != self.channel]
            error.hint = Look("definitions of all channels", self.channel, *others)
            raise

    def create_definition(self, *, body: dict[str, Any]) -> dict[str, Any]:
        """Create a send definition and return it.

        POST /messaging/v1/{channel}/definitions (post-messagingv1emaildefinitions.md).
        Raises Refused (the key or name is taken, the e-mail is not valid...), NotPermitted, Unavailable,
        OutcomeUnknown.
        """
        find_out = Look("definition", self.channel, body.get("definitionKey"))
        return self.client.request_object(
            "POST", self._definitions(), Retry.PLAIN, body, find_out, names=("definitionKey",)
        )

    def update_definition(self, *, key: str, body: dict[str, Any]) -> dict[str, Any]:
        """Change parts of a send definition, its status included, and return it.

        PATCH /messaging/v1/{channel}/definitions/{definitionKey} (patch-messagingv1emaildefinitionsdefinitionkey.md).
        The parameter table calls some fields required, the example leaves them out: a merge.
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("definition", self.channel, key)
        return self.client.request_object(
            "PATCH", self._definitions(key), Retry.IDEMPOTENT, body, find_out, names=("definitionKey",)
        )

    def delete_definition(self, *, key: str) -> dict[str, Any]:
        """Archive a send definition for good, and free its key.

        DELETE /messaging/v1/{channel}/definitions/{definitionKey} (delete-messagingv1emaildefinitionsdefinitionkey.md).
        Raises NotFound, Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        return self.client.delete(self._definitions(key), Look("definitions", self.channel))

    def get_queue(self, *, key: str) -> dict[str, Any]:
        """Return how many messages of a definition wait (count), and the age of the oldest in seconds (ageSeconds).

        GET /messaging/v1/{channel}/definitions/{definitionKey}/queue
        (get-messagingv1emaildefinitionsdefinitionkeyqueue.md).
        Raises NotFound, NotPermitted, Unavailable.
        """
        return self.client.request_object("GET", f"{self._definitions(key)}/queue", Retry.SAFE)

    def purge_queue(self, *, key: str) -> dict[str, Any]:
        """Drop every message that waits. The definition must be inactive; the purge is only scheduled by the answer.

        DELETE /messaging/v1/{channel}/definitions/{definitionKey}/queue
        (delete-messagingv1emaildefinitionsdefinitionkeyqueue.md).
        Raises NotFound, Refused (the definition is active), NotPermitted, Unavailable, OutcomeUnknown.
        """
        find_out = Look("queue", self.channel, key)
        return self.client.delete(f"{self._definitions(key)}/queue", find_out)

    def send(
        self, *, message_key: str, definition_key: str, recipient: Mapping[str, Any], **more: Any
    ) -> dict[str, Any]:
        """Queue a message for one recipient and return the answer.

        POST /messaging/v1/{channel}/messages/{messageKey} (post-messagingv1emailmessagesmessagekey.md).
        message_key: at most 100 characters, of any kind; where an earlier attempt's answer was lost, "duplicate key"
        says that it was accepted. recipient: contactKey, to, attributes. more: subscriptions, content (SMS only).
        Raises Refused, NotPermitted, Unavailable, OutcomeUnknown.
        """
        body = {"definitionKey": definition_key, "recipient": recipient, **more}
        path = f"{self._messages()}/{segment(message_key)}"
        find_out = Look("message", self.channel, message_key)
        call = self.client.call("POST", path, retry=Retry.KEYED, body=body, find_out=find_out)
        answer = self.client.send(call)
        outcome = read_outcomes(answer, call, [message_key])[0]
        if outcome.accepted is None:
            raise unknown(call, f"The answer does not tell whether the message was accepted ({outcome.error})", answer)
        if not outcome.accepted:
            raise _refusal(answer, call)
        accepted: dict[str, Any] = (
            answer.json() if answer.status < 300 else {"responses": [{"messageKey": message_key}]}
        )
        return accepted

    def batch(self, *, definition_key: str, recipients: Sequence[Mapping[str, Any]], **common: Any) -> Call:
        """Return the request that queues a message for each of many recipients; `read_outcomes` reads its answer.

        POST /messaging/v1/{channel}/messages (post-messagingv1emailmessages.md).
        recipients: at most 2,000, 500 advised with attributes; each with contactKey, to, messageKey, attributes.
        common: attributes for all; subscriptions, content (SMS only). Raises InputError where it is over 4 MB.
        """
        given = {name: value for name, value in common.items() if value}
        body = {"definitionKey": definition_key, **given}
        return self.client.call(
            "POST",
            self._messages(),
            retry=Retry.KEYED,
            body={**body, "recipients": recipients},
            find_out=Look("runs"),
            weight=len(recipients),
        )

    def get_status(self, *, message_key: str) -> dict[str, Any]:
        """Return what became of a message: eventCategoryType ends in Queued, Sent or NotSent.

        GET /messaging/v1/{channel}/messages/{messageKey} (get-messagingv1emailmessagesmessagekey.md). The route is
        rate-limited, and meant for occasional checks.
        Raises NotFound or Refused (docs silent on an unknown key), NotPermitted, Unavailable.
        """
        return self.client.request_object("GET", f"{self._messages()}/{segment(message_key)}", Retry.SAFE)

    def get_status_or_none(self, *, message_key: str) -> dict[str, Any]:
        """Return what became of a message that was accepted just now: the platform may not know its key yet, {} then.

        As `get_status`. Raises NotPermitted, Unavailable.
        """
        try:
            return self.get_status(message_key=message_key)
        except (NotFound, Refused):
            return {}

    def not_sent(self, *, after: int | None = None) -> Iterator[Any]:
        """Yield the messages that were not sent, oldest first. after: only events behind this eventID.

        GET /messaging/v1/{channel}/messages?type=notSent (get-messagingv1emailmessagestypenotsent.md). timestamps are
        Central Standard Time, without daylight saving.
        Raises NotPermitted, Unavailable.
        """
        start = "" if after is None else f"&lastEventId={after}"
        return iterate_list(self.client.get_page, Page(f"{self._messages()}?type=notSent&$pageSize={PAGE_SIZE}{start}"))

    def _definitions(self, key: str | None = None) -> str:
        return f"/messaging/v1/{self.channel}/definitions" + ("" if key is None else f"/{segment(key)}")

    def _messages(self) -> str:
        return f"/messaging/v1/{self.channel}/messages"


def state_of(status: Mapping[str, Any]) -> str:
    """Return Queued, Sent or NotSent: how the event's name in a status ends; Queued where there is none.

    What came after it was sent (delivered, bounced) has names of its own.
    """
    name = text(status, "eventCategoryType") or "Queued"
    return next((state for state in ("Queued", "NotSent", "Sent") if name.lower().endswith(state.lower())), name)


def reason_of(status: Any) -> tuple[str, str]:
    """Return code and reason of a message that was not sent: they stand in info, or beside it.

    The reason is a sentence: the platform's own, or that of the code, with the platform's name for it.
    """
    code = text(status, "info.statusCode", "statusCode")
    named, meaning = text(status, "info.statusMessage", "statusMessage", "info.reason", "reason"), sentence_of(code)
    if not named or not meaning:
        return code, named or meaning
    return code, named if " " in named else f"{meaning} ({named})"


def sentence_of(code: str | None) -> str:
    """Return why a message was not sent, by its code (transactional-send-subscriber-error-codes.md)."""
    return _sentences().get(code or "", "")


@cache
def _sentences() -> dict[str, str]:
    lines = (Path(__file__).parent.parent / "data" / "not-sent.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def check_message_key(key: str) -> str:
    """Return `key`. Raises InputError when it is empty or over 100 characters."""
    if not 0 < len(key) <= MAX_KEY_CHARS:
        raise InputError(f"A message key has 1 to {MAX_KEY_CHARS} characters; {key[:20]!r}... has {len(key)}")
    return key


def read_outcomes(
    answer: Answer, call: Call, keys: Sequence[str], *, resent: bool = False, made: Collection[str] = ()
) -> list[Outcome]:
    """Return what an answer says of each messageKey, in their order.

    A 202 may hold refusals (109001), and a refused request may say why for each recipient. resent: the recipients may
    have been accepted before; then, as after a lost attempt, "duplicate key" says that they were. made: the keys that
    nobody else can have used, so that it always says so.
    Raises what the status means for a request that was refused as a whole without telling its recipients apart.
    """
    again = resent or answer.repeated
    entries = _entries(_json_of(answer, call)) if answer.status < 300 or answer.status == 400 else {}
    if entries:
        return [_outcome(entries.get(key, []), answer.status, again=again, made=key in made) for key in keys]
    if answer.status < 300:
        raise unreadable(call, "is not of the documented form")
    problem = answer.problem()
    said = {"errorcode": problem.code, "message": problem.message}
    if answer.status == 400 and len(keys) == 1 and (again or problem.code in (DUPLICATE_KEY, ALL_INVALID)):
        outcome = _outcome([said], answer.status, again=again, made=keys[0] in made)
        # After a lost attempt, a refusal for another reason does not prove that that one was refused, too.
        return [outcome if outcome.accepted or not again else outcome._replace(accepted=None)]
    if answer.status == 400 and problem.code == ALL_INVALID and not again:
        return [Outcome(False, f"{problem.code}: {problem.message}") for _ in keys]
    if again and answer.status != 400:
        raise unknown(
            call, f"Marketing Cloud answered with HTTP {answer.status}, but not to an earlier attempt", answer
        )
    raise error_for(answer.status, problem, call.route)


def _outcome(entries: list[dict[str, Any]], status: int, *, again: bool, made: bool) -> Outcome:
    """Return what the entries for one messageKey say: there should be one."""
    if len(entries) != 1:
        return Outcome(None, "The answer does not say what became of this recipient")
    code, message = first(entries[0], "errorCode"), text(entries[0], "message", "errorMessage", "errorDetail")
    if str(code) == DUPLICATE_KEY and (again or made):
        return Outcome(True, before=not again)
    if str(code) == "0" or (code in NO_CODE and not message):
        return Outcome(True if status < 300 else None)
    return Outcome(False, f"{code}: {message or 'no message'}")


def _json_of(answer: Answer, call: Call) -> Any:
    try:
        return answer.json()
    except ValueError as error:
        if answer.status < 300:
            raise unreadable(call, f"is not JSON: {error}") from error
        return None


def _entries(body: Any) -> dict[str, list[dict[str, Any]]]:
    """Return the entries of responses[] by messageKey."""
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in objects(get(body, "responses")):
        found.setdefault(text(entry, "messageKey"), []).append(entry)
    return found


def _refusal(answer: Answer, call: Call) -> Exception:
    """Return the error for a single send that was refused inside a 2xx answer, or beside one."""
    entries = [entry for found in _entries(_json_of(answer, call)).values() for entry in found]
    problem = read_problem(entries[0]) if entries else None
    return error_for(answer.status, problem or answer.problem(), call.route)
