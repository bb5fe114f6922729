"""One message of the practice workspace, with everything it ever said."""

import copy
from dataclasses import dataclass, field

from bot.practice.shapes import Json


@dataclass(frozen=True, slots=True)
class Version:
    """What a message said from `at` (seconds since 1970) on.

    `how` is `posted`, `updated` (by `chat.update`), `replaced` (by a response URL), `edited` (by
    its author) or `deleted`.
    """

    at: float
    how: str
    content: Json


@dataclass(slots=True)
class StoredMessage:
    """A message by its timestamp. `content` is what Slack would give for it now."""

    channel: str
    ts: str
    content: Json
    metadata: Json | None = None
    deleted: bool = False
    versions: list[Version] = field(default_factory=list)

    @property
    def thread_ts(self) -> str | None:
        """The parent's timestamp when this stands in a thread."""
        found = self.content.get("thread_ts")
        return str(found) if found else None

    @property
    def is_reply(self) -> bool:
        """True for a message that shows in its thread alone."""
        inside = self.thread_ts not in (None, self.ts)
        return inside and self.content.get("subtype") != "thread_broadcast"

    def keep(self, how: str, at: float) -> None:
        """Remember what the message says now."""
        self.versions.append(Version(at, how, copy.deepcopy(self.content)))

    def as_slack(self, with_metadata: bool = False) -> Json:
        """The message object of `conversations.history`."""
        if with_metadata and self.metadata:
            return {**self.content, "metadata": self.metadata}
        return dict(self.content)

    def as_json(self) -> Json:
        """The message with its metadata and all versions, for tests and the control API."""
        return {
            "channel": self.channel,
            "ts": self.ts,
            "deleted": self.deleted,
            "message": self.as_slack(with_metadata=True),
            "versions": [{"at": one.at, "how": one.how, "message": one.content} for one in self.versions],
        }
