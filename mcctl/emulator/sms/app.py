"""MobileConnect: texts, lists, keywords, imports."""

from mcctl.emulator.core.app import App
from mcctl.emulator.sms import contacts, handsets, import_sends, jobs, keywords, lists, sends, stored_keywords

APP = App(
    routes={
        **sends.ROUTES,
        **lists.ROUTES,
        **handsets.ROUTES,
        **keywords.ROUTES,
        **stored_keywords.ROUTES,
        **contacts.ROUTES,
        **import_sends.ROUTES,
    },
    schema=sends.SCHEMA + lists.SCHEMA + contacts.SCHEMA + import_sends.SCHEMA,
    seeds=(
        sends.seed,
        lists.seed,
    ),
    loads={"keyword": stored_keywords.load},
    elapse=jobs.elapse,
)
