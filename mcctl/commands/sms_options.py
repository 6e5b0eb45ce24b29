"""The options of every `sms` send: what the text says, and when it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mcctl.commands import Context

if TYPE_CHECKING:
    from mcctl.rest.sms_body import Timing

RegionOption = Annotated[
    str | None, typer.Option("--region", metavar="CC", help="Country of numbers written without its code: US, DE...")
]


TextOption = Annotated[str | None, typer.Option("--text", help="With --override: this text instead of the message's.")]
OverrideOption = Annotated[
    bool, typer.Option("--override", help="Send --text instead of the message's text.", show_default=False)
]


def text_options(
    text: TextOption = None,
    override: OverrideOption = False,
    content_url: Annotated[
        str | None, typer.Option("--content-url", metavar="URL", help="Picture or film of an MMS.")
    ] = None,
) -> None:
    """Declare the options; their values go to the session."""


def subscribe_options(
    subscribe: Annotated[
        bool, typer.Option("--subscribe", help="Subscribe numbers that are not, to --keyword.", show_default=False)
    ] = False,
    resubscribe: Annotated[
        bool, typer.Option("--resubscribe", help="Subscribe numbers again that have left.", show_default=False)
    ] = False,
    keyword: Annotated[
        str | None, typer.Option("--keyword", help="Keyword of the message's code to subscribe to.")
    ] = None,
) -> None:
    """Declare the options; their values go to the session."""


def timing_options(
    send_time: Annotated[
        str | None,
        typer.Option("--send-time", metavar="TIME", help="Send then: 2030-12-01T09:00-05:00; without offset, UTC."),
    ] = None,
    blackout: Annotated[
        str | None,
        typer.Option("--blackout", metavar="START-END", help="Not within this window, such as 2200-0700."),
    ] = None,
    utc_offset: Annotated[
        str | None, typer.Option("--utc-offset", metavar="OFFSET", help="Time zone of --blackout, such as -0500.")
    ] = None,
) -> None:
    """Declare the options; their values go to the session."""


def checked_region(region: str | None, problems: list[str]) -> str | None:
    """Return a country in capitals; what is wrong with it is added to `problems`, and no number is checked by it."""
    from mcctl.rest.address import region_problem

    if region is None:
        return None
    problem = region_problem(region.upper())
    problems += [problem] if problem else []
    return None if problem else region.upper()


def timing_of(ctx: Context) -> Timing:
    """Return when a text is to leave."""
    from mcctl.rest.sms_body import Timing

    options = ctx.obj.options
    return Timing(options["send_time"], options["blackout"], options["utc_offset"])


def send_body(ctx: Context, problems: list[str]) -> dict[str, Any]:
    """Return the parts of a send that are the same for all recipients; what is wrong is added to `problems`."""
    from mcctl.rest.sms_body import TextWish

    options = ctx.obj.options
    names = ("text", "override", "subscribe", "resubscribe", "keyword", "content_url")
    return TextWish(**{name: options[name] for name in names}, timing=timing_of(ctx)).body(problems)
