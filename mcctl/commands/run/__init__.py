"""`mcctl run`: bulk runs on this machine: see them, go on with them."""

from mcctl.commands._group import Group

app = Group(__name__, "Bulk runs on this machine: see them, go on with them.")
app.verb("list", "List the runs of this machine, oldest first. Rows that are not in any column yet were not sent.")
app.verb("show", "Show a run, or write what became of each of its rows.")
app.verb("resume", "Go on with a run where it stopped: the same command again, with the same file and login.")
app.verb("discard", "Forget a run, and what came from a stream with it.")
