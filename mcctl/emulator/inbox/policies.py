"""Under what a browser shows a message, and the page around it: whoever wrote the message may be an attacker."""

from __future__ import annotations

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_IN_A_FRAME = "default-src 'none'; style-src 'unsafe-inline' https:; font-src https: data:; img-src "


def message_policy(images: str) -> str:
    """Return the policy of a message: nothing runs, nothing is sent. images: where they may come from."""
    return f"{_IN_A_FRAME}{images}"


def protecting(policy: str) -> dict[str, str]:
    """Return the headers of an answer that nobody else is to read, keep or misread."""
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
