"""A real Bolt app cannot tell the practice Slack from Slack, over HTTP or by Socket Mode."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.practice import DeliveryFault, PracticeSlack
from tests.practice.bolt_app import bolt_app, over_http, over_socket

Heard = list[dict[str, Any]]


@pytest.fixture
def heard() -> Heard:
    return []


@pytest.fixture(params=[over_http, over_socket])
async def app(request: pytest.FixtureRequest, slack: PracticeSlack, heard: Heard) -> AsyncIterator[None]:
    async with request.param(slack, bolt_app(slack, heard)):
        yield


@pytest.mark.usefixtures("app")
class TestBolt:
    async def test_a_message_is_heard_and_answered(self, slack: PracticeSlack, heard: Heard) -> None:
        said = await slack.act.say("filer", "hi <there>")
        await slack.postman.idle()
        assert said.acknowledged
        assert heard[0]["channel_type"] == "im"
        assert heard[0]["user"] == "UFILER001"
        texts = [one.content["text"] for one in slack.messages(said.channel)]
        assert texts == ["hi &lt;there&gt;", "You said: hi &lt;there&gt;"]

    async def test_a_press_replaces_the_message(self, slack: PracticeSlack, heard: Heard) -> None:
        said = await slack.act.say("filer", "hi")
        reply = slack.messages(said.channel)[1]
        pressed = await slack.act.press("filer", reply.ts, label="My own")
        assert pressed.acknowledged
        assert heard[-1]["actions"][0]["value"] == "own"
        assert heard[-1]["message"]["ts"] == reply.ts
        assert [one.how for one in reply.versions] == ["posted", "replaced"]
        assert reply.content["text"] == "You said: my own"

    async def test_a_command_is_answered_to_the_person_alone(self, slack: PracticeSlack) -> None:
        typed = await slack.act.command("filer", "/nextgen", "help")
        assert typed.answer == {"text": "I have written to you"} or typed.answer == "I have written to you"
        assert [one.content["text"] for one in slack.ephemerals] == ["I have written to you"]
        assert slack.messages(typed.channel) == []

    async def test_a_modal_opens_complains_and_closes(self, slack: PracticeSlack, heard: Heard) -> None:
        await slack.act.command("filer", "/nextgen", "form")
        view = next(iter(slack.views.all.values()))
        refused = await slack.act.submit_view("filer", view.id, {"words": {"typed": "no"}})
        assert refused.answer == {"response_action": "errors", "errors": {"words": "Say more"}}
        assert slack.views.is_open(view.id)
        taken = await slack.act.submit_view("filer", view.id, {"words": {"typed": "call me"}})
        assert taken.acknowledged
        assert not slack.views.is_open(view.id)
        assert heard[-1]["view"]["state"]["values"]["words"]["typed"]["value"] == "call me"

    async def test_closing_a_modal_is_told(self, slack: PracticeSlack, heard: Heard) -> None:
        await slack.act.command("filer", "/nextgen", "form")
        view = next(iter(slack.views.all.values()))
        closed = await slack.act.close_view("filer", view.id)
        assert closed is not None
        assert closed.acknowledged
        assert heard[-1]["type"] == "view_closed"

    async def test_opening_the_home_publishes_it(self, slack: PracticeSlack, heard: Heard) -> None:
        await slack.act.open_home("filer")
        assert slack.views.homes["UFILER001"].content["type"] == "home"
        await slack.act.open_home("filer")
        assert heard[-1]["view"]["type"] == "home"

    async def test_edits_and_deletions_are_told(self, slack: PracticeSlack, heard: Heard) -> None:
        said = await slack.act.say("filer", "my social is secret", thread_ts="1700000000.000001")
        await slack.act.edit("filer", said.ts, "nothing")
        await slack.act.delete("filer", said.ts)
        mine = [one for one in heard if one.get("subtype") in ("message_changed", "message_deleted")]
        assert [one["subtype"] for one in mine] == ["message_changed", "message_deleted"]
        assert mine[0]["message"]["text"] == "nothing"
        assert mine[1]["deleted_ts"] == said.ts

    async def test_copies_reach_the_app(self, slack: PracticeSlack, heard: Heard) -> None:
        slack.faults.add(DeliveryFault("duplicate", copies=3))
        said = await slack.act.say("filer", "hi")
        await slack.postman.idle()
        assert len([one for one in heard if one["ts"] == said.ts]) == 4
        assert len(said.attempts) == 4

    async def test_two_messages_can_change_places(self, slack: PracticeSlack, heard: Heard) -> None:
        slack.faults.add(DeliveryFault("reorder"))
        first = await slack.act.say("filer", "first")
        assert first.state == "held"
        await slack.act.say("filer", "second")
        await slack.postman.idle()
        assert [one["text"] for one in heard] == ["second", "first"]

    async def test_a_held_message_waits_until_it_is_released(
        self, slack: PracticeSlack, heard: Heard
    ) -> None:
        slack.faults.add(DeliveryFault("hold"))
        said = await slack.act.say("filer", "later")
        await slack.postman.idle()
        assert heard == []
        slack.postman.release()
        await said.settled()
        assert [one["text"] for one in heard] == ["later"]

    async def test_an_old_delivery_can_come_again(self, slack: PracticeSlack, heard: Heard) -> None:
        said = await slack.act.say("filer", "hi")
        await slack.postman.redeliver(said.number)
        assert [one["ts"] for one in heard] == [said.ts, said.ts]
