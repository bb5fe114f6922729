"""App Home: shown when it is opened and after each thing that is done in it; staff see their board there."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.conversation import Conversation
from bot.engine.home import home
from bot.engine.ticks import ticked
from bot.engine.turn import fresh
from bot.service.content import Content
from bot.service.incoming import Ack, Incoming, StaffPress, as_form
from bot.service.ports import Delivery, Unit
from bot.service.staff.board_now import board_now
from bot.service.voice import Voice

HOME = "home:"


@dataclass(frozen=True, slots=True)
class Homes:
    """What becomes of an App Home; each method is part of one transaction."""

    voice: Voice

    def visit(self, unit: Unit, incoming: Incoming, before: Conversation, now: datetime) -> None:
        """Open the home, or tick a box of it. Only a tick that changes something is kept.

        A box of another talk, or of a step that no longer applies, changes nothing; the home is shown as it
        should be.
        """
        after = before
        if incoming.tick is not None:
            after, events = ticked(self.voice.book, before, incoming.tick)
            if after != before:
                unit.save(after, now)
                unit.record(after, events, now)
        self.show(unit, incoming, after, now)

    def pressed(self, unit: Unit, press: StaffPress, ack: Ack, now: datetime) -> Ack:
        """Show the home anew after a button of its board, and let its answer be read as a form."""
        key = f"{press.staff}.own"
        conversation = unit.conversation(key) or fresh(self.voice.book, key, press.staff)
        self.show(unit, press, conversation, now)
        return as_form(ack, self.voice.say("form_title", now))

    def show(
        self, unit: Unit, seen_in: Incoming | StaffPress, conversation: Conversation, now: datetime
    ) -> None:
        """Show the home as it is now; one that waits to be shown is not shown any more.

        Staff have the board above it, which then has the notice.
        """
        seen = home(self.voice.book, conversation, self.voice.local(now))
        board = None
        if isinstance(seen_in, StaffPress) or seen_in.is_staff:
            board = board_now(unit, self.voice, conversation.person, now)
        else:
            seen = replace(seen, notice=self.voice.banner(unit, now))
        place = f"{HOME}{conversation.person}"
        content = Content(home=seen, board=board)
        unit.refresh(Delivery(f"home:{seen_in.keys[0]}", place, "publish", content, now))
