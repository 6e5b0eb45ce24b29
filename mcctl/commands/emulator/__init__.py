"""`mcctl emulator`: a local Marketing Cloud to rehearse with."""

from mcctl.commands._group import Group

app = Group(__name__, "A local Marketing Cloud to rehearse with.")
app.group("fault")
app.group("event")
app.group("file")
app.verb("serve", "Serve the emulator over HTTP, for any client, until Ctrl-C.")
app.verb("reset", "Bring back the demo account, with empty logs and outbox, no faults, and the clock on time.")
app.verb("load", "Make the emulator the account in a workspace: rehearse with your own.")
app.verb("outbox", "Show the messages that were sent: rendered, and delivered to nobody.")
app.verb("requests", "Show what the emulator received, oldest first; a request without status was cut off.")
app.verb("clock", "Show the emulator's clock, or put it ahead: tokens expire, waits elapse.")
app.verb(
    "profiles", "Show the profiles of Personalization Builder with their privacy states, and when they will be deleted."
)
