"""An act of staff that somebody else tried: nothing is done, and the audit says who."""

from datetime import datetime

from bot.service.desk_records import Act
from bot.service.incoming import FromStaff, StaffCommand
from bot.service.ports import Unit


def note_refused(unit: Unit, asked: FromStaff, now: datetime) -> None:
    """Write down the attempt, once; part of one transaction."""
    if not unit.first_sight(asked.keys, now):
        return
    number = "" if isinstance(asked, StaffCommand) else getattr(asked, "case", "")
    case = number if number and unit.case(number) else ""
    unit.desk.note(Act(asked.staff, "refused", now, case, data={"how": type(asked).__name__}))
