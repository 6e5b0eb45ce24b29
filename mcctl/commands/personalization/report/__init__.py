"""`mcctl personalization report`."""

from mcctl.commands._group import Group

app = Group(__name__, "Reports: recommendations in e-mails.")
app.verb("download", "Download the recommendations in e-mails as CSV, counted per product and day.")
