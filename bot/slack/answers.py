"""Answers to a press or a command at the address that came with it; outside of the Web API's limits.

Source: docs.slack.dev, "Handling user interaction": five uses within 30 minutes, JSON, answered with 200.
"""

import re

import aiohttp

from bot.errors import OutcomeUnknown, Refused, SurfaceError, TryLater
from bot.service.content import Content
from bot.service.figures import UNCOUNTED, Figures
from bot.slack.calls import NO_CONNECTION, UNANSWERED, UNREACHED, rest
from bot.slack.clouds import Cloud, may_answer_at
from bot.slack.plain_text import to_slack
from bot.slack.render import render
from bot.slack.wire import Json

REFUSED = re.compile(r'"error"\s*:\s*"(\w{1,60})"')
METHOD = "response_url"
"""What the figures call such an answer, which is no method of the Web API."""


class Answers:
    """Replaces a pressed message, or tells the one who pressed something nobody else sees."""

    def __init__(self, session: aiohttp.ClientSession, cloud: Cloud, figures: Figures = UNCOUNTED) -> None:
        self._session = session
        self._cloud = cloud
        self._figures = figures

    async def replace(self, response_url: str, content: Content, key: str) -> None:
        """Put this content in place of the message that was pressed; harmless to repeat.

        Raises Refused for an address that is not Slack's own, is used up or is too old.
        """
        message = render(content, key)
        said = {"text": message["text"], "blocks": message["blocks"]}
        await self._tell(response_url, {"replace_original": True, **said})

    async def whisper(self, response_url: str, text: str) -> None:
        """Tell something to the one who acted, and to nobody else."""
        await self._tell(
            response_url,
            {"response_type": "ephemeral", "replace_original": False, "text": to_slack(text)},
        )

    async def _tell(self, response_url: str, body: Json) -> None:
        if not may_answer_at(self._cloud, response_url):
            raise Refused("response_url", "It is not an address of the cloud that is set.")
        try:
            async with self._session.post(response_url, json=body, allow_redirects=False) as answer:
                _check(answer, await answer.text())
        except SurfaceError as error:
            self._figures.refused(METHOD, _code(error))
            raise
        except aiohttp.ClientConnectorError as error:
            self._figures.refused(METHOD, UNREACHED)
            raise TryLater(NO_CONNECTION) from error
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError, LookupError) as error:
            self._figures.refused(METHOD, UNANSWERED)
            raise OutcomeUnknown(f"No answer was understood: {type(error).__name__}.") from error


def _code(error: SurfaceError) -> str:
    """The code for the figures."""
    if isinstance(error, TryLater):
        return "ratelimited"
    return error.code if isinstance(error, Refused) else UNANSWERED


def _check(answer: aiohttp.ClientResponse, said: str) -> None:
    """Raises what the answer asks of us: a refusal is a status, or a JSON `error` with status 200."""
    if answer.status == 429:
        raise TryLater(rest(answer.headers))
    if answer.status >= 500:
        raise OutcomeUnknown(f"The address answered with {answer.status}.")
    refused = REFUSED.search(said)
    if answer.status != 200 or refused:
        raise Refused(refused.group(1) if refused else f"response_url_{answer.status}")
