"""`mcctl de field`: the fields of data extensions."""

from mcctl.commands._group import Group

app = Group(__name__, "The fields of data extensions.")
app.verb("list", "List the fields of a data extension, in order.")
app.verb("add", "Add fields to a data extension; they come last.")
