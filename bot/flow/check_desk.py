"""The days on which a help desk differs: whether any of them is still to come."""

from datetime import date

from bot.flow.model import Library
from bot.flow.report import Report


def check_desk(library: Library, today: date, report: Report) -> None:
    """Report each court whose extra closures are all over: next year's were probably forgotten."""
    for court in library.courts.values():
        closed = court.desk.timetable.closed if court.desk else ()
        if closed and max(closed) < today:
            place = library.at(court.place.file, "desk", "closed", otherwise=court.place)
            what = f'The extra closures of court "{court.id}" are over; the last was on {max(closed)}.'
            report.warning(place, "closures_over", what, "Write the next ones, or take the old ones out.")
