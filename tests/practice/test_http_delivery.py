"""Events over signed HTTP, with Slack's retries."""

import json
import time
from collections.abc import AsyncIterator
from unittest.mock import Mock
from urllib.parse import parse_qs

import pytest
from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.practice import DeliveryFault, PracticeSlack
from bot.practice.http_carrier import HttpCarrier
from bot.practice.signing import sign
from tests.practice.listener import Listener, listening


@pytest.fixture
async def app(slack: PracticeSlack) -> AsyncIterator[Listener]:
    async with listening() as listener:
        slack.app.request_url = listener.url
        yield listener


async def test_a_delivery_carries_slacks_signature(slack: PracticeSlack, app: Listener) -> None:
    await slack.act.say("filer", "grüß Gott")
    verifier = SignatureVerifier(slack.app.signing_secret)
    assert verifier.is_valid_request(app.bodies[0], app.headers[0])
    assert not verifier.is_valid_request(app.bodies[0] + b" ", app.headers[0])


async def test_an_event_comes_in_slacks_envelope(slack: PracticeSlack, app: Listener) -> None:
    said = await slack.act.say("filer", "hi", files=[{"id": "F1"}], subtype="file_share")
    body = json.loads(app.bodies[0])
    assert body["type"] == "event_callback"
    assert body["event_id"] == said.event_id
    assert body["authorizations"][0]["user_id"] == "UBOT00001"
    event = body["event"]
    assert (event["type"], event["channel_type"], event["ts"]) == ("message", "im", said.ts)
    assert (event["subtype"], event["files"]) == ("file_share", [{"id": "F1"}])


async def test_a_channel_message_is_a_group_message(slack: PracticeSlack, app: Listener) -> None:
    await slack.act.say("staff", "to filer: hello", channel="CSTAFF001", thread_ts="1700000000.000001")
    event = json.loads(app.bodies[0])["event"]
    assert (event["channel_type"], event["thread_ts"]) == ("group", "1700000000.000001")


async def test_nothing_is_heard_of_a_channel_without_the_bot(slack: PracticeSlack) -> None:
    hidden = slack.workspace.add_channel("judges", members=["USTAFF001"])
    with pytest.raises(LookupError, match="the bot is not in"):
        await slack.act.say("staff", "hush", channel=hidden.id)


async def test_half_of_a_surrogate_pair_is_delivered_as_json_can_carry_it(
    slack: PracticeSlack, app: Listener
) -> None:
    await slack.act.say("filer", "cut \ud83d off")
    await slack.act.command("filer", "/nextgen", "cut \ud83d off")
    assert json.loads(app.bodies[0])["event"]["text"] == "cut \ud83d off"
    assert parse_qs(app.bodies[1].decode())["text"] == ["cut ? off"]


async def test_who_waits_for_a_delivery_is_let_go_when_it_cannot_be_written(
    slack: PracticeSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HttpCarrier, "_dress", Mock(side_effect=RuntimeError("it cannot be written")))
    said = await slack.act.say("filer", "hi")
    assert not (await said.settled()).acknowledged
    with pytest.raises(RuntimeError, match="cannot be written"):
        await slack.postman.idle()


async def test_a_failed_event_is_sent_again_with_number_and_reason(
    slack: PracticeSlack, app: Listener
) -> None:
    app.answers = [500, 404]
    said = await (await slack.act.say("filer", "hi")).settled()
    assert said.acknowledged
    assert [one.status for one in said.attempts] == [500, 404, 200]
    assert "x-slack-retry-num" not in app.headers[0]
    numbers = [one.get("x-slack-retry-num") for one in app.headers]
    reasons = [one.get("x-slack-retry-reason") for one in app.headers]
    assert numbers == [None, "1", "2"]
    assert reasons == [None, "http_error", "http_error"]
    assert app.bodies[0] == app.bodies[2]


async def test_after_three_retries_it_is_given_up(slack: PracticeSlack, app: Listener) -> None:
    app.answers = [500] * 9
    said = await (await slack.act.say("filer", "hi")).settled()
    assert (said.state, len(said.attempts)) == ("given up", 4)


async def test_the_app_can_refuse_retries(slack: PracticeSlack, app: Listener) -> None:
    app.answers = [web.Response(status=500, headers={"x-slack-no-retry": "1"})]
    said = await (await slack.act.say("filer", "hi")).settled()
    assert (said.state, len(said.attempts)) == ("given up", 1)


async def test_a_slow_acknowledgement_is_a_timeout(slack: PracticeSlack, app: Listener) -> None:
    app.answers = [1.3]
    said = await (await slack.act.say("filer", "hi")).settled()
    assert [one.failure for one in said.attempts] == ["http_timeout", ""]
    assert app.headers[1]["x-slack-retry-reason"] == "http_timeout"


@pytest.mark.usefixtures("app")
async def test_an_app_that_is_down_is_tried_again(slack: PracticeSlack) -> None:
    up = slack.app.request_url
    slack.app.request_url = "http://127.0.0.1:9/slack/events"
    said = await slack.act.say("filer", "hi")
    assert said.attempts[0].failure == "connection_failed"
    slack.app.request_url = up
    assert (await said.settled()).acknowledged


async def test_presses_and_commands_are_not_sent_again(slack: PracticeSlack, app: Listener) -> None:
    app.answers = [500]
    typed = await slack.act.command("filer", "/nextgen", "help & more")
    assert (typed.state, len(typed.attempts)) == ("given up", 1)
    fields = parse_qs(app.bodies[0].decode())
    assert fields["text"] == ["help & more"]
    assert fields["channel_name"] == ["directmessage"]
    assert fields["response_url"][0].startswith(slack.url + "/commands/")


async def test_redirects_end_after_two(slack: PracticeSlack, app: Listener) -> None:
    away = {"Location": "/slack/events"}
    app.answers = [web.Response(status=307, headers=away) for _ in range(3)]
    said = await slack.act.say("filer", "hi")
    assert said.attempts[0].failure == "too_many_redirects"


async def test_a_request_url_proves_itself(slack: PracticeSlack, app: Listener) -> None:
    app.answers = [web.Response(text='{"challenge": "practice-challenge"}')]
    assert await slack.postman.http.challenge()
    assert json.loads(app.bodies[0])["type"] == "url_verification"
    assert not await slack.postman.http.challenge()


async def test_a_raw_request_goes_out_as_it_is(slack: PracticeSlack, app: Listener) -> None:
    verifier = SignatureVerifier(slack.app.signing_secret)
    await slack.act.deliver_raw(b"\xff\xfe", headers={"Content-Type": "text/plain"})
    await slack.act.deliver_raw({"type": "event_callback"}, age=301)
    await slack.act.deliver_raw("x" * 100, signed=False)
    assert app.bodies == [b"\xff\xfe", b'{"type":"event_callback"}', b"x" * 100]
    assert app.headers[0]["content-type"] == "text/plain"
    timestamp = app.headers[0]["x-slack-request-timestamp"]
    signature = sign(slack.app.signing_secret, timestamp, b"\xff\xfe")
    assert app.headers[0]["x-slack-signature"] == signature
    assert time.time() - int(app.headers[1]["x-slack-request-timestamp"]) > 300
    assert not verifier.is_valid_request(app.bodies[1], app.headers[1])
    assert "x-slack-signature" not in app.headers[2]


async def test_a_delayed_delivery_leaves_later(slack: PracticeSlack, app: Listener) -> None:
    slack.faults.add(DeliveryFault("delay", seconds=0.2))
    late = await slack.act.say("filer", "first", wait=False)
    await slack.act.say("filer", "second")
    await late.settled()
    texts = [json.loads(one)["event"]["text"] for one in app.bodies]
    assert texts == ["second", "first"]


async def test_copies_may_carry_retry_headers(slack: PracticeSlack, app: Listener) -> None:
    slack.faults.add(DeliveryFault("duplicate", copies=2, seconds=0.05, retry_headers=True))
    await slack.act.say("filer", "hi")
    await slack.postman.idle()
    numbers = [one.get("x-slack-retry-num") for one in app.headers]
    assert numbers == [None, "1", "2"]


@pytest.mark.usefixtures("app")
async def test_a_fault_may_name_the_kind_it_is_for(slack: PracticeSlack) -> None:
    slack.faults.add(DeliveryFault("hold", kinds=["command"]))
    said = await slack.act.say("filer", "hi")
    typed = await slack.act.command("filer")
    assert (said.state, typed.state) == ("acknowledged", "held")
    slack.postman.release(typed.number)
    assert (await typed.settled()).acknowledged


async def test_an_edit_tells_both_texts_and_a_lost_parent_leaves_a_tombstone(
    slack: PracticeSlack, app: Listener
) -> None:
    parent = await slack.act.say("filer", "one")
    await slack.act.edit("filer", parent.ts, "two")
    await slack.act.say("filer", "reply", thread_ts=parent.ts)
    await slack.act.delete("filer", parent.ts)
    edited, _, gone = (json.loads(one)["event"] for one in app.bodies[1:])
    assert (edited["subtype"], edited["hidden"]) == ("message_changed", True)
    assert edited["message"]["text"] == "two"
    assert edited["message"]["edited"]["user"] == "UFILER001"
    assert edited["previous_message"]["text"] == "one"
    assert (gone["subtype"], gone["message"]["subtype"]) == ("message_changed", "tombstone")
