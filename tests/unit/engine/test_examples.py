"""Examples are played through whole turns, from the greeting on."""

import pytest

from bot.engine.examples import Played, expected, in_flow, play
from bot.flow.model import Example
from tests.little import NOW, books


def played(*says: str) -> Played:
    return play(books()[0], "little", Example("one", says), NOW)


def test_an_example_that_reaches_the_checklist_gives_its_steps() -> None:
    assert played("mine", "2009", "I filed here") == Played(steps=("upgrade", "connect"))


def test_an_example_that_reaches_staff_gives_the_hand_over() -> None:
    assert played("firm account", "I can not tell") == Played(hand_over="unsure")
    assert played("mine", "it is due today") == Played(hand_over="deadline")


def test_an_example_that_stops_short_gives_the_question() -> None:
    assert played("mine") == Played(asks="created")


def test_what_is_expected_is_what_the_file_says() -> None:
    assert expected(Example("one", ("a",), gets=("link",))) == Played(steps=("link",))
    assert expected(Example("one", ("a",), hands_over="unsure")) == Played(hand_over="unsure")


@pytest.mark.parametrize(
    ("end", "words"),
    [
        (Played(steps=("upgrade", "link")), "upgrade, link"),
        (Played(hand_over="unsure"), "the hand over unsure"),
        (Played(asks="created"), "the question created"),
        (Played(), "no step"),
    ],
)
def test_an_end_is_told_in_the_words_of_the_file(end: Played, words: str) -> None:
    assert str(end) == words


def test_an_example_of_another_flow_than_the_courts_own_begins_in_it() -> None:
    east, _ = books(files={"second.yaml": SECOND})
    assert east.default == "little"
    assert in_flow(east, "second").default == "second"
    assert play(east, "second", Example("one", ("red",)), NOW) == Played(steps=("paint",))


def test_no_flow_no_example() -> None:
    with pytest.raises(KeyError):
        in_flow(books()[0], "nothing")


SECOND = """\
flow: second
title: Another matter
start: Welcome.
questions:
  colour:
    ask: Which colour?
    answers:
      red: Red
      blue: Blue
steps:
  paint:
    do: Paint it.
    link: pacer.website
"""
