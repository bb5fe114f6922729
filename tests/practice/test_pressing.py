"""Presses and choices, in messages and in views."""

from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSlack
from tests.practice.bolt_app import BUTTONS
from tests.practice.test_web_api import FILER

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def options(*values: str) -> list[Json]:
    return [{"text": plain(one), "value": one} for one in values]


def chooser(kind: str, **about: Any) -> Json:
    return {"type": kind, "action_id": kind, **about}


CHOOSERS: list[tuple[Json, Any, Json]] = [
    (chooser("static_select", options=options("a", "b")), "b", {"selected_option": options("b")[0]}),
    (chooser("radio_buttons", options=options("a", "b")), "a", {"selected_option": options("a")[0]}),
    (chooser("overflow", options=options("a")), "a", {"selected_option": options("a")[0]}),
    (chooser("checkboxes", options=options("a", "b")), ["a"], {"selected_options": options("a")}),
    (chooser("multi_static_select", options=options("a")), "a", {"selected_options": options("a")}),
    (chooser("datepicker"), "2026-08-11", {"selected_date": "2026-08-11"}),
    (chooser("users_select"), FILER, {"selected_user": FILER}),
    (
        chooser("static_select", option_groups=[{"label": plain("g"), "options": options("c")}]),
        "c",
        {"selected_option": options("c")[0]},
    ),
]


@pytest.mark.parametrize(("element", "choice", "expected"), CHOOSERS)
async def test_a_choice_is_told_as_slack_tells_it(
    slack: PracticeSlack, client: AsyncWebClient, element: Json, choice: Any, expected: Json
) -> None:
    blocks = [{"type": "actions", "block_id": "b1", "elements": [element]}]
    posted = await client.chat_postMessage(channel=FILER, text="choose", blocks=blocks)
    press = await slack.act.press("filer", posted["ts"], element["action_id"], choice=choice)
    (action,) = press.body["actions"]
    assert action["type"] == element["type"]
    assert expected.items() <= action.items()
    if element["type"] != "overflow":
        state = press.body["state"]["values"]["b1"][element["action_id"]]
        assert expected.items() <= state.items()


async def test_a_press_tells_who_where_and_on_what(slack: PracticeSlack, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=FILER, text="own?", blocks=BUTTONS)
    body = (await slack.act.press("filer", posted["ts"], value="own")).body
    assert body["type"] == "block_actions"
    assert body["user"]["id"] == FILER
    assert body["channel"] == {"id": posted["channel"], "name": "directmessage"}
    assert body["container"]["message_ts"] == posted["ts"]
    assert body["message"]["blocks"][0]["elements"][0]["action_id"] == "account.own"
    assert body["actions"][0]["block_id"] == body["message"]["blocks"][0]["block_id"]
    assert float(body["actions"][0]["action_ts"]) > float(posted["ts"])
    assert body["response_url"].startswith(slack.url + "/actions/")


async def test_what_is_not_there_cannot_be_pressed(slack: PracticeSlack, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=FILER, text="own?", blocks=BUTTONS)
    with pytest.raises(LookupError, match=r"account\.own"):
        await slack.act.press("filer", posted["ts"], "account.shared")
    blocks = [{"type": "actions", "elements": [CHOOSERS[0][0]]}]
    menu = await client.chat_postMessage(channel=FILER, text="?", blocks=blocks)
    with pytest.raises(LookupError, match="offers no option"):
        await slack.act.press("filer", menu["ts"], "static_select", choice="z")
    with pytest.raises(LookupError, match="there never was a message"):
        await slack.act.press("filer", "1700000000.000001", "account.own")
    with pytest.raises(LookupError, match="nobody called judge"):
        await slack.act.press("judge", posted["ts"], "account.own")


async def test_a_button_that_no_message_offers_can_be_sent_raw(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    posted = await client.chat_postMessage(channel=FILER, text="own?", blocks=BUTTONS)
    raw = [{"type": "button", "action_id": "v0", "block_id": "x", "value": "{}", "action_ts": "1.0"}]
    press = await slack.act.press("filer", posted["ts"], actions=raw)
    assert press.body["actions"] == raw


async def test_an_accessory_can_be_pressed_by_the_words_on_it(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    button = {"type": "button", "action_id": "claim", "text": plain("Claim")}
    blocks = [{"type": "section", "text": plain("Case 1"), "accessory": button}]
    posted = await client.chat_postMessage(channel="CSTAFF001", text="card", blocks=blocks)
    press = await slack.act.press("staff", posted["ts"], label="Claim", channel="CSTAFF001")
    assert press.body["actions"][0]["action_id"] == "claim"
    assert "value" not in press.body["actions"][0]
    assert press.body["channel"]["name"] == "privategroup"


async def test_boxes_on_the_home_stay_ticked(slack: PracticeSlack, client: AsyncWebClient) -> None:
    boxes = chooser("checkboxes", options=options("upgrade", "link"))
    blocks = [{"type": "actions", "block_id": "steps", "elements": [boxes]}]
    home = await client.views_publish(user_id=FILER, view={"type": "home", "blocks": blocks})
    view_id = home["view"]["id"]
    press = await slack.act.press_in_view("filer", view_id, "checkboxes", choice=["link"])
    assert press.body["container"] == {"type": "view", "view_id": view_id}
    assert "response_url" not in press.body
    opened = await slack.act.open_home("filer")
    kept = opened.body["event"]["view"]["state"]["values"]["steps"]["checkboxes"]
    assert kept["selected_options"] == options("link")
