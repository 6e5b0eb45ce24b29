"""`mcctl tx queue`: messages that were accepted and wait to be sent."""

from mcctl.commands._group import Group

app = Group(__name__, "Messages that were accepted and wait to be sent.")
app.verb("show", "Show how many messages wait, and for how long the oldest has.")
app.verb("purge", "Drop every message that waits, for good. The definition must be inactive.")
