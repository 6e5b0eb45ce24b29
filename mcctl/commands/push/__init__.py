"""`mcctl push`: MobilePush messages."""

from mcctl.commands._group import Group

app = Group(__name__, "MobilePush: messages to the devices of apps.")
app.verb("apps", "List the push apps.")
app.verb("list", "List push messages.")
app.verb("get", "Show a push message.")
app.verb("send", "Send a push message: to contacts, devices, tags, lists, or everybody.")
app.verb("status", "Show how far a send of a push message is.")
