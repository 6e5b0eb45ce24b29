"""`mcctl de folder`: the folders of data extensions."""

from mcctl.commands._group import Group

app = Group(__name__, "The folders of data extensions.")
app.verb("list", "List the folders of data extensions, with their paths.")
