"""What each function gives, and where it stops the render."""

from __future__ import annotations

import re

import pytest

from mcctl.ampscript.catalog import functions
from mcctl.ampscript.errors import NotRendered, ParseError, Raised, Refused, RenderError
from mcctl.ampscript.functions import content, dates, encoding, numeric, rows, strings, utility
from tests.ampscript._rendering import render

GIVEN = [
    # texts
    ('Concat("a", 1, 2.50, "b")', "a12.50b"),
    ("Concat(true, false)", ""),
    ('Concat("x", Now())', "x3/4/2026 1:52:07 PM"),
    ('Length("12345")', "5"),
    ('Length("🚲")', "2"),
    ("Length(true)", "0"),
    ('Lowercase("GRÜN")', "grün"),
    ('Uppercase("Maß")', "MAß"),
    ('Uppercase("ıx")', "IX"),
    ("ProperCase(\"JEAN-LUC O'HARA mc coy\")", "Jean-luc O'hara Mc Coy"),
    ('ProperCase("  two   words ")', "  Two   Words "),
    ('Trim("\t a b  ")', "a b"),
    ('IndexOf("Bonbon","ON")', "2"),
    ('IndexOf("Bonbon","on",2)', "5"),
    ('IndexOf("Bonbon","on",-1)', "5"),
    ('IndexOf("Bonbon","on",3)', "0"),
    ('IndexOf("Bonbon","")', "0"),
    ('Substring("bicycle",3)', "cycle"),
    ('Substring("bicycle",0,2)', "bi"),
    ('Substring("bicycle",3,99)', "cycle"),
    ('Substring("bicycle",9)', ""),
    ('Substring("a🚲b",2,2)', "🚲"),
    ('Replace("Hop hop HOP","hop","x")', "x x x"),
    ('Replace("hop","o")', "hp"),
    ('Replace("hop","")', "hop"),
    ('Replace("a.b","." ,"\\1")', "a\\1b"),
    ('ReplaceList("one,two;three","-",",",";")', "one-two-three"),
    ('Char(65,3)', "AAA"),
    ('Char(65601)', "A"),
    ('Concat(Char(55357),Char(56842))', "😊"),
    ('RegExMatch("tel 0151-77","([0-9]+)-([0-9]+)",2)', "77"),
    ('RegExMatch("tel 0151-77","(?<first>[0-9]+)","first")', "0151"),
    ('RegExMatch("ABC","abc",0)', ""),
    ('RegExMatch("ABC","abc",0,"IgnoreCase")', "ABC"),
    ('RegExMatch("ab","(?<n>a)(b)",1)', "b"),
    ('RegExMatch("ab","a",7)', ""),
    # numbers
    ('Add("2",3)', "5"),
    ("Add(0.1,0.2)", "0.3"),
    ("Subtract(1,2.75)", "-1.75"),
    ("Multiply(123456789,1000000000)", "1.23456789E+17"),
    ("Divide(1,3)", "0.333333333333333"),
    ("Divide(1,0)", "∞"),
    ("Divide(-1,0)", "-∞"),
    ("Divide(0,0)", "NaN"),
    ("Mod(-7,3)", "-1"),
    ("Mod(7.5,2)", "1.5"),
    ("Mod(7,0)", "NaN"),
    ("Random(4,4)", "4"),
    ('FormatNumber("1,234.5","N1")', "1,234.5"),
    ('FormatNumber(0.125,"P1")', "12.5%"),
    ('FormatNumber(2.5,"N0")', "3"),
    ('FormatNumber(255,"x4")', "00ff"),
    ('FormatNumber(42,"D5")', "00042"),
    ('FormatNumber(1234567.891,"G")', "1234567.891"),
    ('FormatNumber(0.00001234,"G")', "1.234E-05"),
    ('FormatNumber(1234.5,"E2")', "1.23E+003"),
    ('FormatNumber(1234.5,"#,##0.00")', "1,234.50"),
    ('FormatNumber(5,"000")', "005"),
    ('FormatNumber(0.5,"#.##")', ".5"),
    ('FormatNumber(-3,"0;(0);zero")', "(3)"),
    ('FormatNumber(0,"0;(0);zero")', "zero"),
    ('FormatNumber(1234567,"0,,.0M")', "1.2M"),
    ('FormatNumber(86000,"0.###E+0")', "8.6E+4"),
    ('FormatNumber(123456789,"000-00-0000")', "123-45-6789"),
    ('FormatNumber("many","N")', ""),
    ('FormatNumber(1234.5,"N1","fr-FR")', "1\u00a0234,5"),
    ('FormatNumber(1234567,"N0","en-IN")', "12,34,567"),
    ('FormatNumber(0.5,"P0","tr-TR")', "%50"),
    ('FormatCurrency(1999.5,"en-US")', "$1,999.50"),
    ('FormatCurrency(-1999.5,"en-US")', "($1,999.50)"),
    ('FormatCurrency(1999.5,"de-DE")', "1.999,50 €"),
    ('FormatCurrency(1999.5,"de_de",0)', "2.000 €"),
    ('FormatCurrency(1999.5,"en-GB")', "£1,999.50"),
    ('FormatCurrency(1999.5,"ja-JP")', "\u00a52,000"),
    ('FormatCurrency(1999.5,"de-CH")', "CHF 1\u2019999.50"),
    ('FormatCurrency(5,"zh-CN")', "¥5.00"),
    ('FormatCurrency(5,"xx-XX")', "¤5.00"),
    ('FormatCurrency(5,"en-US",2,"US$")', "US$5.00"),
    # dates
    ("Now()", "3/4/2026 1:52:07 PM"),
    ("GetSendTime()", "3/4/2026 1:52:07 PM"),
    ('DateParse("2026-05-01T10:00:00+02:00")', "5/1/2026 2:00:00 AM"),
    ('DateParse("Thu, 07 May 2026 12:00:00 GMT")', "5/7/2026 6:00:00 AM"),
    ('DateParse("7 May 2026 9:30 PM")', "5/7/2026 9:30:00 PM"),
    ('DateParse("2026-05")', "5/1/2026 12:00:00 AM"),
    ('DateParse("8:15 AM")', "3/4/2026 8:15:00 AM"),
    ('DateParse("2026-05-01",1)', "5/1/2026 6:00:00 AM"),
    ('StringToDate("5/1/26")', "5/1/2026 12:00:00 AM"),
    ('DateAdd("2024-02-29",1,"Y")', "2/28/2025 12:00:00 AM"),
    ('DateAdd("2026-05-31",-3,"m")', "2/28/2026 12:00:00 AM"),
    ('DateAdd("2026-05-31 23:50",15,"MI")', "6/1/2026 12:05:00 AM"),
    ('DateDiff("2026-05-01 23:00","2026-05-02 01:00","D")', "1"),
    ('DateDiff("2026-05-01","2025-04-30","Y")', "-1"),
    ('DateDiff("2026-05-01 10:10","2026-05-01 12:05","H")', "2"),
    ('DatePart("2026-05-01 15:04","month")', "05"),
    ('DatePart("2026-05-01 15:04","monthName")', "May"),
    ('DatePart("2026-05-01 15:04","H")', "3"),
    ('DatePart("2026-05-01 15:04","minute")', "4"),
    ('FormatDate("2026-05-01 15:04:05","dddd, d MMMM yyyy")', "Fri, 1 May 2026"),
    ('FormatDate("2026-05-01 15:04:05","dddd, dd MMM yy")', "Fri, 01 May 26"),
    ('FormatDate("2026-05-01 15:04:05","ddddd")', "Friday"),
    ('FormatDate("2026-05-01 15:04:05","D")', "5/1/2026"),
    ('FormatDate("2026-05-01 15:04:05","long")', "Friday, May 1, 2026"),
    ('FormatDate("2026-05-01 15:04:05","","hh:mm tt")', "03:04 PM"),
    ('FormatDate("2026-05-01 15:04:05","","sortable")', "T15:04:05"),
    ('FormatDate("2026-05-01 15:04:05","iso")', "2026-05-01T15:04:05.0000000"),
    ('FormatDate("2026-05-01 15:04:05","rfc")', "Fri, 01 May 2026 15:04:05 GMT"),
    ('FormatDate("2026-05-01","d MMMM yyyy","","de-DE")', "1 Mai 2026"),
    ('FormatDate("soon","yyyy")', ""),
    ('Format("2026-05-01 15:04:05","dd/MM/yyyy HH:mm")', "01/05/2026 15:04"),
    ('Format("2026-05-01 15:04:05","dd/MM/yyyy","Date","de-DE")', "01.05.2026"),
    ('Format("2026-05-01","MMMM","Date","pl-PL")', "maj"),
    ('Format("2026-05-01","d MMMM","Date","pl-PL")', "1 maja"),
    ('Format("2026-05-01","%d")', "1"),
    ("Format(\"2026-05-01\",\"'on' d\")", "on 1"),
    ('Format("2026-05-01 15:04:05","U")', "Friday, May 1, 2026 9:04:05 PM"),
    ('Format(1234.5,"C")', "$1,234.50"),
    ('Format(1234.5,"N1","Numeric","de-DE")', "1.234,5"),
    ('Format("word","N")', "word"),
    # encodings
    ('Base64Encode("Rad 🚲")', "UmFkIPCfmrI="),
    ('Base64Decode("UmFk")', "Rad"),
    ('Base64Encode("é","ASCII")', "Pw=="),
    ('MD5("Rad")', "1d9a8ab863064e5b54a8a7641160cf3f"),
    ('StringToHex("é","UTF-16")', "e900"),
    ('URLEncode("https://a.example/x y?q=a b")', "https://a.example/x y?q=a%20b"),
    ('URLEncode("a b&c",1,1)', "a+b%26c"),
    ('URLEncode("a b",0,1)', "a%20b"),
    ('GetJWT("k","HS256",\'{"a":1}\')', "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJhIjoxfQ."),
    ('LongSFID("001D000000IqhSL")', "001D000000IqhSLIAZ"),
    ('LongSFID("short")', "short"),
    # anything else
    ('v("x")', "x"),
    ("Empty(@nobody)", "True"),
    ('Empty(" ")', "False"),
    ('IsNull("")', "False"),
    ('IsNull(Lookup("Bikes","Seen","Sku","B2"))', "True"),
    ('IsNullDefault("a","b")', "a"),
    ('Domain("ada@math.example.org")', "math.example.org"),
    ('IsEmailAddress("ada+l@example.org")', "True"),
    ('IsEmailAddress("ada@example")', "False"),
    ('IsEmailAddress(" ada@example.org")', "False"),
    ('IsPhoneNumber("(317) 555-0199")', "True"),
    ('IsPhoneNumber("+1 317 555 0199")', "False"),
    ('IIf(1 == 1,"a","b")', "a"),
    ('IIf("true","a","b")', "b"),
    ('IIf(1 == 2,RaiseError("no"),"b")', "b"),
    ('AttributeValue("emailaddr")', "ada@example.com"),
    ('AttributeValue("nothing")', ""),
    ('RedirectTo("https://a.example")', "https://a.example"),
    ('WrapLongURL("https://a.example")', "https://a.example"),
    ('BuildOptionList("b","a","A","b","B")', '<option value="a">A</option>\n<option value="b" selected="selected">B</option>'),
    ('BeginImpressionRegion("top")', ""),
    ("EndImpressionRegion()", ""),
    ('CloudPagesURL(12)', "https://cloud.pages.example/12"),
    # rows
    ('Lookup("bikes","name","sku","B1")', "Road"),
    ('Lookup("Bikes","Name","Sku","B9")', ""),
    ('Lookup("ENT.Bikes","Name","Price",900)', "Road"),
    ('RowCount(LookupRows("Bikes","Name","ROAD"))', "2"),
    ('RowCount(LookupRowsCS("Bikes","Name","road"))', "1"),
    ('Field(Row(LookupOrderedRows("Bikes",1,"Sku DESC","Name","road"),1),"Sku")', "b3"),
    ('DataExtensionRowCount("Bikes")', "3"),
    ('RowCount(BuildRowsetFromString("a||b||","||"))', "3"),
    ('RowCount(BuildRowsetFromString("",","))', "0"),
    ('Field(Row(BuildRowsetFromString("a;b",";"),2),"Value")', "b"),
    ('Field(Row(BuildRowsetFromJSON(\'{"a":[{"n":1.0},{"n":"x"}]}\',"$.a[*]",1),1),"N")', "1"),
    ('RowCount(BuildRowsetFromJSON("no json","$",1))', "0"),
    ('Field(Row(BuildRowsetFromXML("<a><b c=\'1\'>x<d>y</d></b></a>","/a/b",1),1),"Value")', "x"),
    ('Field(Row(BuildRowsetFromXML("<a><b c=\'1\'>x</b></a>","//b",1),1),"c_att")', "1"),
    ('Field(Row(LookupRows("Bikes","Sku","B1"),1),"Colour",0)', ""),
    ('ClaimRowValue("Coupons","Code","Taken","none","By","ann")', "C1"),
    ('ClaimRowValue("Coupons","Code","Taken","none","By","eve")', "C2"),
    ('InsertDE("Bikes","Sku","B4")', ""),
    ('UpsertDE("Bikes",1,"Sku","B1","Name","City")', ""),
    # content
    ('ContentBlockByKey("plain")', "Hello"),
    ('ContentBlockByKey("none","",0)', ""),
    ('ContentBlockByKey("none","",false,"%%=v(1)=%%")', "%%=v(1)=%%"),
    ('TreatAsContent("")', ""),
    ('TreatAsContentArea("k","a")', "a"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "result"), GIVEN, ids=[call for call, _ in GIVEN])
def test_what_a_function_gives(call: str, result: str) -> None:
    printed = render(f"[%%={call}=%%]")
    if call.startswith("GetJWT"):
        assert printed.startswith(f"[{result}")
    else:
        assert printed == f"[{result}]"


STOPS = [
    'Add("",1)', 'Add("two",1)', "Add(true,1)", "Random(1.5,2)", 'Random("a",2)', 'Char("a")', "Char(65,-1)",
    "Char(9223372036854775807)", 'Substring("abc",1.5)', 'Substring("abc",1,-1)', 'RegExMatch("a","(",0)',
    'RegExMatch("a","a",0,"Fast")', 'DateAdd("never",1,"D")', 'DateAdd("2026-05-01",1,"W")',
    'DateAdd("2026-05-01",1,"day")', 'DateAdd("2026-05-01",1.5,"D")', 'DateAdd("9999-12-31",1,"D")', 'DateParse("")',
    'DateParse("May 1st, 2026")', "DateParse(20260501)", 'DateParse("Monday, May 1, 2026")',
    'DatePart("2026-05-01","weekday")', 'FormatDate("2026-05-01","","h")', 'Format(1,"N","Number")',
    'FormatCurrency("much","en-US")', 'FormatNumber(1,"")', 'Base64Decode("***")', 'MD5("a","klingon")', 'MD5("a","")',
    'GetJWT("","HS256","{}")', 'GetJWT("k","none","{}")', 'AttributeValue("")', 'CloudPagesURL(1,"a")', 'CloudPagesURL("x")',
    'Lookup("Cars","Name","Sku","B1")', 'Lookup("Bikes","Colour","Sku","B1")', 'Lookup("Bikes","Name","Colour","red")',
    'LookupRows("Bikes","Sku","B1","Name")', 'Row(LookupRows("Bikes","Sku","B1"),0)', 'Row(LookupRows("Bikes","Sku","B1"),2)',
    'Field(Row(LookupRows("Bikes","Sku","B1"),1),"Colour")', 'Row("text",1)', 'Field("text",1)', 'RowCount("text")',
    'BuildRowsetFromJSON("no json","$",0)', 'BuildRowsetFromXML("<a>","//a",0)', 'InsertDE("Bikes","Colour","red")',
    'UpsertDE("Bikes",2,"Sku","B1","Name","x")', 'ContentBlockByKey("none")', 'ContentBlockByID(7)', 'ContentArea(7)',
    'ContentImageByKey("none")', 'ContentBlockByKey("loop")', 'BarcodeURL("","code39",1,1)',
]  # fmt: skip


@pytest.mark.parametrize("call", STOPS)
def test_where_a_function_stops_the_render(call: str) -> None:
    with pytest.raises(RenderError) as caught:
        render(f"line one\n  %%={call}=%%")
    place = caught.value.place
    assert place is not None
    assert place.line == (1 if place.block else 2)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("NoSuch(1)", 19691),
        ("CreateObject(1)", 10004),
        ('RequestParameter("a")', 10004),
        ('Redirect("https://a.example")', 10005),
        ('InsertData("Bikes","Sku","X")', 10005),
    ],
)
def test_what_messages_cannot_use_is_refused_even_in_a_branch_that_never_runs(call: str, code: int) -> None:
    with pytest.raises(Refused) as caught:
        render(f"%%[ IF 1 == 2 THEN SET @x = {call} ENDIF ]%%")
    assert (caught.value.code, str(caught.value.place)) == (code, "line 1, column 29")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("Lowercase()", "Lowercase takes 1 argument, not 0"),
        ('IndexOf("a")', "IndexOf takes 2 to 3 arguments, not 1"),
        ("Concat()", "Concat takes 1 arguments or more, not 0"),
        ("GUID(1)", "GUID takes 0 arguments, not 1"),
        ("BeginImpressionRegion(@a)", "BeginImpressionRegion takes a name as it stands, no variable and no call"),
        ("Concat(Output(Now()))", "Output cannot stand inside another call"),
    ],
)
def test_arguments_are_counted_before_anything_is_rendered(call: str, told: str) -> None:
    with pytest.raises(ParseError, match=re.escape(told)):
        render(f"%%[ IF 1 == 2 THEN SET @x = {call} ENDIF ]%%")


@pytest.mark.parametrize(
    "call", ['HTTPGet("https://a.example")', "RetrieveSalesforceJobSources(1)", 'TransformXML("a","b")']
)
def test_what_only_the_platform_has_is_named(call: str) -> None:
    with pytest.raises(NotRendered, match=r"^line 1, column 4: \w+ needs the platform"):
        render(f"%%={call}=%%")


def test_an_error_that_a_template_raises_says_whom_it_stops() -> None:
    with pytest.raises(Raised) as caught:
        render('%%[ RaiseError("no coupon", true, "x", 42, 1) ]%%')
    error = caught.value
    assert (error.message, error.skip, error.keep, error.code) == ("no coupon", True, True, 42)
    with pytest.raises(Raised) as caught:
        render('%%[ RaiseError("stop") ]%%')
    assert (caught.value.skip, caught.value.keep) == (False, False)


def test_zones_shift_with_the_season() -> None:
    call = '%%=SystemDateToLocalDate("{0}")=%% %%=LocalDateToSystemDate("{0}")=%%'
    assert render(call.format("2026-01-15 09:30"), zone="Europe/Berlin") == "1/15/2026 4:30:00 PM 1/15/2026 2:30:00 AM"
    assert render(call.format("2026-07-15 09:30"), zone="Europe/Berlin") == "7/15/2026 5:30:00 PM 7/15/2026 1:30:00 AM"


def test_ids_are_new_each_time() -> None:
    first, second = render("%%=GUID()=%% %%=GUID()=%%").split()
    assert first != second
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", first)


def test_every_function_of_the_catalogue_is_at_home_where_it_says() -> None:
    homes = {
        "strings": strings, "numeric": numeric, "dates": dates, "rows": rows, "content": content, "encoding": encoding,
        "utility": utility,
    }  # fmt: skip
    special = {"iif", "output", "outputline"}  # the compiler has them: not all of their arguments are worked out
    named = {home: {name for name, one in functions().items() if one.home == home} for home in homes}
    assert {home: set(module.FUNCTIONS) for home, module in homes.items()} == {
        home: names - special for home, names in named.items()
    }
    assert len(functions()) == 157
