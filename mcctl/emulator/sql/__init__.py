"""Queries that run: T-SQL carried over to SQLite, on the emulator's data extensions and data views."""
