"""What people do from the page: as Slack would let them, and only from this machine's own page."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSlack
from bot.practice.page_acts import LONGEST
from bot.practice.workspace import STAFF_CHANNEL
from tests.practice.pages import Browser, texts

BUTTON = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
ACTIONS = [{"type": "actions", "block_id": "b", "elements": [BUTTON]}]


@pytest.fixture
async def browser(slack: PracticeSlack) -> AsyncIterator[Browser]:
    slack.app.request_url = "http://127.0.0.1:9"
    async with aiohttp.ClientSession() as session:
        yield Browser(slack, session)


async def test_what_is_typed_stands_in_the_direct_message(browser: Browser) -> None:
    status, answer = await browser.act("say", text="hello <you>")
    assert status == 200
    assert answer["state"] in ("under way", "given up")
    assert texts((await browser.state())["filer"]) == ["hello &lt;you&gt;"]


async def test_an_author_may_edit_and_delete_and_nobody_else(slack: PracticeSlack, browser: Browser) -> None:
    ts = (await slack.act.say("staff", "note", channel=STAFF_CHANNEL, wait=False)).ts
    about = {"ts": ts, "channel": STAFF_CHANNEL}
    assert (await browser.act("edit", "other_staff", text="mine", **about))[0] == 403
    assert (await browser.act("delete", "other_staff", **about))[0] == 403
    assert (await browser.act("edit", "staff", text="better", **about))[0] == 200
    assert texts((await browser.state())["staff"], STAFF_CHANNEL) == ["better"]
    assert (await browser.act("delete", "staff", **about))[0] == 200


async def test_a_channel_is_for_its_members(slack: PracticeSlack, browser: Browser) -> None:
    for name, fields in (
        ("say", {"text": "x"}),
        ("command", {"text": ""}),
        ("press", {"ts": "1", "action_id": "a"}),
    ):
        status, answer = await browser.act(name, "filer", channel=STAFF_CHANNEL, **fields)
        assert status == 403, name
        assert "is not in" in answer["error"]
    assert slack.messages(STAFF_CHANNEL) == []


async def test_nobody_presses_what_only_another_sees(browser: Browser, client: AsyncWebClient) -> None:
    posted = await client.chat_postEphemeral(
        channel=STAFF_CHANNEL, user="USTAFF001", text="x", blocks=ACTIONS
    )
    about = {"ts": posted["message_ts"], "channel": STAFF_CHANNEL, "action_id": "go"}
    assert (await browser.act("press", "other_staff", **about))[0] == 403
    assert (await browser.act("press", "staff", **about))[0] == 200


async def test_a_button_that_just_went_away_may_still_be_pressed(
    browser: Browser, client: AsyncWebClient
) -> None:
    posted = await client.chat_postMessage(channel=STAFF_CHANNEL, text="x", blocks=ACTIONS)
    await client.chat_update(channel=STAFF_CHANNEL, ts=str(posted["ts"]), text="y", blocks=[])
    about = {"ts": posted["ts"], "channel": STAFF_CHANNEL}
    assert (await browser.act("press", "staff", action_id="go", **about))[0] == 200
    assert (await browser.act("press", "staff", action_id="never", **about))[0] == 404


async def test_nobody_uses_another_persons_view(browser: Browser, client: AsyncWebClient) -> None:
    home = await client.views_publish(user_id="UFILER001", view={"type": "home", "blocks": ACTIONS})
    about = {"view_id": home["view"]["id"], "action_id": "go"}
    assert (await browser.act("press_in_view", "staff", **about))[0] == 403
    assert (await browser.act("press_in_view", "filer", **about))[0] == 200


async def test_nobody_speaks_as_the_app(browser: Browser) -> None:
    assert (await browser.act("say", "nextgen-help", text="I am the bot"))[0] == 403


@pytest.mark.parametrize("field", ["bot_id", "subtype", "raw_text", "wait"])
async def test_no_field_but_those_of_the_act_is_taken(browser: Browser, field: str) -> None:
    status, answer = await browser.act("say", text="x", **{field: "y"})
    assert status == 400
    assert field in answer["error"]


async def test_a_message_has_an_end(browser: Browser) -> None:
    assert (await browser.act("say", text="x" * (LONGEST + 1)))[0] == 400


async def test_what_is_not_there_is_said_so(browser: Browser) -> None:
    assert (await browser.act("press", ts="1.0", action_id="a"))[0] == 404
    assert (await browser.act("say", "nobody", text="x"))[0] == 404


async def test_starting_over_brings_somebody_new(browser: Browser) -> None:
    _, first = await browser.post("person", {})
    _, second = await browser.post("person", {})
    assert first["id"] != second["id"]
    assert (await browser.state(filer=first["id"]))["filer"]["me"] == first["id"]


async def test_faults_are_set_and_cleared_from_the_page(slack: PracticeSlack, browser: Browser) -> None:
    await browser.post("faults", {"web": [{"kind": "ratelimited"}], "deliveries": [{"kind": "duplicate"}]})
    assert [one["kind"] for one in (await browser.state())["traffic"]["faults"]["web"]] == ["ratelimited"]
    await browser.post("faults/clear", {})
    assert slack.faults.as_json()["web"] == slack.faults.as_json()["deliveries"] == []
    assert (await browser.post("faults", {"web": [{"kind": "nonsense"}]}))[0] == 400


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "[::1", ""])
@pytest.mark.parametrize("path", ["/", "/page/live", "/control/state"])
async def test_another_name_for_this_address_is_refused(browser: Browser, host: str, path: str) -> None:
    async with browser.session.get(browser.url + path, headers={"Host": host}) as answer:
        assert answer.status in (400, 403)


@pytest.mark.parametrize("path", ["/page/act/say", "/control/say"])
async def test_a_page_of_another_origin_can_do_nothing(
    slack: PracticeSlack, browser: Browser, path: str
) -> None:
    body = {"person": "filer", "text": "forged"}
    for origin in ("http://evil.example", "null", "http://127.0.0.1:1"):
        async with browser.session.post(browser.url + path, json=body, headers={"Origin": origin}) as answer:
            assert answer.status == 403
    assert slack.messages() == []


ELSEWHERE = [
    ("cross-site", "no-cors", 403),
    ("same-site", "no-cors", 403),
    ("cross-site", "navigate", 403),
    ("same-origin", "no-cors", 200),
    ("none", "navigate", 200),
]


@pytest.mark.parametrize(("site", "mode", "status"), ELSEWHERE)
async def test_a_picture_in_a_page_of_the_web_posts_nothing(
    slack: PracticeSlack, browser: Browser, site: str, mode: str, status: int
) -> None:
    forged = f"/api/chat.postMessage?token={slack.app.bot_token}&channel={STAFF_CHANNEL}&text=forged"
    headers = {"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode}
    async with browser.session.get(browser.url + forged, headers=headers) as answer:
        assert answer.status == status
    assert len(slack.messages(STAFF_CHANNEL)) == (status == 200)


async def test_a_link_to_the_page_may_be_followed_from_anywhere(browser: Browser) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    async with browser.session.get(browser.url, headers=headers) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("path", ["/page/act/say", "/control/say"])
async def test_json_that_is_too_deep_to_read_is_refused(browser: Browser, path: str) -> None:
    kind = {"Content-Type": "application/json"}
    async with browser.session.post(browser.url + path, data="[" * 100_000, headers=kind) as answer:
        assert answer.status == 400


async def test_new_people_are_new_after_a_restart_too(slack: PracticeSlack, browser: Browser) -> None:
    """An app that kept its data would give the new person the conversation of another."""
    _, first = await browser.post("person", {})
    async with PracticeSlack() as again:
        _, second = await Browser(again, browser.session).post("person", {})
        assert again.workspace.direct_channel("filer").id == slack.workspace.direct_channel("filer").id
    assert first["id"] != second["id"]


async def test_the_pages_own_origin_may(browser: Browser) -> None:
    status, _ = await browser.post("person", {}, Origin=browser.url)
    assert status == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
async def test_a_body_that_a_form_could_send_is_refused(browser: Browser, kind: str) -> None:
    where = f"{browser.url}/page/act/say"
    body = b'{"person": "filer", "text": "forged"}'
    async with browser.session.post(where, data=body, headers={"Content-Type": kind}) as answer:
        assert answer.status == 415


@pytest.mark.parametrize("body", [b"[]", b"nonsense", b"\xff"])
async def test_a_body_that_is_no_object_is_refused(browser: Browser, body: bytes) -> None:
    where = f"{browser.url}/page/act/say"
    async with browser.session.post(where, data=body, headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400
