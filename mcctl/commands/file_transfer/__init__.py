"""`mcctl file-transfer`: file transfer activities of Automation Studio."""

from mcctl.commands._group import Group

app = Group(__name__, "File transfer activities.")
app.verb("list", "List file transfer activities.")
app.verb("get", "Show a file transfer activity.")
app.verb("create", "Create a file transfer activity from a document, such as another one that `get` shows.")
app.verb("update", "Change a file transfer activity; what is not named stays.")
app.verb("delete", "Delete a file transfer activity. Automations that use it go on pointing at it.")
app.verb("run", "Run a file transfer activity now.")
app.verb("log", "Show what is logged of the last runs of a file transfer activity: why they failed.")
