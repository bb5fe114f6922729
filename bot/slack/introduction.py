"""The first call: who we are in Slack, asked again while Slack is out of reach."""

import asyncio
import logging

from bot.errors import Refused, SettingsError, SurfaceError, TryLater
from bot.slack.installation import Installation

FIRST_CALLS = 5
"""How often Slack is asked who we are before the start is given up."""

log = logging.getLogger(__name__)


async def introduced(installation: Installation) -> None:
    """Ask Slack who we are. Raises SettingsError for a bad token, SurfaceError when Slack is out of reach."""
    for attempt in range(1, FIRST_CALLS + 1):
        try:
            await installation.authorize()
            return
        except Refused as error:
            raise SettingsError(
                f"Slack does not take SLACK_BOT_TOKEN: {error.code}.",
                "Copy the bot token (xoxb-...) of this app, and install the app in the workspace.",
            ) from error
        except TryLater as error:
            if attempt == FIRST_CALLS:
                raise SurfaceError(
                    "Slack is out of reach.", "Open port 443 to Slack in the firewall."
                ) from error
            log.warning("Slack is out of reach attempt=%s", attempt)
            await asyncio.sleep(error.seconds)
