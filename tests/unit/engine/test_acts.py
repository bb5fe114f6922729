"""Words that always work, buttons that are no answers, and the slash command."""

from dataclasses import replace

import pytest

from tests.unit.engine.talk import Talk


def at_filed() -> Talk:
    """A talk that is at its last question, two answers told."""
    return Talk().say("hi").press("account", "own").press("created", "after")


def test_back_takes_the_last_answer_back() -> None:
    talk = at_filed().say("back")
    assert talk.state == "created"
    assert talk.told == {"account": "own"}
    assert talk.events == ["went_back"]


def test_back_takes_back_all_that_the_last_message_told() -> None:
    talk = Talk().say("hi", "none").say("back", "mine, before go-live")
    assert talk.told == {"account": "own", "filed": "earlier"}
    assert talk.say("back").told == {}


def test_back_takes_an_answer_that_still_waits_back_first() -> None:
    talk = Talk().say("hi").press("account", "own").press("filed", "never").say("back")
    assert talk.told == {"account": "own"}
    assert talk.state == "created"


def test_back_at_the_first_question_says_there_is_nothing_to_take_back() -> None:
    assert Talk().say("hi", "back").said.startswith("<back_none>")


def test_back_from_a_hand_over_by_rule_takes_the_answer_back() -> None:
    talk = at_filed().press("filed", "unsure")
    assert talk.state == "hand_over:unsure"
    assert talk.say("back").state == "filed"


def test_back_from_a_hand_over_that_was_asked_for_keeps_all_answers() -> None:
    talk = at_filed().say("person", "back")
    assert talk.state == "filed"
    assert talk.told == {"account": "own", "created": "after"}


def test_restart_forgets_the_answers_and_asks_the_first_question() -> None:
    talk = at_filed().say("restart")
    assert talk.state == "account"
    assert talk.told == {}
    assert talk.said.startswith("<restarted>")


def test_why_explains_the_question_and_asks_it_again() -> None:
    talk = Talk().say("hi", "why")
    assert talk.said.startswith("Each filing is tied to one person.\n\nWhose account is it?")
    assert talk.last.reads_only


def test_why_without_a_reason_says_so_and_asks_again() -> None:
    assert at_filed().say("why").said.startswith("<why_missing>\n\nDid you file here before?")


def test_help_tells_what_can_be_said_and_asks_again() -> None:
    talk = at_filed().say("help")
    assert talk.said.startswith("<help>\n\nDid you file here before?")
    assert talk.last.reads_only


def test_status_counts_the_answers() -> None:
    assert at_filed().say("status").said.startswith("<status_question> 2")


def test_status_at_the_end_shows_the_steps_again() -> None:
    talk = at_filed().press("filed", "never").say("status")
    assert talk.said.startswith("<status_checklist>")
    assert "Ask the court." in talk.said


def test_status_while_waiting_tells_the_number_of_the_request() -> None:
    talk = at_filed().say("person")
    assert talk.say("status").said.startswith("<waiting_unnumbered>")
    talk.conversation = replace(talk.conversation, case="NG-1001")
    assert talk.say("status").said == "<status_waiting> NG-1001"


@pytest.mark.parametrize("word", ["person", "talk to somebody"])
def test_a_person_is_one_step_away(word: str) -> None:
    for talk in (Talk().say("hi"), at_filed(), at_filed().press("filed", "never")):
        talk.say(word)
        assert talk.state == "hand_over:asked_for_person"
        assert talk.conversation.owner == "waiting"
        assert talk.last.case is not None
        assert talk.said.startswith("You asked for a person.")


def test_asking_again_for_a_person_opens_no_second_request() -> None:
    talk = at_filed().say("person", "person")
    assert talk.last.case is None
    assert talk.said == "<waiting_unnumbered>"


def test_staff_get_the_path_in_words() -> None:
    case = at_filed().say("person").last.case
    assert case is not None
    assert case.path == (("Whose account is it?", "My own"), ("When was it made?", "That day or later"))
    assert (case.hand_over, case.because, case.urgent) == (
        "asked_for_person",
        "You asked for a person.",
        False,
    )


def test_stop_ends_the_talk_and_the_next_message_begins_a_new_one() -> None:
    talk = at_filed().say("stop")
    assert talk.said == "<stopped>"
    assert not talk.last.withdrawn
    before = talk.conversation.id
    talk.say("hi")
    assert talk.state == "account"
    assert talk.told == {}
    assert talk.conversation.id != before
    assert "Welcome to the Test Court." in talk.said


def test_stop_takes_a_waiting_request_back() -> None:
    talk = at_filed().say("person", "stop")
    assert talk.last.withdrawn
    assert talk.conversation.owner == "bot"


def test_that_worked_ends_the_talk() -> None:
    talk = at_filed().press("filed", "never").press("do", "worked")
    assert talk.said == "<finish_worked>"
    assert talk.conversation.ended


def test_thanks_counts_only_where_it_is_offered() -> None:
    talk = at_filed().say("thanks")
    assert not talk.conversation.ended
    assert talk.state == "filed"
    assert talk.press("filed", "never").say("thanks").conversation.ended


def test_still_stuck_hands_over_to_a_person() -> None:
    talk = at_filed().press("filed", "never").press("do", "stuck")
    assert talk.state == "hand_over:asked_for_person"
    assert talk.said.startswith("<stuck>")


def test_still_stuck_while_waiting_tells_that_it_waits() -> None:
    talk = at_filed().say("person", "back").press("filed", "never").press("do", "stuck")
    assert talk.said == "<waiting_unnumbered>"


def test_something_else_begins_the_default_flow_anew() -> None:
    talk = (
        at_filed().press("filed", "never").press("do", "flow:mfa").press("app", "yes").say("something else")
    )
    assert talk.conversation.flow == "nextgen"
    assert talk.state == "account"
    assert talk.said.startswith("<something_else>")


def test_the_command_alone_begins_or_shows_the_question_again() -> None:
    talk = Talk().command("start")
    assert "Welcome to the Test Court." in talk.said
    assert talk.state == "account"
    talk.press("account", "own").command("start")
    assert talk.said.startswith("When was it made?")


def test_the_command_phone_only_reads() -> None:
    talk = Talk().say("hi").command("phone")
    assert talk.said == "<phone_answer>"
    assert talk.last.reads_only


def test_a_command_that_reads_begins_nothing_that_could_be_lost() -> None:
    talk = Talk().command("help")
    assert not talk.last.reads_only
    assert talk.state == "account"
