"""Hours on App Home, where they are known."""

from dataclasses import replace
from datetime import datetime

from bot.engine.home import home
from tests.unit.engine.opening_times import at, desk
from tests.unit.engine.talk import BOOK, Talk

NIGHT, MORNING = at("2026-11-23 20:00"), at("2026-11-23 09:00")
OPEN_BOOK = replace(BOOK, hours=desk())


def after(talk: Talk, now: datetime) -> tuple[str, ...]:
    """The closing paragraphs of this filer's App Home."""
    return home(talk.book, talk.conversation, now).after


def test_app_home_shows_the_hours_and_whether_the_desk_is_open() -> None:
    for talk in (Talk(book=OPEN_BOOK), Talk(book=OPEN_BOOK).say("mine")):
        assert after(talk, MORNING)[-2:] == (
            "<desk_hours> Monday to Friday, 8:30 a.m. to 5:00 p.m. Central Time",
            "<open_now> 5:00 p.m. Central Time",
        )


def test_who_waits_at_night_reads_once_when_staff_are_back() -> None:
    shown = after(Talk(book=OPEN_BOOK, now=NIGHT).say("person"), NIGHT)
    assert [line.partition(">")[0] for line in shown].count("<closed_now") == 1
    assert [line.partition(">")[0] for line in shown].count("<desk_hours") == 1


def test_app_home_of_a_court_without_hours_says_nothing_of_them() -> None:
    assert not [line for line in after(Talk(), NIGHT) if "hours" in line or "closed" in line]
