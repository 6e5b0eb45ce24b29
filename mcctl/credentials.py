"""Where secrets come from: the environment, else the store that the profile was logged in with.

The only importer of keyring, and only when a keyring is really needed: its import and its look for a backend are
the dearest part of a start.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar
from urllib.parse import urlsplit

from mcctl.config import EMULATOR, ENVIRONMENT, PERSONALIZATION, Profile, config_dir, state_dir
from mcctl.copying import argument, word
from mcctl.documents import read_text
from mcctl.errors import InputError, McctlError, NotPermitted
from mcctl.files import write_file
from mcctl.hosts import PERSONALIZATION_URL, base_url, tenant_urls
from mcctl.locks import held
from mcctl.masking import protect
from mcctl.rest.auth import Token

SERVICE = "mcctl"
KEYRING_LIMIT = 3.0  # seconds; a desktop service that never answers would hang mcctl for ever
_LOCK_LIMIT = 150.0  # seconds; longer than one token request with its repeats
_UNSAFE_BACKENDS = ("keyring.backends.fail.", "keyring.backends.null.", "keyrings.alt.")
_WAYS_OUT = (
    "Two ways out: credentials from the environment (MCCTL_SUBDOMAIN, MCCTL_CLIENT_ID, MCCTL_CLIENT_SECRET; for "
    "Personalization Builder MCCTL_PERSONALIZATION_KEY), or "
    "mcctl auth login --insecure-storage, which keeps the secret in a file that only you can read"
)
_T = TypeVar("_T")


class SecretStore(Protocol):
    """Keeps secrets by name between commands."""

    def get(self, name: str) -> str | None:
        """Return a secret, or None if there is none."""

    def set(self, name: str, secret: str) -> None:
        """Keep a secret."""

    def delete(self, name: str) -> None:
        """Forget a secret, if it is there."""


class KeyringStore(NamedTuple):
    """The OS keyring. backend: dotted name of the keyring backend, as it was recorded at login.

    Every method raises NotPermitted when the keyring does not answer within three seconds, or fails.
    """

    backend: str

    def get(self, name: str) -> str | None:
        """Return a secret, or None if there is none."""
        secret: str | None = _limited(lambda: _load(self.backend).get_password(SERVICE, name))
        return secret

    def set(self, name: str, secret: str) -> None:
        """Keep a secret, and read it back: some backends store nothing and say nothing.

        Raises NotPermitted also when it is not there afterwards.
        """
        _limited(lambda: _load(self.backend).set_password(SERVICE, name, secret))
        if self.get(name) != secret:
            raise NotPermitted(f"The keyring ({self.backend}) did not keep the secret", _WAYS_OUT)

    def delete(self, name: str) -> None:
        """Forget a secret, if it is there."""
        if self.get(name) is not None:
            _limited(lambda: _load(self.backend).delete_password(SERVICE, name))


class FileStore(NamedTuple):
    """A JSON file of mode 0600, for machines without a keyring; only ever used when asked for by name."""

    path: Path

    def get(self, name: str) -> str | None:
        """Return a secret, or None if there is none. Raises NotPermitted if others can read the file."""
        return self._read().get(name)

    def set(self, name: str, secret: str) -> None:
        """Keep a secret."""
        self._change(lambda secrets: {**secrets, name: secret})

    def delete(self, name: str) -> None:
        """Forget a secret, if it is there."""
        self._change(lambda secrets: {key: value for key, value in secrets.items() if key != name})

    def _read(self) -> dict[str, str]:
        try:
            if os.name == "posix" and stat.S_IMODE(self.path.stat().st_mode) & 0o077:
                raise NotPermitted(f"Others can read {self.path}", f"chmod 600 {argument(str(self.path))}")
            secrets: Any = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            raise NotPermitted(f"Cannot read {self.path}: {error}", "mcctl auth login --insecure-storage") from error
        if not isinstance(secrets, dict) or not all(isinstance(one, str) for one in secrets.values()):
            raise NotPermitted(f"{self.path} holds something else than secrets", "mcctl auth login --insecure-storage")
        return secrets

    def _change(self, change: Callable[[dict[str, str]], dict[str, str]]) -> None:
        from filelock import FileLock  # brings asyncio

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with FileLock(f"{self.path}.lock", timeout=10):
                write_file(self.path, json.dumps(change(self._read())).encode(), overwrite=True, private=True)
        except OSError as error:
            raise NotPermitted(f"Cannot write {self.path}: {error.strerror or error}") from error


class StoredToken(NamedTuple):
    """The token of one login and business unit, kept beside the login's secret for the next process.

    patience: seconds to wait for another process that renews it.
    """

    profile: Profile
    account_id: str | None
    patience: float | None = None

    @property
    def name(self) -> str:
        """The name under which it is kept: tokens of other hosts, clients, business units or scopes are others."""
        scope = "+".join(sorted(set((self.profile.scope or "").split())))
        return f"{secret_name(self.profile)}/{self.account_id or 'default'}" + (f"/{scope}" if scope else "")

    def load(self) -> Token | None:
        """Return the token kept, fresh or not; one that cannot be understood counts as none."""
        text = store_of(self.profile).get(self.name)
        try:
            return Token.from_json(json.loads(text)) if text else None
        except (ValueError, RecursionError):
            return None

    def save(self, token: Token) -> None:
        """Keep `token`."""
        store_of(self.profile).set(self.name, json.dumps(token.as_json()))

    def delete(self) -> None:
        """Forget the token, if one is kept."""
        store_of(self.profile).delete(self.name)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold off every other process that would renew this token. Raises InputError where that cannot be."""
        import hashlib  # brings OpenSSL

        patience = _LOCK_LIMIT if self.patience is None else min(self.patience, _LOCK_LIMIT)
        name = hashlib.sha256(self.name.encode()).hexdigest()[:32]
        with held(name, patience, "is asking for a token"):
            yield


class EnvironmentLogin(NamedTuple):
    """Credentials from the environment: a profile that is in no file, and its secret or its token."""

    profile: Profile
    client_secret: str | None
    access_token: str | None


def from_environment(environ: Mapping[str, str] = os.environ) -> EnvironmentLogin | None:
    """Return the login that the MCCTL_* variables describe, or None if they describe none.

    Raises InputError naming the variable that is missing or wrong.
    """
    token = environ.get("MCCTL_ACCESS_TOKEN")
    client_id = environ.get("MCCTL_CLIENT_ID")
    if not token and not client_id:
        return None
    auth_url, rest_url = _environment_urls(environ, needs_auth=not token)
    secret = None if token else _environment_secret(environ)
    profile = Profile(ENVIRONMENT, auth_url, rest_url, client_id or "", scope=environ.get("MCCTL_SCOPE"))
    return EnvironmentLogin(profile, secret, protect(token) if token else None)


def personalization_from_environment(environ: Mapping[str, str] = os.environ) -> EnvironmentLogin | None:
    """Return the login to Personalization Builder that the MCCTL_PERSONALIZATION_* variables describe, or None.

    Raises InputError for a URL that is wrong.
    """
    key = environ.get("MCCTL_PERSONALIZATION_KEY")
    if not key:
        return None
    return EnvironmentLogin(personalization_profile(ENVIRONMENT, personalization_url(environ)), protect(key), None)


def personalization_url(environ: Mapping[str, str] = os.environ) -> str:
    """Return the host of Personalization Builder, or the one that MCCTL_PERSONALIZATION_URL names in its place."""
    return environ.get("MCCTL_PERSONALIZATION_URL") or PERSONALIZATION_URL


def personalization_profile(name: str, url: str = PERSONALIZATION_URL, **values: Any) -> Profile:
    """Return the profile of a login to Personalization Builder. values: of the other fields."""
    host = base_url(url, name="The URL of Personalization Builder")
    return Profile(name, host, host, **{"client_id": "", "type": PERSONALIZATION, **values})


def usable_backend() -> str:
    """Return the dotted name of the keyring backend that this machine prefers.

    Raises NotPermitted when there is none, or only one that keeps secrets in the clear or not at all.
    """
    name = _limited(_preferred_backend)
    if name.startswith(_UNSAFE_BACKENDS):
        raise NotPermitted(f"There is no usable OS keyring here (found only {name})", _WAYS_OUT)
    return name


def store_of(profile: Profile) -> SecretStore:
    """Return the store that holds the secret of `profile`."""
    if profile.storage == "file":
        return FileStore(insecure_file())
    return KeyringStore(profile.keyring or usable_backend())


def signature_keys(profile: Profile) -> SecretStore | None:
    """Return the store of the signature keys of event notifications; None for credentials from the environment.

    The emulator's keys guard nothing, and are in a file beside its state.
    """
    if profile.name == EMULATOR:
        return FileStore(state_dir() / "emulator-keys.json")
    return None if profile.name == ENVIRONMENT else store_of(profile)


def verification_keys(profile: Profile) -> SecretStore:
    """Return the store of what callbacks were probed with: where there is no keyring, a 0600 file.

    Each is good once, for four hours, and only for whoever is logged in besides.
    """
    return signature_keys(profile) or FileStore(state_dir() / "ens-probes.json")


def insecure_file() -> Path:
    """The file of `--insecure-storage`."""
    return config_dir() / "credentials.json"


@contextmanager
def kept(profile: Profile, secret: str) -> Iterator[None]:
    """Keep the secret of a profile, unless what is done within fails. Raises NotPermitted when it cannot be kept."""
    store, name = store_of(profile), secret_name(profile)
    before = store.get(name)
    store.set(name, secret)
    try:
        yield
    except McctlError:
        store.delete(name) if before is None else store.set(name, before)
        raise


def place_of(profile: Profile) -> str:
    """Return in words where the secret of a profile is kept."""
    if profile.storage == "file":
        return f"the file {insecure_file()}, which only you can read"
    return f"the OS keyring ({profile.keyring})"


def secret_name(profile: Profile) -> str:
    """Return the name under which the secret of a login is kept; profiles of one login share it."""
    return f"{profile.client_id}@{urlsplit(profile.auth_url).netloc}"


def client_secret(profile: Profile) -> str:
    """Return the secret of a profile. Raises NotPermitted when the store has none or fails."""
    secret = store_of(profile).get(secret_name(profile))
    if secret is None:
        again = f" --type {PERSONALIZATION}" if profile.type == PERSONALIZATION else ""
        raise NotPermitted(
            f"The secret of profile {profile.name} is no longer in its {profile.storage}",
            f"mcctl auth login{again} --profile {word(profile.name)}",
        )
    return protect(secret)


def _environment_urls(environ: Mapping[str, str], *, needs_auth: bool) -> tuple[str, str]:
    if subdomain := environ.get("MCCTL_SUBDOMAIN"):
        return tenant_urls(subdomain)
    rest_url = environ.get("MCCTL_REST_URL")
    auth_url = environ.get("MCCTL_AUTH_URL") or (None if needs_auth else rest_url)
    if not auth_url or not rest_url:
        raise InputError(
            "Credentials are in the environment, but not MCCTL_SUBDOMAIN (nor both MCCTL_AUTH_URL and MCCTL_REST_URL)"
        )
    return base_url(auth_url, name="MCCTL_AUTH_URL"), base_url(rest_url, name="MCCTL_REST_URL")


def _environment_secret(environ: Mapping[str, str]) -> str:
    if secret := environ.get("MCCTL_CLIENT_SECRET"):
        return protect(secret)
    if name := environ.get("MCCTL_CLIENT_SECRET_FILE"):
        return protect(read_text(name).strip())
    raise InputError("MCCTL_CLIENT_ID is set, but neither MCCTL_CLIENT_SECRET nor MCCTL_CLIENT_SECRET_FILE")


def _preferred_backend() -> str:
    import keyring  # brings the backends of every system
    from keyring.backends.chainer import ChainerBackend  # brings the backends of every system

    backend: Any = keyring.get_keyring()
    if isinstance(backend, ChainerBackend):
        backend = next(iter(backend.backends), backend)
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _load(backend: str) -> Any:
    """Return a keyring by the dotted name of its class, which a config file names: only those that are registered."""
    from importlib.metadata import entry_points  # for keyrings only

    from keyring.core import load_keyring  # brings the backends of every system

    module = backend.rpartition(".")[0]
    if not module.startswith("keyring.backends.") and backend != _preferred_backend():
        registered = {entry.value.partition(":")[0] for entry in entry_points(group="keyring.backends")}
        if not any(module == one or module.startswith(f"{one}.") for one in registered):
            raise NotPermitted(f"{backend} is no keyring of this machine", "mcctl auth login")
    return load_keyring(backend)


def _limited(call: Callable[[], _T]) -> _T:
    """Run `call`, which talks to a keyring, for at most three seconds."""

    import queue  # for keyrings only
    import threading  # for keyrings only

    results: queue.Queue[tuple[_T | None, Exception | None]] = queue.Queue()

    def run() -> None:
        try:
            results.put((call(), None))
        except Exception as error:
            results.put((None, error))

    threading.Thread(target=run, daemon=True).start()
    try:
        value, error = results.get(timeout=KEYRING_LIMIT)
    except queue.Empty:
        raise NotPermitted(f"The OS keyring gave no answer within {KEYRING_LIMIT:g} s", _WAYS_OUT) from None
    if error:
        raise NotPermitted(f"The OS keyring failed: {type(error).__name__}: {error}".rstrip(": "), _WAYS_OUT) from error
    return value  # type: ignore[return-value]  # no error, so it is the call's own value
