"""`mcctl contact preference`: what contacts agreed to."""

from mcctl.commands._group import Group

app = Group(__name__, "Whether contacts may be tracked.")
app.verb("get", "Show whether contacts may be tracked.")
app.verb("set", "Say whether contacts may be tracked.")
