"""`mcctl file-transfer`: file transfer activities of Automation Studio."""

from mcctl.commands._group import Group

app = Group(__name__, "File transfer activities.")
app.verb("list", "List file transfer activities.")
app.verb("get", "Show a file transfer activity.")
app.verb("run", "Run a file transfer activity now.")
