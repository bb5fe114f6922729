"""The board as it is now, for one member of staff."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.engine.reply import Choice
from bot.service.board import Board, Row
from bot.service.case_row import CaseRow
from bot.service.content import BUTTON
from bot.service.desk_ports import Wanted
from bot.service.ports import Unit
from bot.service.staff.case_words import in_short
from bot.service.staff.day import today
from bot.service.staff.queue import COMMAND, PAGE
from bot.service.voice import Voice

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def board_now(unit: Unit, voice: Voice, staff: str, now: datetime) -> Board:
    """Counts, the day's figures, and the first page of the queue; `staff` is a Slack id."""
    count = unit.desk.count(Wanted())
    cases = unit.desk.cases(Wanted(), PAGE)
    after = count - len(cases)
    more = voice.say("queue_more", now, count=str(after), command=f"{COMMAND} queue 2")
    return Board(
        voice.say("board_title", now),
        voice.banner(unit, now),
        (_counts(unit, voice, staff, now), *_figures(unit, voice, now)),
        tuple(_row(voice, case, now) for case in cases),
        (more,) if after > 0 else () if count else (voice.say("queue_none", now),),
    )


def _counts(unit: Unit, voice: Voice, staff: str, now: datetime) -> str:
    wanted = (Wanted(), Wanted(unowned=True), Wanted(urgent=True), Wanted(owner=staff))
    count, unclaimed, urgent, mine = (str(unit.desk.count(one)) for one in wanted)
    return voice.say("board_counts", now, count=count, unclaimed=unclaimed, urgent=urgent, mine=mine)


def _figures(unit: Unit, voice: Voice, now: datetime) -> Iterator[str]:
    day = today(unit, voice, now)
    opened, answered, closed = map(str, (day.opened, day.answered, day.closed))
    yield voice.say("board_today", now, opened=opened, answered=answered, closed=closed)
    if day.first is not None and day.first < 2 * HOUR:
        yield voice.say("board_first", now, minutes=str(round(day.first / MINUTE)))
    elif day.first is not None:
        yield voice.say("board_first_hours", now, hours=str(round(day.first / HOUR)))


def _row(voice: Voice, case: CaseRow, now: datetime) -> Row:
    show = voice.say("board_open_label", now, case=case.number)
    take = voice.say("board_claim_label", now, case=case.number)
    choices = [Choice(BUTTON + case.number, "open", show)]
    if not case.owner:
        choices.append(Choice(BUTTON + case.number, "claim", take))
    return Row(in_short(voice, case, now), case.person, tuple(choices))
