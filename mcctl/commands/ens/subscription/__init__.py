"""`mcctl ens subscription`: subscriptions: which events a callback is told of."""

from mcctl.commands._group import Group

app = Group(__name__, "Subscriptions: which events a callback is told of.")
app.verb("list", "List subscriptions; without --callback those of every callback, with a request for each.")
app.verb("get", "Show a subscription.")
app.verb("create", "Subscribe a verified callback to events; it may take two minutes until the first is told.")
app.verb(
    "update",
    "Change what a subscription is told of: the events given replace the ones that it has, and so do the filters.",
)
app.verb("pause", "Pause a subscription. What happens meanwhile is never told.")
app.verb("resume", "Resume a paused subscription.")
app.verb("delete", "Remove a subscription.")
