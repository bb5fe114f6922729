"""What of a case's thread reaches the filer."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.relay import UNKNOWN, Author, Deed, Marking, Written, arrived, deleted, edited

MARKED, OPEN = Marking(), Marking(open=True)
OWNER, COLLEAGUE, NOBODYS = Author(True, True), Author(True, False), Author(False, False)
TEXTS = st.sampled_from(
    ["to filer: Call PACER.", "*To Filer:* Call us.", "to filer:", "note: a hard one", "a hard one", "", "  "]
)


@pytest.mark.parametrize(
    "text",
    ["to filer: Call PACER.", "To Filer : Call PACER.", "*to filer:* Call PACER.", " to filer:\nCall PACER."],
)
@pytest.mark.parametrize("marking", [MARKED, OPEN])
@pytest.mark.parametrize("author", [OWNER, COLLEAGUE])
def test_a_marked_message_in_a_claimed_case_is_delivered(text: str, marking: Marking, author: Author) -> None:
    assert arrived(text, author, marking) == (Written("reply", "Call PACER.", seen=True), "deliver")


@pytest.mark.parametrize(
    "text", ["I shall call them", "he said to filer: no", "to the filer: x", "to filer:", ""]
)
def test_everything_else_is_a_note(text: str) -> None:
    assert arrived(text, OWNER, MARKED) == (Written("note"), "nothing")


@pytest.mark.parametrize("marking", [MARKED, OPEN])
def test_a_reply_in_a_case_that_nobody_has_stays_here_and_its_author_is_told(marking: Marking) -> None:
    assert arrived("to filer: Hello", NOBODYS, marking) == (Written("note"), "warn_unclaimed")


def test_where_the_rule_is_turned_round_the_owners_words_reach_the_filer() -> None:
    assert arrived(" Call PACER. ", OWNER, OPEN) == (Written("reply", "Call PACER.", seen=True), "deliver")
    assert arrived("Call PACER.", COLLEAGUE, OPEN) == (Written("note"), "nothing")


@pytest.mark.parametrize(
    "text", ["note: hard", "Note - hard", "*note:* hard", "!note hard", "NOTE hard", "  ", "to filer:"]
)
def test_where_the_rule_is_turned_round_a_note_stays_here(text: str) -> None:
    assert arrived(text, OWNER, OPEN) == (Written("note"), "nothing")


def test_an_edited_reply_changes_what_the_filer_has() -> None:
    reply = Written("reply", "Call PACER.", seen=True)
    assert edited(reply, "to filer: Call us.", OWNER, MARKED) == (
        Written("reply", "Call us.", seen=True),
        "update",
    )
    assert edited(reply, "to filer: Call PACER.", OWNER, MARKED) == (reply, "nothing")


@pytest.mark.parametrize(
    ("text", "marking"), [("Call PACER.", MARKED), ("to filer:", MARKED), ("note: x", OPEN)]
)
def test_a_reply_made_a_note_was_seen_and_its_author_is_told(text: str, marking: Marking) -> None:
    reply = Written("reply", "Call PACER.", seen=True)
    assert edited(reply, text, OWNER, marking) == (reply, "warn_seen")


def test_a_colleagues_reply_made_unmarked_is_a_note_although_the_owners_words_would_reach_the_filer() -> None:
    reply = Written("reply", "Call PACER.", seen=True)
    assert edited(reply, "he is confused", COLLEAGUE, OPEN) == (reply, "warn_seen")
    assert edited(reply, "Call us.", OWNER, OPEN) == (Written("reply", "Call us.", seen=True), "update")


def test_a_note_made_a_reply_stays_and_its_author_is_told() -> None:
    assert edited(Written("note"), "to filer: Hello", OWNER, MARKED) == (Written("note"), "warn_stays")
    assert edited(Written("note"), "a better note", OWNER, OPEN) == (Written("note"), "nothing")


def test_a_deleted_reply_is_taken_back_once() -> None:
    gone, deed = deleted(Written("reply", "Call PACER.", seen=True))
    assert (gone.gone, deed) == (True, "withdraw")
    assert deleted(gone) == (gone, "nothing")
    assert edited(gone, "to filer: again", OWNER, MARKED) == (gone, "nothing")
    assert deleted(Written("note")) == (Written("note", gone=True), "nothing")


@dataclass
class Thread:
    """What a filer was given of one message, over anything that happens to it."""

    marking: Marking
    written: Written | None = None
    delivered: list[Deed] = field(default_factory=list)
    first: str = ""

    def happen(self, kind: str, text: str, author: Author) -> None:
        before = self.written
        if kind == "deleted":
            self.written, deed = deleted(before or UNKNOWN)
        elif kind == "edited" or before is not None:
            self.written, deed = edited(before or UNKNOWN, text, author, self.marking)
        else:
            self.written, deed = arrived(text, author, self.marking)
        self.first = self.first or self.written.kind
        self.delivered.append(deed)


@given(
    st.booleans(),
    st.lists(
        st.tuples(
            st.sampled_from(["arrived", "edited", "deleted"]),
            TEXTS,
            st.sampled_from([OWNER, COLLEAGUE, NOBODYS]),
        ),
        min_size=1,
    ),
)
def test_what_was_a_note_when_it_arrived_is_never_delivered(
    turned: bool, acts: list[tuple[str, str, Author]]
) -> None:
    thread = Thread(Marking(open=turned))
    for kind, text, author in acts:
        thread.happen(kind, text, author)
    given_to_filer = [deed for deed in thread.delivered if deed in ("deliver", "update", "withdraw")]
    if thread.first == "note":
        assert given_to_filer == []
    else:
        assert given_to_filer[0] == "deliver"
        assert given_to_filer.count("deliver") == 1
