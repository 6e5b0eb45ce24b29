"""What becomes of messages: sent, opened, clicked, bounced, unsubscribed, complained about."""
