"""`mcctl asset`: Content Builder: e-mails, blocks, images, documents."""

from mcctl.commands._group import Group

app = Group(__name__, "Content Builder: e-mails, blocks, images, documents.")
app.verb("list", "List assets, over all pages.")
app.verb("get", "Show an asset.")
app.verb("create", "Create an asset. A name that is taken in its folder is refused.")
app.verb("patch", "Change some properties of an asset; all others stay.")
app.other("update", "patch")
app.verb("delete", "Delete an asset.")
app.verb("deleted", "List the files that were deleted from this business unit in the last 30 days: images, documents.")
app.verb("upload", "Upload images and documents.")
app.verb("send-test", "Send an e-mail to oneself, and tell what became of it.")
app.verb("download", "Download the file behind an image or document.")
app.verb("check", "Say what is wrong with messages before they go out.")
app.verb("preview", "Look at a message as somebody gets it, in a browser or as text.")
app.verb("types", "List the asset types that Marketing Cloud knows.")
