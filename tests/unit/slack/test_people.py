"""Staff are who is in the staff channel, and a look-up is not made twice in a minute."""

import asyncio
from typing import Any, ClassVar

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import SettingsError, TryLater
from bot.slack.people import People, shown_name


class Told:
    """An answer of Slack's."""

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data


class Refusal(Told):
    """An answer of Slack's that says no."""

    status_code = 200
    headers: ClassVar[dict[str, str]] = {}


class Client(AsyncWebClient):
    """A client that knows a channel of two pages and one person."""

    def __init__(self) -> None:
        super().__init__("xoxb-practice")
        self.members: list[list[str]] = [["U1"], ["U2"]]
        self.person: dict[str, Any] = {"profile": {"real_name": "Ann Clerk"}, "name": "ann"}
        self.asked = 0
        self.broken = False
        self.refusal = ""
        self.channel: dict[str, Any] = {"is_member": True}

    async def conversations_info(self, **_: Any) -> Any:
        if self.broken:
            raise TimeoutError
        if self.refusal:
            raise SlackApiError("", Refusal({"error": self.refusal}))  # type: ignore[no-untyped-call]
        return Told({"channel": self.channel})

    async def conversations_members(self, **asked: Any) -> Any:
        self.asked += 1
        if self.broken:
            raise TimeoutError
        page = int(asked["cursor"] or 0)
        cursor = str(page + 1) if page + 1 < len(self.members) else ""
        return Told({"members": self.members[page], "response_metadata": {"next_cursor": cursor}})

    async def usergroups_users_list(self, **asked: Any) -> Any:
        self.asked += 1
        if self.refusal:
            raise SlackApiError("", Refusal({"error": self.refusal}))  # type: ignore[no-untyped-call]
        return Told({"users": ["U8"] if asked["usergroup"] == "S1" else []})

    async def users_info(self, **_: Any) -> Any:
        self.asked += 1
        if self.broken:
            raise TimeoutError
        return Told({"user": self.person})


async def test_members_on_every_page_are_staff_and_nobody_else() -> None:
    people = People(Client(), "C1")
    assert await people.is_staff("U1")
    assert await people.is_staff("U2")
    assert not await people.is_staff("U3")


async def test_a_member_is_not_looked_up_again_within_a_minute() -> None:
    client = Client()
    people = People(client, "C1")
    assert [await people.is_staff("U1") for _ in range(5)] == [True] * 5
    assert client.asked == 2


async def test_a_hint_of_who_is_staff_asks_once_a_minute_whoever_it_is_about() -> None:
    client = Client()
    people = People(client, "C1")
    assert [await people.seems_staff(one) for one in ("U1", "U2", "U3", "U4")] == [True, True, False, False]
    assert client.asked == 2


async def test_without_an_answer_nobody_seems_to_be_staff() -> None:
    client = Client()
    client.broken = True
    assert not await People(client, "C1").seems_staff("U1")


async def test_an_answer_that_takes_long_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(Client):
        async def conversations_members(self, **_: Any) -> Any:
            await asyncio.Event().wait()

    monkeypatch.setattr("bot.slack.people.HINT_SECONDS", 0.01)
    assert not await People(Slow(), "C1").seems_staff("U1")


async def test_somebody_who_has_just_joined_is_staff_at_once() -> None:
    client = Client()
    people = People(client, "C1")
    assert not await people.is_staff("U3")
    client.members.append(["U3"])
    assert await people.is_staff("U3")


async def test_without_a_staff_channel_nobody_is_staff() -> None:
    client = Client()
    assert not await People(client, "").is_staff("U1")
    assert client.asked == 0


async def test_when_slack_does_not_say_nobody_is_taken_for_staff() -> None:
    client = Client()
    client.broken = True
    with pytest.raises(TryLater):
        await People(client, "C1").is_staff("U1")


async def test_filers_hear_the_real_name_and_a_handle_only_where_slack_has_none() -> None:
    client = Client()
    people = People(client, "C1")
    assert [await people.name("U1", "ann") for _ in range(3)] == ["Ann Clerk"] * 3
    assert client.asked == 1
    client.person = {}
    assert await people.name("U2", "bob") == "bob"


async def test_a_name_that_could_not_be_looked_up_is_asked_for_again() -> None:
    client = Client()
    people = People(client, "C1")
    client.broken = True
    assert await people.name("U1", "ann") == "ann"
    client.broken = False
    assert await people.name("U1", "ann") == "Ann Clerk"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"is_ext_shared": True}, "shared with another organisation"),
        ({"is_pending_ext_shared": True}, "shared with another organisation"),
        ({"is_shared": True}, "shared with another organisation"),
        ({"is_private": False}, "is public"),
        ({"is_archived": True}, "is archived"),
        ({"is_member": False}, "The bot is not in HELPDESK_STAFF_CHANNEL"),
        ({"is_mpim": True}, "is a direct message"),
    ],
)
async def test_a_staff_channel_that_is_not_fit_is_refused(wrong: dict[str, bool], told: str) -> None:
    client = Client()
    client.channel = {"is_private": True, "is_member": True, **wrong}
    with pytest.raises(SettingsError, match=told):
        await People(client, "C1").check_channel()


async def test_a_staff_channel_of_the_courts_own_organisation_is_fit() -> None:
    client = Client()
    client.channel = {"is_private": True, "is_member": True, "is_shared": True, "is_org_shared": True}
    await People(client, "C1").check_channel()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("channel_not_found", "no channel HELPDESK_STAFF_CHANNEL that the bot can see"),
        ("missing_scope", "does not show HELPDESK_STAFF_CHANNEL: missing_scope"),
    ],
)
async def test_a_staff_channel_that_slack_does_not_show_is_refused(code: str, told: str) -> None:
    client = Client()
    client.refusal = code
    with pytest.raises(SettingsError, match=told):
        await People(client, "C1").check_channel()


async def test_a_staff_channel_that_slack_does_not_tell_of_now_is_told_to_the_operator(
    caplog: pytest.LogCaptureFixture,
) -> None:
    client = Client()
    client.broken = True
    await People(client, "C1").check_channel()
    assert [one.getMessage() for one in caplog.records] == ["staff channel out of reach error=TryLater"]


async def test_without_a_staff_channel_there_is_nothing_to_check() -> None:
    client = Client()
    client.channel = {"is_ext_shared": True}
    await People(client, "").check_channel()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Ann Clerk", "Ann Clerk"),
        ("<!channel> *Ann*  Clerk", "channel Ann Clerk"),
        ("Ann <https://evil.example|pacer>", "Ann pacer (https evil.example)"),
        ("Ann password: Zq9Vortex7", "Ann password: [removed]"),
        ("x" * 500, "x" * 80),
    ],
)
def test_a_name_brings_no_marks_links_calls_or_secrets(name: str, shown: str) -> None:
    assert shown_name(name) == shown


async def test_members_of_the_user_group_are_staff_too_and_asked_for_once_a_minute() -> None:
    client = Client()
    people = People(client, "C1", "S1")
    assert [await people.is_staff(one) for one in ("U8", "U1", "U8")] == [True, True, True]
    assert not await people.is_staff("U3")
    assert client.asked == 6


async def test_a_court_without_a_user_group_asks_for_none() -> None:
    client = Client()
    assert not await People(client, "C1").is_staff("U8")
    assert client.asked == 2


async def test_the_channel_s_members_are_staff_while_the_user_group_is_refused() -> None:
    client = Client()
    client.refusal = "missing_scope"
    people = People(client, "C1", "S1")
    assert await people.is_staff("U2")
    assert not await people.is_staff("U8")
