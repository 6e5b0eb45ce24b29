"""`mcctl event`: event definitions, and firing entry events."""

from mcctl.commands._group import Group

app = Group(__name__, "Event definitions, and firing entry events.")
app.verb("list", "List event definitions.")
app.verb("get", "Show an event definition.")
app.verb("create", "Create an event definition on a data extension.")
app.verb("update", "Change an event definition. Journeys refer to it by its key.")
app.verb("delete", "Delete an event definition. Its data extension stays.")
app.verb("fire", "Fire an entry event for one contact, or with --from for every row of a file.")
app.verb(
    "status",
    "Show what became of events that were fired with --from, in the last 30 days, as Marketing Cloud tells it.",
)
