"""`mcctl script`: script activities of Automation Studio."""

from mcctl.commands._group import Group

app = Group(__name__, "Script activities: server-side JavaScript.")
app.verb("list", "List script activities.")
app.verb("get", "Show a script activity, with its code.")
app.verb("create", "Create a script activity from a file.")
app.verb("update", "Change a script activity; what is not named stays.")
app.verb("delete", "Delete a script activity. Automations that use it go on pointing at it.")
app.verb("run", "Run a script activity now.")
app.verb("log", "Show what is logged of the last runs of a script activity: why they failed.")
