"""`mcctl sms keyword`: keywords of short and long codes."""

from mcctl.commands._group import Group

app = Group(__name__, "Keywords of short and long codes.")
app.verb(
    "create",
    "Reserve a keyword. Its opt-in type is that of the message template behind it, which is set in MobileConnect.",
)
app.verb("list", "List the keywords of every code, with what they are answered with.")
app.verb("delete", "Remove a keyword, of a code or by its id.")
