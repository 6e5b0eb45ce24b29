"""`mcctl file-location`: where imports and transfers find files."""

from mcctl.commands._group import Group

app = Group(__name__, "Where imports and transfers find their files.")
app.verb("list", "List the places of files, those that are built in with them.")
app.verb("get", "Show an external place of files, by its key.")
