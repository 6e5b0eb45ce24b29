"""`mcctl personalization`: Personalization Builder: privacy requests, reports."""

from mcctl.commands._group import Group

app = Group(__name__, "Personalization Builder: privacy requests, reports.")
app.group("privacy")
app.group("report")
