"""Channels, histories and threads."""

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSlack
from tests.practice.test_web_api import FILER, STAFF_CHANNEL, direct, refused

KEY = {"event_type": "outbox", "event_payload": {"key": "k1"}}


async def posted(client: AsyncWebClient, *texts: str, **about: object) -> list[str]:
    """Post these to the filer, and give their timestamps."""
    return [
        str((await client.chat_postMessage(channel=FILER, text=text, **about))["ts"])  # type: ignore[arg-type]
        for text in texts
    ]


async def test_opening_twice_gives_the_same_channel(client: AsyncWebClient) -> None:
    first = await client.conversations_open(users=FILER)
    second = await client.conversations_open(users=FILER, return_im=True)
    assert first["channel"]["id"] == second["channel"]["id"]
    assert second["already_open"] is True
    assert second["channel"]["is_im"] is True


@pytest.mark.parametrize(
    ("users", "error"),
    [("UNOBODY", "user_not_found"), ("UBOT00001", "cannot_dm_bot"), ("", "users_list_not_supplied")],
)
async def test_a_direct_message_needs_a_person(client: AsyncWebClient, users: str, error: str) -> None:
    assert (await refused(client.conversations_open(users=users)))["error"] == error


async def test_history_is_newest_first_and_comes_in_pages(client: AsyncWebClient) -> None:
    await posted(client, "1", "2", "3", "4", "5")
    channel, seen, cursor = await direct(client), [], ""
    while True:
        page = await client.conversations_history(channel=channel, limit=2, cursor=cursor or None)
        seen.append([one["text"] for one in page["messages"]])
        cursor = page["response_metadata"]["next_cursor"]
        assert page["has_more"] is bool(cursor)
        if not cursor:
            break
    assert seen == [["5", "4"], ["3", "2"], ["1"]]


@pytest.mark.parametrize(("inclusive", "expected"), [(False, ["3"]), (True, ["4", "3", "2"])])
async def test_history_keeps_to_its_span(
    client: AsyncWebClient, inclusive: bool, expected: list[str]
) -> None:
    times = await posted(client, "1", "2", "3", "4", "5")
    found = await client.conversations_history(
        channel=await direct(client), oldest=times[1], latest=times[3], inclusive=inclusive
    )
    assert [one["text"] for one in found["messages"]] == expected


async def test_metadata_comes_only_when_asked_for_and_never_with_the_fault(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    await posted(client, "hi", metadata=KEY)
    channel = await direct(client)
    plain = await client.conversations_history(channel=channel)
    assert "metadata" not in plain["messages"][0]
    full = await client.conversations_history(channel=channel, include_all_metadata=True)
    assert full["messages"][0]["metadata"] == KEY
    slack.faults.no_metadata = True
    without = await client.conversations_history(channel=channel, include_all_metadata=True)
    assert "metadata" not in without["messages"][0]


async def test_the_first_block_keeps_its_id_in_history(client: AsyncWebClient) -> None:
    await posted(client, "hi", blocks=[{"type": "divider", "block_id": "k1"}, {"type": "divider"}])
    history = await client.conversations_history(channel=await direct(client))
    blocks = history["messages"][0]["blocks"]
    assert blocks[0]["block_id"] == "k1"
    assert blocks[1]["block_id"]


async def test_replies_stand_in_the_thread_and_not_in_the_history(client: AsyncWebClient) -> None:
    (parent,) = await posted(client, "card")
    replies = await posted(client, "one", "two", thread_ts=parent)
    channel = await direct(client)
    history = await client.conversations_history(channel=channel)
    assert [one["text"] for one in history["messages"]] == ["card"]
    assert history["messages"][0]["reply_count"] == 2
    thread = await client.conversations_replies(channel=channel, ts=parent)
    assert [one["text"] for one in thread["messages"]] == ["card", "one", "two"]
    later = await client.conversations_replies(channel=channel, ts=parent, oldest=replies[0])
    assert [one["text"] for one in later["messages"]] == ["card", "two"]


async def test_a_broadcast_reply_stands_in_both(client: AsyncWebClient) -> None:
    (parent,) = await posted(client, "card")
    await posted(client, "late!", thread_ts=parent, reply_broadcast=True)
    history = await client.conversations_history(channel=await direct(client))
    assert [one["text"] for one in history["messages"]] == ["late!", "card"]
    assert history["messages"][0]["subtype"] == "thread_broadcast"


async def test_wrong_places_are_refused(client: AsyncWebClient) -> None:
    channel = await direct(client)
    nothing = client.conversations_replies(channel=channel, ts="1700000000.000001")
    assert (await refused(nothing))["error"] == "thread_not_found"
    for limit in (0, 1000):
        wrong = client.conversations_history(channel=channel, limit=limit)
        assert (await refused(wrong))["error"] == "invalid_limit"
    cursor = client.conversations_history(channel=channel, cursor="elsewhere")
    assert (await refused(cursor))["error"] == "invalid_cursor"
    oldest = client.conversations_history(channel=channel, oldest="yesterday")
    assert (await refused(oldest))["error"] == "invalid_ts_oldest"
    thread = client.chat_postMessage(channel=channel, text="hi", thread_ts="soon")
    assert (await refused(thread))["error"] == "invalid_thread_ts"


async def test_a_channel_tells_about_itself(slack: PracticeSlack, client: AsyncWebClient) -> None:
    slack.workspace.channel(STAFF_CHANNEL).is_ext_shared = True
    told = (await client.conversations_info(channel=STAFF_CHANNEL))["channel"]
    assert (told["is_private"], told["is_ext_shared"], told["is_member"]) == (True, True, True)
    direct_message = client.conversations_info(channel=await direct(client))
    assert (await refused(direct_message))["needed"] == "im:read"


async def test_members_come_in_pages(client: AsyncWebClient) -> None:
    first = await client.conversations_members(channel=STAFF_CHANNEL, limit=2)
    cursor = first["response_metadata"]["next_cursor"]
    rest = await client.conversations_members(channel=STAFF_CHANNEL, limit=2, cursor=cursor)
    assert first["members"] + rest["members"] == ["UBOT00001", "USTAFF001", "USTAFF002"]
    assert rest["response_metadata"]["next_cursor"] == ""


async def test_the_bot_lists_the_channels_it_is_in(client: AsyncWebClient) -> None:
    told = await client.users_conversations(types="private_channel")
    assert [one["id"] for one in told["channels"]] == [STAFF_CHANNEL]
    assert (await refused(client.users_conversations(types="im")))["needed"] == "im:read"
    assert (await refused(client.users_conversations(types="pigeon")))["error"] == "invalid_types"
