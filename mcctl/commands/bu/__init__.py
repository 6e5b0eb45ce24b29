"""`mcctl bu`: the business units of an account, as far as they are known."""

from mcctl.commands._group import Group

app = Group(__name__, "Business units, as far as they are known.")
app.verb("list", "List the business units that are known: of the login, automations, profiles and the audit trail.")
