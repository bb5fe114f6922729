"""Where a talk begins, begins again, or goes on under rules that have changed."""

from dataclasses import replace

from bot.engine.turn import fresh, give_back
from tests.unit.engine.small_library import FLOW, small_book
from tests.unit.engine.talk import BOOK, Talk

NEW_QUESTION = FLOW.replace(
    "  filed:\n", "  second:\n    ask: Second?\n    answers: {a: A, b: B}\n  filed:\n", 1
)


def test_a_conversation_knows_whose_it_is() -> None:
    begun = fresh(BOOK, "U1.own", "U1")
    assert (begun.key, begun.court, begun.person, begun.purpose) == ("U1.own", BOOK.court.id, "U1", "own")


def test_a_conversation_may_have_another_purpose() -> None:
    assert fresh(BOOK, "U1.assist", "U1", "assist").purpose == "assist"


def test_the_first_talk_is_number_one_in_the_default_flow() -> None:
    talk = Talk().say("hi")
    assert talk.conversation.id == "key.1"
    assert talk.conversation.flow == "nextgen"


def test_what_staff_have_is_not_begun_anew_although_it_ended() -> None:
    talk = Talk().say("hi").press("account", "none").press("filed", "never").say("stop")
    talk.conversation = replace(talk.conversation, owner="human", helper="Maria", case="NG-1")
    talk.say("hello")
    assert talk.conversation.id == "key.1"
    assert talk.last.relayed


def test_a_talk_in_a_flow_that_is_gone_goes_on_in_the_default_flow() -> None:
    talk = Talk().say("hi")
    talk.conversation = replace(talk.conversation, flow="gone", fingerprint="old")
    talk.say("mine")
    assert talk.conversation.flow == "nextgen"
    assert talk.state == "created"


def test_giving_back_stays_in_the_flow_it_was_in_and_forgets_the_misses() -> None:
    talk = Talk().say("hi").press("do", "flow:mfa")
    talk.conversation = give_back(BOOK, replace(talk.conversation, owner="human", misses=2))
    assert (talk.conversation.flow, talk.state, talk.conversation.misses) == ("mfa", "app", 0)


def test_the_news_that_the_questions_changed_is_a_message_of_its_own() -> None:
    talk = Talk().say("hi").press("account", "none")
    assert talk.state == "filed"
    talk.book = small_book(NEW_QUESTION)
    talk.press("second", "a")
    assert talk.said.startswith("<flow_changed>")
    assert talk.last.fresh


def test_a_first_message_that_hands_over_gets_its_reason_before_all_else() -> None:
    assert Talk().say("it is due today").said.startswith("A deadline is near.")
    assert Talk().say("hi").said.startswith("Welcome")
