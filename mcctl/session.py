"""What a command is given: the options all commands share, and, built when first needed, output and API client."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from mcctl import config
from mcctl.cells import Columns
from mcctl.clock import MACHINE, Clock
from mcctl.config import EMULATOR, EMULATOR_PROFILE, ENGAGEMENT, ENVIRONMENT, Config, Profile
from mcctl.copying import repeat, word
from mcctl.credentials import (
    EnvironmentLogin,
    StoredToken,
    client_secret,
    from_environment,
)
from mcctl.errors import InputError, McctlError, NotPermitted, PartlyDone, Refused
from mcctl.formats import Format
from mcctl.hosts import is_loopback
from mcctl.output import Output
from mcctl.queries import QueryMisfit
from mcctl.rest.auth import Grant, MemoryStore, Token, Tokens, TokenStore, request_token
from mcctl.rest.calls import Call, Planned
from mcctl.rest.client import Client, preview
from mcctl.senders import emulator_app, new_sender
from mcctl.talk import say

if TYPE_CHECKING:
    from mcctl.rest.http import Sender

_NO_LOGIN = Profile(
    "none",
    "https://YOUR_SUBDOMAIN.auth.marketingcloudapis.com",
    "https://YOUR_SUBDOMAIN.rest.marketingcloudapis.com",
    "",
)

LARGE = 1000  # more that are reached at once in production are confirmed by name
REHEARSE = f"or, to rehearse without an account: --profile {EMULATOR}"


_Answer = TypeVar("_Answer")


class Settings(NamedTuple):
    """What the options say that commands share. profile_is_option: it was named on the command line."""

    profile: str | None = None
    business_unit: str | None = None
    output: Format | None = None
    query: str | None = None
    no_input: bool = False
    timeout: float | None = None
    verbose: bool = False
    dry_run: bool = False
    yes: bool = False
    confirm: str | None = None
    profile_is_option: bool = False


class Session:
    """One run of mcctl, with a login to a tenant.

    context: Typer's, for what reads the command line itself. clock: the machine's, or the one that mcctl was run with.
    """

    login_type = ENGAGEMENT

    def __init__(self, settings: Settings, context: Any) -> None:
        self.settings = settings
        self.context = context
        self.clock: Clock = context.find_root().obj or MACHINE
        self._announced = False

    # ------------------------------------------------------------------ who

    @cached_property
    def config(self) -> Config:
        """The config file."""
        return config.load()

    @cached_property
    def _named(self) -> str | None:
        """The profile that is named; one of another type that MCCTL_PROFILE names is meant for other commands."""
        name = self.settings.profile
        if name is None or self.settings.profile_is_option:
            return name
        named = self.config.profiles.get(name)
        return None if named and named.type != self.login_type else name

    @cached_property
    def environment(self) -> EnvironmentLogin | None:
        """The login that the environment describes; a profile named by option or MCCTL_PROFILE goes before it."""
        if self._named:
            return None
        return self._from_environment()

    @cached_property
    def profile(self) -> Profile:
        """The profile in use. Raises NotPermitted when there is none, InputError for an unknown name."""
        found = self._found_profile()
        is_production = os.environ.get("MCCTL_PRODUCTION", "").lower() not in ("", "0", "false", "no", "off")
        return found._replace(production=True) if is_production and found is not _NO_LOGIN else found

    def _found_profile(self) -> Profile:
        if self.environment:
            return self.environment.profile
        if self._named == EMULATOR:
            return EMULATOR_PROFILE
        name = self._named or self._usual_profile()
        if not name and self.dry_run:
            return self._no_login()
        if not name:
            raise self._not_logged_in()
        profile = self.config.profile(name)
        if profile.type != self.login_type:
            raise InputError(
                f"Profile {name} is a login of type {profile.type}; this command wants one of type {self.login_type}",
                "mcctl auth list; name another with --profile",
            )
        return profile

    def prefer(self, profile: str, account_id: str | None) -> None:
        """Use a profile and a business unit, where neither the command line nor the environment names others.

        Said before anything is asked for.
        """
        settings = self.settings
        if settings.profile is None and self._from_environment() is None:
            self.settings = settings = settings._replace(profile=profile, profile_is_option=True)
        if settings.business_unit is None:
            self.settings = settings._replace(business_unit=account_id)

    @property
    def account_id(self) -> str | None:
        """The MID of the business unit in use; None means the integration's own."""
        return self.settings.business_unit or self.profile.account_id

    @property
    def rehearsing(self) -> bool:
        """Whether this is the emulator, or a server on this machine: nobody is reached.

        With a profile of production, a rehearsal asks as production does.
        """
        is_local = self.profile.name == EMULATOR or is_loopback(self.profile.rest_url)
        return is_local and not self.profile.production

    def now(self) -> float:
        """Return Unix time as the platform has it: the emulator's clock can be ahead of that of this machine."""
        ahead: float = self.emulator.admin.clock()["ahead"] if self.profile.name == EMULATOR else 0.0
        return self.clock.time() + ahead

    @property
    def tenant(self) -> tuple[str | None, ...]:
        """What tells one sender from another: host, client and business unit. After a reset the emulator is another."""
        host, client_id = self.profile.rest_url, self.profile.client_id
        if self.profile.name == EMULATOR:
            host = f"{host}/{self.emulator.generation}"
        return host, client_id, self.account_id

    @property
    def dry_run(self) -> bool:
        """Whether writes are shown instead of sent."""
        return self.settings.dry_run

    # ------------------------------------------------------------------ the API

    @cached_property
    def sender(self) -> Sender:
        """What sends requests: over the network, or to the emulator in this process."""
        wsgi = self.emulator if self.profile.name == EMULATOR else None
        log = say if self.settings.verbose else lambda _: None
        return new_sender(wsgi=wsgi, timeout=self._timeout, log=log, clock=self.clock, max_rate=self.profile.pace)

    @property
    def _timeout(self) -> float | None:
        """How long to wait for an answer, in seconds; None means the API's own limits."""
        given = self.settings.timeout
        return self.profile.timeout if given is None else given

    @cached_property
    def emulator(self) -> Any:
        """The emulator on this user's state: a WSGI application. Raises InputError if it is not installed."""
        return emulator_app()

    @cached_property
    def tokens(self) -> Tokens:
        """The access tokens of the login and business unit in use."""
        if self.environment and self.environment.access_token:
            return Tokens(_refused_token, fixed(self.environment.access_token))
        if self.profile is _NO_LOGIN:
            raise self._not_logged_in()
        store: TokenStore = MemoryStore()
        if self.profile.name not in (ENVIRONMENT, EMULATOR):
            store = StoredToken(self.profile, self.account_id, self._timeout)
        return Tokens(self._new_token, store, self.clock)

    def _new_token(self) -> Token:
        """Return a new token. Raises NotPermitted, with the way out, where the secret is not the right one any more."""
        try:
            return request_token(self.sender, self.grant())
        except (NotPermitted, Refused) as error:
            if error.errorcode != "invalid_client" or self.profile.name == EMULATOR:
                raise
            whose, way_out = f"profile {self.profile.name}", f"mcctl auth refresh --profile {word(self.profile.name)}"
            if self.environment:
                whose, way_out = "the environment", "Look at MCCTL_CLIENT_ID and MCCTL_CLIENT_SECRET"
            raise NotPermitted(
                f"Marketing Cloud refuses the client secret of {whose}; was it rotated?",
                way_out,
                status=error.status,
                errorcode=error.errorcode,
                details=[error.message],
            ) from error

    def grant(self) -> Grant:
        """Return the login to ask for a token with. Raises NotPermitted when its secret cannot be had."""
        profile = self.profile
        return Grant(profile.auth_url, profile.client_id, self.secret, self.account_id, profile.scope)

    @property
    def secret(self) -> str:
        """The secret of the login in use: a client secret or an API key. Raises NotPermitted when it cannot be had."""
        if self.environment:
            return self.environment.client_secret or ""
        return EMULATOR if self.profile.name == EMULATOR else client_secret(self.profile)

    @cached_property
    def client(self) -> Client:
        """The API client of the login and business unit in use."""
        return Client(
            self.sender,
            rest_url=self.profile.rest_url,
            auth_url=self.profile.auth_url,
            tokens=lambda: self.tokens,
            dry_run=self.dry_run,
            before_write=self._announce_production,
        )

    # ------------------------------------------------------------------ output

    @cached_property
    def output(self) -> Output:
        """Where to write."""
        named = self.settings.output or self._profile_output()
        return Output(
            Format(named) if named else None,
            self.settings.query,
            interactive=not self.settings.no_input,
            now=self.clock.time,
        )

    @property
    def has_written(self) -> bool:
        """Whether a write was carried out."""
        return "client" in vars(self) and self.client.writes > 0

    def lost(self, error: McctlError) -> McctlError:
        """Return what it means that standard output takes no more."""
        if self.has_written:
            return PartlyDone(error.message, "What was asked for was carried out; only its output is lost")
        return InputError(error.message)

    def show(self, item: Any, columns: Columns | None = None) -> None:
        """Print one object. After a write, a query that does not fit is but a note."""
        self._show(lambda out: out.show(item, columns))

    def show_plan(self, plan: Planned) -> None:
        """Print the requests of a dry run, and say that nothing was sent."""
        requests = [preview(call) for call in plan.calls]
        self.output.show_json(requests if plan.is_list else requests[0])
        self.done("")

    def in_turn(self, writes: Iterable[Callable[[], _Answer]]) -> Iterator[_Answer]:
        """Yield what several writes return, one after the other; a dry run plans them all.

        Raises Planned at the end of a dry run.
        """
        planned: list[Call] = []
        for write in writes:
            try:
                answer = write()
            except Planned as plan:
                planned += plan.calls
            else:
                yield answer
        if planned:
            raise Planned(*planned, is_list=True)

    def show_any(self, value: Any, *, as_json: bool = False) -> None:
        """Print whatever a value is; as_json: as it came. After a write, as `show`."""
        self._show(lambda out: out.show_json(value) if as_json else out.show_any(value))

    def _show(self, show: Callable[[Output], None]) -> None:
        try:
            show(self.output)
        except QueryMisfit as error:
            if not self.has_written:
                raise
            self.output.note(f"{error.message}. It was carried out; this is all of the answer")
            show(self.output.unfiltered())

    def show_list(self, items: Iterable[Any], columns: Columns) -> None:
        """Print a list. After a write, as `show`."""
        kept = list(items) if self.has_written else items
        self._show(lambda out: out.show_list(kept, columns))

    def done(self, message: str, *, next_command: str = "") -> None:
        """Say what was changed, and what to type next; in a dry run, that nothing was."""
        if self.dry_run:
            return self.output.note("Dry run: nothing was sent")
        self.output.note(message)
        if next_command:
            self.output.note(repeat(f"Next: {next_command}"))
        return None

    # ------------------------------------------------------------------ danger

    @property
    def asks(self) -> bool:
        """Whether a question would be asked, and not be answered by the command line already."""
        return not (self.dry_run or self.settings.yes or self.settings.confirm is not None)

    def confirm(self, question: str) -> None:
        """Moderate danger: ask y/N unless --yes was given. Raises InputError when the answer is not yes."""
        if not self.dry_run and not self.settings.yes:
            self.output.confirm(self._placed(question), flag="--yes")

    def confirm_name(self, question: str, name: str) -> None:
        """Severe danger: have `name` typed unless --confirm NAME was given. Raises InputError on any other name."""
        given = self.settings.confirm
        if given is not None and given != name:
            raise InputError(f"--confirm {given!r} is not {name!r}; nothing was done")
        if not self.dry_run and given is None:
            self.output.confirm_name(self._placed(question), name, flag="--confirm")

    def _placed(self, question: str) -> str:
        """Return a question that names the business unit and the profile, too."""
        return f"In {self._place()} of profile {self.profile.name}: {question}"

    def confirm_many(self, question: str, name: str, count: int | None = None) -> None:
        """Ask before many are reached, unless nobody is: in production by name, if they are very many or not counted.

        Raises InputError as `confirm` and `confirm_name` do.
        """
        given = self.settings.confirm
        by_name = self.profile.production and (count is None or count > LARGE)
        if given is not None or (by_name and not self.rehearsing):
            self.confirm_name(question, name)
        elif not self.rehearsing:
            self.confirm(question)

    def _announce_production(self) -> None:
        if self.profile.production and not self._announced:
            self._announced = True
            say(f"Production: this writes to {self._place()} of profile {self.profile.name}")

    # ------------------------------------------------------------------ what depends on the type of login

    def _from_environment(self) -> EnvironmentLogin | None:
        return from_environment()

    def _no_login(self) -> Profile:
        return _NO_LOGIN

    def _usual_profile(self) -> str | None:
        return self.config.current

    def _not_logged_in(self) -> NotPermitted:
        return NotPermitted("Not logged in", f"mcctl auth login, {REHEARSE}")

    def _place(self) -> str:
        return f"business unit {self.account_id or 'default'}"

    def _profile_output(self) -> str | None:
        """The format that the profile prefers; that there is no such profile is for others to tell."""
        if self.environment:
            return None
        profile = self.config.profiles.get(self.settings.profile or self.config.current or "")
        return profile.output if profile else None


def fixed(access_token: str) -> MemoryStore:
    """Return a store that holds one token for ever."""
    store = MemoryStore()
    store.save(Token(access_token, 0, float("inf")))
    return store


def _refused_token() -> Token:
    raise NotPermitted("Marketing Cloud refused MCCTL_ACCESS_TOKEN; it has expired, or is another tenant's")
