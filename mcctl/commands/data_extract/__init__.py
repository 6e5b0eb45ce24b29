"""`mcctl data-extract`: data extract activities of Automation Studio."""

from mcctl.commands._group import Group

app = Group(__name__, "Data extract activities: data into files.")
app.verb("list", "List data extract activities.")
app.verb("get", "Show a data extract activity, with its options.")
app.verb("create", "Create a data extract activity from a document, such as another one that `get` shows.")
app.verb("update", "Change a data extract activity; what is not named stays.")
app.verb("delete", "Delete a data extract activity. Automations that use it go on pointing at it.")
app.verb("run", "Run a data extract activity now.")
app.verb("log", "Show what is logged of the last runs of a data extract activity: why they failed.")
