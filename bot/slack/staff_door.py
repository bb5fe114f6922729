"""The door for staff: whoever comes in is looked up each time, and whoever may not is written down."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from bot.errors import SurfaceError
from bot.service.incoming import Ack, FromStaff, Incoming, StaffForm, StaffMessage, StaffPress, as_form
from bot.slack.people import People

PERSON = "person"
"""The question of a form that chooses a member of staff."""

log = logging.getLogger(__name__)


class StaffDesk(Protocol):
    """What the desk does for staff."""

    async def handle(self, incoming: Incoming | FromStaff) -> Ack:
        """Carry it out and commit. Raises StorageError when nothing was done."""

    async def refuse(self, asked: FromStaff) -> Ack:
        """Write down that somebody who is not staff asked for this, and say so. Raises StorageError."""


class StaffDoor:
    """Lets in the members of the staff channel. `say` gives one of the court's sentences by its key."""

    def __init__(self, desk: StaffDesk, people: People, say: Callable[[str], str]) -> None:
        self._desk = desk
        self._people = people
        self._say = say

    async def take(self, asked: FromStaff) -> Ack:
        """Have it carried out for a member of staff.

        What was written in their channel is delivered again while Slack does not say who is staff. Raises
        StorageError, or SurfaceError for what is delivered again.
        """
        try:
            if not await self._people.is_staff(asked.staff):
                return self._in_home(asked, await self._desk.refuse(asked))
            asked = await self._with_colleague(asked)
        except SurfaceError as error:
            if isinstance(asked, StaffMessage):
                raise
            log.warning("staff unknown error=%s", type(error).__name__)
            return self._in_home(asked, Ack(self._say("staff_unknown")))
        named = replace(asked, name=await self._people.name(asked.staff, asked.name))
        return await self._desk.handle(named)

    def _in_home(self, asked: FromStaff, ack: Ack) -> Ack:
        """A sentence for who pressed on App Home is shown as a form: there is no message to tell it under."""
        is_there = isinstance(asked, StaffPress) and asked.in_home
        return as_form(ack, self._say("form_title")) if is_there else ack

    async def _with_colleague(self, asked: FromStaff) -> FromStaff:
        """A form with the name of the person chosen in it, who is named only as a member of staff."""
        chosen = asked.values.get(PERSON, "") if isinstance(asked, StaffForm) else ""
        if not isinstance(asked, StaffForm) or not chosen or not await self._people.is_staff(chosen):
            return asked
        return replace(asked, colleagues={chosen: await self._people.name(chosen, chosen)})
