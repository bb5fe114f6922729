"""Response URLs: five uses within half an hour, and what each points to."""

from dataclasses import dataclass
from itertools import count

from bot.practice.clock import PracticeClock
from bot.practice.refusal import SlackRefusal


@dataclass(slots=True)
class ResponseUrl:
    """Where words sent to the URL go: `ts` is the message whose button was pressed, if any."""

    path: str
    person: str
    channel: str
    ts: str | None
    given_at: float
    uses: int = 0


class ResponseUrls:
    """The response URLs handed out so far."""

    def __init__(self, clock: PracticeClock, seconds: float, uses: int) -> None:
        self._clock = clock
        self._seconds = seconds
        self._uses = uses
        self._given: dict[str, ResponseUrl] = {}
        self._numbers = count(1)

    def give(self, person: str, channel: str, ts: str | None = None) -> ResponseUrl:
        """A new response URL for something that `person` did in `channel`."""
        kind = "actions" if ts else "commands"
        path = f"/{kind}/TPRACTICE1/{next(self._numbers)}/practice"
        self._given[path] = ResponseUrl(path, person, channel, ts, self._clock.now())
        return self._given[path]

    def use(self, path: str) -> ResponseUrl:
        """Count one use and say where the words go.

        Raises `SlackRefusal` with `no_such_url`, `expired_url` or `used_url`.
        """
        found = self._given.get(path)
        if found is None:
            raise SlackRefusal("no_such_url")
        if self._clock.now() - found.given_at > self._seconds:
            raise SlackRefusal("expired_url")
        if found.uses >= self._uses:
            raise SlackRefusal("used_url")
        found.uses += 1
        return found
