"""`mcctl personalization privacy`: privacy states of profiles."""

from mcctl.commands._group import Group

app = Group(__name__, "Privacy states of profiles.")
app.verb("set", "Set the privacy states of profiles.")
app.verb("status", "Show what became of batches, change by change.")
