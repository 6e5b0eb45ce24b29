"""`mcctl ens`: event notifications, and a local receiver for them."""

from mcctl.commands._group import Group

app = Group(__name__, "Event notifications, and a local receiver for them.")
app.group("callback")
app.group("subscription")
app.verb(
    "verify",
    "Tell whether a notification comes from Marketing Cloud: exit code 0 if it is signed with the key, 2 if not.",
)
app.verb("listen", "Receive notifications on this machine and print their events, until Ctrl-C.")
