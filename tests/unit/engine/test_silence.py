"""After twelve hours of silence: what is heard at once, and what yes and no then answer."""

from tests.unit.engine.talk import Talk

NEXT_DAY = 100_000


def back_again() -> Talk:
    """A filer who told one thing yesterday and has just been welcomed back."""
    return Talk().say("hi", "mine, it says legacy").say("hello", at=NEXT_DAY)


def test_yes_goes_on_and_answers_no_question_of_yesterday() -> None:
    talk = back_again().say("yes", at=NEXT_DAY + 10)
    assert "upgraded" not in talk.told
    assert talk.said.startswith("Was it upgraded?")
    assert talk.say("yes", at=NEXT_DAY + 20).told["upgraded"] == "yes"


def test_no_is_asked_back_and_answers_no_question_of_yesterday() -> None:
    talk = back_again().say("no", at=NEXT_DAY + 10)
    assert "upgraded" not in talk.told
    assert talk.said.startswith("<resume>")


def test_a_deadline_is_heard_at_once() -> None:
    talk = Talk().say("hi", "mine").say("my brief is due today", at=NEXT_DAY)
    assert talk.state == "hand_over:deadline_today"


def test_who_asks_for_somebody_in_a_sentence_is_heard_at_once() -> None:
    talk = Talk().say("hi", "mine").say("can I talk to somebody", at=NEXT_DAY)
    assert talk.state == "hand_over:asked_for_person"
