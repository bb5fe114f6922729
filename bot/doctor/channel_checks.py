"""The staff channel: there, private, the court's own, with the bot and somebody of the staff in it."""

from collections.abc import Iterator

from bot.doctor.finding import Finding, Level, good, skipped, told, warning
from bot.slack.probe import SlackFacts, Told
from bot.slack.staff_channel import out_of_sight, unfit
from bot.slack.wire import inner, text_of

CHECK = "staff channel"


def check_channel(staff_channel: str, facts: SlackFacts) -> Iterator[Finding]:
    """Everything about the staff channel that is set; a warning when none is."""
    if not staff_channel:
        what = "HELPDESK_STAFF_CHANNEL is empty: filers who ask for a person are told to call."
        yield warning(CHECK, what, "Make a private channel, invite the bot and the staff, and set its id.")
    elif facts.channel is None or facts.channel.trouble:
        yield skipped(CHECK, "Slack did not tell of the staff channel.")
    elif facts.channel.refused:
        needed = text_of(facts.channel.data, "needed")
        yield told(CHECK, out_of_sight(facts.channel.refused, needed))
    else:
        yield from _check_seen(facts.channel, facts)


def _check_seen(channel: Told, facts: SlackFacts) -> Iterator[Finding]:
    about = inner(channel.data, "channel")
    if fault := unfit(about):
        yield told(CHECK, fault)
        return
    findings = [*_check_neighbours(bool(about.get("is_org_shared"))), *_check_people(facts)]
    yield from findings or [good(CHECK, "It is private, and the bot and somebody of the staff are in it.")]


def _check_neighbours(is_org_shared: bool) -> Iterator[Finding]:
    if is_org_shared:
        what = "The staff channel is shared with other workspaces of the organisation."
        yield warning(CHECK, what, "Look at its members: all of them are staff to the bot.")


def _check_people(facts: SlackFacts) -> Iterator[Finding]:
    if facts.members is None or not facts.members.is_answer:
        yield skipped(CHECK, "Slack did not tell who is in the staff channel.")
    elif not facts.has_person:
        what = "Nobody but bots is in the staff channel."
        yield Finding(CHECK, Level.WARNING, what, "Invite the staff: its members are who may claim a case.")
