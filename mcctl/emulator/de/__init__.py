"""Data extensions and their rows."""
