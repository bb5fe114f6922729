"""Typed messages: answers, numbers, contradictions, words that hand over or are asked about."""

from dataclasses import replace

from tests.unit.engine.talk import Talk


def test_the_first_message_gets_the_welcome_and_the_first_question() -> None:
    talk = Talk().say("hi")
    assert talk.said == (
        "Welcome to the Test Court.\n\n"
        "Whose account is it?\n\n1. My own\n2. Shared\n3. None\n4. <person_label>"
    )
    assert talk.last.how == {}


def test_an_answer_is_taken_and_the_next_question_asked() -> None:
    talk = Talk().say("hi", "mine")
    assert talk.last.how == {"account": "exact"}
    assert talk.said.startswith("When was it made?")


def test_a_number_picks_the_button_with_that_number() -> None:
    talk = Talk().say("hi", "2")
    assert talk.told == {"account": "shared"}
    assert talk.last.how == {"account": "exact"}


def test_the_number_of_the_person_button_gets_a_person() -> None:
    assert Talk().say("hi", "4").state == "hand_over:asked_for_person"


def test_a_number_that_no_button_has_is_not_guessed() -> None:
    talk = Talk().say("hi", "9")
    assert talk.told == {}
    assert talk.events == ["missed"]


def test_after_a_doubtful_message_numbers_count_the_shorter_list() -> None:
    talk = Talk().say("hi", "mine", "2014")
    assert talk.last.candidates == {"created": ("before", "after")}
    assert talk.said.startswith("<unclear> Before August 11, 2014 / That day or later")
    assert talk.say("2").told["created"] == "after"


def test_who_knows_the_year_but_not_the_day_may_say_so() -> None:
    talk = Talk().say("hi", "mine", "2014")
    assert talk.said.endswith(
        "1. Before August 11, 2014\n2. That day or later\n3. Not sure\n4. <person_label>"
    )
    assert talk.say("3").told["created"] == "unsure"


def test_a_number_that_says_the_same_again_gets_the_question_again() -> None:
    talk = Talk().say("hi", "mine", "2019", "2014")
    assert talk.last.candidates == {"created": ("before", "after")}
    talk.say("2")
    assert talk.told["created"] == "after"
    assert talk.said.startswith("Did you file here before?")


def test_several_facts_in_one_message_are_all_taken_and_told_back() -> None:
    talk = Talk().say("hi", "mine, and it says legacy, before go-live")
    assert talk.told == {"account": "own", "created": "before", "filed": "earlier"}
    assert talk.state == "upgraded"
    assert "<understood> " in talk.said


def test_facts_in_the_first_message_are_taken_too() -> None:
    talk = Talk().say("we use the firm's account")
    assert talk.told == {"account": "shared"}
    assert talk.said.startswith("Welcome to the Test Court.\n\n<understood> Shared")
    assert talk.state == "filed"


def test_who_types_the_words_of_a_button_with_a_date_is_heard_as_who_presses_it() -> None:
    talk = Talk().say("hi", "mine", "before august 11, 2014")
    assert talk.last.how == {"created": "exact"}
    assert talk.told["created"] == "before"


def test_a_year_answers_the_date_question() -> None:
    talk = Talk().say("hi", "mine", "2009")
    assert talk.told["created"] == "before"
    assert talk.last.how == {"created": "date"}


def test_a_contradiction_is_asked_back_and_the_old_answer_stands_meanwhile() -> None:
    talk = Talk().say("hi", "mine", "2019", "it says legacy")
    assert talk.told["created"] == "after"
    assert talk.said.startswith("<which_holds>")
    assert talk.say("legacy").told["created"] == "before"
    assert talk.state == "upgraded"


def test_a_correction_that_says_so_is_taken_at_once() -> None:
    talk = Talk().say("hi", "mine", "2019", "actually it is a shared account")
    assert talk.told["account"] == "shared"
    assert talk.state == "filed"


def test_not_sure_gives_way_to_what_is_found_out_later() -> None:
    talk = Talk().say("hi", "mine", "not sure", "it says legacy")
    assert talk.told["created"] == "before"
    assert talk.state == "upgraded"


def test_back_leaves_the_doubt() -> None:
    talk = Talk().say("hi", "mine", "2019", "it says legacy", "back")
    assert talk.conversation.doubt is None
    assert talk.state == "filed"
    assert talk.told["created"] == "after"


def test_saying_again_what_was_said_gets_the_question_again() -> None:
    talk = Talk().say("hi", "mine", "my own")
    assert talk.state == "created"
    assert "When was it made?" in talk.said


def test_a_deadline_is_urgent_and_the_facts_beside_it_are_kept() -> None:
    talk = Talk().say("my brief is due today, shared account")
    assert talk.state == "hand_over:deadline_today"
    assert talk.last.case is not None
    assert talk.last.case.urgent
    assert talk.told == {"account": "shared"}


def test_the_urgent_reason_wins_over_the_others() -> None:
    assert Talk().say("should i file? it is due today").state == "hand_over:deadline_today"


def test_a_legal_question_hears_the_limit_first() -> None:
    talk = Talk().say("hi", "should i file a motion")
    assert talk.said.startswith(
        "I give no legal advice.\n\nStaff can tell you more.\n\nCourt desk: 314-555-0100"
    )


def test_an_exact_answer_is_no_hand_over() -> None:
    assert Talk().say("hi", "none").state == "filed"


def test_a_secret_hands_over_without_a_way_back() -> None:
    talk = Talk().say("hi").say("[removed]", secrets=("password",))
    assert talk.state == "hand_over:secret_pasted"
    assert [choice.answer for choice in talk.last.reply.choices] == ["restart"]  # type: ignore[union-attr]


def test_a_word_of_the_field_is_explained_and_the_question_asked_again() -> None:
    talk = Talk().say("hi", "what is PACER?")
    assert talk.said.startswith(
        "PACER is the public access system. Call 800-676-6856.\n\nWhose account is it?"
    )
    assert talk.events == ["explained"]
    assert talk.conversation.misses == 0


def test_a_word_of_the_field_alone_is_explained() -> None:
    assert Talk().say("hi", "pacer?").events == ["explained"]


def test_after_twelve_hours_the_talk_is_taken_up_again() -> None:
    talk = Talk().say("hi", "mine", at=1000)
    talk.say("mine", at=1000 + 12 * 3600 + 1)
    assert talk.said == "<resume> My own\n\n1. <go_on_label>\n2. <restart_label>"
    assert talk.say("go on", at=1000 + 12 * 3600 + 20).said.startswith("When was it made?")


def test_before_twelve_hours_nothing_is_asked() -> None:
    talk = Talk().say("hi", "mine", at=1000).say("2019", at=1000 + 12 * 3600)
    assert talk.told["created"] == "after"


def test_a_long_silence_with_nothing_told_needs_no_question() -> None:
    talk = Talk().say("hi", at=1000).say("mine", at=1000 + 13 * 3600)
    assert talk.state == "created"


def test_the_last_three_messages_are_kept_and_no_more() -> None:
    talk = Talk().say("one thing", "two things", "three things", "four things" + "x" * 900)
    assert talk.conversation.recent[:2] == ("two things", "three things")
    assert len(talk.conversation.recent) == 3
    assert len(talk.conversation.recent[2]) == 500


def test_the_last_messages_are_forgotten_when_the_talk_ends() -> None:
    talk = Talk().say("one thing", "two things")
    assert talk.conversation.recent
    assert talk.say("stop").conversation.recent == ()


def test_while_staff_have_the_case_only_status_and_stop_are_heard() -> None:
    talk = Talk().say("hi", "person")
    talk.conversation = replace(talk.conversation, owner="human", helper="Maria")
    for words in ("mine", "restart"):
        assert talk.say(words).said == ""
        assert talk.last.relayed, "the words are for the person"
    assert talk.press("account", "own").said == "<with_staff> Maria"
    assert talk.told == {}
    assert talk.say("status").said == "<status_human> Maria"
    assert talk.say("stop").last.withdrawn
