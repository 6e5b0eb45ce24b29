"""Contacts: their addresses, attributes and preferences, and their deletion."""
