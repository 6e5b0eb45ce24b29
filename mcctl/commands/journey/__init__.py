"""`mcctl journey`: Journey Builder: journeys, from draft to running."""

from mcctl.commands._group import Group

app = Group(__name__, "Journey Builder: journeys, from draft to running.")
app.verb("list", "List journeys: of each the running version, or else the newest.")
app.verb("get", "Show a version of a journey with all its parts; the newest one, unless told otherwise.")
app.verb("draw", "Draw a journey, or a specification of one: the way of a contact as a tree.")
app.verb("new", "Write the specification of a journey, step by step, as JSON; nothing is created.")
app.verb("create", "Create a journey as a draft, from its specification.")
app.verb("update", "Change the draft of a journey, or with --new-version make one.")
app.verb("delete", "Delete a journey with all its versions, or only one of them, for good. Whoever is in it leaves.")
app.verb("status", "Show the versions of a journey: their status, who is inside and who was, and the goal.")
app.verb(
    "history", "Show what happened to contacts in a journey, newest first; the last 30 days, 10,000 records at most."
)
app.verb("audit", "Show what was done to a journey, and by whom.")
app.verb("validate", "Have Marketing Cloud check a draft, without publishing it, and tell everything that is wrong.")
app.verb(
    "publish",
    "Publish the draft of a journey: it takes contacts from then on, and the version before it takes no new ones.",
)
app.verb("pause", "Pause a running journey: nobody goes on, and nobody enters.")
app.verb("resume", "Let a paused journey go on.")
app.verb("stop", "Stop a journey for good: whoever is in it is ejected, and the version cannot be started again.")
app.verb("exit", "Have contacts leave a journey. Marketing Cloud does so in its own time.")
