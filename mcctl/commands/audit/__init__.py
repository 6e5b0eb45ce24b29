"""`mcctl audit`: the audit trail of the account."""

from mcctl.commands._group import Group

app = Group(__name__, "The audit trail: who changed what, and who logged in.")
app.verb("list", "List changes, newest first: of what, and by whom.")
app.verb("logins", "List logins, newest first.")
