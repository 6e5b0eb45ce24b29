"""Queries, and the rows that they give: T-SQL as query activities have it, run on two data extensions."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from mcctl.emulator.de.tables import Table
from mcctl.emulator.sql.failing import Failure
from mcctl.emulator.sql.running import planned, rows, run_into
from mcctl.emulator.sql.sources import Source, kind_of_field, source_of_table
from mcctl.emulator.sql.translate import Clock
from mcctl.sql.grammar import SqlError
from mcctl.sql.tables import TableName

CLOCK = Clock("2026-11-27T01:00:00", "2026-11-27T07:00:00")
"""A Friday, as the platform tells it, and in UTC."""
SYNTAX = "An error occurred while checking the query syntax. Errors: "


def field(name: str, kind: str, length: int | None = None, scale: int = 0, *, key: bool = False) -> dict[str, Any]:
    return {"name": name, "type": kind, "length": length, "scale": scale, "isPrimaryKey": key, "isNullable": not key}


CUSTOMERS = [
    field("Id", "Number", key=True), field("Email", "EmailAddress", 254), field("First Name", "Text", 50),
    field("Born", "Date"), field("Active", "Boolean"), field("Spent", "Decimal", 10, 2),
]  # fmt: skip
PEOPLE = [
    (1, "a@x.de", "Ada", "1990-05-01", "true", "10.50"),
    (2, "B@x.de", "bob", "1985-12-31T10:00:00", "false", "3"),
    (3, "c@y.de", None, None, "true", None),
]
ORDERS = [
    field("OrderId", "Text", 20, key=True), field("CustomerId", "Number"), field("Total", "Decimal", 10, 2),
    field("At", "Date"),
]  # fmt: skip
BOUGHT = [
    ("o1", 1, "5.25", "2026-01-31"), ("o2", 1, "2.10", "2026-02-28T23:59:59"), ("o3", 2, "100", "2026-03-01"),
    ("o4", 9, "7", "2025-12-31"),
]  # fmt: skip


class Account:
    """Two data extensions, and what queries call them."""

    def __init__(self) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.customers = self.table(1, CUSTOMERS, PEOPLE)
        self.orders = self.table(2, ORDERS, BOUGHT)

    def table(self, number: int, fields: list[dict[str, Any]], lines: list[tuple[Any, ...]]) -> Table:
        table = Table(self.db, number, fields)
        table.create()
        names = [one["name"] for one in fields]
        table.insert([table.checked(dict(zip(names, line, strict=True))) for line in lines])
        return table

    def find(self, name: TableName) -> Source | None:
        known = {"customers": self.customers, "the orders": self.orders, "orders": self.orders}
        table = known.get(name.name.lower())
        return None if table is None else source_of_table(table)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return rows(self.db, planned(sql, self.find, CLOCK))

    def run(self, sql: str, target: Table, update_type: int = 0) -> int:
        wanted = {one.name.lower(): kind_of_field(one) for one in target.columns}
        return run_into(self.db, planned(sql, self.find, CLOCK, wanted), target, update_type)

    def content(self, table: Table) -> list[tuple[Any, ...]]:
        return [line[1:] for line in table.rows("", [], "id", range(len(table.columns)), -1, 0)]


@pytest.fixture(scope="module")
def account() -> Account:
    return Account()


QUERIES: list[tuple[str, list[tuple[Any, ...]]]] = [
    # what is read
    ("SELECT Id, Email FROM Customers", [(1, "a@x.de"), (2, "B@x.de"), (3, "c@y.de")]),
    ("select c.* from customers c where c.id = 1", [(1, "a@x.de", "Ada", "1990-05-01T00:00:00", 1, 10.5)]),
    ("SELECT OrderId FROM [The Orders] WHERE Total > 50", [("o3",)]),
    ("SELECT Id FROM Ent.Customers WITH (NOLOCK) WHERE Id = 2", [(2,)]),
    ('SELECT "Id" FROM Customers WHERE [First Name] IS NULL -- nobody\n', [(3,)]),
    ("SELECT /* none */ 1 AS One", [(1,)]),
    # comparing: case does not count, and kinds meet
    ("SELECT Id FROM Customers WHERE [First Name] = 'ADA'", [(1,)]),
    ("SELECT Id FROM Customers WHERE [First Name] IN ('ada', 'BOB')", [(1,), (2,)]),
    ("SELECT Id FROM Customers WHERE Email LIKE 'b@%'", [(2,)]),
    ("SELECT Id FROM Customers WHERE Email LIKE '[a-b]@_.de'", [(1,), (2,)]),
    ("SELECT Id FROM Customers WHERE Email LIKE '[^a]%' AND Email NOT LIKE '%y%'", [(2,)]),
    ("SELECT 1 AS A WHERE '50%' LIKE '50!%' ESCAPE '!'", [(1,)]),
    ("SELECT Id FROM Customers WHERE Id = '2'", [(2,)]),
    ("SELECT Id FROM Customers WHERE Active = 'true'", [(1,), (3,)]),
    ("SELECT Id FROM Customers WHERE Born >= '19851231' AND Born < '12/31/1986'", [(2,)]),
    ("SELECT Id FROM Customers WHERE Born BETWEEN '1990-05-01' AND '1990-05-01'", [(1,)]),
    ("SELECT Id FROM Customers WHERE Spent IS NOT NULL AND NOT (Id = 1) AND Spent <> 5", [(2,)]),
    # joins and sets
    (
        "SELECT c.Id, o.OrderId FROM Customers c LEFT JOIN Orders o ON o.CustomerId = c.Id WHERE c.Id > 1",
        [(2, "o3"), (3, None)],
    ),
    ("SELECT c.Id FROM Customers c RIGHT JOIN Orders o ON o.CustomerId = c.Id WHERE c.Id IS NULL", [(None,)]),
    ("SELECT COUNT(*) AS N FROM Customers FULL JOIN Orders ON Id = CustomerId", [(5,)]),
    ("SELECT COUNT(*) AS N FROM Customers CROSS JOIN Orders", [(12,)]),
    ("SELECT a.Id AS A, b.Id AS B FROM Customers a, Customers b WHERE a.Id < b.Id", [(1, 2), (1, 3), (2, 3)]),
    ("SELECT Id FROM Customers UNION SELECT CustomerId FROM Orders", [(1,), (2,), (3,), (9,)]),
    ("SELECT COUNT(*) AS N FROM (SELECT Id FROM Customers UNION ALL SELECT CustomerId FROM Orders) u", [(7,)]),
    ("SELECT Id FROM Customers EXCEPT SELECT CustomerId FROM Orders", [(3,)]),
    ("SELECT Id FROM Customers INTERSECT (SELECT CustomerId FROM Orders UNION SELECT 3 AS X)", [(1,), (2,), (3,)]),
    ("SELECT Id FROM Customers WHERE Id IN (SELECT CustomerId FROM Orders)", [(1,), (2,)]),
    ("SELECT Id FROM Customers c WHERE NOT EXISTS (SELECT 1 FROM Orders o WHERE o.CustomerId = c.Id)", [(3,)]),
    (
        "SELECT c.Id, (SELECT MAX(Total) FROM Orders o WHERE o.CustomerId = c.Id) AS Most FROM Customers c",
        [(1, 5.25), (2, 100.0), (3, None)],
    ),
    # groups
    (
        "SELECT CustomerId, COUNT(*) AS N, SUM(Total) AS T FROM Orders GROUP BY CustomerId HAVING COUNT(*) > 1",
        [(1, 2, 7.35)],
    ),
    ("SELECT COUNT(DISTINCT UPPER(LEFT(Email, 1))) AS N, COUNT(Spent) AS S FROM Customers", [(3, 2)]),
    (
        "SELECT UPPER([First Name]) AS F, COUNT(*) AS N FROM Customers GROUP BY UPPER([First Name])",
        [(None, 1), ("ADA", 1), ("BOB", 1)],
    ),
    ("SELECT AVG(Id) AS A, AVG(Spent) AS B, AVG(Id * 1.0) AS C FROM Customers", [(2, 6.75, 2.0)]),
    ("SELECT STDEV(Id) AS A, VARP(Id) AS B, MIN(Born) AS C FROM Customers", [(1.0, 2 / 3, "1985-12-31T10:00:00")]),
    ("SELECT STRING_AGG(Email, ';') WITHIN GROUP (ORDER BY Id DESC) AS E FROM Customers", [("c@y.de;B@x.de;a@x.de",)]),
    ("SELECT Active, COUNT(*) AS N FROM Customers GROUP BY ROLLUP(Active)", [(0, 1), (1, 2), (None, 3)]),
    ("SELECT TOP 1 Active, COUNT(*) AS N FROM Customers GROUP BY CUBE(Active) ORDER BY N DESC", [(None, 3)]),
    ("SELECT COUNT(*) AS N FROM Customers WHERE 1 = 0", [(0,)]),
    ("SELECT DISTINCT Active FROM Customers", [(1,), (0,)]),
    # tops
    ("SELECT TOP 2 OrderId FROM Orders ORDER BY Total DESC", [("o3",), ("o4",)]),
    ("SELECT TOP (1) WITH TIES CustomerId FROM Orders ORDER BY CustomerId", [(1,), (1,)]),
    ("SELECT TOP 50 PERCENT OrderId FROM Orders ORDER BY Total DESC", [("o3",), ("o4",)]),
    ("SELECT OrderId FROM Orders ORDER BY Total DESC OFFSET 1 ROWS FETCH NEXT 2 ROWS ONLY", [("o4",), ("o1",)]),
    # windows
    (
        "SELECT x.Id FROM (SELECT Id, ROW_NUMBER() OVER (PARTITION BY Active ORDER BY Id DESC) AS N FROM Customers) x "
        "WHERE x.N = 1",
        [(2,), (3,)],
    ),
    (
        "SELECT OrderId, SUM(Total) OVER (PARTITION BY CustomerId ORDER BY At) AS T FROM Orders WHERE CustomerId = 1",
        [("o1", 5.25), ("o2", 7.35)],
    ),
    ("SELECT OrderId, LAG(OrderId) OVER (ORDER BY OrderId) AS Before FROM Orders WHERE Total < 6",
     [("o1", None), ("o2", "o1")]),
    ("SELECT DISTINCT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY Total) OVER () AS M FROM Orders", [(6.125,)]),
    ("SELECT DISTINCT PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY Total) OVER () AS M FROM Orders", [(5.25,)]),
    ("SELECT Id, AVG(Id) OVER () AS M FROM Customers", [(1, 2), (2, 2), (3, 2)]),
    # texts
    (
        "SELECT LEFT(Email, 3) AS A, RIGHT(Email, 2) AS B, SUBSTRING(Email, 1, CHARINDEX('@', Email) - 1) AS C, "
        "LEN('ab  ') AS D FROM Customers WHERE Id = 1",
        [("a@x", "de", "a", 2)],
    ),
    ("SELECT REPLACE('Abab', 'a', 'x') AS A, STUFF('abc', 2, 1, 'ZZ') AS B, REVERSE('abc') AS C", [("xbxb", "aZZc", "cba")]),
    ("SELECT CONCAT(Id, '-', [First Name]) AS A, [First Name] + '!' AS B FROM Customers WHERE Id > 1",
     [("2-bob", "bob!"), ("3-", None)]),
    ("SELECT PATINDEX('%[0-9]%', 'ab3') AS A, LTRIM('  a') AS B, REPLICATE('ab', 2) AS C, ASCII('A') AS D",
     [(3, "a", "abab", 65)]),
    ("SELECT UPPER('straße') AS A, LOWER('ÄÖ') AS B, TRIM('  x ') AS C, SPACE(2) + 'y' AS D",
     [("STRASSE", "äö", "x", "  y")]),
    ("SELECT 'it''s' AS A, N'ä' AS B, NULLIF('a', 'A') AS C", [("it's", "ä", None)]),
    ("SELECT JSON_VALUE('{\"a\":[{\"b\":\"x\"}]}', '$.a[0].b') AS A, JSON_QUERY('{\"a\":[1]}', '$.a') AS B", [("x", "[1]")]),
    ("SELECT FORMAT(Spent, 'N2') AS A, FORMAT(Born, 'dd.MM.yyyy') AS B, FORMAT(Born, 'D', 'de-DE') AS C "
     "FROM Customers WHERE Id = 1", [("10.50", "01.05.1990", "Dienstag, 1. Mai 1990")]),
    # numbers
    ("SELECT 5 / 2 AS A, 5.0 / 2 AS B, 5 % 3 AS C, -7 / 2 AS D, 2 + 3 * 4 AS E", [(2, 2.5, 2, -3, 14)]),
    ("SELECT ROUND(2.345, 2) AS A, CEILING(2.1) AS B, FLOOR(-2.1) AS C, ABS(-3) AS D, POWER(2, 3) AS E, SQRT(9) AS F",
     [(2.35, 3.0, -3.0, 3, 8, 3.0)]),
    ("SELECT Id + '5' AS A, '2' * 3 AS B FROM Customers WHERE Id = 1", [(6, 6)]),
    ("SELECT CAST(2.7 AS int) AS A, CAST('2.25' AS decimal(5,1)) AS B, CAST(5 AS bit) AS C, CAST(Spent AS varchar(9)) AS D "
     "FROM Customers WHERE Id = 1", [(2, 2.3, 1, "10.50")]),
    ("SELECT ISNUMERIC('12.5') AS A, ISNUMERIC('x') AS B, ISDATE('2026-13-01') AS C, ISDATE('2026-12-01') AS D",
     [(1, 0, 0, 1)]),
    # dates
    ("SELECT GETDATE() AS A, GETUTCDATE() AS B, CAST(GETDATE() AS date) AS C, GETDATE() - 1 AS D",
     [("2026-11-27T01:00:00", "2026-11-27T07:00:00", "2026-11-27T00:00:00", "2026-11-26T01:00:00")]),
    ("SELECT DATEADD(month, DATEDIFF(month, 0, GETDATE()), 0) AS A, DATEADD(month, 1, '2026-01-31') AS B",
     [("2026-11-01T00:00:00", "2026-02-28T00:00:00")]),
    ("SELECT DATEDIFF(year, '2025-12-31', '2026-01-01') AS A, DATEDIFF(week, '2026-11-21', '2026-11-22') AS B, "
     "DATEDIFF(hour, '2026-01-01 00:59', '2026-01-01 01:01') AS C", [(1, 1, 1)]),
    ("SELECT DATENAME(weekday, GETDATE()) AS A, DATEPART(iso_week, GETDATE()) AS B, EOMONTH('2024-02-10') AS C, "
     "YEAR(GETDATE()) AS D", [("Friday", 48, "2024-02-29T00:00:00", 2026)]),
    ("SELECT CONVERT(varchar(10), Born, 104) AS A, CONVERT(varchar, Born, 120) AS B, CONVERT(char(8), Born, 112) AS C "
     "FROM Customers WHERE Id = 2", [("31.12.1985", "1985-12-31 10:00:00", "19851231")]),
    ("SELECT CONVERT(date, '31/12/2026', 103) AS A, CAST('Jan 31 2026' AS datetime) AS B, DATEFROMPARTS(2026, 2, 3) AS C",
     [("2026-12-31T00:00:00", "2026-01-31T00:00:00", "2026-02-03T00:00:00")]),
    ("SELECT GETDATE() AT TIME ZONE 'Central America Standard Time' AT TIME ZONE 'W. Europe Standard Time' AS A",
     [("2026-11-27T08:00:00+01:00",)]),
    # what depends
    ("SELECT CASE WHEN Spent > 5 THEN 'much' WHEN Spent IS NULL THEN 'none' ELSE 'some' END AS A FROM Customers",
     [("much",), ("some",), ("none",)]),
    ("SELECT CASE Active WHEN 1 THEN 'yes' ELSE 'no' END AS A, IIF(Id > 2, 1, 2.5) AS B FROM Customers",
     [("yes", 2.5), ("no", 2.5), ("yes", 1)]),
    ("SELECT ISNULL(Spent, 0) AS A, COALESCE([First Name], Email, 'x') AS B, CHOOSE(Id, 'p', 'q') AS C FROM Customers",
     [(10.5, "Ada", "p"), (3.0, "bob", "q"), (0, "c@y.de", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "given"), QUERIES, ids=[sql[:60] for sql, _ in QUERIES])
def test_a_query_gives_rows(account: Account, sql: str, given: list[tuple[Any, ...]]) -> None:
    found = account.rows(sql)
    assert sorted(found, key=str) == sorted(given, key=str) if "ORDER BY" not in sql.upper() else found == given


REFUSALS = [
    ("SELECT Id FROM Customers;", "';' is a reserved word and may not be used"),
    ("SELECT Id INTO X FROM Customers", "'into' is a reserved word and may not be used"),
    ("INSERT INTO X SELECT Id FROM Customers", "'into' is a reserved word and may not be used"),
    ("EXEC x", "Only SELECT queries are valid."),
    ("DELETE FROM Customers", "Only SELECT queries are valid."),
    ("WITH x AS (SELECT 1 AS A) SELECT A FROM x", "Only SELECT queries are valid."),
    ("SELECT Id FROM Customers DROP TABLE Customers", "'drop' is a reserved word and may not be used"),
    ("SELECT @a AS A", f'{SYNTAX}Must declare the scalar variable "@a".'),
    ("SELECT Id FROM #t", f"{SYNTAX}Invalid object name '#t'."),
    ("SELECT Id FROM Customers LIMIT 3", f"{SYNTAX}Incorrect syntax near 'LIMIT'."),
    ("SELECT Id FROM a.Customers",
     f"{SYNTAX}The Customers table has a multi-part specification. This is not allowed."),
    ("SELECT Id FROM Customers ORDER BY Id",
     f"{SYNTAX}The ORDER BY clause is invalid in views, inline functions, derived tables, subqueries, and common table "
     "expressions, unless TOP, OFFSET or FOR XML is also specified."),
    ("SELECT Id + 1 FROM Customers", f"{SYNTAX}No column name was specified for column 1 of 'querydef'."),
    ("SELECT Id, Email AS id FROM Customers", f"{SYNTAX}The column 'id' was specified multiple times for 'querydef'."),
    ("SELECT Nope FROM Customers", f"{SYNTAX}Invalid column name 'nope'."),
    ("SELECT Id AS X FROM Customers WHERE X = 1", f"{SYNTAX}Invalid column name 'x'."),
    ("SELECT Id FROM Nobody", f"{SYNTAX}Invalid object name 'Nobody'."),
    ("SELECT b.Id FROM Customers a", f'{SYNTAX}The multi-part identifier "b.id" could not be bound.'),
    ("SELECT a.Id FROM Customers a JOIN Customers b ON Email = Email", f"{SYNTAX}Ambiguous column name 'email'."),
    ("SELECT Id, COUNT(*) AS N FROM Customers",
     f"{SYNTAX}Column 'customers.id' is invalid in the select list because it is not contained in either an aggregate "
     "function or the GROUP BY clause."),
    ("SELECT Id FROM Customers WHERE COUNT(*) > 1", f"{SYNTAX}An aggregate may not appear in the WHERE clause."),
    ("SELECT Id FROM Customers WHERE ROW_NUMBER() OVER (ORDER BY Id) = 1",
     f"{SYNTAX}Windowed functions can only appear in the SELECT or ORDER BY clauses."),
    ("SELECT ROW_NUMBER() AS N FROM Customers", f"{SYNTAX}The function 'ROW_NUMBER' must have an OVER clause."),
    ("SELECT TRY_CAST(Id AS int) AS A FROM Customers", f"{SYNTAX}'TRY_CAST' is not a recognized built-in function name."),
    ("SELECT FOO(1) AS A", f"{SYNTAX}'FOO' is not a recognized built-in function name."),
    ("SELECT LEFT(Email) AS A FROM Customers", f"{SYNTAX}The left function requires 2 argument(s)."),
    ("SELECT Id FROM Customers UNION SELECT CustomerId, Total FROM Orders",
     f"{SYNTAX}All queries combined using a UNION, INTERSECT or EXCEPT operator must have an equal number of "
     "expressions in their target lists."),
    ("SELECT Id FROM Customers WHERE Id IN (SELECT CustomerId, Total FROM Orders)",
     f"{SYNTAX}Only one expression can be specified in the select list when the subquery is not introduced with EXISTS."),
    ("SELECT 'a AS A",
     f"{SYNTAX}Unclosed quotation mark, or another character that SQL does not know."),
    ("SELECT Id FROM Customers WHERE", f"{SYNTAX}Incorrect syntax near 'WHERE'."),
    ("", "Only SELECT queries are valid."),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "told"), REFUSALS, ids=[sql[:60] or "nothing" for sql, _ in REFUSALS])
def test_a_query_is_refused(account: Account, sql: str, told: str) -> None:
    with pytest.raises(SqlError) as refused:
        account.rows(sql)
    assert str(refused.value) == told


FAILURES = [
    ("SELECT 1 / 0 AS A", "Divide by zero error encountered."),
    ("SELECT CAST('abc' AS int) AS A", "Conversion failed when converting the varchar value 'abc' to data type int."),
    ("SELECT Id FROM Customers WHERE Email = 5",
     "Conversion failed when converting the varchar value 'a@x.de' to data type int."),
    ("SELECT CAST('x' AS date) AS A", "Conversion failed when converting date and/or time from character string."),
    ("SELECT LEFT(Email, -1) AS A FROM Customers", "Invalid length parameter passed to the LEFT function."),
    ("SELECT DATEADD(year, 9999, GETDATE()) AS A", "Adding a value to a 'datetime' column caused an overflow."),
    ("SELECT DATEADD(fortnight, 1, GETDATE()) AS A", "'fortnight' is not a recognized datepart option."),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "told"), FAILURES, ids=[sql[:60] for sql, _ in FAILURES])
def test_a_query_fails_while_it_runs(account: Account, sql: str, told: str) -> None:
    with pytest.raises(Failure) as failed:
        account.rows(sql)
    assert str(failed.value) == told


TARGET = [
    field("Id", "Number", key=True),
    field("Name", "Text", 5),
    field("Day", "Date"),
    field("Share", "Decimal", 5, 2),
]


@pytest.fixture
def target() -> tuple[Account, Table]:
    account = Account()
    return account, account.table(3, TARGET, [(1, "old", None, "1"), (7, "kept", None, None)])


def test_a_target_is_overwritten(target: tuple[Account, Table]) -> None:
    account, table = target
    assert account.run("SELECT Id, [First Name] AS Name, Born AS Day, Spent / 3 AS Share FROM Customers", table) == 3
    assert account.content(table) == [
        ("1", "Ada", "1990-05-01T00:00:00", "3.50"), ("2", "bob", "1985-12-31T10:00:00", "1.00"), ("3", None, None, None),
    ]  # fmt: skip


def test_a_target_is_updated_by_its_key(target: tuple[Account, Table]) -> None:
    account, table = target
    account.run("SELECT Id, 'new' AS Name FROM Customers WHERE Id < 3", table, 1)
    assert account.content(table) == [("1", "new", None, "1.00"), ("7", "kept", None, None), ("2", "new", None, None)]


def test_rows_are_appended(target: tuple[Account, Table]) -> None:
    account, table = target
    account.run("SELECT Id FROM Customers WHERE Id = 2", table, 2)
    assert [line[0] for line in account.content(table)] == ["1", "7", "2"]


def test_a_query_reads_its_own_target(target: tuple[Account, Table]) -> None:
    account, table = target
    account.orders = table
    account.run("SELECT Id + 10 AS Id, Name FROM Orders", table)
    assert account.content(table) == [("11", "old", None, None), ("17", "kept", None, None)]


@pytest.mark.parametrize(
    ("sql", "update_type", "told"),
    [
        ("SELECT Id, Email AS Name FROM Customers", 0, "String or binary data would be truncated."),
        ("SELECT NULLIF(Id, 2) AS Id FROM Customers", 0,
         "Cannot insert the value NULL into column 'Id'; column does not allow nulls. INSERT fails."),
        ("SELECT Id FROM Customers", 2,
         "Violation of PRIMARY KEY constraint. Cannot insert duplicate key in object 'de_row_3'."),
        ("SELECT CustomerId AS Id FROM Orders", 1,
         "Violation of PRIMARY KEY constraint. Cannot insert duplicate key in object 'de_row_3'. "
         "The result has the same primary key twice."),
        ("SELECT Id, 10000 AS Share FROM Customers", 0, "Share: '10000' is not a decimal of 5 digits"),
    ],
)  # fmt: skip
def test_what_does_not_fit_its_target_fails(
    target: tuple[Account, Table], sql: str, update_type: int, told: str
) -> None:
    account, table = target
    with pytest.raises(Failure) as failed:
        account.run(sql, table, update_type)
    assert str(failed.value) == told
