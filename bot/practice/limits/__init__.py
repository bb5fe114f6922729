"""Slack's documented limits of Block Kit, as pure functions.

Sources: docs.slack.dev, "Block Kit" reference, and the validators of slack_sdk 3.47; the wording of
the messages is that of Slack's `response_metadata.messages`.
"""

from bot.practice.limits.blocks import block_problems
from bot.practice.limits.views import view_problems

__all__ = ["block_problems", "view_problems"]
