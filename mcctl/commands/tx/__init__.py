"""`mcctl tx`: transactional messages, to one or to many."""

from mcctl.commands._group import Group

app = Group(__name__, "Transactional messages, to one or to many.")
app.group("definition")
app.group("queue")
app.verb("send", "Send a message to one recipient, or with --from to every row of a file.")
app.verb("status", "Show what became of messages. Marketing Cloud limits how often this may be asked.")
app.verb("trigger", "Send a triggered send of Email Studio to one recipient.")
app.verb("unsent", "List the messages that were accepted but not sent, oldest first, and why.")
