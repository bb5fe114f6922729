"""What a word of staff has to work with: one transaction, the court's sentences, and what was typed."""

from dataclasses import dataclass
from datetime import datetime

from bot.service.incoming import StaffCommand
from bot.service.ports import Unit
from bot.service.voice import Voice


@dataclass(frozen=True, slots=True)
class StaffScene:
    """A command of somebody who is known to be staff. `now` is aware; `staff_channel` is a Slack id."""

    unit: Unit
    voice: Voice
    staff_channel: str
    command: StaffCommand
    now: datetime

    @property
    def local(self) -> datetime:
        """The time at the court."""
        return self.voice.local(self.now)

    def say(self, key: str, /, **values: str) -> str:
        """One of the court's sentences, filled. Raises FlowError for one that does not exist."""
        return self.voice.say(key, self.now, **values)
