"""Modals and App Homes: trigger ids, hashes, stacks."""

import asyncio
from typing import Any

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSlack
from tests.practice.bolt_app import MODAL
from tests.practice.listener import listening
from tests.practice.test_web_api import FILER, refused

HOME: dict[str, Any] = {"type": "home", "blocks": [{"type": "divider"}]}


async def trigger(slack: PracticeSlack) -> str:
    return (await slack.act.command("filer")).trigger_id


async def test_a_trigger_opens_one_modal(slack: PracticeSlack, client: AsyncWebClient) -> None:
    given = await trigger(slack)
    opened = await client.views_open(trigger_id=given, view=MODAL)
    assert opened["view"]["callback_id"] == "note"
    assert opened["view"]["state"] == {"values": {}}
    again = client.views_open(trigger_id=given, view=MODAL)
    assert (await refused(again))["error"] == "exchanged_trigger_id"


async def test_a_trigger_lives_for_three_seconds(slack: PracticeSlack, client: AsyncWebClient) -> None:
    given = await trigger(slack)
    slack.clock.move(3.5)
    late = client.views_open(trigger_id=given, view=MODAL)
    assert (await refused(late))["error"] == "expired_trigger_id"


async def test_a_trigger_must_be_real(client: AsyncWebClient) -> None:
    wrong = client.views_open(trigger_id="1.2.3", view=MODAL)
    assert (await refused(wrong))["error"] == "invalid_trigger_id"
    missing = client.api_call("views.open", json={"view": MODAL})
    assert (await refused(missing))["error"] == "invalid_arguments"


async def test_a_wrong_view_leaves_the_trigger_unused(slack: PracticeSlack, client: AsyncWebClient) -> None:
    given = await trigger(slack)
    long = {**MODAL, "title": {"type": "plain_text", "text": "x" * 25}}
    answer = await refused(client.views_open(trigger_id=given, view=long))
    assert answer["error"] == "invalid_arguments"
    assert "/view/title/text" in answer["response_metadata"]["messages"][0]
    home = client.views_open(trigger_id=given, view=HOME)
    assert "/view/type" in (await refused(home))["response_metadata"]["messages"][0]
    assert (await client.views_open(trigger_id=given, view=MODAL))["ok"]


async def test_a_view_of_more_than_250_kilobytes_is_too_large(client: AsyncWebClient) -> None:
    block = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}
    huge = client.views_publish(user_id=FILER, view={"type": "home", "blocks": [block] * 90})
    assert (await refused(huge))["error"] == "view_too_large"


async def test_an_old_hash_is_a_conflict(slack: PracticeSlack, client: AsyncWebClient) -> None:
    first = (await client.views_publish(user_id=FILER, view=HOME))["view"]
    second = (await client.views_publish(user_id=FILER, view=HOME, hash=first["hash"]))["view"]
    assert first["id"] == second["id"]
    old = client.views_publish(user_id=FILER, view=HOME, hash=first["hash"])
    assert (await refused(old))["error"] == "hash_conflict"
    assert len(slack.views.homes[FILER].versions) == 2


async def test_a_home_needs_a_person(client: AsyncWebClient) -> None:
    nobody = client.views_publish(user_id="UNOBODY", view=HOME)
    assert (await refused(nobody))["error"] == "user_not_found"


async def test_a_view_is_updated_while_it_is_open(slack: PracticeSlack, client: AsyncWebClient) -> None:
    view = {**MODAL, "external_id": "note-1"}
    opened = (await client.views_open(trigger_id=await trigger(slack), view=view))["view"]
    changed = await client.views_update(external_id="note-1", view=view, hash=opened["hash"])
    assert changed["view"]["id"] == opened["id"]
    stale = client.views_update(view_id=opened["id"], view=view, hash=opened["hash"])
    assert (await refused(stale))["error"] == "hash_conflict"
    await slack.act.close_view("filer", opened["id"])
    closed = client.views_update(view_id=opened["id"], view=view)
    assert (await refused(closed))["error"] == "not_found"


async def test_three_modals_may_lie_on_each_other(slack: PracticeSlack, client: AsyncWebClient) -> None:
    first = (await client.views_open(trigger_id=await trigger(slack), view=MODAL))["view"]
    second = (await client.views_push(trigger_id=await trigger(slack), view=MODAL))["view"]
    third = (await client.views_push(trigger_id=await trigger(slack), view=MODAL))["view"]
    assert third["root_view_id"] == first["id"]
    assert third["previous_view_id"] == second["id"]
    fourth = client.views_push(trigger_id=await trigger(slack), view=MODAL)
    assert (await refused(fourth))["error"] == "push_limit_reached"


ANSWERS: list[tuple[dict[str, Any], int, str]] = [
    ({}, 0, ""),
    ({"response_action": "clear"}, 0, ""),
    ({"response_action": "errors", "errors": {"words": "Say more"}}, 1, ""),
    ({"response_action": "errors", "errors": {"nowhere": "?"}}, 1, "invalid_response_action"),
    ({"response_action": "update", "view": {**MODAL, "callback_id": "new"}}, 1, ""),
    ({"response_action": "update", "view": {"type": "modal"}}, 1, "invalid_arguments"),
    ({"response_action": "push", "view": MODAL}, 2, ""),
    ({"response_action": "sing"}, 1, "invalid_response_action"),
]


@pytest.mark.parametrize(("answer", "still_open", "trouble"), ANSWERS)
async def test_a_submission_follows_its_answer(
    slack: PracticeSlack, client: AsyncWebClient, answer: dict[str, Any], still_open: int, trouble: str
) -> None:
    view = (await client.views_open(trigger_id=await trigger(slack), view=MODAL))["view"]
    async with listening() as listener:
        slack.app.request_url = listener.url
        listener.answers = [web.json_response(answer)]
        sent = await slack.act.submit_view("filer", view["id"], {"words": {"typed": "help"}})
    assert sent.body["view"]["state"]["values"]["words"]["typed"]["value"] == "help"
    assert trouble in sent.trouble
    assert bool(sent.trouble) == bool(trouble)
    shown = [one for one in slack.views.all if slack.views.is_open(one)]
    assert len(shown) == still_open


async def test_a_closed_modal_cannot_be_sent(slack: PracticeSlack, client: AsyncWebClient) -> None:
    quiet = {**MODAL, "notify_on_close": False}
    view = (await client.views_open(trigger_id=await trigger(slack), view=quiet))["view"]
    assert await slack.act.close_view("filer", view["id"]) is None
    with pytest.raises(LookupError, match="no view"):
        await slack.act.submit_view("filer", view["id"])


async def test_of_two_updates_with_one_hash_one_wins(slack: PracticeSlack, client: AsyncWebClient) -> None:
    view = (await client.views_open(trigger_id=await trigger(slack), view=MODAL))["view"]
    both = [client.views_update(view_id=view["id"], view=MODAL, hash=view["hash"]) for _ in range(2)]
    results = await asyncio.gather(*both, return_exceptions=True)
    assert sum(isinstance(one, Exception) for one in results) == 1
