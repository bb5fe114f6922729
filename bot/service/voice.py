"""The court's own sentences and its time, as the use cases need them."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.engine.book import Book
from bot.engine.conversation import Conversation
from bot.engine.opening import closed_in_words, hours_in_words
from bot.engine.reply import Reply
from bot.flow.clock_words import clock_in_words
from bot.service.ports import Unit


@dataclass(frozen=True, slots=True)
class Voice:
    """One court's words for one process. Raises FlowError for a sentence that does not exist."""

    book: Book
    zone: ZoneInfo = field(init=False)

    def __post_init__(self) -> None:
        """Find the court's time zone once."""
        object.__setattr__(self, "zone", ZoneInfo(self.book.court.zone))

    def local(self, now: datetime) -> datetime:
        """The time at the court."""
        return now.astimezone(self.zone)

    def say(self, key: str, now: datetime, /, **values: str) -> str:
        """One of the court's sentences, with the facts of the court's day."""
        return self.book.wording.say(key, self.local(now).date(), **values)

    def clock(self, now: datetime) -> str:
        """The time of day at the court, in words: 10:02 a.m."""
        return clock_in_words(self.local(now))

    def hours(self, now: datetime) -> tuple[str, ...]:
        """The desk's hours and whether it is open now; nothing where they are not known."""
        return hours_in_words(self.book, self.local(now))

    def closed(self, now: datetime) -> tuple[str, ...]:
        """When a desk that is closed now opens again, and why it is closed; nothing while it is open."""
        return closed_in_words(self.book, self.local(now))

    def closed_period(self, now: datetime) -> str:
        """A name for this closed period, for what is said once in it; empty while open or not known."""
        return self.book.hours.closed_period(now) if self.book.hours else ""

    def banner(self, unit: Unit, now: datetime) -> str:
        """What stands before everything a filer is told now: the notice of staff, or nothing."""
        notice = unit.notice(now)
        return self.say("outage_banner", now, text=notice.text) if notice else ""

    def with_notice(self, unit: Unit, reply: Reply, now: datetime) -> Reply:
        """A reply to a filer, led by the notice that is on now."""
        return replace(reply, notice=self.banner(unit, now))

    def tell(self, conversation: Conversation | None, *lines: str) -> Reply:
        """Sentences for a filer, outside of any turn."""
        if conversation is None:
            return Reply("information", lines=lines)
        return Reply("information", lines=lines, conversation=conversation.id, flow=conversation.flow)
