"""`mcctl automation`: what runs when, step by step."""

from mcctl.commands._group import Group

app = Group(__name__, "Automation Studio: what runs when, and how it went.")
app.verb("list", "List automations.")
app.verb("get", "Show an automation: its steps, and when it runs.")
app.verb("create", "Create an automation from a document.")
app.verb("update", "Change an automation; what the document leaves out stays.")
app.verb("delete", "Delete an automation; its activities stay.")
app.verb("run", "Run every activity of an automation once, now.")
app.verb("status", "Show whether an automation runs, and how its last run ended.")
app.verb("history", "Show the runs of an automation in the last 31 days.")
app.verb("pause", "Pause the schedule, or the file drop, of an automation.")
app.verb("resume", "Let the schedule, or the file drop, of an automation start it again.")
app.verb("schedule", "Set when an automation runs, and let it.")
app.group("notification")
app.verb("health", "Show the automations that failed, are paused, have no schedule, or did not run in their time.")
