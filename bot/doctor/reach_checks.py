"""Whether Slack answers this machine at all, and whether the two clocks agree."""

from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from bot.doctor.finding import Finding, Level, bad, good, skipped, warning
from bot.slack.probe import Told

NOTICED = 60.0
"""Seconds by which the clocks may differ before it is worth a word."""

REFUSED = 300.0
"""Seconds from which on requests are refused as too old (docs.slack.dev, "Verifying requests from Slack")."""

TROUBLES = {
    "name": (
        "The network does not know the name of Slack's host.",
        "Let this machine look up Slack's names.",
    ),
    "certificate": (
        "Slack's certificate is not trusted here.",
        "Something between this machine and Slack opens the connection: let it pass Slack's hosts through.",
    ),
    "time": ("Slack does not answer in time.", "Open port 443 to Slack in the firewall."),
    "limit": ("Slack asks for a rest: too many calls were made.", "Wait a minute, then try again."),
    "connection": ("Slack is out of reach.", "Open port 443 to Slack in the firewall."),
}


def check_reach(told: Told) -> Iterator[Finding]:
    """Whether anything answers at Slack's address; a refusal is an answer too."""
    if told.trouble:
        what, advice = TROUBLES[told.trouble]
        yield Finding("slack", Level.BAD, what, advice, passes=True)
    else:
        yield good("slack", "Slack answers.")


def check_clock(told: Told) -> Iterator[Finding]:
    """By how much this machine's clock differs from Slack's, as its `Date` header tells it."""
    try:
        theirs = parsedate_to_datetime(told.headers.get("date", "")).timestamp()
    except ValueError:
        yield skipped("clock", "Slack told no time.", "Compare this machine's clock with another.")
        return
    ahead = told.at - theirs
    off, way = abs(ahead), "ahead of" if ahead > 0 else "behind"
    what = f"This machine's clock is {_spoken(off)} {way} Slack's."
    if off >= REFUSED:
        yield bad("clock", f"{what} Requests that differ by 5 minutes are refused.", "Set the clock by NTP.")
    elif off > NOTICED:
        yield warning("clock", what, "Set the clock by NTP: from 5 minutes on requests are refused.")
    else:
        yield good("clock", "This machine's clock agrees with Slack's.")


def _spoken(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
