"""Trigger ids: they open one modal, within three seconds."""

from itertools import count

from bot.practice.clock import PracticeClock
from bot.practice.refusal import SlackRefusal


class Triggers:
    """The trigger ids handed out, whose they are, and whether they are used."""

    def __init__(self, clock: PracticeClock, seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._given: dict[str, tuple[str, float]] = {}
        self._used: set[str] = set()
        self._numbers = count(int(clock.now() * 1000))  # never again those of an earlier run

    def give(self, person: str) -> str:
        """A new trigger id for something that `person` did just now."""
        number = next(self._numbers)
        trigger = f"{number}.{number + 4_000_000}.practice{number:06x}"
        self._given[trigger] = (person, self._clock.now())
        return trigger

    def use(self, trigger: str) -> str:
        """Use a trigger id up, and say whose it was.

        Raises `SlackRefusal` with `invalid_trigger_id`, `exchanged_trigger_id` (used before) or
        `expired_trigger_id` (too old), the codes of `views.open`.
        """
        if trigger not in self._given:
            raise SlackRefusal("invalid_trigger_id")
        person, at = self._given[trigger]
        if trigger in self._used:
            raise SlackRefusal("exchanged_trigger_id")
        if self._clock.now() - at > self._seconds:
            raise SlackRefusal("expired_trigger_id")
        self._used.add(trigger)
        return person
