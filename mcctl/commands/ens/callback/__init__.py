"""`mcctl ens callback`: callbacks: the URLs that Marketing Cloud notifies."""

from mcctl.commands._group import Group

app = Group(__name__, "Callbacks: the URLs that Marketing Cloud notifies.")
app.verb("list", "List the callbacks.")
app.verb("get", "Show a callback.")
app.verb("create", "Register a URL. It must answer a probe at once, and be verified within four hours.")
app.verb("verify", "Prove that a callback is yours, with the key that its URL was sent.")
app.verb("update", "Rename a callback or change its batch size; its URL cannot be changed. It takes up to two minutes.")
app.verb("rotate-key", "Replace a callback's signature key. The old one ends at once; the new one goes to the keyring.")
app.verb("delete", "Remove a callback. Its subscriptions must be deleted first.")
