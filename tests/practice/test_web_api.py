"""The Web API's answers and refusals, as the real client reads them."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.practice import PracticeSlack

FILER = "UFILER001"
STAFF_CHANNEL = "CSTAFF001"
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "hello"}}
Answer = dict[str, Any]


async def refused(call: Any) -> Answer:
    """The answer of a call that must be refused."""
    with pytest.raises(SlackApiError) as caught:
        await call
    answer = caught.value.response.data
    assert isinstance(answer, dict)
    return answer


async def direct(client: AsyncWebClient) -> str:
    opened = await client.conversations_open(users=FILER)
    return str(opened["channel"]["id"])


async def test_a_token_says_whose_it_is(slack: PracticeSlack, client: AsyncWebClient) -> None:
    told = await client.auth_test()
    assert told["url"] == slack.url + "/"
    assert told["bot_id"] == "BBOT00001"
    assert "chat:write" in told.headers["x-oauth-scopes"]


async def test_a_call_without_a_token_is_not_authed(slack: PracticeSlack) -> None:
    nobody = AsyncWebClient(base_url=slack.api_url)
    assert (await refused(nobody.auth_test()))["error"] == "not_authed"


async def test_an_unknown_token_is_invalid(slack: PracticeSlack) -> None:
    stranger = AsyncWebClient(base_url=slack.api_url, token="xoxb-other")
    assert (await refused(stranger.auth_test()))["error"] == "invalid_auth"


async def test_an_app_token_posts_nothing(slack: PracticeSlack) -> None:
    app = AsyncWebClient(base_url=slack.api_url, token=slack.app.app_token)
    answer = await refused(app.chat_postMessage(channel=STAFF_CHANNEL, text="hi"))
    assert answer["error"] == "not_allowed_token_type"


async def test_a_missing_scope_is_named(slack: PracticeSlack, client: AsyncWebClient) -> None:
    slack.app.scopes.discard("im:history")
    answer = await refused(client.conversations_history(channel=await direct(client)))
    assert answer["error"] == "missing_scope"
    assert answer["needed"] == "im:history"
    assert "chat:write" in answer["provided"]


async def test_an_unknown_method_is_refused(client: AsyncWebClient) -> None:
    assert (await refused(client.api_call("chat.shout")))["error"] == "unknown_method"


async def test_a_test_call_says_back_what_it_was_told(client: AsyncWebClient) -> None:
    assert (await client.api_test(foo="bar"))["args"] == {"foo": "bar"}
    assert (await refused(client.api_test(error="my_error")))["error"] == "my_error"


@pytest.mark.parametrize(
    ("body", "error"), [("{", "invalid_json"), ("[1]", "json_not_object"), ("", "channel_not_found")]
)
async def test_a_body_must_be_a_json_object(slack: PracticeSlack, body: str, error: str) -> None:
    headers = {"Content-Type": "application/json", "Authorization": "Bearer xoxb-practice"}
    async with aiohttp.ClientSession(headers=headers) as plain:
        answer = await plain.post(slack.api_url + "chat.postMessage", data=body)
        assert (await answer.json())["error"] == error


async def test_a_token_in_a_form_counts_and_one_in_json_does_not(slack: PracticeSlack) -> None:
    token = {"token": slack.app.bot_token}
    async with aiohttp.ClientSession() as plain:
        form = await plain.post(slack.api_url + "auth.test", data=token)
        assert (await form.json())["ok"]
        body = await plain.post(slack.api_url + "auth.test", json=token)
        assert (await body.json())["error"] == "not_authed"


async def test_posting_to_a_person_opens_the_direct_message(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    posted = await client.chat_postMessage(channel=FILER, text="hi")
    assert posted["channel"] == await direct(client)
    assert posted["message"]["bot_profile"]["app_id"] == "APRACTICE1"
    assert slack.messages(posted["channel"])[0].ts == posted["ts"]


async def test_timestamps_grow_and_are_never_the_same(client: AsyncWebClient) -> None:
    posted = [(await client.chat_postMessage(channel=FILER, text="hi"))["ts"] for _ in range(50)]
    assert sorted(set(posted)) == posted


async def test_an_unknown_or_private_channel_is_not_found(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    hidden = slack.workspace.add_channel("judges", members=["USTAFF001"])
    for channel in ("CNOWHERE", hidden.id):
        answer = await refused(client.chat_postMessage(channel=channel, text="hi"))
        assert answer["error"] == "channel_not_found"


async def test_a_public_channel_must_be_joined_first(slack: PracticeSlack, client: AsyncWebClient) -> None:
    lobby = slack.workspace.add_channel("lobby", kind="public", members=["USTAFF001"])
    answer = await refused(client.chat_postMessage(channel=lobby.id, text="hi"))
    assert answer["error"] == "not_in_channel"


async def test_an_archived_channel_takes_nothing(slack: PracticeSlack, client: AsyncWebClient) -> None:
    slack.workspace.channel(STAFF_CHANNEL).is_archived = True
    answer = await refused(client.chat_postMessage(channel=STAFF_CHANNEL, text="hi"))
    assert answer["error"] == "is_archived"


async def test_a_message_needs_words(client: AsyncWebClient) -> None:
    for said in ({}, {"text": ""}, {"text": "", "blocks": []}):
        answer = await refused(client.api_call("chat.postMessage", json={"channel": FILER, **said}))
        assert answer["error"] == "no_text"


async def test_wrong_blocks_are_refused_with_the_limit_that_was_broken(client: AsyncWebClient) -> None:
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}]
    answer = await refused(client.chat_postMessage(channel=FILER, text="hi", blocks=blocks))
    assert answer["error"] == "invalid_blocks"
    wrong = "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"
    assert answer["errors"] == [wrong]
    assert answer["response_metadata"]["messages"] == [f"[ERROR] {wrong}"]


@pytest.mark.parametrize("blocks", ["no json", '{"type": "divider"}', '["divider"]'])
async def test_blocks_must_be_a_list_of_objects(client: AsyncWebClient, blocks: str) -> None:
    answer = await refused(client.chat_postMessage(channel=FILER, text="hi", blocks=blocks))
    assert answer["error"] == "invalid_blocks_format"


async def test_all_blocks_together_have_a_limit(client: AsyncWebClient) -> None:
    long = {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}
    answer = await refused(client.chat_postMessage(channel=FILER, text="hi", blocks=[long] * 5))
    assert answer["error"] == "msg_blocks_too_long"


@pytest.mark.parametrize(
    ("metadata", "error"),
    [
        ({"event_type": "k", "event_payload": {"key": "x" * 9000}}, "metadata_too_large"),
        ({"event_payload": {}}, "invalid_metadata_format"),
        ({"event_type": "k", "event_payload": "text"}, "invalid_metadata_schema"),
    ],
)
async def test_metadata_is_checked(client: AsyncWebClient, metadata: Answer, error: str) -> None:
    answer = await refused(client.chat_postMessage(channel=FILER, text="hi", metadata=metadata))
    assert answer["error"] == error


async def test_markdown_stands_alone_and_is_not_too_long(client: AsyncWebClient) -> None:
    both = client.chat_postMessage(channel=FILER, text="hi", markdown_text="*hi*")
    assert (await refused(both))["error"] == "markdown_text_conflict"
    long = client.chat_postMessage(channel=FILER, markdown_text="x" * 12_001)
    assert (await refused(long))["error"] == "msg_too_long"


async def test_very_long_text_is_cut_when_posted_and_refused_when_updated(
    client: AsyncWebClient,
) -> None:
    posted = await client.chat_postMessage(channel=FILER, text="x" * 40_001)
    assert len(posted["message"]["text"]) == 40_000
    long = client.chat_update(channel=posted["channel"], ts=posted["ts"], text="x" * 4_001)
    assert (await refused(long))["error"] == "msg_too_long"


async def test_an_update_with_text_alone_takes_the_blocks_away(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    metadata = {"event_type": "k", "event_payload": {"key": "1"}}
    posted = await client.chat_postMessage(channel=FILER, text="one", blocks=[SECTION], metadata=metadata)
    changed = await client.chat_update(channel=posted["channel"], ts=posted["ts"], text="two")
    assert changed["message"]["text"] == "two"
    assert changed["message"]["blocks"] == []
    assert changed["message"]["edited"]["user"] == "UBOT00001"
    assert changed["message"]["metadata"] == metadata
    kept = slack.messages(posted["channel"])[0]
    assert [one.content["text"] for one in kept.versions] == ["one", "two"]


async def test_an_update_with_blocks_alone_keeps_the_text(client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=FILER, text="one")
    update = {"channel": posted["channel"], "ts": posted["ts"], "blocks": [SECTION]}
    changed = await client.api_call("chat.update", json=update)
    assert changed["message"]["text"] == "one"
    assert len(changed["message"]["blocks"]) == 1
    assert "edited" not in changed["message"]


async def test_only_own_messages_are_updated_and_deleted(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    said = await slack.act.say("filer", "mine")
    where: Any = {"channel": said.channel, "ts": said.ts}
    assert (await refused(client.chat_update(**where, text="x")))["error"] == "cant_update_message"
    assert (await refused(client.chat_delete(**where)))["error"] == "cant_delete_message"


async def test_a_deleted_message_is_not_found(client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=FILER, text="hi")
    where: Any = {"channel": posted["channel"], "ts": posted["ts"]}
    await client.chat_delete(**where)
    assert (await refused(client.chat_update(**where, text="x")))["error"] == "message_not_found"
    link = client.chat_getPermalink(channel=posted["channel"], message_ts=posted["ts"])
    assert (await refused(link))["error"] == "message_not_found"
    history = await client.conversations_history(channel=posted["channel"])
    assert history["messages"] == []


async def test_a_permalink_names_channel_and_message(slack: PracticeSlack, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=FILER, text="hi")
    link = await client.chat_getPermalink(channel=posted["channel"], message_ts=posted["ts"])
    number = posted["ts"].replace(".", "")
    assert link["permalink"] == f"{slack.url}/archives/{posted['channel']}/p{number}"


async def test_an_ephemeral_message_stands_in_no_history(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    channel = await direct(client)
    await client.chat_postEphemeral(channel=channel, user=FILER, text="psst")
    assert [one.content["text"] for one in slack.ephemerals] == ["psst"]
    assert (await client.conversations_history(channel=channel))["messages"] == []
    stranger = client.chat_postEphemeral(channel=channel, user="UFILER002", text="psst")
    assert (await refused(stranger))["error"] == "user_not_in_channel"


async def test_people_are_looked_up(slack: PracticeSlack, client: AsyncWebClient) -> None:
    slack.workspace.change_person("filer", deleted=True)
    told = await client.users_info(user=FILER, include_locale=True)
    assert told["user"]["deleted"] is True
    assert told["user"]["locale"] == "en-US"
    assert "locale" not in (await client.users_info(user=FILER))["user"]
    assert (await refused(client.users_info(user="UNOBODY")))["error"] == "user_not_found"


async def test_a_group_lists_its_members(client: AsyncWebClient) -> None:
    told = await client.usergroups_users_list(usergroup="SSTAFF001")
    assert told["users"] == ["USTAFF001", "USTAFF002"]
    unknown = client.usergroups_users_list(usergroup="SNONE")
    assert (await refused(unknown))["error"] == "no_such_subteam"


async def test_socket_mode_needs_its_switch_and_its_token(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    opening = client.apps_connections_open(app_token=slack.app.app_token)
    assert (await refused(opening))["error"] == "forbidden_team"
    slack.app.socket_mode = True
    told = await client.apps_connections_open(app_token=slack.app.app_token)
    assert told["url"].startswith("ws://127.0.0.1:")
    wrong = client.apps_connections_open(app_token=slack.app.bot_token)
    assert (await refused(wrong))["error"] == "not_allowed_token_type"


async def test_an_app_level_token_needs_its_scope(slack: PracticeSlack, client: AsyncWebClient) -> None:
    slack.app.socket_mode = True
    slack.app.app_scopes.clear()
    told = await refused(client.apps_connections_open(app_token=slack.app.app_token))
    assert (told["error"], told["needed"]) == ("missing_scope", "connections:write")


async def test_a_bot_tells_its_app(slack: PracticeSlack, client: AsyncWebClient) -> None:
    assert (await client.bots_info(bot=slack.app.bot_id))["bot"]["app_id"] == slack.app.app_id
    assert (await refused(client.bots_info(bot="BNOBODY")))["error"] == "bot_not_found"


async def test_each_answer_carries_the_time_of_slacks_clock(
    slack: PracticeSlack, client: AsyncWebClient
) -> None:
    slack.clock.move(86_400)
    date = parsedate_to_datetime((await client.auth_test()).headers["Date"])
    assert (date - datetime.now(UTC)).total_seconds() == pytest.approx(86_400, abs=60)
