"""`mcctl auth login` and `refresh`: keeping a login, and its new secret after the old one was rotated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mcctl import hosts
from mcctl.config import EMULATOR, LOGIN_TYPES, PERSONALIZATION, Profile
from mcctl.documents import read_text
from mcctl.errors import InputError, McctlError, NotPermitted, Refused, Unavailable
from mcctl.rest.auth import Grant, Token, request_token
from mcctl.senders import new_sender
from mcctl.session import Session

if TYPE_CHECKING:
    from mcctl.rest.http import Sender

DEFAULT_PROFILE = "default"


def profile_name(session: Session, usual: str) -> str:
    """Return the profile that is named; MCCTL_PROFILE=emulator is for rehearsals, and names none to log in with."""
    name = session.settings.profile
    is_rehearsal = name == EMULATOR and not session.settings.profile_is_option
    return usual if name is None or is_rehearsal else name


def new_secret(session: Session, label: str, file: str | None, flag: str) -> str:
    """Return a secret from a file, or as it is typed. Raises InputError for an empty one."""
    secret = read_text(file).strip() if file else session.output.ask_secret(label[0].upper() + label[1:], flag=flag)
    if not secret:
        raise InputError(f"The {label} is empty")
    return secret


def chosen_hosts(
    session: Session, before: Profile | None, subdomain: str | None, auth_url: str | None, rest_url: str | None
) -> tuple[str, str]:
    """Return both hosts: as named, else as before, else as they are told when asked for. Raises InputError."""
    if auth_url or rest_url:
        return _urls(auth_url, rest_url)
    if before and not subdomain:
        return before.auth_url, before.rest_url
    return hosts.tenant_urls(subdomain or session.output.ask("Subdomain", flag="--subdomain"))


def tell_use(session: Session, name: str, current: str | None) -> None:
    """Say which profile is in use after a login, and what to type next."""
    note = session.output.note
    if current != name:
        note(f"In use is still profile {current}; to use this one: mcctl auth switch {name}")
        note(f"Next: mcctl auth status -p {name}")
        return
    if session.config.current != name:
        note(f"Profile {name} is in use now")
    note("Next: mcctl auth status")


def changes_told(before: Profile, after: Profile) -> list[str]:
    """Return in words what a login changed in a profile."""
    shown = ("auth_url", "rest_url", "client_id", "account_id", "scope", "production", "storage")
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in shown]
    return [f"{name.replace('_', ' ')} from {old} to {new}" for name, old, new in pairs if old != new]


def check_login_type(login_type: str, *others: str | None) -> None:
    """Raise InputError for an unknown type of login, and for options that one to Personalization Builder has not."""
    if login_type != PERSONALIZATION:
        raise InputError(f"--type {login_type!r} must be one of {', '.join(LOGIN_TYPES)}")
    if any(others):
        raise InputError("A login of --type personalization has an --org and a --key-file, and none of these options")


def _urls(auth_url: str | None, rest_url: str | None) -> tuple[str, str]:
    if not auth_url or not rest_url:
        raise InputError("--auth-url and --rest-url go together")
    return hosts.base_url(auth_url, name="--auth-url"), hosts.base_url(rest_url, name="--rest-url")


def try_login(session: Session, grant: Grant) -> Token:
    """Ask for a token. Raises an error that says which part of the login is wrong."""
    sender = new_sender(timeout=session.settings.timeout, clock=session.clock)
    with sender.one_deadline():
        return _tried(sender, grant)


def _tried(sender: Sender, grant: Grant) -> Token:
    try:
        return request_token(sender, grant)
    except Unavailable as error:
        if error.status is None:
            error.hint = f"Is the subdomain right? It makes the host {grant.auth_url}. Nothing was saved"
        raise
    except (NotPermitted, Refused) as error:
        raise NotPermitted(
            f"{_fault(sender, grant, error)}; nothing was saved",
            error.message,
            status=error.status,
            errorcode=error.errorcode,
        ) from error


def _fault(sender: Any, grant: Grant, error: McctlError) -> str:
    """Return which part of a refused login is wrong, by trying it without its optional parts."""
    if error.errorcode == "invalid_scope":
        return f"The scope is wrong: the installed package does not have all of {grant.scope!r}"
    if grant.account_id and _works(sender, grant._replace(account_id=None)):
        return (
            f"The business unit {grant.account_id} is wrong: this integration is not enabled for it, or there is none"
        )
    if grant.scope and _works(sender, grant._replace(scope=None)):
        return f"The scope is wrong: {grant.scope!r} is refused"
    return "The client id or the client secret is wrong (Marketing Cloud does not say which)"


def _works(sender: Any, grant: Grant) -> bool:
    try:
        request_token(sender, grant)
    except (NotPermitted, Refused):
        return False
    return True
