"""Grammar, values, comparisons, loops, places of errors."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from mcctl.ampscript.cultures import culture
from mcctl.ampscript.dates import read_date
from mcctl.ampscript.errors import AmpscriptError, ParseError, RenderError
from mcctl.ampscript.hints import hints
from mcctl.ampscript.numbers import format_number
from mcctl.ampscript.parser import parse
from mcctl.ampscript.walk import calls, references
from tests.ampscript._rendering import NOW, render

US = culture("")
PRINTED = [
    # text and code
    ("a %% b % c %%%% {d} {{", "a %% b % c %%%% {d} {{"),
    ("50%%off", "50%%off"),
    ("a\n%%[ SET @x = 1 ]%%\nb", "a\n\nb"),
    ("%%[]%%x%%[ ]%%", "x"),
    ('<script runat="server" language="ampscript">SET @x = "s"</script>%%=v(@x)=%%', "s"),
    ("<SCRIPT language='AMPscript' runat=server>SET @x = 1</SCRIPT >%%=v(@x)=%%", "1"),
    ('<script runat="server" language="ampscript"/>x', "x"),
    ("<script>var a = 1;</script>", "<script>var a = 1;</script>"),
    ('%%[ SET @a = "%%=Add(1,2)=%% ]%% /* */" ]%%%%=v(@a)=%%', "%%=Add(1,2)=%% ]%% /* */"),
    ("%%[ /* =%% ]%% \" */ SET @a = 1; ]%%%%=v(@a)=%%", "1"),
    ('%%[[name="n";type="Load"] SET @a = 1 ]%%%%=v(@a)=%%', "1"),
    # lexical rules
    ("%%[ SET @a = 'it''s \"so\"' ]%%%%=v(@a)=%%", "it's \"so\""),
    ("%%[ set @A = 1 SET @b = @a ]%%%%=V(@B)=%%", "1"),
    ("%%=v(-12)=%% %%=v(3.50)=%% %%=v(.5)=%%", "-12 3.50 0.5"),
    ("%%=v(9223372036854775808)=%% %%=v(-9223372036854775808)=%%", "0 -9223372036854775808"),
    ("%%[\u00a0SET\u00a0@a\u00a0=\u00a01\u00a0]%%%%=v(@a)=%%", "1"),
    ("%%[ SET @a = 2<br /> IF @a &gt;= 2 AND 1 &lt; @a THEN ]%%y%%[ ENDIF ]%%", "y"),
    ("%%=Concat(&quot;a&quot;,'b')=%%", "ab"),
    # variables
    ("%%[ SET @a = 1 VAR @a, @b ]%%[%%=v(@a)=%%%%=v(@b)=%%]", "[]"),
    ("%%[ @a = 1 ]%%[%%=v(@a)=%%]", "[]"),
    ("%%[ 5 < 5 (5 > 4) @a 'text' ]%%x", "x"),
    # conditions
    ("%%[ IF @a THEN ]%%1%%[ ELSEIF NOT @a THEN ]%%2%%[ ELSE ]%%3%%[ ENDIF ]%%", "2"),
    ('%%[ IF "TRUE" AND 1 AND "1" THEN ]%%y%%[ ENDIF ]%%', "y"),
    ('%%[ IF 2 OR "false" OR "" THEN ]%%y%%[ ELSE ]%%n%%[ ENDIF ]%%', "n"),
    ("%%[ IF NOT 1 == 2 AND 2 == 2 THEN ]%%y%%[ ENDIF ]%%", "y"),
    ("%%[ IF NOT NOT 1 == 1 THEN ]%%y%%[ ENDIF ]%%", "y"),
    ("%%[ IF 1 == 1 OR 1 == 1 AND 1 == 2 THEN ]%%y%%[ ENDIF ]%%", "y"),
    ("%%[ IF 1 == 2 AND Add('x',1) == 1 THEN ]%%y%%[ ELSE ]%%n%%[ ENDIF ]%%", "n"),
    ("%%[ IF 1==1 THEN IF 1==2 THEN ]%%a%%[ ELSE ]%%b%%[ ENDIF ELSE ]%%c%%[ ENDIF ]%%", "b"),
    # loops
    ("%%[ FOR @i = 1 TO 3 DO ]%%%%=v(@i)=%%%%[ NEXT @i ]%%", "123"),
    ("%%[ FOR @i = 3 DOWNTO 2 DO ]%%%%=v(@i)=%%%%[ NEXT ]%%", "32"),
    ("%%[ FOR @i = 1 TO 0 DO ]%%x%%[ NEXT ]%%.", "."),
    ("%%[ FOR @i = 1 TO 2 DO FOR @j = 1 TO 2 DO ]%%%%=v(@i)=%%%%=v(@j)=%% %%[ NEXT @j NEXT @i ]%%", "11 12 21 22 "),
    ('%%[ SET @n = Divide(4,2) FOR @i = "1" TO @n DO ]%%x%%[ NEXT ]%%', "xx"),
    # output
    ('<%%[ OutputLine(Concat("a"),"dropped",Concat("b")) ]%%>', "<ab\r\n>"),
    ('%%[ Output(Concat("a")) ]%%b', "ab"),
    ("%%=v(true)=%% %%=v(1 == 2)=%%", "True False"),
    # content
    ('%%[ SET @who = "Ada" ]%%%%=ContentBlockByKey("greeting")=%%%%=ContentBlockByKey("setter")=%% %%=v(@from)=%%', "Hi Ada block"),
    ('[%%[ ContentBlockByKey("plain") ]%%]', "[]"),
    ('%%=ContentBlockByKey("plain","",0,"no",@s)=%%%%=v(@s)=%%', "Hello0"),
    ('%%=ContentBlockByKey("none","",0,"no",@s)=%%%%=v(@s)=%%', "no-1"),
    ('%%=TreatAsContent("%%=Add(1,1)=%% %%emailaddr%%")=%%', "2 ada@example.com"),
    # strings of the platform
    ("%%xtmonth%% %%XTDAY%%, %%xtyear%% %%xtshortdate%% %%xtlongdate%%", "March 4, 2026 03/04/2026 Wednesday, March 4, 2026"),
    ("%%_messagecontext%% %%_subscriberkey%% %%nobody%%", "PREVIEW K1 %%nobody%%"),
    # what only the platform renders
    ('a<script runat="server">Write("x")</script>b', "a[not rendered: server-side JavaScript, line 1, column 2]b"),
    ("{{#if x}}y{{/if}}", "{{#if x}}y{{/if}}"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "printed"), PRINTED, ids=[template for template, _ in PRINTED])
def test_what_a_template_prints(template: str, printed: str) -> None:
    assert render(template) == printed


def test_attributes_are_found_in_any_case_and_in_brackets() -> None:
    template = "%%first name%% %%=v([First Name])=%% %%=Uppercase(City)=%% [%%=v(Street)=%%]"
    assert render(template, {"First Name": "Ada", "City": "Rome"}) == "Ada Ada ROME []"


COMPARED = [
    ("@n == @m", True), ("@n < 0", True), ("@n > 0", True), ("@n <= 0", False), ('"" == @n', False), ("@n != false", True),
    ("true == 1", True), ("true < 2", True), ('false == "x"', True), ("Now() > 0", True), ('Now() > "3/3/2026"', True),
    ('"10" > "9"', True), ('"a" < 1', True), ("1.0 == 1", True), ('"1,000" == 1000', True), ('"b" > "A"', True),
    ('"A" == "a"', True), ('"Maß" == "Mass"', False), ('"Maß" <= "Mass"', True), ('"Maß" < "Mass"', False),
    ('"10/20/2024" < "10/21/2024"', True), ("9223372036854775807 > 9223372036854775806", True),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "holds"), COMPARED, ids=[condition for condition, _ in COMPARED])
def test_how_values_compare(condition: str, holds: bool) -> None:
    assert render(f"%%[ IF {condition} THEN ]%%T%%[ ELSE ]%%F%%[ ENDIF ]%%") == ("T" if holds else "F")


BROKEN = [
    ("%%[ IF 1 == 1 ]%%", "line 1, column 15: THEN should be here, not ]%%"),
    ("a\n%%[ IF 1 == 1 THEN ]%%", "line 2, column 5: IF has no ENDIF"),
    ("%%[ FOR @i = 1 TO 2 DO ]%%x", "line 1, column 5: FOR has no NEXT"),
    ("%%[ FOR @i = 1 TO 2 DO NEXT @j ]%%", "line 1, column 29: NEXT @j does not belong to FOR @i"),
    ("%%[ FOR @i = 1 TO 2 DO SET @i = 3 NEXT ]%%", "line 1, column 28: @i counts a loop; inside the loop it cannot be declared or set"),
    ("%%[ ELSE ]%%", "line 1, column 5: a value should be here, not else"),
    ("%%[ IF 1 THEN ELSE ELSE ENDIF ]%%", "line 1, column 20: a value should be here, not else"),
    ("%%[ SET a = 1 ]%%", "line 1, column 9: a variable, such as @name should be here, not a"),
    ("%%[ SET @a 1 ]%%", "line 1, column 12: = should be here, not 1"),
    ("%%=v(1", "line 1, column 1: The code is not closed"),
    ("%%[ SET @a = 1", "line 1, column 1: The code is not closed"),
    ("%%[ /* ]%%", "line 1, column 5: A comment is not closed"),
    ("%%[ SET @a = 'x ]%%", "line 1, column 14: A text is not closed"),
    ("%%=Concat(\u201ca\u201d)=%%", "line 1, column 11: \u201c is no quote; write \" or '"),
    ("%%=Concat(%%name%%)=%%", "line 1, column 11: Names in %% have no place inside code; write the name alone, or in brackets"),
    ("%%=v(1)]%%", "line 1, column 8: ]%% ends what =%% should end"),
    ("%%=v(1) v(2)=%%", "line 1, column 9: =%% should be here, not v"),
    ("%%=v(" + "(" * 100 + "1" + ")" * 100 + ")=%%", "line 1, column 65: More than 60 levels of nesting are not read"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "told"), BROKEN, ids=[template[:40] for template, _ in BROKEN])
def test_what_will_not_parse_has_its_place(template: str, told: str) -> None:
    with pytest.raises(ParseError) as caught:
        render(template)
    assert str(caught.value) == told


def test_errors_of_a_block_name_the_block() -> None:
    with pytest.raises(ParseError) as caught:
        render('x\n%%=ContentBlockByKey("broken")=%%')
    assert str(caught.value) == "broken, line 2, column 5: IF has no ENDIF"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ('%%[ IF "maybe" THEN ENDIF ]%%', 'line 1, column 5: "maybe" is no condition'),
        ("%%[ FOR @i = 1.5 TO 2 DO NEXT ]%%", "line 1, column 5: The bound of a loop must be a whole number, not 1.5"),
        (
            '%%=ContentBlockByKey("loop")=%%',
            "loop, line 1, column 4: RecursiveScriptError: loop includes itself, 1 levels deep",
        ),
    ],
)
def test_where_a_render_stops(template: str, told: str) -> None:
    with pytest.raises(RenderError) as caught:
        render(template)
    assert str(caught.value) == told


def test_text_that_renders_itself_ends_with_the_code_of_recursion() -> None:
    with pytest.raises(AmpscriptError) as caught:
        render('%%[ SET @t = "%%=TreatAsContent(@t)=%%" ]%%%%=TreatAsContent(@t)=%%')
    assert caught.value.code == 104


DATES: list[tuple[str, Any]] = [
    ("2026-05-01", datetime(2026, 5, 1)), ("2026/5/1 7:08", datetime(2026, 5, 1, 7, 8)), ("5/1/2026", datetime(2026, 5, 1)),
    ("5/1/2026 12:00 AM", datetime(2026, 5, 1)), ("1 May 2026", datetime(2026, 5, 1)), ("May 1, 2026", datetime(2026, 5, 1)),
    ("Fri, 1 May 2026 10:00:00 +0200", datetime(2026, 5, 1, 2)), ("2026-05-01T10:00Z", datetime(2026, 5, 1, 4)),
    ("2026-05-01 10:00:00.1234567", datetime(2026, 5, 1, 10, 0, 0, 123456)), ("10:30 pm", datetime(2026, 3, 4, 22, 30)),
    ("May 2026", datetime(2026, 5, 1)), ("31/12/2026", None), ("May 1st, 2026", None), ("1. Mai 2026", None), ("20260501", None),
    ("", None), ("13:00 PM", None), ("2026-02-30", None), ("x" * 1000, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "moment"), DATES, ids=[text[:30] for text, _ in DATES])
def test_which_dates_are_read(text: str, moment: datetime | None) -> None:
    assert read_date(text, NOW) == moment


@pytest.mark.parametrize(
    ("value", "pattern", "printed"),
    [
        ("1.005", "N2", "1.01"), ("-0.001", "N2", "0.00"), ("0", "#", ""), ("12.3", "00.00", "12.30"), ("12.3", "'#'0", "#12"),
        ("0.00367", "#0.##‰", "3.67‰"), ("-0.001", "0.00;(0.00)", "0.00"), ("1e20", "N0", "100,000,000,000,000,000,000"),
        ("1234.5678", "R", "1234.5678"), ("-255", "X", "FFFFFFFFFFFFFF01"), ("5", "qqqq", "qqqq"),
    ],
)  # fmt: skip
def test_patterns_of_numbers(value: str, pattern: str, printed: str) -> None:
    assert US is not None
    assert format_number(Decimal(value), pattern, US) == printed


def test_what_is_seldom_meant_is_hinted_at() -> None:
    program = parse('%%=FormatDate(Now(),"dd.MM.yyyy HH:mm")=%%\n%%[ IF @a == 1 OR @b == 2 AND @c == 3 THEN ENDIF ]%%')
    assert [one.message for one in hints(program)] == [
        'FormatDate: mm in "dd.MM.yyyy HH:mm" is the month; minutes belong into the third argument'
    ]
    assert [(one.message, one.place.line) for one in program.warnings] == [
        ("AND goes before OR here; write parentheses, so that it is sure", 2)
    ]


def test_a_program_can_be_looked_through() -> None:
    program = parse(
        '%%[ IF NOT Empty(@a) AND Add(1,2) > 2 THEN SET @b = ContentBlockByKey("k+1") '
        "FOR @i = 1 TO RowCount(@r) DO ]%%%%=ContentBlockByID(  12 )=%%%%[ NEXT ENDIF ]%%"
    )
    assert [call.name for call in calls(program)] == [
        "Empty",
        "Add",
        "ContentBlockByKey",
        "RowCount",
        "ContentBlockByID",
    ]
    assert [(by, which) for by, which, _ in references(program)] == [("key", "k+1"), ("id", "12")]
