"""`mcctl data-extract`: data extract activities of Automation Studio."""

from mcctl.commands._group import Group

app = Group(__name__, "Data extract activities: data into files.")
app.verb("list", "List data extract activities.")
app.verb("get", "Show a data extract activity, with its options.")
app.verb("run", "Run a data extract activity now.")
