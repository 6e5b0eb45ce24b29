"""`mcctl automation notification`: who is told by mail how an automation ended."""

from mcctl.commands._group import Group

app = Group(__name__, "Who is told by mail how an automation ended.")
app.verb("get", "Show who is told by mail how an automation ended.")
app.verb("set", "Say who is told by mail how an automation ended; whoever was, is not any more.")
