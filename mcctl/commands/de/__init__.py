"""`mcctl de`: data extensions: definitions, rows, imports."""

from mcctl.commands._group import Group

app = Group(__name__, "Data extensions: definitions, rows, imports.")
app.group("field")
app.group("folder")
app.verb("list", "List data extensions: all of this business unit, those in a folder, or those that a search finds.")
app.verb("get", "Show a data extension: its fields, primary key, what it is sent by, and how many rows it has.")
app.verb("create", "Create a data extension.")
app.verb("copy", "Copy a data extension: its fields, its primary key, what it is sent by. Rows are not copied.")
app.verb("clear", "Remove every row of a data extension, for good. The data extension itself stays.")
app.verb("delete", "Delete a data extension with all its rows, for good.")
app.verb("rows", "Show rows, or export them all: csv and jsonl stream, page by page.")
app.verb("upsert", "Insert one row, or change the one that has its primary key; columns that are left out stay.")
app.verb("delete-row", "Delete one row, known by its primary key, for good. To empty a data extension: de clear.")
app.verb("status", "Show how far rows are that were queued, and why some were rejected.")
app.verb("import", "Import a file into a data extension, and wait until every row is in.")
