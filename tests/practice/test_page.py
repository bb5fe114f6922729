"""The page: its files, what each person sees there, and that it follows what happens."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSlack
from bot.practice.page import FILES
from bot.practice.workspace import STAFF_CHANNEL
from tests.practice.bolt_app import MODAL
from tests.practice.pages import Browser, texts

SHOWN = sorted(path.name for path in FILES.iterdir() if path.suffix != ".md")


@pytest.fixture
async def browser(slack: PracticeSlack) -> AsyncIterator[Browser]:
    async with aiohttp.ClientSession() as session:
        yield Browser(slack, session)


async def test_the_page_is_served_and_may_load_nothing_from_elsewhere(browser: Browser) -> None:
    async with browser.session.get(f"{browser.url}/") as answer:
        page = await answer.text()
        policy = answer.headers["Content-Security-Policy"]
    assert "<h1>Practice workspace</h1>" in page
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"""(?:src|href)=["'](?!/page/files/|#)""", page)


@pytest.mark.parametrize("name", SHOWN)
async def test_every_file_of_the_page_is_served_with_its_kind(browser: Browser, name: str) -> None:
    kinds = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
    async with browser.session.get(f"{browser.url}/page/files/{name}") as answer:
        assert answer.status == 200
        assert answer.content_type == kinds[Path(name).suffix]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["none.js", "README.md", "..%2Fpage.py", "%2Fetc%2Fpasswd"])
async def test_nothing_but_the_files_of_the_page_is_served(browser: Browser, name: str) -> None:
    async with browser.session.get(f"{browser.url}/page/files/{name}") as answer:
        assert answer.status == 404


@pytest.mark.parametrize("name", [one for one in SHOWN if one.endswith((".js", ".css"))])
def test_the_scripts_keep_the_sizes_of_the_house_and_write_no_markup(name: str) -> None:
    text = (FILES / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 300
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|https?://\w", text)


async def test_a_person_sees_their_own_channels_and_no_others(slack: PracticeSlack, browser: Browser) -> None:
    await slack.act.say("filer", "my question", wait=False)
    await slack.act.say("staff", "a note", channel=STAFF_CHANNEL, wait=False)
    state = await browser.state()
    assert texts(state["filer"]) == ["my question"]
    assert texts(state["filer"], STAFF_CHANNEL) == []
    assert texts(state["staff"]) == []
    assert texts(state["staff"], STAFF_CHANNEL) == ["a note"]


async def test_what_is_for_one_persons_eyes_is_shown_to_nobody_else(
    browser: Browser, client: AsyncWebClient
) -> None:
    await client.chat_postEphemeral(channel=STAFF_CHANNEL, user="USTAFF001", text="only you")
    state = await browser.state(staff="staff")
    other = await browser.state(staff="other_staff")
    assert texts(state["staff"], STAFF_CHANNEL) == ["only you"]
    assert state["staff"]["channels"][0]["messages"][0]["is_ephemeral"]
    assert texts(other["staff"], STAFF_CHANNEL) == []


async def test_a_deleted_message_is_gone_from_the_page(slack: PracticeSlack, browser: Browser) -> None:
    said = await slack.act.say("filer", "oops", wait=False)
    await slack.act.delete("filer", said.ts, wait=False)
    assert texts((await browser.state())["filer"]) == []


async def test_the_home_and_the_modals_of_a_person_are_shown(
    slack: PracticeSlack, browser: Browser, client: AsyncWebClient
) -> None:
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    await client.views_publish(user_id="UFILER001", view=home)
    command = await slack.act.command("filer", wait=False)
    await client.views_open(trigger_id=command.trigger_id, view=MODAL)
    state = await browser.state()
    assert state["filer"]["home"]["blocks"] == [{"type": "divider"}]
    assert [one["title"] for one in state["filer"]["modals"]] == [MODAL["title"]]
    assert state["staff"]["home"] is None
    assert state["staff"]["modals"] == []


async def test_the_page_hears_of_what_is_new_and_of_nothing_else(
    slack: PracticeSlack, browser: Browser
) -> None:
    async with browser.watching() as states:
        assert texts((await anext(states))["filer"]) == []
        following = asyncio.ensure_future(anext(states))
        done, _ = await asyncio.wait([following], timeout=0.3)
        assert not done
        await slack.act.say("filer", "now", wait=False)
        assert texts((await asyncio.wait_for(following, 5))["filer"]) == ["now"]


async def test_the_margin_tells_calls_deliveries_and_what_is_kept(
    slack: PracticeSlack, browser: Browser, client: AsyncWebClient
) -> None:
    async def inside(person: str) -> dict[str, object]:
        return {"talk": f"of {person}"}

    slack.page.inside = inside
    await client.auth_test()
    await slack.act.say("filer", "hi", wait=False)
    state = await browser.state()
    assert state["inside"] == {"talk": "of UFILER001"}
    call, delivery = state["traffic"]["calls"][0], state["traffic"]["deliveries"][0]
    assert (call["method"], call["status"]) == ("auth.test", 200)
    assert (delivery["kind"], delivery["what"]) == ("event", "message")
    assert "hi" not in str(state["traffic"])


async def test_the_server_ends_while_a_page_is_open(slack: PracticeSlack, browser: Browser) -> None:
    async with browser.watching() as states:
        await anext(states)
        await asyncio.wait_for(slack.stop(), 5)
        assert [one async for one in states] == []


async def test_a_page_for_somebody_unknown_is_refused(browser: Browser) -> None:
    async with browser.session.get(f"{browser.url}/page/live?filer=nobody") as answer:
        assert answer.status == 404
