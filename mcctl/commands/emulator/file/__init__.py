"""`mcctl emulator file`: files in the account's Enhanced FTP, which imports read."""

from mcctl.commands._group import Group

app = Group(__name__, "Files in the account's Enhanced FTP, which imports read.")
app.verb("list", "List the files in the account's Enhanced FTP: what imports read, and reports.")
app.verb("add", "Put a file into the account's Enhanced FTP, in the place of one of the same name.")
app.verb("show", "Print a file of the account's Enhanced FTP.")
