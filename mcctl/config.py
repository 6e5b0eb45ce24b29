"""Profiles: which tenants this machine is logged in to. No secret is ever in here."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mcctl.choices import per_second
from mcctl.copying import argument
from mcctl.documents import dump_yaml, read_document
from mcctl.errors import InputError
from mcctl.files import others_can_write, write_file
from mcctl.formats import Format
from mcctl.hosts import base_url

ENGAGEMENT, PERSONALIZATION = "engagement", "personalization"
LOGIN_TYPES = (ENGAGEMENT, PERSONALIZATION)
EMULATOR = "emulator"
ENVIRONMENT = "environment"
_RESERVED_NAMES = (EMULATOR, ENVIRONMENT)
_PROFILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


class Profile(NamedTuple):
    """One login, but for its secret.

    account_id: the MID of its business unit; None means the integration's own. storage: keyring or file.
    keyring: dotted name of the keyring backend that holds the secret. production: warn before every write.
    output, timeout: defaults for the options of the same names. allowance: requests of a year. max_rate: those of a
    second, such as 10/s. type: what it logs in to; a login to Personalization
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
    allowance: int | None = None
    max_rate: str | None = None
    type: str = ENGAGEMENT
    more: Mapping[str, Any] = {}
    """Settings of a newer mcctl, which are kept."""

    @property
    def pace(self) -> float | None:
        """How many requests may leave in a second; None means as many as it goes. Raises InputError."""
        return per_second(self.max_rate, "max_rate")


EMULATOR_PROFILE = Profile(
    name=EMULATOR,
    auth_url="http://emulator.localhost",
    rest_url="http://emulator.localhost",
    client_id=EMULATOR,
)


class Config(NamedTuple):
    """The profiles of the config file, and the name of the one in use."""

    current: str | None = None
    profiles: Mapping[str, Profile] = {}
    more: Mapping[str, Any] = {}
    """Settings of a newer mcctl, which are kept."""

    def profile(self, name: str) -> Profile:
        """Return a profile, the built-in emulator included. Raises InputError for an unknown name."""
        if name == EMULATOR:
            return EMULATOR_PROFILE
        if name not in self.profiles:
            known = ", ".join([*sorted(self.profiles), EMULATOR])
            raise InputError(f"There is no profile {name!r}; there are: {known}", "mcctl auth list")
        return self.profiles[name]

    def with_profile(self, profile: Profile) -> Config:
        """Return the configuration with `profile` added or replaced; in use only if none is, and it can be.

        Raises InputError where the name is that of a login of another type.
        """
        known = self.profiles.get(profile.name)
        if known and known.type != profile.type:
            raise InputError(
                f"Profile {profile.name} is a login of type {known.type} already; nothing was saved",
                "Give this one another name: --profile NAME",
            )
        current = self.current or (profile.name if profile.type == ENGAGEMENT else None)
        return self._replace(current=current, profiles={**self.profiles, profile.name: profile})

    def without(self, name: str) -> Config:
        """Return the configuration without a profile; none is in use if it was that one."""
        left = {key: value for key, value in self.profiles.items() if key != name}
        return self._replace(current=None if self.current == name else self.current, profiles=left)

    def switched(self, name: str) -> Config:
        """Return the configuration with another profile in use. Raises InputError for one that cannot be."""
        if self.profile(name).type != ENGAGEMENT:
            raise InputError(f"{name} is a login to Personalization Builder, which its commands find by themselves")
        return self._replace(current=name)


_NUMBERS_TOO = ("client_id", "account_id", "max_rate")
"""Settings that are text, and that people write as numbers."""
_KINDS: dict[str, Any] = {name: str for name in Profile._fields if name not in ("name", "more")}
_KINDS |= {"production": bool, "timeout": (int, float), "allowance": int, **dict.fromkeys(_NUMBERS_TOO, (str, int))}
_KINDS |= {"max_rate": (str, int, float)}
"""Setting -> what it may be."""


def config_dir() -> Path:
    """The folder of the config file; MCCTL_CONFIG_DIR moves it."""
    return _folder("MCCTL_CONFIG_DIR", "user_config_path")


def state_dir() -> Path:
    """The folder of locks, reports and the emulator's state; MCCTL_STATE_DIR moves it."""
    return _folder("MCCTL_STATE_DIR", "user_state_path")


def emulator_state() -> Path:
    """The emulator's SQLite file; MCCTL_EMULATOR_STATE moves it."""
    named = os.environ.get("MCCTL_EMULATOR_STATE")
    return _expanded(named, "MCCTL_EMULATOR_STATE") if named else state_dir() / "emulator.sqlite"


def config_file() -> Path:
    """The path of the config file."""
    return config_dir() / "config.yaml"


def load() -> Config:
    """Read the config file; an absent one is empty. Raises InputError when it does not make sense."""
    path = config_file()
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path} is no file")
        if others_can_write(path):
            told = f"Others can write {path}, or put another in its place; it is not read"
            raise InputError(told, f"chmod go-w {argument(str(path.parent))} {argument(str(path))}")
    except (FileNotFoundError, NotADirectoryError):
        if not path.is_symlink():  # of one that leads nowhere, reading tells
            return Config()
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror or error}") from error
    document = read_document(str(path)) or {}
    if not isinstance(document, dict):
        raise InputError(f"{path} must hold an object (key: value)")
    raw, current = document.get("profiles") or {}, document.get("current")
    if not isinstance(raw, dict) or not isinstance(current, str | None):
        raise InputError(f"{path}: profiles must be an object, and current the name of one")
    more = {name: value for name, value in document.items() if name not in ("profiles", "current")}
    return Config(current, {name: _profile(path, name, values) for name, values in raw.items()}, more)


def update(change: Callable[[Config], Config]) -> Config:
    """Replace the configuration by what `change` makes of it, one process at a time, and return it.

    Raises InputError when the file cannot be read or written.
    """
    from filelock import FileLock  # brings asyncio

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
        return _expanded(named, variable)
    import platformdirs  # for those who name no folder

    folder: Path = getattr(platformdirs, kind)("mcctl", appauthor=False)
    return folder


def _expanded(named: str, variable: str) -> Path:
    try:
        return Path(named).expanduser()
    except RuntimeError as error:
        raise InputError(f"{variable} is {named!r}, whose home is not known") from error


def _profile(path: Path, name: str, values: Any) -> Profile:
    if not isinstance(values, dict):
        raise InputError(f"{path}: profile {name} must be an object")
    known = {key: value for key, value in values.items() if key in _KINDS and value is not None}
    for key, value in known.items():
        if not isinstance(value, _KINDS[key]) or (isinstance(value, bool) and _KINDS[key] is not bool):
            raise InputError(f"{path}: profile {name}: {key} must not be {json.dumps(value)}")
    _check_limits(path, name, known)
    missing = {"auth_url", "rest_url", "client_id"} - values.keys()
    if missing:
        raise InputError(f"{path}: profile {name} lacks {', '.join(sorted(missing))}")
    if values.get("output") not in (None, *Format):
        raise InputError(f"{path}: profile {name}: there is no output format {values['output']!r}")
    if values.get("type") not in (None, *LOGIN_TYPES):
        raise InputError(f"{path}: profile {name}: there is no login of type {values['type']!r}")
    return Profile(
        **{
            **known,
            "name": name,
            "auth_url": base_url(str(values["auth_url"]), name=f"auth_url of profile {name}"),
            "rest_url": base_url(str(values["rest_url"]), name=f"rest_url of profile {name}"),
            **{key: str(known[key]) for key in _NUMBERS_TOO if key in known},
            "more": {key: value for key, value in values.items() if key not in _KINDS},
        }
    )


def _check_limits(path: Path, name: str, known: Mapping[str, Any]) -> None:
    if "max_rate" in known:
        per_second(str(known["max_rate"]), f"{path}: profile {name}: max_rate")
    if known.get("allowance", 1) < 1:
        raise InputError(f"{path}: profile {name}: allowance must be at least 1")


def _write(path: Path, config: Config) -> None:
    profiles = {profile.name: _settings(profile) for profile in config.profiles.values()}
    text = dump_yaml({"current": config.current, "profiles": profiles, **config.more})
    write_file(path, text.encode(), overwrite=True, private=True)


def _settings(profile: Profile) -> dict[str, Any]:
    """Return a profile as the file has it."""
    known = {key: getattr(profile, key) for key in _KINDS}
    return {key: value for key, value in known.items() if value is not None} | dict(profile.more)
