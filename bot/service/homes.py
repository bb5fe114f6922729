"""A filer's App Home: shown when it is opened and after each thing that is done in it."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.engine.conversation import Conversation
from bot.engine.home import home
from bot.engine.ticks import ticked
from bot.service.content import Content
from bot.service.incoming import Incoming
from bot.service.ports import Delivery, Unit
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
        self.show(unit, after, incoming.keys[0], now)

    def show(self, unit: Unit, conversation: Conversation, key: str, now: datetime) -> None:
        """Show the home as it is now; one that waits to be shown is not shown any more."""
        seen = home(self.voice.book, conversation, self.voice.local(now))
        seen = replace(seen, notice=self.voice.banner(unit, now))
        place = f"{HOME}{conversation.person}"
        unit.refresh(Delivery(f"home:{key}", place, "publish", Content(home=seen), now))
