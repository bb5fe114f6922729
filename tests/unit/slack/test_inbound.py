"""What Slack sends becomes what somebody did; everything else is dropped with a reason and never an error."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.message import Message, Press
from bot.engine.ticks import Tick
from bot.service.incoming import Incoming, StaffPress
from bot.slack.dropped import Dropped
from bot.slack.inbound import read
from tests.unit.slack.bodies import AT, TS, changed, command, event, pressed

NOW = 1_760_000_100_000_000


def incoming(body: dict[str, Any]) -> Incoming:
    """What was read, where it must be a filer's doing."""
    found = read(body, NOW)
    assert isinstance(found, Incoming), found
    return found


def reason(body: dict[str, Any]) -> str:
    """Why a body was dropped."""
    found = read(body, NOW)
    assert isinstance(found, Dropped), found
    return found.reason


def test_a_direct_message_is_said() -> None:
    assert incoming(event(text="I have &lt;my&gt; own")) == Incoming(
        keys=("event:Ev1", f"message:D1:{TS}"),
        person="UFILER001",
        how="said",
        message=Message(AT, "I have <my> own"),
        channel="D1",
    )


@pytest.mark.parametrize("subtype", ["file_share", "me_message", "thread_broadcast"])
def test_a_message_of_these_kinds_is_said_too(subtype: str) -> None:
    assert incoming(event(subtype=subtype)).how == "said"


def test_a_reply_in_a_thread_names_the_thread() -> None:
    assert incoming(event(thread_ts="1759999999.000100")).thread == "1759999999.000100"


@pytest.mark.parametrize(
    "fields", [{"subtype": "file_share", "text": ""}, {"text": None}, {"text": "\u200b"}]
)
def test_a_message_without_words_is_unreadable_and_not_ignored(fields: dict[str, Any]) -> None:
    assert incoming(event(**fields)).how == "unreadable"


def test_half_of_a_character_is_read_as_a_question_mark() -> None:
    assert incoming(event(text="my own \ud800")).message.text == "my own ?"


def test_an_emoji_alone_is_said() -> None:
    assert incoming(event(text=":tada:")).message.text == ":tada:"


def test_a_very_long_message_is_read_up_to_where_people_type() -> None:
    assert len(incoming(event(text="word " * 8_000)).message.text) == 12_000


def test_a_secret_never_gets_into_the_message() -> None:
    found = incoming(event(text="my password is Secret1!", blocks=[{"type": "section", "text": "Secret1!"}]))
    assert "Secret1!" not in repr(found)
    assert found.message.secrets == ("password",)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"bot_id": "B1"}, "bot"),
        ({"bot_profile": {}}, "bot"),
        ({"app_id": "A1"}, "our own"),
        ({"user": "USLACKBOT"}, "no person"),
        ({"user": None}, "no person"),
        ({"user": "<!here>"}, "no person"),
        ({"ts": None}, "no time"),
        ({"ts": "yesterday"}, "no time"),
        ({"hidden": True}, "hidden"),
        ({"subtype": "channel_join"}, "message.channel_join"),
        ({"subtype": "bot_message"}, "message.bot_message"),
        ({"channel_type": "group"}, "not in a thread"),
        ({"channel_type": "channel"}, "not a direct message"),
        ({"channel_type": None}, "not a direct message"),
        ({"type": "reaction_added"}, "reaction_added"),
    ],
)
def test_what_no_filer_said_is_dropped_with_a_reason(fields: dict[str, Any], why: str) -> None:
    assert reason(event(**fields)) == why


def test_an_edit_is_read_with_its_own_time_and_key() -> None:
    found = incoming(changed("attorney"))
    assert (found.how, found.message.text, found.message.at) == ("edited", "attorney", 1_760_000_060_000_000)
    assert found.keys == ("event:Ev1", f"edit:D1:{TS}:1760000060.000000")
    assert (found.about, found.pressed_at) == (f"message:D1:{TS}", TS)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (changed("hi"), "text unchanged"),
        (changed("look", edited=None), "not edited by a person"),
        (changed("look", bot_id="B1"), "bot"),
    ],
)
def test_a_change_that_is_no_edit_is_dropped(body: dict[str, Any], why: str) -> None:
    assert reason(body) == why


def test_a_secret_in_an_edit_is_removed_and_the_earlier_text_is_not_kept() -> None:
    found = incoming(changed("code 483920", before="pw is Hunter22"))
    assert "483920" not in repr(found)
    assert "Hunter22" not in repr(found)


def test_a_deleted_message_is_known_by_its_ts() -> None:
    gone = {"user": "UFILER001", "ts": TS, "text": "hi"}
    found = incoming(event(subtype="message_deleted", hidden=True, deleted_ts=TS, previous_message=gone))
    assert (found.how, found.keys, found.message.text) == ("deleted", ("event:Ev1", f"delete:D1:{TS}"), "")


def test_a_tombstone_is_a_deletion() -> None:
    gone = {"user": "UFILER001", "ts": TS, "text": "hi"}
    stone = {"user": "USLACKBOT", "subtype": "tombstone", "ts": TS, "text": "This message was deleted."}
    found = incoming(event(subtype="message_changed", message=stone, previous_message=gone))
    assert (found.how, found.keys) == ("deleted", ("event:Ev1", f"delete:D1:{TS}"))


def test_the_deletion_of_our_own_message_is_dropped() -> None:
    gone = {"user": "UBOT00001", "bot_id": "B1", "ts": TS}
    assert (
        reason(event(subtype="message_deleted", deleted_ts=TS, previous_message=gone))
        == "not a person's message"
    )


def test_a_press_carries_what_its_button_carried() -> None:
    found = incoming(pressed({"v": 1, "c": "k.1", "f": "nextgen", "q": "account", "a": "own"}))
    assert found == Incoming(
        keys=("trigger:1.2.abc",),
        person="UFILER001",
        how="pressed",
        message=Message(1_760_000_005_500_000, press=Press("account", "own", "k.1", "nextgen")),
        channel="D1",
        pressed_at=TS,
        response_url="https://hooks.example/1",
    )


@pytest.mark.parametrize("value", ["", "{", "[]", "7", '{"v":2,"q":"account","a":"own"}', "[" * 100_000])
def test_a_button_we_cannot_read_is_an_old_button(value: str) -> None:
    assert incoming(pressed(value)).message.press == Press("", "")


def test_a_press_in_a_thread_is_answered_in_the_thread() -> None:
    container = {"type": "message", "message_ts": TS, "channel_id": "D1", "thread_ts": "1.5"}
    assert incoming(pressed({}, container=container)).thread == "1.5"


def test_a_cards_button_is_a_press_of_staff() -> None:
    body = pressed({"v": 1, "q": "case:NG-1001", "a": "claim"}, channel={"id": "CSTAFF001"})
    assert read(body, NOW) == StaffPress(
        keys=("trigger:1.2.abc",),
        staff="UFILER001",
        name="fay",
        case="NG-1001",
        act="claim",
        channel="CSTAFF001",
        pressed_at=TS,
        response_url="https://hooks.example/1",
    )


def test_an_unknown_act_on_a_card_is_left_to_the_desk() -> None:
    found = read(pressed({"v": 1, "q": "case:NG-1001", "a": "delete"}), 0)
    assert isinstance(found, StaffPress)
    assert (found.case, found.act) == ("NG-1001", "delete")


@pytest.mark.parametrize("fields", [{"actions": []}, {"actions": None}, {"trigger_id": ""}, {"user": {}}])
def test_a_press_of_nothing_or_nobody_is_dropped(fields: dict[str, Any]) -> None:
    assert reason(pressed({}, **fields)) == "no person"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", Message(NOW, command="start")),
        (" Help ", Message(NOW, command="help")),
        ("restart", Message(NOW, command="restart")),
        ("I never linked it", Message(NOW, "I never linked it")),
        ("my pw is Secret1!", Message(NOW, "my pw is [removed]", secrets=("password",))),
    ],
)
def test_a_command_is_its_word_or_else_read_as_a_message(text: str, message: Message) -> None:
    found = incoming(command(text))
    assert (found.how, found.message, found.keys) == ("commanded", message, ("trigger:9.8.x",))
    assert found.channel == ""


def test_a_command_is_cut_where_no_command_goes_on() -> None:
    assert len(incoming(command("x" * 9_000)).message.text) == 500


def test_an_opened_home_is_told() -> None:
    body = event(type="app_home_opened", tab="home")
    found = incoming(body)
    assert (found.how, found.person, found.in_home) == ("home", "UFILER001", True)


@pytest.mark.parametrize("tab", ["messages", "about", None])
def test_another_tab_of_the_app_is_none_of_our_business(tab: str | None) -> None:
    assert reason(event(type="app_home_opened", tab=tab)) == "other tab"


def in_home(*options: str, action_id: str = "helpdesk:tick:link", kind: str = "home") -> dict[str, Any]:
    """A box of App Home, ticked or not."""
    action = {
        "type": "checkboxes",
        "action_id": action_id,
        "block_id": "UFILER001.own.3:link:open",
        "selected_options": [{"value": one} for one in options],
        "action_ts": "1760000005.5",
    }
    view = {"id": "V1", "type": kind}
    body = pressed("", actions=[action], view=view, container={"type": "view", "view_id": "V1"})
    return {name: value for name, value in body.items() if name not in ("channel", "message", "response_url")}


def test_a_ticked_box_tells_its_talk_and_its_step() -> None:
    found = incoming(in_home("done"))
    assert (found.how, found.in_home, found.keys) == ("ticked", True, ("trigger:1.2.abc",))
    assert found.tick == Tick("UFILER001.own.3", "link", True)


def test_a_tick_that_was_taken_away_is_told_too() -> None:
    assert incoming(in_home()).tick == Tick("UFILER001.own.3", "link", False)


def test_boxes_that_are_not_ours_are_no_ticks() -> None:
    assert incoming(in_home("done", action_id="other")).tick is None
    assert incoming(in_home("done", kind="modal")).tick is None


def test_a_button_in_app_home_is_an_ordinary_press() -> None:
    value = {"v": 1, "c": "", "f": "", "q": "do", "a": "person"}
    found = incoming(pressed(value, view={"id": "V1", "type": "home"}, container={"type": "view"}))
    assert (found.how, found.in_home) == ("pressed", True)
    assert found.message.press == Press("do", "person", "", "")


@pytest.mark.parametrize("body", [{}, {"type": "view_submission", "view": {"state": {"values": "Secret1!"}}}])
def test_anything_else_is_dropped(body: dict[str, Any]) -> None:
    assert "Secret1!" not in reason(body)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
FIELDS = (
    "type", "subtype", "user", "text", "ts", "channel", "message",
    "previous_message", "edited", "thread_ts", "hidden",
)  # fmt: skip


@given(st.sampled_from(["event_callback", "block_actions", "view_submission", ""]), st.data())
def test_no_body_however_broken_raises(kind: str, data: st.DataObject) -> None:
    fields = data.draw(st.dictionaries(st.sampled_from(FIELDS), junk))
    for body in (event(**fields), pressed({}, **fields), {"type": kind, **fields}, {**command(""), **fields}):
        assert isinstance(read(body, NOW), Incoming | StaffPress | Dropped)
