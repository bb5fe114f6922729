"""What the crash test takes for said twice."""

from typing import Any

import pytest

from bench.crash import Report
from bench.filers import judge, last_reply
from bench.walk import Step, mixed_walk, the_book, typed_walk

STEPS = (
    Step("type", "hi", "Who will file?"),
    Step("press", "x", "Which account?"),
    Step("press", "y", "Next step:"),
)


def message(ts: str, *versions: str) -> dict[str, Any]:
    """A message of the practice Slack that said these texts, one after the other."""
    return {"ts": ts, "versions": [{"message": {"text": text}} for text in versions]}


def report(variant: str, lost: int, doubled: int) -> Report:
    """A report with these two counts."""
    return Report(variant, 50, 1000, 500, 100, lost, doubled, 10, 0, 1.0)


def test_each_reply_in_a_message_of_its_own_is_nothing_doubled() -> None:
    found = judge([message("1", "Who will file?"), message("2", "Next step: link")], STEPS)
    assert found.doubled == 0
    assert not found.unexpected


def test_the_same_reply_in_two_messages_is_doubled() -> None:
    found = judge([message("1", "Who will file?"), message("2", "Hello. Who will file?")], STEPS)
    assert found.doubled == 1


def test_a_question_that_was_posted_twice_and_replaced_once_is_doubled() -> None:
    replaced = message("1", "Who will file?", "Who will file? You said: an attorney. Which account?")
    assert judge([replaced, message("2", "Who will file?")], STEPS).doubled == 1


def test_a_message_replaced_twice_by_the_same_words_is_nothing_doubled() -> None:
    after = "Who will file? You said: an attorney. Which account?"
    assert judge([message("1", "Who will file?", after, after)], STEPS).doubled == 0


def test_a_reply_in_a_replaced_message_and_in_a_post_is_doubled() -> None:
    after = "Who will file? You said: an attorney. Which account?"
    assert judge([message("1", "Who will file?", after), message("2", "Which account?")], STEPS).doubled == 1


def test_an_excuse_is_unexpected_and_two_of_them_are_doubled() -> None:
    found = judge([message("1", "Sorry."), message("2", "Sorry.")], STEPS)
    assert found.doubled == 1
    assert found.unexpected == ("Sorry.", "Sorry.")


def test_a_message_counts_for_the_reply_it_ends_with() -> None:
    assert last_reply("Who will file? You said: an attorney. Which account?", STEPS) == "Which account?"
    assert last_reply("Good morning", STEPS) == ""


@pytest.mark.parametrize(
    ("variant", "lost", "doubled", "expected"),
    [
        ("as shipped", 0, 0, True),
        ("as shipped", 1, 0, False),
        ("no metadata", 0, 1, False),
        ("without look-up", 0, 3, True),
        ("without look-up", 0, 0, False),
        ("ack first", 2, 0, True),
        ("ack first", 0, 0, False),
    ],
)
def test_a_spoilt_bot_must_show_its_fault_and_the_real_one_none(
    variant: str, lost: int, doubled: int, expected: bool
) -> None:
    assert report(variant, lost, doubled).as_expected is expected


def test_every_reply_of_the_walk_can_be_told_from_the_others() -> None:
    for walk in (typed_walk(the_book()), mixed_walk(the_book())):
        replies = [step.reply for step in walk]
        assert not [(one, other) for one in replies for other in replies if one != other and one in other]
        assert len(set(replies)) == len(replies)
