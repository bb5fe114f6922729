"""Response URLs: what they change, how often, and for how long."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.practice import PracticeSlack, WebFault
from tests.practice.bolt_app import BUTTONS
from tests.practice.test_web_api import FILER


async def pressed(slack: PracticeSlack, client: AsyncWebClient) -> tuple[dict[str, Any], AsyncWebhookClient]:
    """Post a message with a button, press it, and give the message and its response URL."""
    message = await client.chat_postMessage(channel=FILER, text="own?", blocks=BUTTONS)
    press = await slack.act.press("filer", message["ts"], "account.own")
    link = AsyncWebhookClient(press.body["response_url"], retry_handlers=[])
    return dict(message.data), link  # type: ignore[arg-type]


async def test_it_answers_the_person_alone_by_default(slack: PracticeSlack, client: AsyncWebClient) -> None:
    message, link = await pressed(slack, client)
    assert (await link.send(text="got it")).status_code == 200
    assert [one.content["text"] for one in slack.ephemerals] == ["got it"]
    assert len(slack.messages(message["channel"])) == 1


async def test_it_posts_for_all_when_asked(slack: PracticeSlack, client: AsyncWebClient) -> None:
    message, link = await pressed(slack, client)
    await link.send_dict({"text": "in", "response_type": "in_channel", "thread_ts": message["ts"]})
    reply = slack.messages(message["channel"])[1]
    assert (reply.content["text"], reply.thread_ts) == ("in", message["ts"])


async def test_it_replaces_words_and_buttons(slack: PracticeSlack, client: AsyncWebClient) -> None:
    message, link = await pressed(slack, client)
    await link.send(text="You said: own", replace_original=True)
    (stored,) = slack.messages(message["channel"])
    assert stored.content["text"] == "You said: own"
    assert stored.content["blocks"] == []
    with pytest.raises(LookupError, match="nothing to press"):
        await slack.act.press("filer", message["ts"], "account.own")
    again = await slack.act.press("filer", message["ts"], "account.own", version=0)
    assert again.body["message"]["text"] == "own?"


async def test_it_deletes(slack: PracticeSlack, client: AsyncWebClient) -> None:
    message, link = await pressed(slack, client)
    await link.send(delete_original=True)
    assert slack.messages(message["channel"])[0].deleted
    assert (await link.send(text="x", replace_original=True)).body == (
        '{"ok":false,"error":"message_not_found"}'
    )
    assert (await link.send(delete_original=True)).status_code == 404


async def test_an_ephemeral_message_changes_this_way_only(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    channel = (await client.conversations_open(users=FILER))["channel"]["id"]
    await client.chat_postEphemeral(channel=channel, user=FILER, text="psst", blocks=BUTTONS)
    whisper = slack.ephemerals[0]
    press = await slack.act.press("filer", whisper.ts, "account.own")
    assert press.body["container"]["is_ephemeral"] is True
    assert "message" not in press.body
    link = AsyncWebhookClient(press.body["response_url"])
    await link.send(text="heard", replace_original=True)
    assert whisper.content["text"] == "heard"
    await link.send(delete_original=True)
    assert slack.ephemerals == []


async def test_it_works_five_times(slack: PracticeSlack, client: AsyncWebClient) -> None:
    _, link = await pressed(slack, client)
    answers = [(await link.send(text=str(number))) for number in range(6)]
    assert [one.status_code for one in answers] == [200] * 5 + [404]
    assert "used_url" in answers[5].body


async def test_it_works_for_half_an_hour(slack: PracticeSlack, client: AsyncWebClient) -> None:
    _, link = await pressed(slack, client)
    slack.clock.move(1799)
    assert (await link.send(text="in time")).status_code == 200
    slack.clock.move(2)
    late = await link.send(text="late")
    assert (late.status_code, "expired_url" in late.body) == (404, True)


async def test_an_unknown_url_is_refused(slack: PracticeSlack) -> None:
    link = AsyncWebhookClient(slack.url + "/actions/T/1/none")
    assert "no_such_url" in (await link.send(text="hi")).body


async def test_its_blocks_are_checked_too(slack: PracticeSlack, client: AsyncWebClient) -> None:
    _, link = await pressed(slack, client)
    refused = await link.send(text="hi", blocks=[{"type": "marquee"}])
    assert "invalid_blocks" in refused.body


async def test_it_has_faults_and_a_place_in_the_record(slack: PracticeSlack, client: AsyncWebClient) -> None:
    _, link = await pressed(slack, client)
    slack.faults.add(WebFault("error_after", "response_url"))
    assert (await link.send(text="hi")).status_code == 500
    assert len(slack.ephemerals) == 1
    assert slack.record.calls[-1].arguments["text"] == "hi"
    assert slack.record.counted()["response_url"] == 1
