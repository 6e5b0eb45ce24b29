"""Contacts: their addresses, attributes and preferences, and their deletion."""

from mcctl.emulator.contact import attribute_sets, contacts, deletions, preferences, restrictions
from mcctl.emulator.core.app import App

APP = App(
    routes={
        **contacts.ROUTES,
        **deletions.ROUTES,
        **preferences.ROUTES,
        **restrictions.ROUTES,
        **attribute_sets.ROUTES,
    },
    schema=contacts.SCHEMA + deletions.SCHEMA + preferences.SCHEMA + restrictions.SCHEMA,
    seeds=(contacts.seed,),
    elapse=deletions.elapse,
)
