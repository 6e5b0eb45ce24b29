"""`mcctl sms`: MobileConnect: texts, lists, keywords, subscriptions."""

from mcctl.commands._group import Group

app = Group(__name__, "MobileConnect: texts, lists, keywords, subscriptions.")
app.verb("send", "Send a text to numbers, or with --from to every row of a file.")
app.verb("status", "Show what became of a send, number by number.")
app.verb("history", "Show the text that a number got in a send.")
app.verb(
    "list-send", "Send a text to the members of lists. They are the message's own, or those named here in their place."
)
app.verb("list-send-status", "Show what became of a list send.")
app.verb("list-send-report", "Ask for the report of a list send. It is written to the account's FTP reports folder.")
app.verb("queue-mo", "Play a text from handsets. So somebody opts in who signs up on a page or in an app.")
app.verb("queue-mo-status", "Show the talk that followed a text from a handset.")
app.group("keyword")
app.verb("subscription", "List the subscriptions of numbers. Those that were ended are not told.")
app.verb("import", "Import a CSV file into a list. Without --map the headings name the fields.")
app.verb("import-status", "Show the state of an import.")
app.verb("refresh-list", "Work out anew who is on a list.")
app.verb("refresh-list-status", "Show when a list was refreshed. While PUBLISHED is empty, the refresh goes on.")
app.verb("import-send", "Import people, and send them a text. They are subscribed to a keyword.")
app.verb("import-send-status", "Show the state of an import with a send.")
app.verb(
    "import-send-report",
    "Ask for the report of an import with a send. It is written to the account's FTP reports folder.",
)
