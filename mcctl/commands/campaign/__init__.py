"""`mcctl campaign`: campaigns, and what is attached to them."""

from mcctl.commands._group import Group

app = Group(__name__, "Campaigns, and what is attached to them.")
app.verb("list", "List campaigns, last changed first.")
app.verb("get", "Show a campaign.")
app.verb("create", "Create a campaign.")
app.verb("delete", "Delete a campaign. What is attached to it stays.")
app.verb("attached", "List what is attached to a campaign.")
app.verb("attach", "Attach objects of one kind to a campaign.")
app.verb("detach", "Detach objects from a campaign. They stay where they are.")
