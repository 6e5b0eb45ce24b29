"""`mcctl query`: SQL query activities, queries that are run once, data views."""

from mcctl.commands._group import Group

app = Group(__name__, "SQL: run it, keep it as query activities, data views.")
app.verb("run", "Run a query: SQL from here, of which the rows are shown, or a query activity.")
app.verb("validate", "Check SQL without saving or running it, also against a data extension.")
app.verb("list", "List query activities.")
app.verb("get", "Show a query activity, with its SQL.")
app.verb("create", "Create a query activity.")
app.verb("update", "Change a query activity; what is not named stays.")
app.verb("delete", "Delete a query activity. Automations that use it go on pointing at it.")
app.verb("views", "List the data views that queries can read, or the columns of one.")
app.verb("cleanup", "Remove what `query run --sql` left behind when it was killed.")
