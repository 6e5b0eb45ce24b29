"""`mcctl from-address`: the addresses and domains that mail is sent from."""

from mcctl.commands._group import Group

app = Group(__name__, "From addresses, and the domains that mail is sent from.")
app.group("domain")
app.verb("list", "List From addresses and domains, with their state.")
app.verb("add", "Add From addresses. A mail with a link goes to each, which verifies it.")
app.verb("update", "Say of From addresses, or domains, whether mail may be sent from them.")
app.verb("delete", "Delete From addresses. Domains cannot be deleted.")
