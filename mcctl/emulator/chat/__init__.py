"""GroupConnect: messages by Messenger and LINE."""
