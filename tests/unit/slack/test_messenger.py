"""A message of unknown fate is found by its key, in either place, and never taken for absent too early."""

from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.engine.reply import Reply
from bot.errors import Refused, TryLater
from bot.service.content import Content
from bot.slack.answers import Answers
from bot.slack.clouds import cloud
from bot.slack.messenger import SlackMessenger

SINCE = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SAID = Content(Reply("information", lines=("Hello <you>",)))


class Told:
    """An answer of Slack's."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data


class Client(AsyncWebClient):
    """A client that keeps what it was asked, and answers with the pages of a history."""

    def __init__(self, *pages: list[dict[str, Any]], endless: bool = False) -> None:
        super().__init__("xoxb-practice")
        self.pages = pages or ([],)
        self.endless = endless
        self.asked: list[dict[str, Any]] = []

    async def conversations_history(self, **asked: Any) -> Any:
        self.asked.append(dict(asked))
        page = int(asked.get("cursor") or 0)
        more = self.endless or page + 1 < len(self.pages)
        found = self.pages[min(page, len(self.pages) - 1)]
        return Told({"messages": found, "response_metadata": {"next_cursor": str(page + 1) if more else ""}})

    async def conversations_info(self, **_: Any) -> Any:
        return Told({"channel": {"is_ext_shared": False}})

    async def conversations_replies(self, **asked: Any) -> Any:
        return await self.conversations_history(**asked)

    async def chat_postMessage(self, **asked: Any) -> Any:  # noqa: N802  Slack's name
        self.asked.append(asked)
        return Told({"ts": "5.5"})

    async def chat_update(self, **asked: Any) -> Any:
        self.asked.append(asked)
        return Told({})


def messenger(client: Client) -> SlackMessenger:
    """The messenger over this client; it has no connection of its own."""
    return SlackMessenger(client, Answers(None, cloud("commercial")))  # type: ignore[arg-type]


BY_METADATA = {"ts": "1.1", "metadata": {"event_type": "helpdesk", "event_payload": {"key": "k1"}}}
BY_BLOCK = {"ts": "2.2", "blocks": [{"type": "section", "block_id": "k1"}]}


@pytest.mark.parametrize(("message", "ts"), [(BY_METADATA, "1.1"), (BY_BLOCK, "2.2")])
async def test_a_message_is_found_by_metadata_or_by_its_first_block(message: dict[str, Any], ts: str) -> None:
    client = Client([{"ts": "9.9", "text": "other"}], [message])
    assert await messenger(client).find("D1", "", "k1", SINCE) == ts
    assert client.asked[0]["oldest"] == f"{SINCE.timestamp() - 60:.6f}"
    assert client.asked[0]["include_all_metadata"] is True


async def test_a_key_on_a_later_block_is_somebody_elses() -> None:
    message = {"ts": "2.2", "blocks": [{"block_id": "x"}, {"block_id": "k1"}]}
    assert await messenger(Client([message])).find("D1", "", "k1", SINCE) is None


async def test_a_thread_is_searched_in_the_thread() -> None:
    client = Client([BY_BLOCK])
    assert await messenger(client).find("D1", "7.7", "k1", SINCE) == "2.2"
    assert client.asked[0]["ts"] == "7.7"


async def test_a_search_that_finds_no_end_does_not_say_that_nothing_is_there() -> None:
    with pytest.raises(TryLater):
        await messenger(Client(endless=True)).find("D1", "", "k1", SINCE)


async def test_a_post_is_parsed_by_nobody_and_unfurls_nothing() -> None:
    client = Client()
    assert await messenger(client).post("D1", "7.7", SAID, "k1") == "5.5"
    (asked,) = client.asked
    assert (asked["parse"], asked["link_names"], asked["unfurl_links"], asked["unfurl_media"]) == (
        "none", False, False, False,
    )  # fmt: skip
    assert (asked["channel"], asked["thread_ts"], asked["text"]) == ("D1", "7.7", "Hello &lt;you&gt;")


async def test_an_update_says_explicitly_that_nothing_is_parsed() -> None:
    client = Client()
    await messenger(client).update("C1", "1.1", SAID, "k1")
    assert (client.asked[0]["parse"], client.asked[0]["link_names"]) == ("none", False)


@pytest.mark.parametrize("address", ["https://example.org/x", "http://hooks.slack.com/x", ""])
async def test_an_answer_is_sent_to_nobody_but_slack(address: str) -> None:
    with pytest.raises(Refused, match="response_url"):
        await messenger(Client()).replace(address, SAID, "k1")


async def test_an_address_that_cannot_be_reached_is_tried_again_later() -> None:
    async with aiohttp.ClientSession() as pool:
        answers = Answers(pool, cloud("practice", "http://127.0.0.1:1"))
        with pytest.raises(TryLater):
            await answers.whisper("http://127.0.0.1:1/actions/1", "hello")
