"""What holds whatever filers do, on the shipped NextGen flow."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import flow_folder
from bot.engine.book import Book, Rules, build
from bot.engine.checklist import steps
from bot.engine.conversation import Conversation
from bot.engine.machine import CHECKLIST
from bot.engine.message import DO, Message, Press
from bot.engine.outcome import Turn
from bot.engine.paths import walk
from bot.engine.scene import settled
from bot.engine.settle import settle
from bot.engine.turn import advance, fresh
from bot.flow.library import loaded
from tests.little import FLOWS

Deed = Mapping[str, str | Press]
COURTS = ("moeb", "nvd", "ca10")
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
START = int(NOW.timestamp() * 1_000_000)
HAND_OVERS = (
    "pro_se", "other_role", "privileges_unsure", "request_rejected", "link_failed_twice", "several_logins",
    "linked_shared", "pro_hac_vice", "history_conflict",
)  # fmt: skip


@cache
def book(court: str = "moeb", copy: int = 1) -> Book:
    """The flows of a court, compiled once for each number of a copy."""
    assert copy > 0
    return build(loaded(flow_folder.texts(FLOWS)), court)


def rules() -> Rules:
    return book().flows["nextgen"]


ANSWERS = {question.id: [answer.id for answer in question.answers] for question in rules().flow.questions}
PHRASES = sorted(
    {phrase for question in rules().flow.questions for answer in question.answers for phrase in answer.also}
)
TOLD = st.fixed_dictionaries(
    {}, optional={question: st.sampled_from(answers) for question, answers in ANSWERS.items()}
)
ANY_ANSWER = st.sampled_from([*(answer for answers in ANSWERS.values() for answer in answers), "gone"])
MIXTURE = st.dictionaries(st.sampled_from([*ANSWERS, "gone"]), ANY_ANSWER)
WAIVED = st.sets(st.sampled_from(HAND_OVERS)).map(tuple)
TEXT = (
    st.text(max_size=60)
    | st.sampled_from(PHRASES)
    | st.sampled_from(
        ["back", "restart", "why", "help", "person", "status", "stop", "2009", "2014", "no", "1", "7", "hi"]
    )
    | st.lists(st.sampled_from(PHRASES), min_size=2, max_size=3).map(", ".join)
)
BUTTON = st.sampled_from(
    [(question, answer) for question, answers in ANSWERS.items() for answer in (*answers, "nothing")]
    + [
        (DO, act)
        for act in ("restart", "person", "worked", "stuck", "back", "something_else", "go_on", "dance")
    ]
)
DEED = TEXT.map(lambda text: {"text": text}) | BUTTON.map(
    lambda pressed: {"press": Press(*pressed, "", "nextgen")}
)
DEEDS = st.lists(DEED, max_size=8)


def talked(deeds: Sequence[Deed], of: Book | None = None) -> list[Turn]:
    """The turns of a filer who does these things, one after the other."""
    where = of or book()
    conversation, turns = fresh(where, "u1", "u1"), []
    for place, deed in enumerate(deeds):
        message = Message(at=START + place * 1_000_000, **deed)  # type: ignore[arg-type]
        turns.append(advance(where, conversation, message, NOW))
        conversation = turns[-1].conversation
    return turns


def assert_valid(conversation: Conversation) -> None:
    """The conversation stands where its answers lead, and holds nothing that the flow does not know."""
    assert all(told.answer in ANSWERS[question] for question, told in conversation.told.items())
    assert conversation.state in rules().machine.states
    if not conversation.ended:
        assert conversation.state == settled(rules(), conversation).state


@given(DEEDS, TEXT)
def test_any_string_leaves_the_conversation_valid_and_answered(deeds: Sequence[Deed], text: str) -> None:
    turns = talked([*deeds, {"text": text}])
    for turn in turns:
        assert_valid(turn.conversation)
    assert turns[-1].reply is not None


@given(DEEDS)
def test_a_question_on_the_screen_has_a_button_for_each_answer_it_can_end_in(
    deeds: Sequence[Deed],
) -> None:
    for turn in talked(deeds):
        if turn.reply is not None and turn.reply.kind == "question":
            assert len({choice.answer for choice in turn.reply.choices}) == len(turn.reply.choices) >= 3
            assert (DO, "person") in {(choice.question, choice.answer) for choice in turn.reply.choices}


@given(TOLD, WAIVED)
def test_settling_what_was_settled_changes_nothing(told: Mapping[str, str], waived: tuple[str, ...]) -> None:
    once = settle(rules().machine, told, waived)
    assert settle(rules().machine, once.path, waived) == once


@given(TOLD, WAIVED)
def test_without_its_last_answer_a_path_is_back_at_that_question(
    told: Mapping[str, str], waived: tuple[str, ...]
) -> None:
    path = settle(rules().machine, told, waived).path
    if path:
        last = list(path)[-1]
        shorter = {question: answer for question, answer in path.items() if question != last}
        assert settle(rules().machine, shorter, waived).state == last


@given(MIXTURE, WAIVED)
def test_any_mixture_of_answers_settles_and_none_is_made_up(
    told: Mapping[str, str], waived: tuple[str, ...]
) -> None:
    now = settle(rules().machine, told, waived)
    assert now.state in rules().machine.states
    assert now.path.items() <= told.items()


@given(TOLD, WAIVED, st.randoms(use_true_random=False))
def test_the_order_in_which_answers_are_stored_never_matters(
    told: Mapping[str, str], waived: tuple[str, ...], chance: object
) -> None:
    stored = list(told.items())
    chance.shuffle(stored)  # type: ignore[attr-defined]
    now, other = settle(rules().machine, told, waived), settle(rules().machine, dict(stored), waived)
    assert (other.state, list(other.path.items())) == (now.state, list(now.path.items()))


@given(TOLD, TOLD, WAIVED)
def test_waiting_answers_never_reach_the_checklist(
    told: Mapping[str, str], more: Mapping[str, str], waived: tuple[str, ...]
) -> None:
    now = settle(rules().machine, told, waived)
    waiting = {
        question: answer for question, answer in more.items() if question not in {*now.path, now.state}
    }
    again = settle(rules().machine, {**told, **waiting}, waived)
    assert again == now
    assert steps(rules().flow, again.path) == steps(rules().flow, now.path)


@given(DEEDS)
def test_the_same_input_gives_the_same_bytes(deeds: Sequence[Deed]) -> None:
    assert repr(talked(deeds)) == repr(talked(deeds, book("moeb", copy=2)))


@given(DEEDS)
def test_a_person_is_one_word_away_from_every_state(deeds: Sequence[Deed]) -> None:
    *_, turn = talked([*deeds, {"text": "person"}])
    assert turn.conversation.owner == "waiting"
    assert turn.reply is not None
    assert not rules().machine.is_question(turn.conversation.state) or turn.reply.kind != "question"


@pytest.mark.parametrize("court", COURTS)
def test_a_person_is_one_word_away_from_the_end_of_every_path(court: str) -> None:
    nextgen = book(court).flows["nextgen"]
    for way in walk(nextgen.flow, nextgen.machine):
        presses = [{"press": Press(question, answer)} for question, answer in way.answers.items()]
        conversation = talked([*presses, {"text": "person"}], book(court))[-1].conversation
        assert conversation.owner == "waiting"
        assert conversation.heard == ("asked_for_person" if way.end == CHECKLIST else "")
