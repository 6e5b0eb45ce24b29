"""`mcctl auth`: log in to a tenant; see what a login may do."""

from mcctl.commands._group import Group

app = Group(__name__, "Log in to a tenant; see what a login may do.")
app.verb(
    "login", "Log in to a tenant with a server-to-server integration, or to Personalization Builder with its API key."
)
app.verb(
    "refresh", "Give a profile its new secret after the old one was rotated; all else of the login stays as it is."
)
app.verb("logout", "Forget a login: its profile, its secret and its token.")
app.verb("list", "List the profiles of this machine; a star marks the one in use.")
app.verb("switch", "Use another profile from now on.")
app.verb("status", "Show who is logged in, where, with which rights, and which commands they are enough for.")
app.verb("token", "Print an access token, for another tool to use.")
