"""`mcctl chat`: GroupConnect: messages by Facebook Messenger and LINE."""

from mcctl.commands._group import Group

app = Group(__name__, "GroupConnect: messages by Facebook Messenger and LINE.")
app.group("register")
app.verb("list", "List the registered pages and channels.")
app.verb("get", "Show how a page or channel is registered; its secrets are never told.")
app.verb("send", "Send a message to one user: one content by Messenger, up to five by LINE.")
app.verb("status", "Show what became of a message.")
