"""`mcctl workspace`: a business unit as files under git."""

from mcctl.commands._group import Group

app = Group(__name__, "A business unit as files under git.")
app.verb("init", "Make a workspace of a folder: say which business units it is of.")
app.verb("pull", "Take what changed in the business unit into the files; what changed here stays.")
app.verb("status", "Show what is not the same here and in the business unit.")
app.verb("usages", "Show who uses an object: with file and line, and, if wanted, up to journeys and sends.")
app.verb("unused", "Show the assets, data extensions and events that nothing in the files uses.")
app.verb("inventory", "List every object of every kind, one line each.")
app.verb("lint", "Say what is wrong with the objects in the files. Nobody is asked.")
app.verb("diff", "Show the differences line by line: from the business unit to the files.")
app.verb("plan", "Say what would be written to a business unit, in order, and whom it reaches. Nothing is written.")
app.verb("apply", "Carry out a plan. The same command again goes on where it stopped, and does nothing twice.")
app.verb("push", "Write what changed here to a business unit: plan, question and apply in one.")
app.verb("promote", "Bring objects from one business unit to another: pulled from the one, pushed to the other.")
app.verb("match", "Link objects in the files to those that a business unit has already. Nothing is written there.")
app.verb("rename", "Give an object another key: in its own file, and in every text that names it. Nobody is asked.")
app.verb("rollback", "Take back what a run of apply or push did: a plan like any other, made of what was there before.")
