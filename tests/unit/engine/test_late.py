"""Messages that Slack delivers late or in the wrong order."""

from tests.unit.engine.talk import Talk


def test_swapped_messages_lead_to_the_state_of_the_right_order() -> None:
    right = Talk().say("hi", at=1).say("mine", at=2).say("it says legacy", at=3)
    swapped = Talk().say("hi", at=1).say("it says legacy", at=3).say("mine", at=2)
    assert swapped.state == right.state == "upgraded"
    assert swapped.told == right.told
    assert swapped.said


def test_a_short_answer_that_overtook_its_question_is_read_once_its_question_is_asked() -> None:
    right = Talk().say("hi", at=1).say("mine", at=2).say("2009", at=3).say("no", at=4)
    swapped = Talk().say("hi", at=1).say("mine", at=2).say("no", at=4)
    assert swapped.told == {"account": "own"}
    swapped.say("2009", at=3)
    assert swapped.told == right.told == {"account": "own", "created": "before", "upgraded": "no"}
    assert swapped.state == right.state
    assert swapped.conversation.told["upgraded"].at == 4_000_000


def test_nothing_is_read_again_where_the_late_message_leaves_no_question() -> None:
    talk = Talk().say("hi", at=1).press("filed", "never", at=2).say("blah", at=9).say("none", at=5)
    assert talk.state == "checklist"
    assert talk.told == {"filed": "never", "account": "none"}


def test_what_overtook_its_question_and_answers_nothing_is_left_alone() -> None:
    talk = Talk().say("hi", at=1).say("blah", at=3).say("none", at=2)
    assert talk.told == {"account": "none"}
    assert "Did you file here before?" in talk.said


def test_a_late_answer_counts_for_the_question_that_was_on_the_screen_then() -> None:
    talk = Talk().say("hi", at=1).press("account", "none", at=5).press("filed", "never", at=9)
    talk.say("shared", at=3)
    assert talk.told == {"account": "none", "filed": "never"}
    assert talk.said.startswith("<which_holds>")


def test_a_late_answer_that_says_the_same_changes_nothing_and_is_answered() -> None:
    talk = Talk().say("hi", at=1).say("none", at=5).say("None", at=3)
    assert talk.told == {"account": "none"}
    assert talk.conversation.told["account"].at == 5_000_000
    assert "Did you file here before?" in talk.said


def test_a_late_message_that_cannot_be_read_is_no_miss() -> None:
    talk = Talk().say("hi", at=1).say("none", at=5).say("blah", at=3)
    assert talk.conversation.misses == 0
    assert "Did you file here before?" in talk.said


def test_a_correction_that_arrives_before_what_it_corrects_asks_which_holds() -> None:
    talk = Talk().say("hi", at=1).say("actually shared", at=5).say("mine", at=3)
    assert talk.told == {"account": "shared"}
    assert talk.said.startswith("<which_holds>")


def test_a_late_number_counts_the_buttons_that_were_on_the_screen() -> None:
    talk = Talk().say("hi", at=1).say("mine", at=5).say("2", at=3)
    assert "created" not in talk.told
    assert "<which_holds>" in talk.said
    assert talk.conversation.doubt is not None
    assert talk.conversation.doubt.early.answer == "shared"


def test_why_in_a_doubt_tells_why_the_doubted_question_is_asked() -> None:
    talk = Talk().say("hi", at=1).say("mine", at=5).say("shared", at=3).say("why", at=9)
    assert talk.said.startswith("Each filing is tied to one person.")
