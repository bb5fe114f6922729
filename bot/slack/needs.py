"""What the bot needs of Slack: scopes, events and the command, each with what it is for.

The manifests are made from this table, and `helpdesk doctor` holds against it what Slack has granted.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """One thing the Slack app must be given, by Slack's own name for it, and why."""

    name: str
    why: str


SCOPES = (
    Need("chat:write", "every message"),
    Need("commands", "the slash command"),
    Need("groups:history", "what staff write under a card, and looking a card up after a crash"),
    Need("groups:read", "who is a member of the staff channel, and whether it is private"),
    Need("im:history", "direct messages, and looking a message up after a crash"),
    Need("im:write", "opening a direct message for the answer to the command"),
    Need("users:read", "the name of the staff member who claims a case"),
)
"""The scopes of the bot token, by name. Whatever else is granted is more than most bots need."""

GROUP_SCOPE = Need("usergroups:read", "who is in the user group that a court's file names as staff group")
"""A scope for courts with a `staff group`, and for no others."""

APP_SCOPES = (Need("connections:write", "the connection of Socket Mode"),)
"""The scopes of the app-level token, for Socket Mode alone."""

EVENTS = (
    Need("app_home_opened", "the next steps and the checklist in App Home"),
    Need("message.groups", "what staff write in the thread of a card"),
    Need("message.im", "what a filer writes to the bot"),
)
"""The events that the app subscribes to."""

COMMAND = Need("/nextgen", "guided help, from anywhere in Slack; HELPDESK_COMMAND may name it otherwise")


def scopes(*, staff_group: bool) -> tuple[Need, ...]:
    """The scopes of the bot token for a court with or without a staff group."""
    return tuple(sorted((*SCOPES, GROUP_SCOPE), key=lambda need: need.name)) if staff_group else SCOPES


def names(needs: tuple[Need, ...]) -> tuple[str, ...]:
    """Slack's names alone, in the order of the table."""
    return tuple(need.name for need in needs)
