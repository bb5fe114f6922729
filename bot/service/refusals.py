"""What Slack's error codes mean for a delivery: one table, and no comparison of codes elsewhere.

Codes: docs.slack.dev/reference/methods/chat.postMessage, chat.update and conversations.open.
"""

from typing import Literal

from bot.service.ports import Delivery

Fate = Literal["bury", "keep", "post", "reopen", "unsure"]

MAY_HAVE_TAKEN_EFFECT = frozenset(
    {"fatal_error", "internal_error", "request_timeout", "service_unavailable"},
)
"""Slack: "some aspect of the operation succeeded before the error"."""

CHANNEL_GONE = "channel_not_found"

PERSON_GONE = "person_gone"
"""Our own word: the account of the person is switched off, or not to be found."""

CLOSED_PLACE = frozenset(
    {
        CHANNEL_GONE,
        "is_archived",
        "is_ext_shared",
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_only_channel",
    }
)
"""Somebody has to open the place again; a private channel we are not in is "not found".

`is_ext_shared` is our own word: another organisation has joined the channel.
"""

NOT_OURS_TO_CURE = frozenset(
    {
        "access_denied",
        "account_inactive",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "invalid_auth",
        "message_limit_exceeded",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "team_added_to_org",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
    }
)
"""The app has lost its token, its scope or its workspace; whoever runs it cures that, and nothing is lost."""

MESSAGE_GONE = frozenset(
    {
        "cant_update_message",
        "edit_window_closed",
        "is_inactive",
        "message_not_found",
        "update_failed",
    }
)
"""The message cannot be changed any more: its content is posted anew."""


def fate(delivery: Delivery, code: str) -> Fate:
    """What becomes of a delivery that was refused with this code.

    `bury` it for good, `keep` it and try again at growing intervals, `post` it anew, `reopen` a direct
    message that is gone, or be `unsure` whether it took effect. A code that nobody has heard of buries: it
    says something about this message.
    """
    if code in MAY_HAVE_TAKEN_EFFECT:
        return "unsure"
    if code in NOT_OURS_TO_CURE:
        return "keep"
    if code == CHANNEL_GONE and delivery.channel and delivery.to.startswith("person:"):
        return "reopen"
    if code in CLOSED_PLACE and delivery.to.startswith("channel:"):
        return "keep"
    if delivery.act == "replace" or (delivery.act == "update" and code in MESSAGE_GONE):
        return "post"
    return "bury"
