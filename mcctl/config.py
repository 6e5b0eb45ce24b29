"""Profiles: which tenants this machine is logged in to. No secret is ever in here."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from mcctl.documents import dump_yaml, read_object
from mcctl.errors import InputError
from mcctl.formats import Format
from mcctl.hosts import base_url

ENGAGEMENT, PERSONALIZATION = "engagement", "personalization"
LOGIN_TYPES = (ENGAGEMENT, PERSONALIZATION)
EMULATOR = "emulator"
ENVIRONMENT = "environment"
_RESERVED_NAMES = (EMULATOR, ENVIRONMENT)
_PROFILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@dataclass(frozen=True)
class Profile:
    """One login, but for its secret.

    account_id: the MID of its business unit; None means the integration's own. storage: keyring or file.
    keyring: dotted name of the keyring backend that holds the secret. production: warn before every write.
    output, timeout: defaults for the options of the same names. type: what it logs in to; a login to Personalization
    Builder has one host for both URLs, and its organization as client_id.
    """

    name: str
    auth_url: str
    rest_url: str
    client_id: str
    account_id: str | None = None
    scope: str | None = None
    production: bool = False
    storage: str = "keyring"
    keyring: str | None = None
    output: str | None = None
    timeout: float | None = None
    type: str = ENGAGEMENT


EMULATOR_PROFILE = Profile(
    name=EMULATOR,
    auth_url="http://emulator.localhost",
    rest_url="http://emulator.localhost",
    client_id=EMULATOR,
)


@dataclass(frozen=True)
class Config:
    """The profiles of the config file, and the name of the one in use."""

    current: str | None = None
    profiles: dict[str, Profile] = field(default_factory=dict)

    def profile(self, name: str) -> Profile:
        """Return a profile, the built-in emulator included. Raises InputError for an unknown name."""
        if name == EMULATOR:
            return EMULATOR_PROFILE
        if name not in self.profiles:
            known = ", ".join([*sorted(self.profiles), EMULATOR])
            raise InputError(f"There is no profile {name!r}; there are: {known}", "mcctl auth list")
        return self.profiles[name]

    def with_profile(self, profile: Profile) -> Config:
        """Return the configuration with `profile` added or replaced, and in use if it can be for all commands.

        Raises InputError where the name is that of a login of another type.
        """
        known = self.profiles.get(profile.name)
        if known and known.type != profile.type:
            raise InputError(
                f"Profile {profile.name} is a login of type {known.type} already; nothing was saved",
                "Give this one another name: --profile NAME",
            )
        current = profile.name if profile.type == ENGAGEMENT else self.current
        return Config(current, {**self.profiles, profile.name: profile})

    def without(self, name: str) -> Config:
        """Return the configuration without a profile; none is in use if it was that one."""
        left = {key: value for key, value in self.profiles.items() if key != name}
        return Config(None if self.current == name else self.current, left)

    def switched(self, name: str) -> Config:
        """Return the configuration with another profile in use. Raises InputError for one that cannot be."""
        if self.profile(name).type != ENGAGEMENT:
            raise InputError(f"{name} is a login to Personalization Builder, which its commands find by themselves")
        return replace(self, current=name)


def config_dir() -> Path:
    """The folder of the config file; MCCTL_CONFIG_DIR moves it."""
    return _folder("MCCTL_CONFIG_DIR", "user_config_path")


def state_dir() -> Path:
    """The folder of locks, reports and the emulator's state; MCCTL_STATE_DIR moves it."""
    return _folder("MCCTL_STATE_DIR", "user_state_path")


def emulator_state() -> Path:
    """The emulator's SQLite file; MCCTL_EMULATOR_STATE moves it."""
    named = os.environ.get("MCCTL_EMULATOR_STATE")
    return Path(named).expanduser() if named else state_dir() / "emulator.sqlite"


def config_file() -> Path:
    """The path of the config file."""
    return config_dir() / "config.yaml"


def load() -> Config:
    """Read the config file; an absent one is empty. Raises InputError when it does not make sense."""
    path = config_file()
    if not path.exists():
        return Config()
    document = read_object(str(path))
    raw = document.get("profiles") or {}
    if not isinstance(raw, dict):
        raise InputError(f"{path}: profiles must be an object")
    return Config(document.get("current"), {name: _profile(path, name, values) for name, values in raw.items()})


def update(change: Callable[[Config], Config]) -> Config:
    """Replace the configuration by what `change` makes of it, one process at a time, and return it.

    Raises InputError when the file cannot be read or written.
    """
    from filelock import FileLock

    path = config_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(f"{path}.lock", timeout=10):
            config = change(load())
            _write(path, config)
    except OSError as error:
        raise InputError(f"Cannot write {path}: {error.strerror or error}") from error
    return config


def check_mid(text: str, *, option: str) -> str:
    """Return a MID. Raises InputError, naming `option`, for what is none."""
    if not (text.isascii() and text.isdecimal()):
        raise InputError(f"{option} {text!r} is no MID: a MID has only digits")
    return text


def check_profile_name(name: str) -> str:
    """Return `name`. Raises InputError unless it can name a profile."""
    if not _PROFILE_NAME.fullmatch(name) or name in _RESERVED_NAMES:
        raise InputError(
            f"{name!r} cannot name a profile: use letters, digits, dot, dash; {EMULATOR} is built in",
            "Name another with --profile; MCCTL_PROFILE counts too",
        )
    return name


def _folder(variable: str, kind: str) -> Path:
    if named := os.environ.get(variable):
        return Path(named).expanduser()
    import platformdirs

    folder: Path = getattr(platformdirs, kind)("mcctl", appauthor=False)
    return folder


def _profile(path: Path, name: str, values: Any) -> Profile:
    known = {item.name for item in fields(Profile)} - {"name"}
    if not isinstance(values, dict) or not values.keys() <= known:
        raise InputError(f"{path}: profile {name} may only have: {', '.join(sorted(known))}")
    missing = {"auth_url", "rest_url", "client_id"} - values.keys()
    if missing:
        raise InputError(f"{path}: profile {name} lacks {', '.join(sorted(missing))}")
    if values.get("output") not in (None, *Format):
        raise InputError(f"{path}: profile {name}: there is no output format {values['output']!r}")
    if values.get("type") not in (None, *LOGIN_TYPES):
        raise InputError(f"{path}: profile {name}: there is no login of type {values['type']!r}")
    account_id = values.get("account_id")
    return Profile(
        **{
            **values,
            "name": name,
            "auth_url": base_url(str(values["auth_url"]), name=f"auth_url of profile {name}"),
            "rest_url": base_url(str(values["rest_url"]), name=f"rest_url of profile {name}"),
            "account_id": None if account_id is None else str(account_id),
        }
    )


def _write(path: Path, config: Config) -> None:
    profiles = {
        profile.name: {key: value for key, value in asdict(profile).items() if key != "name" and value is not None}
        for profile in config.profiles.values()
    }
    new = path.with_suffix(".new")
    new.write_text(dump_yaml({"current": config.current, "profiles": profiles}), encoding="utf-8")
    new.replace(path)
