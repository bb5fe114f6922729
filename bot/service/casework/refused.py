"""An act of staff that somebody else tried: nothing is done, and the audit says who."""

from datetime import datetime

from bot.service.desk_records import Act
from bot.service.incoming import FromStaff, StaffCommand, StaffMessage
from bot.service.ports import Unit


def note_refused(unit: Unit, asked: FromStaff, now: datetime) -> None:
    """Write down the attempt, once; part of one transaction. What is written under no card is none."""
    if not unit.first_sight(asked.keys, now):
        return
    case = _case(unit, asked)
    if case or not isinstance(asked, StaffMessage):
        unit.desk.note(Act(asked.staff, "refused", now, case, data={"how": type(asked).__name__}))


def _case(unit: Unit, asked: FromStaff) -> str:
    """The number of the case that it was about; empty for none."""
    if isinstance(asked, StaffMessage):
        found = unit.desk.case_of_card(asked.channel, asked.thread)
        return found.number if found else ""
    number = "" if isinstance(asked, StaffCommand) else asked.case
    return number if number and unit.case(number) else ""
