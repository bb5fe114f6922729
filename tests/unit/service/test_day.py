"""How soon filers had their first answer today, in open hours: the desk opens at 8:30 and closes at 17:00."""

from datetime import datetime, timedelta

from bot.service.desk_records import Act
from bot.service.staff.day import Day, today
from bot.storage.memory import MemoryStore
from tests.unit.service.test_voice import VOICE


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A time on the court's wall in the week of Monday, November 23."""
    return datetime(2026, 11, day, hour, minute, tzinfo=VOICE.zone)


async def day_of(*acts: tuple[str, str, datetime]) -> Day:
    """The figures on Tuesday at noon after these acts."""
    store = MemoryStore("test")
    for case, what, moment in acts:
        act = Act("S1", what, moment, case)
        await store.run(lambda unit, act=act: unit.desk.note(act))  # type: ignore[misc]
    return await store.run(lambda unit: today(unit, VOICE, at(24, 12)))


async def test_the_night_does_not_count_and_half_the_answers_were_sooner() -> None:
    day = await day_of(
        ("NG-1", "opened", at(23, 16, 50)),
        ("NG-1", "replied", at(24, 8, 40)),
        ("NG-2", "opened", at(24, 9)),
        ("NG-2", "replied", at(24, 10)),
        ("NG-3", "opened", at(24, 9)),
        ("NG-3", "replied", at(24, 9, 30)),
        ("NG-3", "replied", at(24, 11)),
    )
    assert day == Day(opened=2, answered=3, closed=0, first=timedelta(minutes=30))


async def test_a_case_first_answered_yesterday_is_not_counted_again() -> None:
    day = await day_of(
        ("NG-1", "opened", at(23, 9)), ("NG-1", "replied", at(23, 10)), ("NG-1", "replied", at(24, 9))
    )
    assert (day.answered, day.first) == (1, None)
