"""`mcctl tx definition`: send definitions: what is sent, and how."""

from mcctl.commands._group import Group

app = Group(__name__, "Send definitions: what is sent, and how.")
app.verb("list", "List the send definitions of a channel.")
app.verb("get", "Show a send definition.")
app.verb("create", "Create a send definition.")
app.verb(
    "update", "Change some properties of a send definition; all others stay. Changes of an SMS take up to two minutes."
)
app.verb("delete", "Archive a send definition for good. Its key can be used again.")
