"""`mcctl emulator event`: what readers do with e-mails, as if they had."""

from mcctl.commands._group import Group

app = Group(__name__, "What readers do with e-mails, as if they had.")
app.verb("open", "Let a reader open the newest e-mail to an address.")
app.verb("click", "Let a reader click a link in the newest e-mail to an address.")
app.verb("unsubscribe", "Let a reader unsubscribe by the newest e-mail to an address.")
app.verb("complaint", "Let a reader complain about the newest e-mail to an address as spam.")
