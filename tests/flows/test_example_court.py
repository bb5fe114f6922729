"""The example court: everything in it is made up, and with it every part of the bot can be seen."""

import re
from datetime import datetime

from bot.engine.book import build
from bot.engine.message import Message
from bot.engine.reply import plain
from bot.engine.turn import advance, fresh
from bot.flow.timetable import Desk
from bot.flow.wording import Wording
from tests.flows.shipped import TODAY, library
from tests.unit.engine.opening_times import at

EXAMPLE = library().courts["example"]
MADE_UP = "made up for the example court"
FRIDAY_EVENING = at("2026-11-20 17:30")
WEDNESDAY_EVENING = at("2026-11-25 18:30")
TUESDAY_MORNING = at("2026-11-24 09:00")


def heard(text: str, now: datetime = FRIDAY_EVENING) -> str:
    """What a filer reads who writes this to the example court."""
    book = build(library(), "example")
    turn = advance(book, fresh(book, "key", "U1"), Message(at=1, text=text), now)
    assert turn.reply is not None
    return plain(turn.reply)


def desk() -> Desk:
    """The example court's help desk."""
    assert EXAMPLE.desk is not None
    return EXAMPLE.desk


def test_nothing_in_the_example_court_belongs_to_anybody() -> None:
    own = [fact for fact in EXAMPLE.facts.values() if fact.key not in ("court.name", "court.type")]
    assert {fact.source for fact in own} == {MADE_UP}
    assert all(re.fullmatch(r"202-555-01\d\d", fact.value) for fact in own if fact.kind == "phone")
    addresses = [fact.value for fact in own if fact.kind in ("link", "email")]
    assert all(re.search(r"[@.]example\.com(/|$)", address) for address in addresses)


def test_the_example_court_says_that_it_is_one() -> None:
    assert EXAMPLE.example
    assert EXAMPLE.name.startswith("Example ")


def test_only_the_example_court_has_hours_since_no_page_gives_any() -> None:
    assert [court.id for court in library().courts.values() if court.desk] == ["example"]


def test_the_example_court_has_closures_days_of_its_own_and_every_target() -> None:
    timetable, targets = desk().timetable, desk().targets
    assert max(timetable.closed) > TODAY
    assert max(timetable.open) > TODAY
    assert None not in (targets.first_response, targets.next_response, targets.resolution)


def test_the_clerk_s_hours_stand_in_a_sentence() -> None:
    filled = Wording(library(), EXAMPLE).fill("{court.clerk_hours}", TODAY)
    assert filled == "Monday to Friday, 9:00 a.m. to 4:00 p.m. Central Time"


def test_who_asks_for_a_person_at_night_hears_when_staff_are_back() -> None:
    said = heard("person")
    assert "We are closed now and open again on Monday, November 23 at 8:30 a.m. Central Time." in said
    assert "PACER's phone, 800-676-6856, is open now, until 6:00 p.m. Central Time." in said


def test_who_asks_for_a_person_by_day_hears_nothing_of_hours() -> None:
    assert "open" not in heard("person", TUESDAY_MORNING)


def test_the_evening_before_thanksgiving_names_both_closed_days() -> None:
    said = heard("person", WEDNESDAY_EVENING)
    assert "open again on Monday, November 30 at 8:30 a.m. Central Time." in said
    assert "We are closed on Thursday, November 26: Thanksgiving Day." in said
    assert "We are closed on Friday, November 27: Day after Thanksgiving." in said
    assert "PACER's phone" not in said


def test_who_asks_for_the_hours_hears_them() -> None:
    said = heard("what are your hours", TUESDAY_MORNING)
    assert (
        "Our help desk is open Monday to Thursday, 8:30 a.m. to 5:00 p.m.; "
        "Friday, 8:30 a.m. to noon and 1:00 p.m. to 4:30 p.m. Central Time." in said
    )
    assert "We are open now, until 5:00 p.m. Central Time." in said
    assert "please call" not in said


def test_who_asks_for_the_phone_hears_the_hours_too() -> None:
    said = heard("phone number", TUESDAY_MORNING)
    assert "202-555-0142" in said
    assert "We are open now, until 5:00 p.m. Central Time." in said
