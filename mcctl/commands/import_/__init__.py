"""`mcctl import`: import activities of Automation Studio."""

from mcctl.commands._group import Group

app = Group(__name__, "Import activities: files into data extensions.")
app.verb("list", "List import activities.")
app.verb("get", "Show an import activity.")
app.verb("create", "Create an import activity from a document, such as another one that `get` shows.")
app.verb("update", "Change an import activity; what is not named stays.")
app.verb("delete", "Delete an import activity. Automations that use it go on pointing at it.")
app.verb("run", "Run an import activity now.")
app.verb("log", "Show what is logged of the last runs of an import activity: why they failed.")
