"""Event definitions, and the events that are fired."""
