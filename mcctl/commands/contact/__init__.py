"""`mcctl contact`: contacts: addresses, attributes, deletion."""

from mcctl.commands._group import Group

app = Group(__name__, "Contacts: addresses, attributes, deletion.")
app.verb("create", "Create a contact. One that has the key already gets the values, too.")
app.verb("update", "Change values of a contact; all others stay.")
app.verb("get", "Show the addresses of a contact. Needs the scope audiences_read.")
app.verb("search", "Find contacts by e-mail address, or all addresses of a channel.")
app.verb("validate-email", "Tell whether mail can be sent to addresses: their form, their domain, and List Detective.")
app.verb("timeline", "Tell one contact's story, newest first: what is so now, then what happened.")
app.verb("journeys", "Show in which journeys contacts are at the moment.")
app.verb("delete", "Delete contacts, in every business unit and every channel, for good.")
app.verb("delete-status", "Show how far a deletion is, or without an id all deletions.")
app.verb("restrict", "Restrict the processing of contacts: nothing is sent to them any more.")
app.verb("restrict-status", "Show how far a restriction is.")
app.group("preference")
app.verb("schema", "Show the attribute sets of the contact model, or the attributes of one.")
