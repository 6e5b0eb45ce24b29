"""`mcctl emulator fault`: make the emulator fail as a network or a platform in trouble would."""

from mcctl.commands._group import Group

app = Group(__name__, "Make the emulator fail as a network or a platform in trouble would.")
app.verb("add", "Add a fault rule. The first rule that matches a request wins.")
app.verb("list", "List the fault rules, with how often each matched and was applied.")
app.verb("clear", "Remove every fault rule.")
