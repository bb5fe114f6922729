"""A channel, and the messages in it."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal

from bot.practice.clock import microseconds
from bot.practice.messages import StoredMessage
from bot.practice.shapes import Json

Kind = Literal["im", "private", "public"]

EVENT_KINDS: dict[Kind, str] = {"im": "im", "private": "group", "public": "channel"}
"""What `channel_type` says in a message event, by kind of channel."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in microseconds; both ends count only when `inclusive`."""

    oldest: int = 0
    latest: int | None = None
    inclusive: bool = False


@dataclass(slots=True)
class Channel:
    """A direct message, or a private or public channel. Messages are kept by timestamp."""

    id: str
    kind: Kind
    name: str = ""
    members: list[str] = field(default_factory=list)
    is_archived: bool = False
    is_ext_shared: bool = False
    is_pending_ext_shared: bool = False
    is_org_shared: bool = False
    messages: dict[str, StoredMessage] = field(default_factory=dict)
    _order: list[int] = field(default_factory=list)
    _threads: dict[str, list[str]] = field(default_factory=dict)
    _by_time: dict[int, StoredMessage] = field(default_factory=dict)

    def add(self, message: StoredMessage) -> None:
        """Keep a message that is later than every one before it."""
        self.messages[message.ts] = message
        if message.is_reply or message.thread_ts:
            self._join_thread(message)
        if not message.is_reply:
            at = microseconds(message.ts)
            self._order.append(at)
            self._by_time[at] = message

    def remove(self, ts: str) -> None:
        """Take a message away; its record stays in `messages`, marked as deleted."""
        self.messages[ts].deleted = True

    def find(self, ts: str) -> StoredMessage | None:
        """The message with this timestamp, unless it was deleted."""
        found = self.messages.get(ts)
        return found if found and not found.deleted else None

    def newest_first(self, span: Span, limit: int) -> tuple[list[StoredMessage], bool]:
        """Up to `limit` messages of the channel itself within `span`, and whether more follow."""
        start, end = self._bounds(span)
        found: list[StoredMessage] = []
        for place in range(end - 1, start - 1, -1):
            message = self._by_time[self._order[place]]
            if message.deleted:
                continue
            if len(found) == limit:
                return found, True
            found.append(message)
        return found, False

    def thread(self, ts: str) -> list[StoredMessage]:
        """A thread's parent and replies, oldest first; empty when there is no such message."""
        parent = self.find(ts)
        if parent is None:
            return []
        replies = (self.find(one) for one in self._threads.get(ts, ()))
        return [parent, *(one for one in replies if one is not None)]

    def as_slack(self) -> Json:
        """The conversation object of Slack's documentation."""
        direct = self.kind == "im"
        told: Json = {
            "id": self.id,
            "created": 1_700_000_000,
            "is_archived": self.is_archived,
            "is_im": direct,
            "is_group": False,
            "is_mpim": False,
            "is_channel": not direct,
            "is_private": self.kind != "public",
            "is_ext_shared": self.is_ext_shared,
            "is_shared": self.is_ext_shared or self.is_org_shared,
            "is_org_shared": self.is_org_shared,
            "is_pending_ext_shared": self.is_pending_ext_shared,
        }
        if not direct:
            told |= {"name": self.name, "name_normalized": self.name, "num_members": len(self.members)}
        return told

    def _bounds(self, span: Span) -> tuple[int, int]:
        if span.inclusive:
            start = bisect_left(self._order, span.oldest)
            end = len(self._order) if span.latest is None else bisect_right(self._order, span.latest)
        else:
            start = bisect_right(self._order, span.oldest)
            end = len(self._order) if span.latest is None else bisect_left(self._order, span.latest)
        return start, end

    def _join_thread(self, message: StoredMessage) -> None:
        parent = message.thread_ts
        if parent is None or parent == message.ts:
            return
        self._threads.setdefault(parent, []).append(message.ts)
        root = self.messages.get(parent)
        if root:
            root.content["thread_ts"] = parent
            root.content["reply_count"] = len(self._threads[parent])
            root.content["latest_reply"] = message.ts
