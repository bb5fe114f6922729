"""What can go wrong with a call, on demand, and what the record keeps of it."""

import time

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import DeliveryFault, PracticeSlack, WebFault
from bot.practice.faults import WebFaultKind
from tests.practice.test_web_api import FILER, STAFF_CHANNEL, direct, refused


async def test_too_many_calls_are_told_when_to_come_back(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    slack.faults.add(WebFault("ratelimited", "chat.postMessage", seconds=7))
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=FILER, text="hi")
    response = caught.value.response
    assert (response.status_code, response["error"]) == (429, "ratelimited")
    assert response.headers["Retry-After"] == "7"
    assert slack.messages() == []
    assert (await client.chat_postMessage(channel=FILER, text="hi"))["ok"]


@pytest.mark.parametrize(("kind", "stored"), [("error_before", 0), ("error_after", 1)])
async def test_a_500_leaves_open_whether_the_message_stands(
    slack: PracticeSlack, client: AsyncWebClient, kind: WebFaultKind, stored: int
) -> None:
    slack.faults.add(WebFault(kind, "chat.postMessage"))
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=FILER, text="hi")
    assert caught.value.response.status_code == 500
    assert len(slack.messages()) == stored
    call = slack.record.calls[-1]
    assert (call.status, call.committed, call.fault) == (500, bool(stored), kind)


@pytest.mark.parametrize(("kind", "stored"), [("drop_before", 0), ("drop_after", 1)])
async def test_a_cut_connection_leaves_it_open_too(
    slack: PracticeSlack, client: AsyncWebClient, kind: WebFaultKind, stored: int
) -> None:
    slack.faults.add(WebFault(kind, "chat.postMessage"))
    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel=FILER, text="hi")
    assert len(slack.messages()) == stored
    assert slack.record.calls[-1].status == 0


@pytest.mark.parametrize(("kind", "early"), [("slow_before", 0), ("slow_after", 1)])
async def test_a_slow_answer_comes_too_late_for_an_impatient_client(
    slack: PracticeSlack, kind: WebFaultKind, early: int
) -> None:
    slack.faults.add(WebFault(kind, "chat.postMessage", seconds=0.5))
    hurried = AsyncWebClient(base_url=slack.api_url, token=slack.app.bot_token, retry_handlers=[])
    hurried.timeout = 0.2  # type: ignore[assignment]
    with pytest.raises(TimeoutError):
        await hurried.chat_postMessage(channel=FILER, text="hi")
    assert len(slack.messages()) == early


async def test_any_error_code_can_be_asked_for(slack: PracticeSlack, client: AsyncWebClient) -> None:
    slack.faults.add(WebFault("refuse", "chat.postMessage", code="restricted_action"))
    answer = await refused(client.chat_postMessage(channel=FILER, text="hi"))
    assert answer == {"ok": False, "error": "restricted_action"}


async def test_an_outage_answers_with_a_page(slack: PracticeSlack) -> None:
    slack.faults.add(WebFault("html"))
    async with aiohttp.ClientSession() as plain:
        answer = await plain.post(slack.api_url + "api.test")
        assert (answer.status, answer.content_type) == (503, "text/html")


async def test_a_fault_keeps_to_its_method_channel_and_count(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    channel = await direct(client)
    slack.faults.add(WebFault("refuse", "chat.postMessage", count=2, channel=STAFF_CHANNEL, skip=1))
    results = []
    for place in (channel, STAFF_CHANNEL, channel, STAFF_CHANNEL, STAFF_CHANNEL, STAFF_CHANNEL):
        answer = await client.api_test()
        assert answer["ok"]
        try:
            await client.chat_postMessage(channel=place, text="hi")
            results.append("ok")
        except SlackApiError:
            results.append("refused")
    assert results == ["ok", "ok", "ok", "refused", "refused", "ok"]


async def test_clearing_ends_all_faults(slack: PracticeSlack, client: AsyncWebClient) -> None:
    slack.faults.add(WebFault("refuse", count=99))
    slack.faults.add(DeliveryFault("hold", count=99))
    slack.faults.no_metadata = True
    slack.faults.clear()
    assert (await client.auth_test())["ok"]
    assert slack.faults.as_json() == {
        "web": [], "deliveries": [], "no_metadata": False, "mute": False,
    }  # fmt: skip


def test_a_fault_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such fault"):
        WebFault("explode")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no such fault"):
        DeliveryFault("explode")  # type: ignore[arg-type]


async def test_every_call_is_kept_and_counted(slack: PracticeSlack, client: AsyncWebClient) -> None:
    await client.auth_test()
    mark = slack.record.mark()
    posted = await client.chat_postMessage(channel=FILER, text="hi", thread_ts="1700000000.000001")
    await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="ho")
    await client.conversations_history(channel=posted["channel"])
    assert slack.record.counted(mark) == {
        "chat.postMessage": 1, "chat.update": 1, "conversations.history": 1,
    }  # fmt: skip
    assert slack.record.counted_messages(mark) == 2
    (call,) = slack.record.since(mark, method="chat.postMessage")
    assert call.arguments["text"] == "hi"
    assert call.answer["ts"] == posted["ts"]
    assert abs(call.at - time.time()) < 60
    assert "token" not in call.arguments
