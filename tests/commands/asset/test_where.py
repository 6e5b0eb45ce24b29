"""The language of `--where`, by itself."""

from __future__ import annotations

from typing import Any

import pytest

from mcctl.commands.asset._where import parse_where, sorting
from mcctl.errors import InputError


def simple(name: str, operator: str, value: Any) -> dict[str, Any]:
    return {"property": name, "simpleOperator": operator, "value": value}


NAME, ID = simple("name", "like", "welcome"), simple("id", "greaterThan", 500)
TAG = simple("tags", "where", "spring")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("name like 'welcome'", NAME),
        ('name LIKE "welcome"', NAME),
        ("id > 500", ID),
        ("( id > 500 )", ID),
        ("name like 'welcome' and id > 500", {"leftOperand": NAME, "logicalOperator": "AND", "rightOperand": ID}),
        (
            "name like 'welcome' or tags where 'spring' and id > 500",
            {
                "leftOperand": NAME,
                "logicalOperator": "OR",
                "rightOperand": {"leftOperand": TAG, "logicalOperator": "AND", "rightOperand": ID},
            },
        ),
        (
            "(name like 'welcome' or tags where 'spring') and id > 500",
            {
                "leftOperand": {"leftOperand": NAME, "logicalOperator": "OR", "rightOperand": TAG},
                "logicalOperator": "AND",
                "rightOperand": ID,
            },
        ),
        ("id in (1, 2)", {"property": "id", "simpleOperator": "in", "values": [1, 2]}),
        ('{"property": "x"}', {"property": "x"}),
    ],
)
def test_a_condition_becomes_an_expression(text: str, expression: dict[str, Any]) -> None:
    assert parse_where(text) == expression


@pytest.mark.parametrize(
    "text", ["", "name", "name like", "name like 'a' and", "(id > 1", "id > 1)", "id ~ 1", "{", "and"]
)
def test_what_is_no_condition(text: str) -> None:
    with pytest.raises(InputError):
        parse_where(text)


def test_nesting_has_an_end() -> None:
    with pytest.raises(InputError, match="nested too deeply"):
        parse_where("(" * 1000 + "id > 1" + ")" * 1000)


@pytest.mark.parametrize(("text", "direction"), [("name", "ASC"), ("name:asc", "ASC"), ("name:DESC", "DESC")])
def test_sorting(text: str, direction: str) -> None:
    assert sorting(text) == {"property": "name", "direction": direction}


@pytest.mark.parametrize("text", ["", ":desc", "name:up"])
def test_what_is_no_sorting(text: str) -> None:
    with pytest.raises(InputError):
        sorting(text)
