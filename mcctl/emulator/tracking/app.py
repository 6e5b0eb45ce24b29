"""Tracking has no routes of its own: the data views show it, to queries."""

from mcctl.emulator.core.app import App
from mcctl.emulator.tracking import store

APP = App(routes={}, schema=store.SCHEMA)
