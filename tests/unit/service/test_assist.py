"""`assist`: a member of staff is walked through the flow, and nothing about the caller is kept."""

import json
from itertools import count

import pytest

from bot.engine.book import build
from bot.engine.reply import Reply
from bot.service.desk import HelpDesk
from bot.service.forms import Form
from bot.service.incoming import Ack, StaffCommand, StaffForm
from bot.service.staff.assist_text import for_a_mail
from tests.flows.shipped import library
from tests.unit.service.office import Office

NUMBERS = count(1)


class Walk:
    """A form on the screen of a member of staff, handed in again and again."""

    def __init__(self) -> None:
        self.office = Office()
        book = build(library(), "moeb")
        self.office.desk = HelpDesk(
            book, self.office.store, self.office.clock, self.office.handled.append, "C9"
        )
        self.form = Form("", "")

    async def open(self) -> None:
        asked = StaffCommand((f"trigger:a{next(NUMBERS)}",), "S-Ann", "Ann", "assist")
        self.show(await self.office.desk.handle(asked))

    def show(self, ack: Ack) -> None:
        assert ack.form is not None, ack
        self.form = ack.form

    async def hand_in(self, label: str = "", words: str = "") -> Ack:
        """Choose the option that begins with this label, or type these words."""
        given = {one.id: one.value for one in self.form.fields}
        for one in self.form.fields:
            if one.kind == "choice":
                given[one.id] = next(
                    (value for value, text in one.options if label and text.startswith(label)), ""
                )
                assert bool(given[one.id]) == bool(label), one.options
            elif one.id.startswith("words"):
                given[one.id] = words
        keys = (f"trigger:a{next(NUMBERS)}",)
        form = StaffForm(keys, "S-Ann", "Ann", self.form.id, given, carried=self.form.carried)
        return await self.office.desk.handle(form)

    async def choose(self, *labels: str) -> None:
        for label in labels:
            self.show(await self.hand_in(label))

    async def type(self, *texts: str) -> None:
        for text in texts:
            self.show(await self.hand_in(words=text))

    @property
    def asks(self) -> str:
        return next(one.label for one in self.form.fields if one.kind == "choice")

    @property
    def steps(self) -> str:
        return "\n".join(one.value for one in self.form.fields if one.id.startswith("steps"))

    @property
    def lines(self) -> str:
        return "\n".join(self.form.lines)


@pytest.fixture
async def walk() -> Walk:
    walk = Walk()
    await walk.open()
    return walk


async def test_it_begins_at_the_first_question_with_the_courts_words(walk: Walk) -> None:
    assert walk.asks.startswith("Who will file")
    assert "Answers so far: 0." in walk.lines


async def test_answers_lead_to_the_steps_as_text_for_a_mail(walk: Walk) -> None:
    await walk.choose("An attorney", "My own", "August 11, 2014 or later")
    assert "Answers so far: 3." in walk.lines
    assert "Who will file" in walk.lines
    await walk.type("after go-live")
    assert "Next step:" in walk.steps
    assert "https://" in walk.steps
    assert "800-676-6856" in walk.steps
    assert "*" not in walk.steps
    assert all(len(one.value) <= 3_000 for one in walk.form.fields)
    assert await walk.hand_in() == Ack(), "done: the form closes"


async def test_typed_words_are_read_as_a_filers_are_and_several_facts_at_once(walk: Walk) -> None:
    await walk.type("I am an attorney with my own account from 2009")
    assert "Answers so far: 3." in walk.lines
    await walk.type("xyzzy")
    assert "Sorry, I did not get that." in walk.lines
    assert "Answers so far: 3." in walk.lines


async def test_back_takes_the_last_answer_away_and_restart_all(walk: Walk) -> None:
    await walk.choose("An attorney", "My own")
    await walk.choose("Back")
    assert "Answers so far: 1." in walk.lines
    await walk.choose("My own", "Start again")
    assert "Answers so far: 0." in walk.lines
    assert walk.asks.startswith("Who will file")


async def test_a_hand_over_says_why_and_that_staff_are_the_ones_and_goes_on(walk: Walk) -> None:
    await walk.choose("Someone who is not")
    await walk.type("pro se")
    assert "that is you" in walk.lines
    assert walk.form.submit == "Done"
    await walk.choose("Go on")
    assert walk.asks.startswith("Which PACER account")
    assert "that is you" not in walk.lines


async def test_nothing_chosen_is_asked_for_at_the_field(walk: Walk) -> None:
    ack = await walk.hand_in()
    assert ack.form is None
    assert list(ack.errors.values()) == ["Please choose an answer, or type what they say."]
    assert set(ack.errors) < {one.id for one in walk.form.fields}


async def test_a_flow_that_changed_meanwhile_is_noticed(walk: Walk) -> None:
    await walk.choose("An attorney")
    told = json.loads(walk.form.carried)
    told[1] = "0" * 16
    walk.form = Form(walk.form.id, "", walk.form.fields, carried=json.dumps(told))
    await walk.choose("My own")
    assert "Our questions have changed" in walk.lines
    await walk.choose("August 11, 2014 or later")
    assert "Our questions have changed" not in walk.lines


async def test_nothing_about_the_caller_is_stored(walk: Walk) -> None:
    before = walk.office.store._shelf.copy()  # type: ignore[attr-defined]
    await walk.choose("An attorney", "My own", "August 11, 2014 or later")
    await walk.type("after go-live, and my name is Jane Roe")
    after = walk.office.store._shelf.copy()  # type: ignore[attr-defined]
    assert len(after.seen) == len(before.seen) + 4
    after.seen = before.seen
    assert after == before
    assert "Jane" not in walk.form.carried
    assert {len(turn.outcome) > 0 for turn in walk.office.handled} == {True}


def test_a_text_that_is_too_long_for_a_field_is_split_at_its_lines() -> None:
    line = "x" * 99
    pieces = for_a_mail(Reply("answer", after=("\n".join([line] * 70),)))
    assert [len(piece) <= 3_000 for piece in pieces] == [True, True, True]
    assert "\n".join(pieces) == "\n".join([line] * 70)
    assert [len(piece) for piece in for_a_mail(Reply("answer", after=("y" * 7_000,)))] == [
        3_000,
        3_000,
        1_000,
    ]
