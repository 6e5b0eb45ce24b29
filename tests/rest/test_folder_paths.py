"""Paths of folders, by themselves."""

from __future__ import annotations

import pytest

from mcctl.errors import InputError
from mcctl.rest.folder import split_path


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("Emails", ["Emails"]),
        ("Emails/Welcome Series", ["Emails", "Welcome Series"]),
        ("/Emails/Welcome/", ["Emails", "Welcome"]),
        ("Spring\\/Summer/2026", ["Spring/Summer", "2026"]),
    ],
)
def test_a_path_is_names(path: str, names: list[str]) -> None:
    assert split_path(path) == names


@pytest.mark.parametrize("path", ["", "/", "Emails//2026", " / "])
def test_what_is_no_path(path: str) -> None:
    with pytest.raises(InputError):
        split_path(path)
