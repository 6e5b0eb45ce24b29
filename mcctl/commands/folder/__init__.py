"""`mcctl folder`: Content Builder: folders."""

from mcctl.commands._group import Group

app = Group(__name__, "Content Builder: folders.")
app.verb("list", "List the folders of this business unit.")
app.verb("get", "Show a folder.")
app.verb("create", "Create a folder.")
app.verb("update", "Rename or move a folder.")
app.verb("delete", "Delete a folder. What becomes of the assets in it, the API does not document: move them first.")
