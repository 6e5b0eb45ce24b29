"""`mcctl from-address domain`: domains that mail is sent from."""

from mcctl.commands._group import Group

app = Group(__name__, "Domains that mail is sent from: their tokens, and who has them.")
app.verb("token", "Show the token that proves, in the DNS, that a domain is one's own.")
app.verb("verify", "Tell whether a domain is registered.")
app.verb("push", "Copy registered domains to all business units below.")
