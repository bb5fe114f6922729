"""A long weekend over real sockets in both modes, on a clock that the test moves."""

from dataclasses import replace
from datetime import timedelta

from bot.storage.database import open_store
from bot.wiring import Bot, Parts
from tests.e2e.line import HABITS, Line
from tests.e2e.test_relay import in_thread, thread
from tests.e2e.waiting import until
from tests.unit.service.office import MovedClock
from tests.unit.service.timeline import example_book, wall

MINUTE = timedelta(minutes=1)


async def restarted(line: Line, clock: MovedClock) -> None:
    """Let the bot of the example court run by this clock."""
    await line.bot.stop()
    settings = line.settings(HELPDESK_COURT="example")
    store = open_store(settings.database, settings.court)
    line.bot = Bot(Parts(settings, example_book(), store, clock, replace(HABITS, look=0.05)))
    await line.bot.start()
    line.slack.app.request_url = line.bot.url or line.slack.app.request_url


async def under_card(line: Line, clock: MovedClock, moment: str, words: str) -> None:
    """By this moment, and not a minute sooner, the thread of the first card says this."""
    card = line.cards()[0]
    clock.time = wall(moment) - MINUTE
    await looked(line)
    assert not any(words in text for text in thread(line, card))
    clock.time = wall(moment)
    await until(lambda: any(words in text for text in thread(line, card)), words)
    await line.quiet()


async def in_direct(line: Line, clock: MovedClock, moment: str, person: str, words: str) -> None:
    """At this moment the bot tells one of the staff this."""
    clock.time = wall(moment)
    await until(lambda: line.said(person) and words in line.words(person), words)
    await line.quiet()


async def looked(line: Line) -> None:
    """Wait until nothing that is due by now is unsaid, and all that was said has arrived."""
    now = line.bot.parts.clock.now()

    async def is_all_said() -> bool:
        due = await line.bot.parts.store.run(lambda unit: unit.desk.next_reminder())
        return due is None or due > now

    await until(is_all_said, "every reminder that is due is said")
    await line.quiet()


async def test_a_long_weekend(line: Line) -> None:
    clock = MovedClock(wall("2026-10-09 16:20"))
    await restarted(line, clock)
    await line.say("hi", "person")
    card = line.cards()[0]
    clock.time = wall("2026-10-09 17:30")
    await line.say("hello?")
    assert "open again on Tuesday, October 13 at 8:30 a.m. Central Time" in line.words()
    assert "We are closed on Monday, October 12: Columbus Day." in line.words()
    assert "PACER's phone, 800-676-6856, is open now" in line.words()
    await line.say("is nobody there?")
    assert "closed" not in line.words()
    assert thread(line, card) == []

    due = "It is due on Tuesday, October 13, 8:50 a.m. CDT."
    await under_card(line, clock, "2026-10-13 08:43", due)
    await under_card(line, clock, "2026-10-13 08:50", "the first answer to the filer is due now")
    await restarted(line, clock)
    await in_direct(
        line, clock, "2026-10-13 09:05", "other_staff", "the first answer to the filer is overdue"
    )
    assert len(thread(line, card)) == 2, "a restart says nothing again"

    await line.press("Claim", card, person="staff")
    await in_thread(line, "to filer: We look into it.", card)
    clock.time = wall("2026-10-13 16:00")
    await line.say("it fails")
    due = "It is due on Tuesday, October 13, 5:00 p.m. CDT."
    await under_card(line, clock, "2026-10-13 16:45", due)
    await in_direct(line, clock, "2026-10-13 17:00", "staff", "an answer to the filer is due now")

    clock.time = wall("2026-10-13 20:00")
    await line.say("anybody?", "hello?")
    told = [str(one.content["text"]) for one in line.said()]
    assert [text for text in told if "Our staff will read this" in text] == [line.words()]
    assert "open again on Wednesday, October 14 at 8:30 a.m." in line.words()
