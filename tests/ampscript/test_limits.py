"""A hostile template cannot hang, fill the memory or break the stack."""

from __future__ import annotations

import time
from typing import Any

import pytest

from mcctl.ampscript.errors import AmpscriptError, LimitError
from mcctl.ampscript.memory import Memory
from mcctl.ampscript.parser import parse
from mcctl.ampscript.run import Person
from mcctl.ampscript.template import Templates
from tests.ampscript._rendering import CONTENT, NOW

SECONDS = 1.0
HOSTILE = {
    "a loop without end": "%%[ FOR @i = 1 TO 9000000000 DO NEXT ]%%",
    "loops in loops": "%%[ FOR @i = 1 TO 99999 DO FOR @j = 1 TO 99999 DO NEXT NEXT ]%%",
    "a text that grows": '%%[ SET @a = "xxxxxxxxxx" FOR @i = 1 TO 99 DO SET @a = Concat(@a,@a) NEXT ]%%',
    "an output that grows": '%%[ SET @a = Char(65,4000000) FOR @i = 1 TO 99 DO ]%%%%=v(@a)=%%%%[ NEXT ]%%',
    "a replacement that grows": '%%[ SET @a = Char(65,1000000) SET @b = Replace(@a,"A",@a) ]%%',
    "very many characters": "%%=Length(Char(65,999999999))=%%",
    "a slow pattern": '%%=RegExMatch("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!","^(a|a|aa)+$",0)=%%',
    "content in content": '%%[ SET @a = "%%=TreatAsContent(@a)=%%" ]%%%%=TreatAsContent(@a)=%%',
    "entities in XML": "%%=RowCount(BuildRowsetFromXML('<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>','//a',0))=%%",
    "many numbers": "%%=FormatNumber(1,\"N999\")=%%",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_ends_soon(name: str) -> None:
    templates = Templates(seconds=SECONDS)
    started = time.monotonic()
    try:
        printed = templates.run(Person({}, {}, NOW), Memory({}, CONTENT)).render(templates.compile(HOSTILE[name]))
    except AmpscriptError as error:
        printed = str(error)
    assert time.monotonic() - started < 10
    assert len(printed) < 11 * 1024 * 1024


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("loops in loops", "The loops take more than 1,000,000 turns"),
        ("an output that grows", "The output has more than 10,485,760 characters"),
    ],
)
def test_limits_are_told(name: str, told: str) -> None:
    templates = Templates(seconds=60)
    with pytest.raises(LimitError, match=told):
        templates.run(Person({}, {}, NOW), Memory({}, {})).render(templates.compile(HOSTILE[name]))


@pytest.mark.parametrize(
    "source",
    ["%%[ " + "SET @a = 1 " * 90_000 + "]%%", "%%=v(@a)=%%" * 90_000, "<script" * 140_000, "%%a " * 250_000, "{{" * 500_000,
     "%%[" * 300_000, "[" * 1_000_000, "%%[ IF 1 THEN " * 70_000, "%%=Concat(" * 100_000, "/*" * 500_000],
    ids=lambda source: source[:12],
)  # fmt: skip
def test_a_megabyte_is_read_in_no_more_than_linear_time(source: str) -> None:
    started = time.monotonic()
    outcome: Any = None
    try:
        outcome = parse(source)
    except AmpscriptError as error:
        outcome = error
    assert outcome is not None
    assert time.monotonic() - started < 10  # about a second; what is not linear takes minutes
