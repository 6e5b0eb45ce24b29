"""`mcctl journey publish`."""

from __future__ import annotations

from mcctl.commands._verb import DANGEROUS, verb
from mcctl.commands._waiting import Wait
from mcctl.commands.journey._check import following
from mcctl.commands.journey._common import KeyArgument, VersionOption, api
from mcctl.copying import argument
from mcctl.rest.journey import choose
from mcctl.session import Session


@verb(DANGEROUS)
def publish_journey(
    session: Session,
    key: KeyArgument,
    version: VersionOption = None,
    *,
    waiting: Wait,
) -> None:
    """Publish the draft of a journey: it takes contacts from then on, and the version before it takes no new ones.

    Marketing Cloud publishes in its own time; --wait tells how it ended, with every error. Without it, accepted means
    no more than that it has begun. The emulator refuses what it cannot play: Einstein and engagement splits, custom
    activities, waits other than by duration, exclusion filters, single sends.

    Examples:
      mcctl journey publish welcome-journey --wait
      mcctl journey publish welcome-journey --version 3 --wait --wait-timeout 600
    """
    routes = api(session)
    chosen = choose(routes.versions(key=key), version, ("Draft",), "published")
    if session.profile.production:
        session.confirm(f"Publish version {chosen.number} of {chosen.key}?")
    if chosen.transactional:
        session.show(routes.transactional("create", journey_id=chosen.id))
        session.done(f"Published {chosen.key}")
        return
    begun = routes.begin("publish", journey_id=chosen.id, version=chosen.number)
    following(session, routes, "publish", begun, chosen).begin(
        session,
        begun,
        None,
        waiting,
        done=f"Version {chosen.number} of {chosen.key} is being published",
    )
    if waiting.wait:
        session.done(
            f"Published version {chosen.number} of {chosen.key}",
            next_command=f"mcctl journey status {argument(chosen.key)}",
        )
