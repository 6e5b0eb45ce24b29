"""`mcctl personalization report`: reports: recommendations in e-mails."""

from mcctl.commands._group import Group

app = Group(__name__, "Reports: recommendations in e-mails.")
app.verb("download", "Download the recommendations in e-mails as CSV, counted per product and day.")
