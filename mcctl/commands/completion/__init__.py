"""`mcctl completion`: completion for bash, zsh, fish and PowerShell."""

from mcctl.commands._group import Group

app = Group(__name__, "Completion for bash, zsh, fish and PowerShell.")
app.verb("bash", "Print the script for bash.")
app.verb("zsh", "Print the script for zsh.")
app.verb("fish", "Print the script for fish.")
app.verb("powershell", "Print the script for PowerShell.")
app.verb("values", "Print live values, one a line, for the completion scripts.", hidden=True)
