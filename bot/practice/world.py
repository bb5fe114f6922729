"""Everything the stand-in knows, in one place."""

from dataclasses import dataclass, field
from itertools import count

from bot.practice.clock import PracticeClock
from bot.practice.faults import Faults
from bot.practice.installed_app import InstalledApp
from bot.practice.messages import StoredMessage
from bot.practice.postman import Postman
from bot.practice.record import Record
from bot.practice.response_urls import ResponseUrls
from bot.practice.settings import PracticeSettings
from bot.practice.triggers import Triggers
from bot.practice.views import Views
from bot.practice.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Ephemeral:
    """A message that one person alone sees, until they reload."""

    person: str
    message: StoredMessage


@dataclass(slots=True)
class World:
    """The workspace, the app in it, and what went between them."""

    settings: PracticeSettings
    clock: PracticeClock
    app: InstalledApp
    workspace: Workspace
    record: Record
    faults: Faults
    triggers: Triggers
    response_urls: ResponseUrls
    views: Views
    postman: Postman
    ephemerals: list[Ephemeral] = field(default_factory=list)
    url: str = ""
    _numbers: "count[int]" = field(init=False)

    def __post_init__(self) -> None:
        """Begin to number where no earlier run has: an app that kept its data would know those ids."""
        self._numbers = count(int(self.clock.now() * 1000))

    @classmethod
    def new(cls, settings: PracticeSettings, clock: PracticeClock | None = None) -> "World":
        """A fresh world; nothing is sent before its postman is started."""
        clock = clock or PracticeClock()
        app = InstalledApp.from_settings(settings)
        faults = Faults()
        return cls(
            settings,
            clock,
            app,
            Workspace(first=int(clock.now() * 1000)),
            Record(),
            faults,
            Triggers(clock, settings.trigger_seconds),
            ResponseUrls(clock, settings.response_url_seconds, settings.response_url_uses),
            Views(),
            Postman(app, settings, faults),
        )

    def number(self) -> int:
        """A number that was not used before."""
        return next(self._numbers)

    def ephemeral(self, ts: str) -> Ephemeral | None:
        """The message for one person's eyes with this timestamp."""
        return next((one for one in self.ephemerals if one.message.ts == ts), None)
