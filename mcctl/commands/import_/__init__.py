"""`mcctl import`: import activities of Automation Studio."""

from mcctl.commands._group import Group

app = Group(__name__, "Import activities: files into data extensions.")
app.verb("list", "List import activities.")
app.verb("get", "Show an import activity.")
app.verb("run", "Run an import activity now.")
