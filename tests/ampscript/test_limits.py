"""A hostile template cannot hang, fill the memory or break the stack."""

from __future__ import annotations

import time
from typing import Any

import pytest

from mcctl.ampscript.assets import compile_view
from mcctl.ampscript.errors import AmpscriptError, LimitError
from mcctl.ampscript.memory import Memory
from mcctl.ampscript.parser import parse
from mcctl.ampscript.run import Person
from mcctl.ampscript.template import Templates
from tests.ampscript._rendering import CONTENT, NOW, ROWS

SECONDS = 1.0
HOSTILE = {
    "a loop without end": ("%%[ FOR @i = 1 TO 9000000000 DO NEXT ]%%", "line 1, column 5: The loops take more than 1,000,000 turns"),
    "a text that grows": ('%%[ SET @a = "xxxxxxxxxx" FOR @i = 1 TO 99 DO SET @a = Concat(@a,@a) NEXT ]%%', "line 1, column 56: Concat: A text would have more than 4,194,304 characters"),
    "an output that grows": ('%%[ SET @a = Char(65,4000000) FOR @i = 1 TO 99 DO ]%%%%=v(@a)=%%%%[ NEXT ]%%', "The output has more than 10,485,760 characters"),
    "links that grow": ('%%[ FOR @i = 1 TO 99999 DO RedirectTo(Concat(@i,Char(97,100000))) NEXT ]%%', "line 1, column 28: The output has more than 10,485,760 characters"),
    "writes that grow": ('%%[ FOR @i = 1 TO 99999 DO InsertDE("Bikes","Sku",Concat(@i,Char(97,100000))) NEXT ]%%', "line 1, column 28: The output has more than 10,485,760 characters"),
    "lookups that grow": ('%%[ FOR @i = 1 TO 99999 DO LookupRows("Bikes","Sku",Concat(@i,Char(97,100000))) NEXT ]%%', "line 1, column 28: The output has more than 10,485,760 characters"),
    "many large variables": ("%%[" + "".join(f"SET @v{number} = Char(9731,4000000) " for number in range(30)) + "]%%", "The variables have more than 67,108,864 characters"),
    "a replacement that grows": ('%%[ SET @a = Char(65,1000000) SET @b = Replace(@a,"A",@a) ]%%', "line 1, column 40: Replace: A text would have more than 4,194,304 characters"),
    "very many characters": ("%%=Length(Char(65,999999999))=%%", "line 1, column 11: Char: A text would have more than 4,194,304 characters"),
    "a slow pattern": ('%%=RegExMatch("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!","^(a|a|aa)+$",0)=%%', 'line 1, column 4: RegExMatch: The pattern "^(a|a|aa)+$" takes longer than 1 s'),
    "a pattern that calls itself": ('%%=RegExMatch("abc","(?R)","0")=%%', 'line 1, column 4: RegExMatch: "(?R)" calls itself; .NET has no such expressions'),
    "content in content": ('%%[ SET @a = "%%=TreatAsContent(@a)=%%" ]%%%%=TreatAsContent(@a)=%%', "line 1, column 4: RecursiveScriptError: Content includes itself, 20 levels deep"),
    "entities in XML": ("%%=RowCount(BuildRowsetFromXML('<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>','//a',0))=%%", "1"),
    "a path through XML": ("%%=RowCount(BuildRowsetFromXML('<a/>','//b[count(//b[count(//b)>1])>1]',0))=%%", 'line 1, column 13: BuildRowsetFromXML: "//b[count(//b[count(//b)>1])>1]" is too involved for an XPath here'),
    "a path through JSON": ("%%=RowCount(BuildRowsetFromJson('[[[1]]]','$" + "[0,0,0,0,0]" * 3 + "',0))=%%", 'line 1, column 13: BuildRowsetFromJSON: "$[0,0,0,0,0][0,0,0,0,0][0,0,0,0,0]" is too long or too involved for a JSONPath here'),
    "many parts": ("%%=RowCount(BuildRowsetFromString(Char(44,4000000),','))=%%", "line 1, column 13: BuildRowsetFromString: The text has more than 100,000 parts"),
    "a long pattern of a number": ("%%=FormatNumber(1,Char(48,4000000))=%%", "line 1, column 4: FormatNumber: The pattern has more than 250 characters"),
    "a long pattern of a date": ("%%=Format(Now(),Char(100,4000000),'Date')=%%", "line 1, column 4: Format: The pattern has more than 250 characters"),
    "a long query": ("%%=URLEncode(Concat('?',Char(8364,4000000)),1,1)=%%", "line 1, column 4: URLEncode: What is to be encoded has more than 200,000 characters"),
    "a row of comparisons": ("%%=" + "==".join("1" * 1200) + "=%%", "line 1, column 188: More than 60 comparisons in a row are not read"),
    "numbers beyond a double": ("%%=FormatNumber('1e400','N2')=%%|%%=FormatNumber(1" + "0" * 5000 + ".0,'N2')=%%", "|"),
    "dates beyond the calendar": ("%%=DateParse('9999-12-31T23:59:59',true)=%%", "line 1, column 4: DateParse: A number or a date is beyond all bounds"),
    "half a character": ("%%=GetJWT('a','HS256',Char(55357))=%%", "line 1, column 4: GetJWT: A text holds half a character"),
    "half a character in a name": ("%%=Lookup(Char(55357),'a','b','c')=%%", 'line 1, column 4: Lookup: There is no data extension "\ufffd"'),
    "many decimals": ("%%=FormatNumber(1,'N99')=%%", "1." + "0" * 99),
    "digits of other scripts": ("%%=FormatNumber('\u0663','N')=%%", ""),
    "the first year": ("%%=FormatDate('0001-01-01','o')=%%", "0001-01-01T00:00:00.0000000"),
}  # fmt: skip
"""What a template does -> the template, and what comes of it."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_ends_soon(name: str) -> None:
    template, outcome = HOSTILE[name]
    templates = Templates(seconds=60)
    started = time.monotonic()
    try:
        printed = templates.run(Person({}, {}, NOW), Memory(ROWS, CONTENT)).render(templates.compile(template))
    except AmpscriptError as error:
        printed = str(error)
    assert printed == outcome
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "source",
    [
        "%%[ FOR @i = 1 TO 999 DO FOR @j = 1 TO 999 DO Concat(Char(97,9999),@i) NEXT NEXT ]%%",
        "%%[ SET @a = Char(8364,4000000) FOR @i = 1 TO 63 DO SET @b = Uppercase(@a) NEXT ]%%",
    ],
)
def test_many_quick_calls_and_a_few_slow_ones_end_by_the_clock(source: str) -> None:
    templates = Templates(seconds=SECONDS)
    compiled = templates.compile(source)
    with pytest.raises(LimitError, match="The render takes longer than 1 s"):
        templates.run(Person({}, {}, NOW), Memory({}, {})).render(compiled)


def test_slots_in_slots_do_not_multiply() -> None:
    slots = '<div data-type="slot" data-key="a"></div>' * 100
    body = {"views": {"html": {"content": slots, "template": {"slots": {"a": {"content": slots}}}}}}
    with pytest.raises(LimitError, match="The slots and blocks of the asset come to more than 10,485,760 characters"):
        compile_view(body, "html")


@pytest.mark.parametrize("start", ["<div ", "<div data-type='slot' ", "<div data-type='slot' data-key='a' "])
def test_a_megabyte_of_broken_slots_is_read_soon(start: str) -> None:
    content = start * (1_000_000 // len(start))
    started = time.monotonic()
    assert compile_view({"content": content}, "html") == content
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "source",
    ["%%[ " + "SET @a = 1 " * 90_000 + "]%%", "%%=v(@a)=%%" * 90_000, "<script" * 140_000, "%%a " * 250_000, "{{" * 500_000, "{{!--" * 100_000,
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
