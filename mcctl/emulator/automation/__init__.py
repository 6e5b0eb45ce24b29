"""Automation Studio: automations with their activities, schedules and runs."""
