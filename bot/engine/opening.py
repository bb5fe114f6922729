"""What a filer is told about hours; nothing in a court whose hours are not known."""

from collections.abc import Iterator
from datetime import datetime

from bot.engine.book import Book
from bot.engine.hours import Closure, Hours
from bot.flow.clock_words import clock_in_words, day_in_words, week_in_words, zone_in_words


def hours_in_words(book: Book, now: datetime) -> tuple[str, ...]:
    """The desk's hours, whether it is open now or when it opens again, and PACER's phone if that is open.

    `now` is aware and in the court's zone, here and below.
    """
    if book.hours is None:
        return ()
    week = f"{week_in_words(book.hours.timetable.week)} {zone_in_words(book.court.zone)}"
    closes = book.hours.closes(now)
    hours = book.wording.say("desk_hours", now.date(), hours=week)
    if closes is None:
        return (hours, *closed_in_words(book, now))
    return (hours, _until(book, "open_now", now, closes), *_pacer(book, now))


def closed_in_words(book: Book, now: datetime) -> tuple[str, ...]:
    """When a desk that is closed now opens again, why it is closed, and PACER's phone if that is open.

    Nothing while the desk is open.
    """
    if book.hours is None or book.hours.is_open(now):
        return ()
    closures = (_closure(book, one, now) for one in book.hours.closures(now))
    return (_opening(book, book.hours, now), *closures, *_pacer(book, now))


def _opening(book: Book, hours: Hours, now: datetime) -> str:
    opening = hours.next_opening(now)
    if opening is None:
        return book.wording.say("closed_long", now.date())
    key = "closed_today" if opening.date() == now.date() else "closed_now"
    time = f"{clock_in_words(opening)} {zone_in_words(book.court.zone)}"
    return book.wording.say(key, now.date(), day=day_in_words(opening.date()), time=time)


def _closure(book: Book, closure: Closure, now: datetime) -> str:
    first, last = day_in_words(closure.first), day_in_words(closure.last)
    if first == last:
        return book.wording.say("closed_day", now.date(), day=first, reason=closure.reason)
    return book.wording.say("closed_days", now.date(), first=first, last=last, reason=closure.reason)


def _pacer(book: Book, now: datetime) -> Iterator[str]:
    closes = book.pacer_hours.closes(now) if book.pacer_hours else None
    if closes:
        yield _until(book, "pacer_open", now, closes)


def _until(book: Book, key: str, now: datetime, closes: datetime) -> str:
    """A sentence on something that is open until a time, told in the court's zone."""
    at = closes.astimezone(now.tzinfo)
    return book.wording.say(key, now.date(), time=f"{clock_in_words(at)} {zone_in_words(book.court.zone)}")
