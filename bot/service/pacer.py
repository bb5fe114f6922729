"""Spacing messages in time: each place has its own allowance, the workspace one over all."""

from collections.abc import Set
from datetime import datetime

from bot.service.habits import Pace


class Allowance:
    """So many at once, then one every so many seconds: kept as the time by which all is paid back."""

    __slots__ = ("_burst", "_even", "_every")

    def __init__(self, every: float, burst: int) -> None:
        self._every = every
        self._burst = burst
        self._even = 0.0

    def left(self, now: float) -> int:
        """How many may go out at this moment."""
        owed = max(self._even - now, 0.0)
        return int(self._burst - owed / self._every + 1e-9) if self._every else self._burst

    def take(self, now: float) -> None:
        """One went out."""
        self._even = max(self._even, now) + self._every

    def until_next(self, now: float) -> float:
        """Seconds until one may go out; 0 when it may now."""
        return max(self._even - now - (self._burst - 1) * self._every, 0.0)

    def is_even(self, now: float) -> bool:
        """Whether nothing is owed, so that a fresh allowance would be the same."""
        return self._even <= now


class Pacer:
    """Which places must rest, and for how long. Knows only what this process sent."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._places: dict[str, Allowance] = {}
        self._workspace = Allowance(pace.workspace, pace.workspace_burst)
        self._held: dict[str, float] = {}
        self._all_held = 0.0

    def room(self, now: datetime) -> int:
        """How many messages the workspace takes at this moment."""
        moment = now.timestamp()
        return 0 if moment < self._all_held else self._workspace.left(moment)

    def resting(self, now: datetime) -> Set[str]:
        """The places that get nothing at this moment."""
        moment = now.timestamp()
        self._forget(moment)
        spent = {place for place, allowance in self._places.items() if allowance.left(moment) < 1}
        return spent | self._held.keys()

    def took(self, place: str, now: datetime) -> None:
        """A message is on its way to a place."""
        moment = now.timestamp()
        fresh = Allowance(self._pace.place, self._pace.place_burst)
        self._places.setdefault(place, fresh).take(moment)
        self._workspace.take(moment)

    def hold(self, place: str, now: datetime, seconds: float, *, everywhere: bool = False) -> None:
        """Slack asked to wait.

        Two places told so at the same time mean that the limit is the workspace's: for as long as the second
        was told, since the first may have a limit of its own.
        """
        moment = now.timestamp()
        self._forget(moment)
        until = moment + seconds
        self._held[place] = max(until, self._held.get(place, 0.0))
        if everywhere or len(self._held) > 1:
            self._all_held = max(until, self._all_held)

    def next(self, now: datetime) -> float:
        """Seconds until something that rests may go on; 0 when nothing rests."""
        moment = now.timestamp()
        waits = [allowance.until_next(moment) for allowance in (*self._places.values(), self._workspace)]
        waits += [until - moment for until in (*self._held.values(), self._all_held)]
        return min((wait for wait in waits if wait > 0), default=0.0)

    def _forget(self, moment: float) -> None:
        self._held = {place: until for place, until in self._held.items() if until > moment}
        self._places = {place: one for place, one in self._places.items() if not one.is_even(moment)}
