"""What staff write under a card, as Slack tells it."""

from typing import Any

import pytest

from bot.service.incoming import StaffMessage
from bot.slack.dropped import Dropped
from bot.slack.thread_message import thread_message

ROOT, TS, EDIT = "1700000000.000100", "1700000001.000200", "1700000002.000300"


def event(**fields: Any) -> dict[str, Any]:
    said = {"type": "message", "channel": "CSTAFF001", "user": "USTAFF001", "ts": TS, "thread_ts": ROOT}
    return {**said, "text": "to filer: Call PACER.", **fields}


def changed(text: str = "to filer: Call us.", **fields: Any) -> dict[str, Any]:
    message = {
        "user": "USTAFF001",
        "ts": TS,
        "thread_ts": ROOT,
        "text": text,
        "edited": {"ts": EDIT},
        **fields,
    }
    return {
        "type": "message",
        "subtype": "message_changed",
        "channel": "CSTAFF001",
        "ts": EDIT,
        "message": message,
    }


def read(given: dict[str, Any]) -> StaffMessage:
    found = thread_message(given, ("event:Ev1",), "A1")
    assert isinstance(found, StaffMessage)
    return found


def test_a_message_under_a_card_is_read_with_its_place() -> None:
    found = read(event())
    assert (found.how, found.channel, found.thread, found.ts) == ("said", "CSTAFF001", ROOT, TS)
    assert (found.staff, found.text) == ("USTAFF001", "to filer: Call PACER.")
    assert found.keys == ("event:Ev1", f"message:CSTAFF001:{TS}")


def test_a_secret_is_gone_before_anybody_has_seen_it() -> None:
    found = read(event(text="to filer: your password is hunter22"))
    assert "hunter22" not in found.text
    assert found.secrets == ("password",)


def test_an_edit_names_the_message_and_the_new_words() -> None:
    found = read(changed())
    assert (found.how, found.ts, found.text) == ("edited", TS, "to filer: Call us.")
    assert found.keys == ("event:Ev1", f"edit:CSTAFF001:{TS}:{EDIT}")


@pytest.mark.parametrize(
    "gone",
    [
        {"subtype": "message_deleted", "deleted_ts": TS, "previous_message": event()},
        {
            "subtype": "message_changed",
            "message": {"subtype": "tombstone", "ts": TS},
            "previous_message": event(),
        },
    ],
)
def test_a_deletion_names_the_message(gone: dict[str, Any]) -> None:
    found = read({"type": "message", "channel": "CSTAFF001", "event_ts": EDIT, **gone})
    assert (found.how, found.ts, found.thread, found.text) == ("deleted", TS, ROOT, "")
    assert found.keys == ("event:Ev1", f"delete:CSTAFF001:{TS}")


def test_something_attached_is_noticed() -> None:
    assert read(event(subtype="file_share", files=[{"id": "F1"}])).files


@pytest.mark.parametrize(
    "given",
    [
        event(thread_ts=""),
        event(thread_ts=TS),
        event(bot_id="B1"),
        event(app_id="A1"),
        event(user="USLACKBOT"),
        event(user=7),
        event(hidden=True),
        event(subtype="channel_join"),
        event(ts="soon"),
        changed(edited={}),
        changed(bot_id="B1"),
        {"subtype": "message_deleted", "deleted_ts": TS, "previous_message": {"bot_id": "B1"}},
        {"subtype": "message_changed", "message": {"subtype": "tombstone"}},
    ],
)
def test_what_no_person_wrote_under_a_card_is_dropped(given: dict[str, Any]) -> None:
    assert isinstance(thread_message(given, (), "A1"), Dropped)
