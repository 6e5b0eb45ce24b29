"""The Event Notification Service."""
