"""Whether a channel is fit to be the staff channel: what filers wrote stands there, for staff alone."""

from collections.abc import Mapping
from typing import Any

from bot.errors import SettingsError


def unfit(channel: Mapping[str, Any]) -> SettingsError | None:
    """Why cases must not be posted in this channel, as `conversations.info` tells of it; None when it is fit.

    A fact that Slack leaves out counts as harmless: an answer of today has them all.
    """
    if channel.get("is_im") or channel.get("is_mpim"):
        return _of_no_use("is a direct message, not a channel")
    if is_others_too(channel):
        return _of_no_use("is shared with another organisation")
    if channel.get("is_private") is False:
        return _of_no_use("is public: everybody could read the cases")
    if channel.get("is_archived"):
        return SettingsError("HELPDESK_STAFF_CHANNEL is archived.", "Unarchive it in Slack, or name another.")
    if channel.get("is_member") is False:
        return SettingsError(
            "The bot is not in HELPDESK_STAFF_CHANNEL.", "Invite it there: /invite @its-name"
        )
    return None


def is_others_too(channel: Mapping[str, Any]) -> bool:
    """Whether people outside the court's own organisation are in it, or have been asked in."""
    if channel.get("is_ext_shared") or channel.get("is_pending_ext_shared") or channel.get("pending_shared"):
        return True
    return bool(channel.get("is_shared")) and not channel.get("is_org_shared")


def out_of_sight(code: str, needed: str = "") -> SettingsError:
    """Why the channel cannot be seen, by the code of Slack's refusal.

    `needed` is the scope that Slack asks for. We have none for public channels, and want none.
    """
    if code == "missing_scope" and needed.startswith("channels:"):
        return _of_no_use("is public: everybody could read the cases")
    if code == "channel_not_found":
        return SettingsError(
            "There is no channel HELPDESK_STAFF_CHANNEL that the bot can see.",
            "Copy the channel's id (C...) from the end of its details, and invite the bot: /invite @its-name",
        )
    return SettingsError(
        f"Slack does not show HELPDESK_STAFF_CHANNEL: {code}.",
        "It must be private, the bot must be in it, and the app needs the scope groups:read.",
    )


def _of_no_use(why: str) -> SettingsError:
    return SettingsError(
        f"HELPDESK_STAFF_CHANNEL {why}.",
        "Take a private channel of the court's own workspace, and set HELPDESK_STAFF_CHANNEL to its id.",
    )
