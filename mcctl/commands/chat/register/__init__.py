"""`mcctl chat register`: register a Messenger page or LINE channel as a sender."""

from mcctl.commands._group import Group

app = Group(__name__, "Register a Messenger page or LINE channel as a sender.")
app.verb("messenger", "Register a Facebook page, or overwrite its registration.")
app.verb("line", "Register a LINE channel, or overwrite its registration.")
