"""The emulator's outbox for a browser: what was sent, to whom and why, and what was not."""
